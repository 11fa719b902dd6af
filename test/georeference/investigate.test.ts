import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../geodata/georeference/bounds.ts';
import { fromWgs84, toWgs84 } from '../../geodata/georeference/convert.ts';
import { FEWEST_ROWS, investigate } from '../../geodata/georeference/investigate.ts';
import type { StatedPoint } from '../../geodata/georeference/investigation.ts';
import { fitMixture } from '../../geodata/georeference/mixture.ts';
import { bearingOf, median, medianShift, offsetMetres } from '../../geodata/georeference/offset.ts';
import { locate, plausibleReadings, readingCode, readingName } from '../../geodata/georeference/readings.ts';
import {
  BD09,
  CGCS2000,
  GCJ02,
  gaussKrueger,
  type ReferenceSystem,
  WGS84,
} from '../../geodata/georeference/reference-system.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';

/** A county of half a degree, 50 km each way. */
const COUNTY = [
  [
    [
      [117, 32],
      [117.5, 32],
      [117.5, 32.5],
      [117, 32.5],
      [117, 32],
    ] as LonLat[],
  ],
];

describe('an investigation', () => {
  it.each([
    ['WGS 84', WGS84, WGS84, 'consistent', undefined],
    ['CGCS2000', CGCS2000, CGCS2000, 'consistent', undefined],
    ['GCJ-02 honestly claimed', GCJ02, GCJ02, 'consistent', undefined],
    ['GCJ-02 claimed as WGS 84', GCJ02, WGS84, 'contradicted', 'GCJ-02'],
    ['WGS 84 claimed as GCJ-02', WGS84, GCJ02, 'contradicted', 'EPSG:4326'],
    ['BD-09 claimed as GCJ-02', BD09, GCJ02, 'contradicted', 'BD-09'],
    ['a zone without prefix claimed with', zone(117, false), zone(117, true), 'contradicted', 'EPSG:4548'],
    ['a zone claimed as its neighbour', zone(117, true), zone(120, true), 'contradicted', 'EPSG:4527'],
    ['metres claimed as degrees', zone(117, false), CGCS2000, 'contradicted', 'EPSG:4548'],
  ] as const)('of %s by known places alone', (_, written, claimed, verdict, better) => {
    const found = investigate({ points: pointsOf(villages(30), written), claimed });
    expect(found.verdict).toBe(verdict);
    expect(found.better && readingCode(found.better.reading)).toBe(better);
    expect(found.rows).toEqual([]);
    expect(found.mixtureTested).toBe(true);
  });

  it('finds what was shifted to GCJ-02 twice, and what was corrected once too often', () => {
    const twice = villages(30).map((place) => fromWgs84(GCJ02, fromWgs84(GCJ02, place) as LonLat) as LonLat);
    const over = villages(30).map((place) => toWgs84(GCJ02, ...place) as LonLat);
    for (const [places, code] of [
      [twice, 'EPSG:4326 shifted-twice'],
      [over, 'EPSG:4326 over-corrected'],
    ] as const) {
      const points = places.map(([x, y], index) => ({ x, y, known: rough(villages(30)[index]!, index) }));
      const found = investigate({ points, claimed: WGS84, county: COUNTY });
      expect(found.better && readingCode(found.better.reading)).toBe(code);
    }
  });

  it('says how far and in which direction a file is off, and how systematically', () => {
    const found = investigate({ points: pointsOf(villages(60), GCJ02), claimed: WGS84, county: COUNTY });
    const shift = fromWgs84(GCJ02, [117.25, 32.25]) as LonLat;
    const expected = medianShift([offsetMetres([117.25, 32.25], shift)]);
    expect(Math.abs((found.claimed.shift?.metres ?? 0) - (expected?.metres ?? 0))).toBeLessThan(80);
    expect(Math.abs((found.claimed.shift?.bearing ?? 0) - (expected?.bearing ?? 0))).toBeLessThan(12);
    expect(found.claimed.shift?.spreadMetres).toBeLessThan(250);
    expect(found.claimed.inside).toBeGreaterThan(55);
    expect(found.preview[0]?.metres).toBeGreaterThan(400);
    expect(found.preview[0]?.suggested?.[0]).toBeCloseTo(villages(60)[0]![0], 5);
  });

  it('is undecided about three points, and says that rows are missing', () => {
    const found = investigate({ points: pointsOf(villages(3), GCJ02), claimed: WGS84, county: COUNTY });
    expect(found).toMatchObject({ verdict: 'undecided', missing: ['rows'], rows: [] });
    expect(investigate({ points: [], claimed: WGS84, county: COUNTY }).verdict).toBe('undecided');
    expect(investigate({ points: pointsOf(villages(FEWEST_ROWS), GCJ02), claimed: WGS84 }).verdict).not.toBe(
      'consistent',
    );
  });

  it('is undecided without any evidence, and with a county alone that a small shift does not leave', () => {
    const points = pointsOf(villages(60), GCJ02).map(({ x, y }) => ({ x, y }));
    expect(investigate({ points, claimed: WGS84 })).toMatchObject({ verdict: 'undecided', missing: ['anything'] });
    expect(investigate({ points, claimed: WGS84, county: COUNTY })).toMatchObject({
      verdict: 'undecided',
      missing: ['known-places'],
    });
  });

  it('is undecided about a shift that no reading explains: metres of GCJ-02 degrees', () => {
    const places = villages(40).map((place) => fromWgs84(GCJ02, place) as LonLat);
    const points = pointsOf(places, zone(117, false)).map((point, index) => ({
      ...point,
      known: rough(villages(40)[index]!, index),
    }));
    const found = investigate({ points, claimed: zone(117, false), county: COUNTY });
    expect(found).toMatchObject({ verdict: 'undecided', missing: ['explanation'] });
    expect(found.claimed.shift?.metres).toBeGreaterThan(400);
  });

  it('is not talked into a verdict by roads that say nothing', () => {
    const random = mulberry32(77);
    for (let round = 0; round < 40; round++) {
      const points = pointsOf(villages(200, round), WGS84).map(({ x, y }) => ({ x, y }));
      const found = investigate({ points, claimed: WGS84, county: COUNTY, roadDistance: () => 800 * random() });
      expect(found.verdict).toBe('undecided');
    }
  });

  it('finds swapped columns by the county alone', () => {
    const points = villages(20).map(([lon, lat]) => ({ x: lat, y: lon }));
    const found = investigate({ points, claimed: CGCS2000, county: COUNTY });
    expect(found.better && readingCode(found.better.reading)).toBe('EPSG:4326 swapped');
    expect(found.claimed).toMatchObject({ inside: 0, rows: 20 });
    expect(found.better?.inside).toBe(20);
  });

  it('names single rows that are swapped or in another system, whatever the file is', () => {
    const points = pointsOf(villages(20), WGS84);
    const [x = 0, y = 0] = fromWgs84(zone(117, true), villages(20)[7]!) ?? [];
    const mixed = points.map((point, index) =>
      index === 3 ? { ...point, x: point.y, y: point.x } : index === 7 ? { ...point, x, y } : point,
    );
    const found = investigate({ points: mixed, claimed: WGS84, county: COUNTY });
    expect(found.verdict).toBe('consistent');
    expect(found.rows.map(({ index, reading, why }) => [index, readingCode(reading), why])).toEqual([
      [3, 'EPSG:4326 swapped', 'nowhere'],
      [7, 'EPSG:4527', 'nowhere'],
    ]);
    expect(found.preview[3]?.claimed).toBeUndefined();
    expect(found.preview[3]?.suggested?.[0]).toBeCloseTo(villages(20)[3]![0], 5);
  });

  it('finds a mixture of systems and the rows in question', () => {
    const places = villages(100);
    const [plain, shifted] = [pointsOf(places, WGS84), pointsOf(places, GCJ02)];
    const points = plain.map((point, index) => (index % 5 === 0 ? shifted[index]! : point));
    const found = investigate({ points, claimed: WGS84, county: COUNTY });
    expect(found.verdict).toBe('contradicted');
    expect(found.better).toBeUndefined();
    expect(found.mixed && readingCode(found.mixed.reading)).toBe('GCJ-02');
    expect(found.mixed?.share).toBeGreaterThanOrEqual(0.15);
    expect(found.mixed?.share).toBeLessThanOrEqual(0.25);
    expect(found.rows.length).toBeGreaterThan(12);
    for (const { index, why } of found.rows) expect([index % 5, why]).toEqual([0, 'known-place']);
  });

  it('does not depend on the order of rows', () => {
    const points = pointsOf(villages(40), GCJ02);
    const [forth, back] = [points, [...points].reverse()].map((rows) =>
      investigate({ points: rows, claimed: WGS84, county: COUNTY }),
    );
    expect(back?.verdict).toBe(forth?.verdict);
    expect(back?.claimed.shift).toEqual(forth?.claimed.shift);
    expect(back?.preview.map(({ metres }) => metres)).toEqual(forth?.preview.map(({ metres }) => metres).reverse());
  });

  it('leaves wrong known places out of account: one in ten is another village of the name', () => {
    for (let seed = 0; seed < 20; seed++) {
      const points = pointsOf(villages(60, seed), WGS84).map((point, index) =>
        index % 10 === 0 ? { ...point, known: villages(60, seed + 500)[index]! } : point,
      );
      const found = investigate({ points, claimed: WGS84, county: COUNTY });
      expect(found.verdict).toBe('consistent');
      expect(found.rows).toEqual([]);
    }
  });
});

