import { describe, expect, it } from 'vitest';
import { type ContourPolygons, contourPolygons } from '../../geodata/travel/contour.ts';
import type { ContourRaster } from '../../geodata/travel/contour-grid.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { cross, doubleArea, meet, membership, type Segment, segmentsOf } from './contour-oracles.ts';

const STEP = 0.001;

/** A raster whose first node is at 117 E, 32 N, with the value of a function of column and row. */
function field(columns: number, rows: number, value: (column: number, row: number) => number): ContourRaster {
  const values = Float32Array.from({ length: columns * rows }, (_, node) => {
    return value(node % columns, Math.floor(node / columns));
  });
  return { columns, rows, west: 117, south: 32, stepLon: STEP, stepLat: STEP, values };
}

/** From rows of text, north first: a digit is a value, a dot is never reached. */
function drawn(...lines: string[]): ContourRaster {
  const rows = [...lines].reverse();
  return field((rows[0] as string).length, rows.length, (column, row) => {
    const sign = (rows[row] as string)[column] as string;
    return sign === '.' ? Infinity : Number(sign);
  });
}

/** One threshold's polygons. */
function contour(raster: ContourRaster, threshold: number): ContourPolygons {
  return contourPolygons(raster, [threshold])[0] as ContourPolygons;
}

/** In steps of the grid squared, holes taken off. */
function area(polygons: ContourPolygons): number {
  return polygons.flat().reduce((sum, ring) => sum + doubleArea(segmentsOf(ring)) / 2 / (1e6 * STEP) ** 2, 0);
}

/** In steps of the grid from the first node. */
function inSteps(ring: readonly LonLat[]): LonLat[] {
  return ring.map(([lon, lat]) => [Math.round((lon - 117) * 1e6) / 1e3, Math.round((lat - 32) * 1e6) / 1e3]);
}

