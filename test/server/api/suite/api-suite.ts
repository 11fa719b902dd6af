import { describe, expect, it } from 'vitest';
import type { ApiUnderTest } from './api-under-test.ts';
import { describeCatchments } from './catchments.ts';
import { describeClientsThatLeave } from './clients-that-leave.ts';
import { describeCounties } from './counties.ts';
import { describeCoverage } from './coverage.ts';
import { describeCoverageHexagons } from './coverage-hexagons.ts';
import { describeDispatch } from './dispatch.ts';
import { describeGaps } from './gaps.ts';
import { describeGroups } from './groups.ts';
import { describeIntakes } from './intakes.ts';
import { describeKeptResults } from './kept-results.ts';
import { describeNegotiation } from './negotiation.ts';
import { describeOsrm } from './osrm.ts';
import { describePlaces } from './places.ts';
import { describePrivacy } from './privacy.ts';
import { describeRoadsReport } from './roads-report.ts';
import { describeScorecard } from './scorecard.ts';
import { describeTemplates } from './templates.ts';
import { describeTiles } from './tiles.ts';
import { describeTravel } from './travel.ts';

/** Everything that the API does alike on both stores; a test file for each runs it. */
export function describeApi(api: ApiUnderTest): void {
  describe('the API', () => {
    describeCounties(api);
    describePlaces(api);
    describeNegotiation(api);
    describeTravel(api);
    describeCatchments(api);
    describeGroups(api);
    describeCoverage(api);
    describeCoverageHexagons(api);
    describeScorecard(api);
    describeGaps(api);
    describeRoadsReport(api);
    describeDispatch(api);
    describeTiles(api);
    describeOsrm(api);
    describeClientsThatLeave(api);
    describePrivacy(api);
    describeKeptResults(api);
    describeIntakes(api);
    describeTemplates(api);

    it('answered every operation of its document that answers JSON, each by its schema', () => {
      const others = [
        /\/networks\//,
        /\.mvt$/,
        /^post \S+\/(versions|intakes)$/,
        /^delete /,
        /\/receipts\//,
        /\/templates\/./,
        /\/boundary$/,
        /\/isochrone$/,
      ];
      const expected = api()
        .schemas.operations()
        .filter((operation) => !others.some((other) => other.test(operation)));
      expect([...api().asked]).toEqual(expect.arrayContaining(expected));
    });
  });
}