describe('the readings of a file', () => {
  it('begin with the claimed one, and no two put every row at the same place', () => {
    for (const claimed of [WGS84, CGCS2000, GCJ02, zone(117, false)]) {
      const readings = plausibleReadings(claimed, [117.2, 32.1]);
      expect(readings[0]).toMatchObject({ system: claimed, swapped: false });
      expect(new Set(readings.map(readingCode)).size).toBe(readings.length);
      expect(readings.filter(({ system }) => system.kind === 'cgcs2000')).toHaveLength(claimed === CGCS2000 ? 1 : 0);
      for (const reading of readings)
        for (const language of ['zh', 'en'] as const) expect(readingName(reading, language)).not.toBe('');
    }
  });

  it.each([
    [117.3015, 117 + 30 / 60 + 15 / 3600],
    [32.0559, 32 + 5 / 60 + 59 / 3600],
    [117.30151234, 117 + 30 / 60 + 15.1234 / 3600],
    [117, 117],
    [117.6, undefined],
    [117.3061, undefined],
  ])('take %f as degrees, minutes and seconds where they are', (value, degrees) => {
    const place = locate({ system: WGS84, swapped: false, sexagesimal: true }, value, 32);
    if (degrees === undefined) expect(place).toBeUndefined();
    else expect(place?.[0]).toBeCloseTo(degrees, 9);
  });
});

