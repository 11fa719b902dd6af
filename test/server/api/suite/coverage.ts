import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { apiCounty } from './api-county.ts';
import { type ApiUnderTest, csvRows } from './api-under-test.ts';
import { sheetRows, XLSX } from './sheet-rows.ts';

interface Rate {
  readonly rate: string;
  readonly by: string;
  readonly reading: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly denominatorOf: string;
  readonly unknown: number;
  readonly withheld: number;
}

interface VideoPlace {
  readonly id: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly rates: readonly Rate[];
}

interface Video {
  readonly county: VideoPlace;
  readonly readings: readonly Rate[];
  readonly places: readonly VideoPlace[];
}

interface Unit {
  readonly id: string;
  readonly posts: number | null;
  readonly households: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly shortfall: number | null;
  readonly surplus: number | null;
  readonly band: string;
  readonly per100Households: number | null;
  readonly estimate: { readonly per100Households: number; readonly low: number; readonly high: number } | null;
  readonly sampleTooSmall: boolean;
  readonly settlementsLeftOut: number;
}

interface Volunteers {
  readonly county: Readonly<Record<string, unknown>>;
  readonly units: readonly Unit[];
  readonly places: readonly Readonly<Record<string, unknown>>[];
}

const DUE_RATES = [
  // by, coverage, networked, networked of those due; unknown and withheld of those due.
  ['compounds', [3, 7], [2, 3], [2, 7], 0, 0],
  ['households', [500, 750], [300, 500], [300, 750], 1, 2],
  ['devices', [34, 42], [24, 34], [24, 42], 3, 0],
] as const;

