import { describe, expect, it } from 'vitest';
import { areaCentroid, assembleRings, polygonsOf, type Ring, signedArea } from '../../geodata/osm/rings.ts';
import { mulberry32 } from '../oracles/random.ts';

/** A closed square, counterclockwise, by its lower left corner and side. */
function square(lon: number, lat: number, side: number): Ring {
  return [
    [lon, lat],
    [lon + side, lat],
    [lon + side, lat + side],
    [lon, lat + side],
    [lon, lat],
  ];
}

const reversed = (ring: Ring): Ring => ring.slice().reverse();
const totalArea = (polygons: readonly (readonly Ring[])[]): number =>
  polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);

describe('joining ways into rings', () => {
  it('joins ways whatever their order and direction', () => {
    const { rings, looseEnds } = assembleRings([
      [3, 4, 5],
      [1, 2, 3],
      [1, 6, 5],
    ]);
    expect(looseEnds).toBe(0);
    expect(rings.map((ring) => [...new Set(ring)].sort())).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it('takes a closed way as a ring and passes over ways of one node', () => {
    expect(assembleRings([[1, 2, 3, 1], [9]])).toEqual({ rings: [[1, 2, 3, 1]], looseEnds: 0 });
  });

  it('counts the nodes where the outline stops', () => {
    expect(
      assembleRings([
        [1, 2, 3],
        [3, 4, 1],
        [7, 8],
        [8, 9],
      ]),
    ).toMatchObject({ looseEnds: 2 });
    expect(assembleRings([[1, 2, 3]])).toEqual({ rings: [], looseEnds: 2 });
  });

  it('keeps rings apart that touch at an end node', () => {
    const { rings, looseEnds } = assembleRings([
      [1, 2, 0],
      [0, 3, 1],
      [0, 4, 5],
      [5, 6, 0],
    ]);
    expect(looseEnds).toBe(0);
    expect(rings.map((ring) => [...new Set(ring)].sort())).toEqual([
      [0, 1, 2, 3],
      [0, 4, 5, 6],
    ]);
  });

  it('recovers random rings that were cut into ways, shuffled and turned round', () => {
    const random = mulberry32(11);
    const below = (limit: number): number => Math.floor(random() * limit);
    for (let round = 0; round < 200; round++) {
      const originals = Array.from({ length: 1 + below(5) }, (_, ring) =>
        Array.from({ length: 3 + below(20) }, (_unused, i) => ring * 100 + i),
      );
      const ways = originals.flatMap((nodes) => cut([...nodes, nodes[0] ?? 0], below));
      ways.sort(() => random() - 0.5);
      const { rings, looseEnds } = assembleRings(ways.map((way) => (random() < 0.5 ? way : [...way].reverse())));
      expect(looseEnds).toBe(0);
      expect(rings.map(normalised).sort()).toEqual(
        originals.map((nodes) => normalised([...nodes, nodes[0] ?? 0])).sort(),
      );
    }
  });
});

/** Cuts a line at random inner nodes, which then end one way and begin the next. */
function cut(line: number[], below: (limit: number) => number): number[][] {
  if (line.length < 3 || below(4) === 0) return [line];
  const at = 1 + below(line.length - 2);
  return [line.slice(0, at + 1), ...cut(line.slice(at), below)];
}

/** A ring from its lowest id towards the lower of that one's neighbours. */
function normalised(ring: readonly number[]): string {
  const open = ring.slice(1);
  const at = open.indexOf(Math.min(...open));
  const turned = [...open.slice(at), ...open.slice(0, at)];
  const last = turned[turned.length - 1] ?? 0;
  return ((turned[1] ?? 0) < last ? turned : [turned[0], ...turned.slice(1).reverse()]).join();
}

describe('sorting rings into polygons', () => {
  it('turns outers counterclockwise and holes clockwise, however they came', () => {
    const [polygon, ...others] = polygonsOf([square(1, 1, 2), reversed(square(0, 0, 10))]);
    expect(others).toEqual([]);
    expect(polygon?.map(signedArea)).toEqual([100, -4]);
  });

  it('gives a hole to the smallest ring around it, and an island in a hole is a polygon of its own', () => {
    const polygons = polygonsOf([
      square(3, 3, 1),
      square(0, 0, 10),
      square(20, 0, 5),
      square(2, 2, 3),
      square(21, 1, 1),
    ]);
    expect(polygons.map((polygon) => polygon.map(signedArea))).toEqual([[100, -9], [25, -1], [1]]);
  });

  it('tells a hole that touches its outer at a corner from a neighbour that does', () => {
    expect(polygonsOf([square(0, 0, 4), square(0, 0, 1)]).map((polygon) => polygon.length)).toEqual([2]);
    expect(polygonsOf([square(0, 0, 4), square(4, 4, 1)]).map((polygon) => polygon.length)).toEqual([1, 1]);
  });

  it('tells a hole all of whose corners are corners of its outer', () => {
    const outer: Ring = [
      [0, 0],
      [2, 0],
      [4, 0],
      [4, 2],
      [4, 4],
      [2, 4],
      [0, 4],
      [0, 2],
      [0, 0],
    ];
    const hole: Ring = [
      [2, 0],
      [4, 2],
      [2, 4],
      [0, 2],
      [2, 0],
    ];
    expect(polygonsOf([hole, outer]).map((polygon) => polygon.map(signedArea))).toEqual([[16, -8]]);
  });

  it('leaves out rings without area', () => {
    expect(
      polygonsOf([
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ],
        [],
      ]),
    ).toEqual([]);
  });

  it('covers what the even-odd rule covers, for random nests of squares', () => {
    const random = mulberry32(12);
    for (let round = 0; round < 100; round++) {
      const rings: Ring[] = [];
      let covered = 0;
      const nest = (lon: number, lat: number, side: number, depth: number): void => {
        rings.push(random() < 0.5 ? square(lon, lat, side) : reversed(square(lon, lat, side)));
        covered += depth % 2 === 0 ? side * side : -side * side;
        for (const quarter of [0, 1, 2, 3]) {
          if (depth === 3 || random() < 0.5) continue;
          nest(
            lon + ((quarter % 2) + 0.25) * (side / 2),
            lat + ((quarter >> 1) + 0.25) * (side / 2),
            side / 4,
            depth + 1,
          );
        }
      };
      nest(0, 0, 64, 0);
      const polygons = polygonsOf(rings.sort(() => random() - 0.5));
      expect(polygons.flat()).toHaveLength(rings.length);
      expect(
        polygons.every(
          ([outer, ...holes]) => outer && signedArea(outer) > 0 && holes.every((hole) => signedArea(hole) < 0),
        ),
      ).toBe(true);
      expect(totalArea(polygons)).toBeCloseTo(covered, 9);
    }
  });
});

describe('the centroid of polygons', () => {
  it('is the middle of a square, and does not depend on where the ring starts', () => {
    expect(areaCentroid([[square(117, 32, 2)]])).toEqual([118, 33]);
    expect(areaCentroid([[[...square(117, 32, 2).slice(2), [119, 32], [119, 34]]]])).toEqual([118, 33]);
  });

  it('is drawn away from a hole and weighted by area', () => {
    expect(areaCentroid([[square(0, 0, 4), reversed(square(2, 0, 2))]])?.[0]).toBeCloseTo((2 * 16 - 3 * 4) / 12, 12);
    expect(areaCentroid([[square(0, 0, 1)], [square(10, 0, 3)]])?.[0]).toBeCloseTo((0.5 + 11.5 * 9) / 10, 12);
  });

  it('does not exist without area', () => {
    expect(areaCentroid([])).toBeUndefined();
  });
});