describe('the measures of the evidence', () => {
  it('medians and bearings are those of the definition', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeUndefined();
    expect(
      [
        [0, 1],
        [1, 0],
        [0, -1],
        [-1, 0],
      ].map(([east = 0, north = 0]) => Math.round(bearingOf([east, north]))),
    ).toEqual([0, 90, 180, 270]);
    expect(medianShift([])).toBeUndefined();
  });

  it('bounds are those of all rings', () => {
    const area = [COUNTY[0]!];
    expect(boundsOf(area)).toEqual([117, 32, 117.5, 32.5]);
    expect(boundsOf([])).toBeUndefined();
  });

  it('a mixture is found at its share, and none where there is none', () => {
    const scores = Array.from({ length: 100 }, (_, index) => (index < 20 ? -6 : 0));
    const fit = fitMixture([scores], [scores.map((score) => -6 - score)]);
    expect(fit.share).toBe(0.2);
    expect(fit.odds.filter((odds) => odds > 0.9)).toHaveLength(20);
    expect(fitMixture([scores.map(() => 0)], [scores.map(() => -6)])).toMatchObject({ share: 0, support: 0 });
  });
});

function zone(meridian: number, prefix: boolean): ReferenceSystem {
  const system = gaussKrueger(3, meridian, prefix);
  if (!system) throw new Error(`No zone has the meridian ${meridian}.`);
  return system;
}

function villages(count: number, seed = 0): LonLat[] {
  const random = mulberry32(seed + 1);
  return Array.from({ length: count }, () => [117.02 + 0.46 * random(), 32.02 + 0.46 * random()]);
}

/** The same village from another source: 50 to 300 m off. */
function rough([lon, lat]: LonLat, seed: number): LonLat {
  const random = mulberry32(seed + 4000);
  const [metres, angle] = [50 + 250 * random(), 2 * Math.PI * random()];
  return [lon + (metres * Math.sin(angle)) / 94_000, lat + (metres * Math.cos(angle)) / 111_000];
}

function pointsOf(places: readonly LonLat[], system: ReferenceSystem): StatedPoint[] {
  return places.map((place, index) => {
    const [x = Number.NaN, y = Number.NaN] = fromWgs84(system, place) ?? [];
    return { x, y, known: rough(place, index) };
  });
}