describe('contourPolygons', () => {
  it('gives a disc the area pi r squared, the closer the finer the grid', () => {
    const errors = [5, 20, 80].map((radius) => {
      const side = 2 * radius + 5;
      const disc = contour(
        field(side, side, (column, row) => Math.hypot(column - radius - 2, row - radius - 2)),
        radius + 0.3,
      );
      expect(disc.map((rings) => rings.length)).toEqual([1]);
      return Math.abs(area(disc) / (Math.PI * (radius + 0.3) ** 2) - 1);
    });
    expect(errors[0]).toBeLessThan(0.01);
    expect(errors[1]).toBeLessThan(0.0006);
    expect(errors[2]).toBeLessThan(0.00004);
  });

  it('cuts a plane along a straight line without a point too many', () => {
    const [[ring]] = contour(
      field(6, 4, (column) => column),
      2.25,
    ) as [[LonLat[]]];
    expect(inSteps(ring)).toEqual([
      [-0.5, 0],
      [0, -0.5],
      [2, -0.5],
      [2.25, 0],
      [2.25, 3],
      [2, 3.5],
      [0, 3.5],
      [-0.5, 3],
      [-0.5, 0],
    ]);
  });

  it('puts a crossing half-way to a node that is never reached, and at the linear fraction to one that is', () => {
    const [[ring]] = contour(drawn('.4.', '.15', '...'), 2) as [[LonLat[]]];
    expect(inSteps(ring)).toEqual([
      [0.5, 1],
      [1, 0.5],
      [1.25, 1],
      [1, 1.333],
      [0.5, 1],
    ]);
  });

  it.each([
    ['equal to the threshold', 2, 0.02],
    ['just above the value outside', 3 - 1e-6, 0.98],
  ])('keeps a crossing off the nodes where the value inside is %s', (_, threshold, fraction) => {
    const [[ring]] = contour(
      field(3, 3, (column, row) => (column === 1 && row === 1 ? 2 : 3)),
      threshold,
    ) as [[LonLat[]]];
    const lons = inSteps(ring).map(([lon]) => lon);
    expect(Math.max(...lons)).toBeCloseTo(1 + fraction, 9);
    expect(Math.min(...lons)).toBeCloseTo(1 - fraction, 9);
  });

  it('takes a checkerboard apart below the mean of its corners and joins it above', () => {
    const board = field(5, 5, (column, row) => (column + row) % 2);
    const apart = contour(board, 0.4);
    expect(apart).toHaveLength(13);
    expect(area(apart)).toBeGreaterThan(0);
    const joined = contour(board, 0.6);
    expect(joined.map((rings) => rings.length)).toEqual([5]);
  });

  it('finds the island in a ring, and gives the hole to the ring', () => {
    const island = field(31, 31, (column, row) => {
      const radius = Math.hypot(column - 15, row - 15);
      return radius < 4 ? radius - 3 : Math.abs(radius - 10) - 2;
    });
    const polygons = contour(island, 0);
    expect(polygons.map((rings) => rings.length)).toEqual([2, 1]);
    const [[outer, hole], [islet]] = polygons as [[LonLat[], LonLat[]], [LonLat[]]];
    expect(area([[outer]]) / (Math.PI * 144)).toBeCloseTo(1, 1);
    expect(area([[hole]]) / (Math.PI * 64)).toBeCloseTo(-1, 1);
    expect(area([[islet]]) / (Math.PI * 9)).toBeCloseTo(1, 1);
  });

  it('gives a hole to the innermost ring around it, however many are nested', () => {
    const nest = drawn(
      '11111111111',
      '1.........1',
      '1.1111111.1',
      '1.1.....1.1',
      '1.1.1.1.1.1',
      '1.1.....1.1',
      '1.1111111.1',
      '1.........1',
      '11111111111',
    );
    expect(contour(nest, 1).map((rings) => rings.length)).toEqual([2, 2, 1, 1]);
  });

  it('closes ground that runs off the raster half a step beyond it', () => {
    expect(
      area(
        contour(
          field(1, 1, () => 0),
          1,
        ),
      ),
    ).toBeCloseTo(0.5, 9);
    expect(
      area(
        contour(
          field(3, 2, () => 0),
          1,
        ),
      ),
    ).toBeCloseTo(3 * 2 - 4 / 8, 9);
  });

  it('gives nothing where nothing is reached, and takes what is not a number for not reached', () => {
    expect(
      contourPolygons(
        field(4, 4, () => Infinity),
        [10, 20],
      ),
    ).toEqual([[], []]);
    expect(
      contourPolygons(
        field(4, 4, () => Number.NaN),
        [10],
      ),
    ).toEqual([[]]);
    expect(
      contourPolygons(
        field(4, 4, () => 1),
        [],
      ),
    ).toEqual([]);
  });

  it('answers each threshold by itself, in the order asked', () => {
    const raster = field(12, 12, (column, row) => Math.hypot(column - 6, row - 5));
    const together = contourPolygons(raster, [4, 2, 3]);
    expect(together).toEqual([4, 2, 3].map((threshold) => contour(raster, threshold)));
    expect(area(together[1] as ContourPolygons)).toBeLessThan(area(together[2] as ContourPolygons));
  });

  it.each([
    [{ columns: 2 }, 'A raster of 2 x 3 nodes came with 9 values.'],
    [{ rows: 0 }, 'A raster of 3 x 0 nodes has no shape.'],
    [{ columns: 1.5 }, 'A raster of 1.5 x 3 nodes has no shape.'],
    [{ stepLon: 0.00005 }, 'Raster steps of 0.00005 x 0.001 degrees are below 0.0001.'],
    [{ stepLat: Number.NaN }, 'Raster steps of 0.001 x NaN degrees are below 0.0001.'],
    [{ west: Number.NaN }, 'is not on the globe.'],
    [{ south: 1000 }, 'is not on the globe.'],
  ])('refuses a raster with %j', (change, message) => {
    expect(() => contourPolygons({ ...field(3, 3, () => 1), ...change }, [1])).toThrow(message);
  });

  it('refuses a threshold that is not a number', () => {
    expect(() =>
      contourPolygons(
        field(3, 3, () => 1),
        [Infinity],
      ),
    ).toThrow('A contour threshold of Infinity');
  });
});

type Sampler = (random: () => number) => number;

const SAMPLERS: readonly (readonly [string, Sampler])[] = [
  ['noise', (random) => 10 * random()],
  ['plateaus that equal the thresholds', (random) => Math.floor(7 * random())],
  ['noise with gaps', (random) => (random() < 0.3 ? Infinity : 10 * random())],
  ['two values', (random) => (random() < 0.5 ? 1 : 5)],
  ['plateaus with gaps', (random) => (random() < 0.3 ? Infinity : Math.floor(7 * random()))],
];
const THRESHOLDS = [1, 2.5, 3, 5, 5.0001];

