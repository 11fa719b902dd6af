import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { apiCounty } from './api-county.ts';
import { type ApiUnderTest, csvRows } from './api-under-test.ts';
import { cellText } from './coverage.ts';
import { sheetRows, XLSX } from './sheet-rows.ts';

interface Gap {
  readonly rank: number;
  readonly id: string;
  readonly kind: string;
  readonly place: { readonly id: string; readonly township: string | null };
  readonly shortages: readonly {
    readonly value: number | null;
    readonly threshold: number;
    readonly toClose: number;
  }[];
  readonly households: number | null;
  readonly isLowerBound: boolean;
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly bestRank: number;
  readonly worstRank: number;
  readonly reason: string;
  readonly closing: string;
}

interface Gaps {
  readonly total: number;
  readonly matching: number;
  readonly gaps: readonly Gap[];
  readonly unjudged: readonly {
    readonly kind: string;
    readonly place: { id: string };
    readonly sampleTooSmall: boolean;
  }[];
}

/** By hand from `API_RECORDS`: value, threshold, to close, households touched, whether these are the least. */
const EXPECTED: Readonly<Record<string, readonly [number, number, number, number | null, boolean]>> = {
  'officers:station:S2': [4, 5, 1, 410, false],
  'auxiliaries:unit:340121201201': [0, 1, 1, 210, false],
  'auxiliaries:unit:340121201203': [0, 1, 1, null, true],
  'video-equip:unit:340121100001': [2, 5, 3, 250, true],
  'video-equip:unit:340121200201': [1, 2, 1, null, true],
  'video-network:unit:340121100001': [1, 2, 1, 200, false],
  'volunteers:unit:340121100001': [27, 30, 3, 900, false],
};

/** Gaps of a county that can be worked out by hand. */
export function describeGaps(api: ApiUnderTest): void {
  describe('gaps', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });
    const gapsOf = (query = '') => api().json<Gaps>(`${at}/gaps${query}`);

    it('of video, posts and staffing are those found by hand, with what closes them', async () => {
      const { gaps } = await gapsOf();
      const found = gaps
        .filter(({ kind }) => kind !== 'response')
        .map(({ id, shortages: [first], households, isLowerBound }) => [
          id,
          [first?.value, first?.threshold, first?.toClose, households, isLowerBound],
        ]);
      expect(Object.fromEntries(found)).toEqual(EXPECTED);
      expect(found).toHaveLength(Object.keys(EXPECTED).length);
    });

    it('of response are the settlements that the same question about groups finds over the limit', async () => {
      for (const query of ['', '?maxMinutes=9', '?maxMinutes=9&combine=time', '?maxKilometres=5&combine=distance']) {
        const { settlements } = await api().json<{ settlements: { id: string; status: string; reason: string }[] }>(
          `${at}/groups${query}`,
        );
        const { gaps, unjudged } = await gapsOf(query);
        const over = settlements.filter(({ status }) => status === 'fail').map(({ id }) => id);
        const response = [...gaps, ...unjudged].filter(({ kind }) => kind === 'response');
        expect(response.map(({ place }) => place.id).sort()).toEqual(over.sort());
      }
    });

    it('are not judged of what is withheld or not reported, and it is said which', async () => {
      const { unjudged } = await gapsOf('?kind=volunteers');
      expect(unjudged.map(({ place, sampleTooSmall }) => [place.id, sampleTooSmall]).sort()).toEqual([
        ['340121200202', false],
        ['340121201202', true],
        ['340121201203', true],
      ]);
    });

    it('are ranked by their scores, and keep their ranks under a filter', async () => {
      const { gaps, total } = await gapsOf();
      expect(gaps.map(({ rank }) => rank)).toEqual(gaps.map((_, i) => i + 1));
      expect(total).toBe(gaps.length);
      gaps.forEach(({ score, parts, bestRank, worstRank, rank, reason, closing }, i) => {
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(score);
        expect(score).toBeLessThanOrEqual(gaps[i - 1]?.score ?? Infinity);
        expect(bestRank <= rank && rank <= worstRank && reason.length > 0 && closing.length > 0).toBe(true);
      });
      const ofTown = await gapsOf(`?township=${encodeURIComponent('北乡')}&kind=auxiliaries`);
      expect(ofTown).toMatchObject({ total, matching: 2 });
      expect(ofTown.gaps).toEqual(
        gaps.filter(({ kind, place }) => kind === 'auxiliaries' && place.township === '北乡'),
      );
      expect((await gapsOf('?limit=3')).gaps).toEqual(gaps.slice(0, 3));
    });

    it('are ranked otherwise by other weights', async () => {
      const { gaps } = await gapsOf('?auxiliariesWeight=1000');
      expect(gaps.slice(0, 2).map(({ kind }) => kind)).toEqual(['auxiliaries', 'auxiliaries']);
    });

    it('follow the county’s rules', async () => {
      const edits = { rules: { c4C: { thresholds: { officers: 4 } }, c5: { switches: { assistant: 'stands-in' } } } };
      const before = await api().ask(`${at}/gaps`);
      await api().ask(`${at}/standard-rules`, { method: 'PUT', body: { edits, note: '' } });
      const { gaps } = await gapsOf();
      expect(gaps.filter(({ kind }) => kind === 'officers')).toEqual([]);
      expect(gaps.filter(({ kind }) => kind === 'auxiliaries').map(({ place }) => place.id)).toEqual(['340121201203']);
      expect((await api().ask(`${at}/gaps?ruleVersion=0`)).text).toBe(before.text);
      await api().ask(`${at}/standard-rules`, { method: 'PUT', body: { edits: { rules: {} }, note: '' } });
    });

    it('have the same numbers in every form, in order', async () => {
      const { gaps } = await gapsOf();
      const ask = (accept: string) => api().ask(`${at}/gaps`, { headers: { accept } });
      const { features } = JSON.parse((await ask('application/geo+json')).text) as FeatureCollection;
      const geojson = features.map(({ properties }) => Object.values(properties ?? {}).map(cellText));
      expect(features.map(({ properties }) => [properties?.['rank'], properties?.['score']])).toEqual(
        gaps.map(({ rank, score }) => [rank, score]),
      );
      expect(csvRows((await ask('text/csv')).text).map((row) => Object.values(row).map(cellText))).toEqual(geojson);
      expect((await sheetRows((await ask(XLSX)).bytes)).map((row) => row.map(cellText))).toEqual(geojson);
    });

    it('are not sent again to a client that has them; what is not in the contract is refused', async () => {
      const { headers } = await api().ask(`${at}/gaps`);
      const again = await api().ask(`${at}/gaps`, { headers: { 'if-none-match': String(headers['etag']) } });
      expect(again.status).toBe(304);
      for (const query of ['kind=roads', 'limit=0', 'severityWeight=-1', 'weights=1', 'severityWeight=1.5']) {
        expect((await api().ask(`${at}/gaps?${query}`)).status).toBe(400);
      }
    });
  });
}
