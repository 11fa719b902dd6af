import { describe } from 'vitest';
import type { ApiUnderTest } from './api-under-test.ts';
import { describeCounties } from './counties.ts';
import { describeKeptResults } from './kept-results.ts';
import { describeNegotiation } from './negotiation.ts';
import { describePlaces } from './places.ts';
import { describePrivacy } from './privacy.ts';
import { describeTravel } from './travel.ts';

/** Everything that the API does alike on both stores; a test file for each runs it. */
export function describeApi(api: ApiUnderTest): void {
  describe('the API', () => {
    describeCounties(api);
    describePlaces(api);
    describeNegotiation(api);
    describeKeptResults(api);
    describeTravel(api);
    describePrivacy(api);
  });
}