/** Rasters whose grid lines do not fall on whole microdegrees, one of them with the least step there may be. */
function randomRasters(seed: number, sampler: Sampler): ContourRaster[] {
  const random = mulberry32(seed);
  return Array.from({ length: 12 }, (_, index) => {
    const columns = 1 + Math.floor(11 * random());
    const rows = 1 + Math.floor(11 * random());
    return {
      ...field(columns, rows, () => sampler(random)),
      west: 117 + random(),
      south: 32 + random(),
      stepLon: index % 3 === 0 ? 1e-4 : 1e-4 + 0.001 * random(),
      stepLat: index % 3 === 0 ? 1e-4 : 1e-4 + 0.001 * random(),
    };
  });
}

describe.each(SAMPLERS)('contourPolygons on random rasters of %s', (_, sampler) => {
  const rasters = randomRasters(77, sampler);
  const cases = rasters.map((raster) => ({ raster, contours: contourPolygons(raster, THRESHOLDS) }));

  it('gives closed rings, none of which touches or crosses itself or another', () => {
    for (const polygons of cases.flatMap(({ contours }) => contours)) {
      const rings = polygons.flat();
      for (const ring of rings) expect(ring[ring.length - 1]).toEqual(ring[0]);
      expect(unwantedMeetings(rings.map(segmentsOf))).toBe(0);
    }
  });

  it('leaves no point that is exactly on the line between its neighbours', () => {
    for (const ring of cases.flatMap(({ contours }) => contours).flat(2)) {
      const segments = segmentsOf(ring);
      segments.forEach(([from, to], index) => {
        const [, next] = segments[(index + 1) % segments.length] as Segment;
        expect(
          doubleArea([
            [from, to],
            [to, next],
            [next, from],
          ]),
        ).not.toBe(0);
      });
    }
  });

  it('winds outer rings counterclockwise and holes clockwise', () => {
    for (const rings of cases.flatMap(({ contours }) => contours.flat())) {
      expect(rings.map((ring) => Math.sign(doubleArea(segmentsOf(ring))))).toEqual(
        rings.map((__, i) => (i === 0 ? 1 : -1)),
      );
    }
  });

  it('gives every hole to the innermost outer ring around it', () => {
    for (const polygons of cases.flatMap(({ contours }) => contours)) {
      const outers = polygons.map(([outer]) => segmentsOf(outer as LonLat[]));
      polygons.forEach(([, ...holes], owner) => {
        for (const hole of holes.map(segmentsOf)) {
          const [corner] = hole[0] as Segment;
          const around = outers.filter((outer) => membership(outer, corner) === 1);
          const smallest = [...around].sort((a, b) => doubleArea(a) - doubleArea(b))[0];
          expect(smallest).toBe(outers[owner]);
        }
      });
    }
  });

  it('holds a node exactly where its value is at most the threshold', () => {
    for (const { raster, contours } of cases) {
      contours.forEach((polygons, index) => {
        const segments = polygons.flat().flatMap(segmentsOf);
        raster.values.forEach((value, node) => {
          const lon = 1e6 * (raster.west + (node % raster.columns) * raster.stepLon);
          const lat = 1e6 * (raster.south + Math.floor(node / raster.columns) * raster.stepLat);
          expect(membership(segments, [lon, lat])).toBe(value <= (THRESHOLDS[index] as number) ? 1 : -1);
        });
      });
    }
  });

  it('nests: the ground of a lower threshold lies within that of a higher one', () => {
    for (const { contours } of cases) {
      const levels = contours.map((polygons) => polygons.flat().flatMap(segmentsOf));
      levels.slice(1).forEach((higher, index) => {
        const lower = levels[index] as Segment[];
        for (const segment of lower) {
          expect(membership(higher, segment[0])).toBeGreaterThanOrEqual(0);
          expect(higher.some((other) => cross(segment, other))).toBe(false);
        }
        for (const segment of higher) expect(membership(lower, segment[0])).toBeLessThanOrEqual(0);
      });
    }
  });
});

/**
 * Pairs of sides that have a point in common, other than sides of one ring that follow each other and share
 * only their corner.
 */
function unwantedMeetings(rings: readonly (readonly Segment[])[]): number {
  const sides = rings.flatMap((segments, ring) =>
    segments.map((segment, index) => ({ segment, ring, index, count: segments.length })),
  );
  let meetings = 0;
  sides.forEach((one, position) => {
    for (const other of sides.slice(position + 1)) {
      const gap = other.index - one.index;
      const follow = one.ring === other.ring && (gap === 1 || gap === one.count - 1);
      if (!follow && meet(one.segment, other.segment)) meetings++;
    }
  });
  return meetings;
}
