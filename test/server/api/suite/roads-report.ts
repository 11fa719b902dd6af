import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { apiCounty } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface Report {
  readonly ranks: readonly { readonly rank: string; readonly rankText: string; readonly roadKilometres: number }[];
  readonly farSettlements: readonly { readonly id: string; readonly metres: number | null }[];
  readonly settlements: number;
  readonly totalKilometres: number;
  readonly mainPieceKilometres: number;
  readonly islands: readonly { readonly kilometres: number }[];
}

/** How far roads can be trusted. */
export function describeRoadsReport(api: ApiUnderTest): void {
  describe('the road trust report', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}/roads/report`;
    });

    it('adds up, and lists the settlements that stand far from any road, the farthest first', async () => {
      const report = await api().json<Report>(at);
      expect(report.ranks.map(({ rank }) => rank)).toEqual([
        ...['motorway', 'national', 'provincial', 'county', 'township', 'village'],
      ]);
      expect(report.ranks[0]?.rankText).toBe('高速');
      const islands = report.islands.reduce((sum, { kilometres }) => sum + kilometres, 0);
      expect(report.mainPieceKilometres + islands).toBeCloseTo(report.totalKilometres, 4);
      expect(report.settlements).toBe(apiCounty().settlements.items.length);
      const far = report.farSettlements.map(({ metres }) => metres ?? Number.POSITIVE_INFINITY);
      expect(far.every((metres) => metres > 300)).toBe(true);
      expect([...far].sort((a, b) => b - a)).toEqual(far);
      expect(report.farSettlements.map(({ id }) => id)).toContain('远山');
    });

    it('is words in English where asked, and refuses what it does not know', async () => {
      expect((await api().json<Report>(`${at}?lang=en`)).ranks[0]?.rankText).toBe('motorway');
      expect((await api().ask(`${at}?by=township`)).status).toBe(400);
    });
  });
}