/** Video and volunteers of a county whose figures are few enough to be worked out by hand. */
export function describeCoverage(api: ApiUnderTest): void {
  let at = '';
  beforeAll(async () => {
    const { countyCode } = await importCounty(api().db, apiCounty());
    api().services.countyChanged(countyCode);
    at = `/api/counties/${countyCode}`;
  });

  /** The same rows in CSV, GeoJSON and XLSX. */
  const tablesOf = async (path: string) => {
    const ask = (accept: string) => api().ask(`${at}/${path}`, { headers: { accept } });
    const { features } = JSON.parse((await ask('application/geo+json')).text) as FeatureCollection;
    return {
      geojson: features.map(({ properties }) => Object.values(properties ?? {})),
      csv: csvRows((await ask('text/csv')).text).map((row) => Object.values(row)),
      xlsx: await sheetRows((await ask(XLSX)).bytes),
      geometries: features.map(({ geometry }) => geometry?.type),
      keys: Object.keys(features[0]?.properties ?? {}),
    };
  };

  describe('video coverage', () => {
    it('counts compounds by state, those that are not due apart', async () => {
      const { county } = await api().json<Video>(`${at}/coverage/video`);
      expect(county.counts).toMatchObject({ B0: 7, B1: 3, built: 1, Bc: 1, none: 2, equipped: 3, B2: 2, O: 22, D: 24 });
      expect(county.counts).toMatchObject({ notDue: 1, notDueEquipped: 1, notDueNetworked: 1 });
      expect(county.counts).toMatchObject({ unknownHouseholds: 1, withheldHouseholds: 2, unknownDevices: 3 });
    });

    it.each(DUE_RATES)('has its rates by %s with both parts, and what is in neither', async (by, ...expected) => {
      const [coverage, networked, ofDue, unknown, withheld] = expected;
      const { county } = await api().json<Video>(`${at}/coverage/video`);
      const rateOf = (name: string) => county.rates.find((rate) => rate.rate === name && rate.by === by);
      const parts = ([numerator, denominator]: readonly [number, number]) => ({ numerator, denominator });
      expect(rateOf('coverage')).toMatchObject({ ...parts(coverage), denominatorOf: 'due', unknown, withheld });
      expect(rateOf('networked')).toMatchObject({ ...parts(networked), denominatorOf: 'accepted' });
      expect(rateOf('networked-of-due')).toMatchObject({ ...parts(ofDue), denominatorOf: 'due', unknown, withheld });
    });

    it('has the other readings beside it', async () => {
      const { readings } = await api().json<Video>(`${at}/coverage/video`);
      const coverage = readings.filter(({ rate, by }) => rate === 'coverage' && by === 'compounds');
      expect(coverage.map(({ reading, numerator, denominator }) => [reading, numerator, denominator])).toEqual([
        ['accepted', 3, 7],
        ['built', 4, 7],
        ['under-construction', 5, 7],
      ]);
      const built = await api().json<Video>(`${at}/coverage/video?reading=built`);
      expect(built.county.counts).toMatchObject({ equipped: 4, B2: 3 });
    });

    it.each(['township', 'station', 'unit', 'compound'])('adds up over every %s to the county', async (by) => {
      const { county, places } = await api().json<Video>(`${at}/coverage/video?by=${by}`);
      for (const key of Object.keys(county.counts)) {
        const sum = places.reduce((total, { counts }) => total + (counts[key] ?? 0), 0);
        expect({ key, sum }).toEqual({ key, sum: county.counts[key] });
      }
      county.rates.forEach(({ numerator, denominator }, i) => {
        const sumOf = (part: 'numerator' | 'denominator') =>
          places.reduce((total, { rates }) => total + (rates[i]?.[part] ?? 0), 0);
        expect([sumOf('numerator'), sumOf('denominator')]).toEqual([numerator, denominator]);
      });
    });

    it('has the same numbers in every form', async () => {
      const { places } = await api().json<Video>(`${at}/coverage/video?by=compound`);
      const { geojson, csv, xlsx, geometries, keys } = await tablesOf('coverage/video?by=compound');
      expect(geojson).toHaveLength(8);
      expect(csv.map((row) => row.map(cellText))).toEqual(geojson.map((row) => row.map(cellText)));
      expect(xlsx.map((row) => row.map(cellText))).toEqual(geojson.map((row) => row.map(cellText)));
      expect(geometries[0]).toBe('MultiPolygon');
      expect(geometries[1]).toBe('Point');
      places.forEach(({ id, counts, rates }, i) => {
        const row = Object.fromEntries(keys.map((key, k) => [key, geojson[i]?.[k]]));
        expect(row).toMatchObject({ id, B0: counts['B0'], coverageByHouseholdsNumerator: rates[1]?.numerator });
      });
    });
  });

  describe('volunteer posts', () => {
    const unit = async (id: string) =>
      (await api().json<Volunteers>(`${at}/coverage/volunteers`)).units.find((row) => row.id === id);

    it('have need, band and density by the formulas of the clause', async () => {
      expect(await unit('340121201201')).toMatchObject({
        posts: 11,
        households: 210,
        least: 11,
        most: 21,
        band: 'meets',
      });
      expect(await unit('340121200201')).toMatchObject({ least: 8, most: 16, surplus: 1, band: 'over' });
      expect(await unit('340121200202')).toMatchObject({ posts: null, least: 13, shortfall: null, band: 'unknown' });
      expect(await unit('340121100001')).toMatchObject({
        present: 27,
        least: 30,
        most: null,
        shortfall: 3,
        band: 'short',
      });
      expect((await unit('340121200201'))?.per100Households).toBe(10.625);
    });

    it('are withheld where they are few, and of the companion, and not judged', async () => {
      for (const id of ['340121201202', '340121201203']) {
        expect(await unit(id)).toMatchObject({
          ...{ sampleTooSmall: true, posts: null, households: null, least: null, most: null, shortfall: null },
          ...{ per100Households: null, estimate: null, band: 'unknown' },
        });
      }
    });

    it('are held against the households that are shown, and judged by these', async () => {
      expect(await unit('340121100201')).toMatchObject({
        ...{ households: 400, settlementsLeftOut: 2, posts: 20, least: 20, shortfall: 0, band: 'meets' },
      });
    });

    it('have an estimate between the county’s density and their own', async () => {
      const { units, county } = await api().json<Volunteers>(`${at}/coverage/volunteers`);
      const whole = Number(county['per100Households']);
      for (const { per100Households: raw, estimate } of units) {
        if (raw === null || !estimate) continue;
        expect(estimate.per100Households).toBeGreaterThanOrEqual(Math.min(raw, whole) - 0.001);
        expect(estimate.per100Households).toBeLessThanOrEqual(Math.max(raw, whole) + 0.001);
        expect(estimate.low < estimate.per100Households && estimate.per100Households < estimate.high).toBe(true);
      }
    });

    it('are added up of shown units', async () => {
      const { county } = await api().json<Volunteers>(`${at}/coverage/volunteers`);
      expect(county).toMatchObject({
        ...{ units: 7, withheldUnits: 2, counted: { units: 4, posts: 88, households: 1670 } },
        unitsByBand: { short: 1, meets: 2, over: 1, unknown: 3, 'not-applicable': 0 },
        rural: { units: 3, present: 48, least: 39, shortfall: 0, surplus: 1 },
        urban: { units: 1, present: 27, least: 30, shortfall: 3, surplus: 0 },
      });
      const { places } = await api().json<Volunteers>(`${at}/coverage/volunteers?by=township`);
      expect(places.map(({ id, withheldUnits, counted }) => [id, withheldUnits, counted])).toEqual([
        ['东乡', 0, { units: 1, posts: 17, households: 160 }],
        ['北乡', 2, { units: 1, posts: 11, households: 210 }],
        ['城关镇', 0, { units: 2, posts: 60, households: 1300 }],
      ]);
    });

    it.each(['unit', 'station', 'county'])('by %s have the same numbers in every form', async (by) => {
      const { geojson, csv, xlsx } = await tablesOf(`coverage/volunteers?by=${by}`);
      expect(geojson.length).toBeGreaterThan(0);
      expect(csv.map((row) => row.map(cellText))).toEqual(geojson.map((row) => row.map(cellText)));
      expect(xlsx.map((row) => row.map(cellText))).toEqual(geojson.map((row) => row.map(cellText)));
    });
  });

  describe('answers about coverage', () => {
    it.each(['coverage/video', 'coverage/volunteers'])(
      'of %s are not sent again to a client that has them',
      async (path) => {
        for (const accept of ['application/json', 'text/csv', XLSX]) {
          const { headers } = await api().ask(`${at}/${path}`, { headers: { accept } });
          const again = { accept, 'if-none-match': String(headers['etag']) };
          expect((await api().ask(`${at}/${path}`, { headers: again })).status).toBe(304);
        }
      },
    );

    it.each(['coverage/video?by=cell', 'coverage/video?size=3', 'coverage/volunteers?by=compound'])(
      'refuse %s',
      async (path) => {
        const { status, text } = await api().ask(`${at}/${path}`);
        expect({ status, code: (JSON.parse(text) as { code: string }).code }).toEqual({
          ...{ status: 400, code: 'request-invalid' },
        });
      },
    );
  });
}

/** A cell as CSV has it. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value).trim();
}
