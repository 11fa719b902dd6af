import { beforeAll, describe, expect, it } from 'vitest';
import { adjacencyOf, stationAdjacency } from '../../../../geodata/grouping/adjacency.ts';
import { cellsOfArea } from '../../../../geodata/hexgrid/area-cells.ts';
import { cellCentre } from '../../../../geodata/hexgrid/cells.ts';
import type { MultiPolygonRings } from '../../../../geodata/hexgrid/polygon.ts';
import { areaSquareMetres } from '../../../../geodata/hexgrid/polygon-area.ts';
import { distanceMetres } from '../../../../geodata/roads/ruler.ts';
import type { LonLat } from '../../../../geodata/units.ts';
import { clipToCounty, isInCounty } from '../../../../server/db/boundaries.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { adjacentJurisdictions } from '../../../../server/db/jurisdictions.ts';
import { listSettlements, nearestSettlement, settlementsInside } from '../../../../server/db/settlements.ts';
import { nearestStations } from '../../../../server/db/stations.ts';
import { adjacentTownships, townshipAt, townshipFigures } from '../../../../server/db/townships.ts';
import { areaAt } from '../../../../server/networks/inside-areas.ts';
import { mulberry32 } from '../../../oracles/random.ts';
import { at, rectangle, smallCounty } from './small-county.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const COUNTY: readonly [west: number, south: number, east: number, north: number] = [0, 0, 18_000, 12_000];

/** Bricks of 6 km by 4 km, each course half a brick on: three townships meet at a point, never four. */
const TOWNSHIPS = [0, 1, 2].flatMap((course) => {
  const edges = course === 1 ? [0, 3000, 9000, 15_000, 18_000] : [0, 6000, 12_000, 18_000];
  return edges.slice(1).map((east, i) => ({
    id: `T${course}${i}`,
    name: `第${course}${i}乡`,
    polygons: rectangle(edges[i] ?? 0, 4000 * course, east, 4000 * course + 4000),
  }));
});

/** A ring with 40 corners between 1 and 3 km from a centre. */
function star(random: () => number, east: number, north: number): MultiPolygonRings {
  const corners = Array.from({ length: 40 }, (_, i): LonLat => {
    const radius = 1000 + 2000 * random();
    return at(east + radius * Math.cos((i * Math.PI) / 20), north + radius * Math.sin((i * Math.PI) / 20));
  });
  return [[[...corners, corners[0] as LonLat]]];
}

function straightMetres(a: LonLat, b: LonLat): number {
  return distanceMetres(a[0] * 1e6, a[1] * 1e6, b[0] * 1e6, b[1] * 1e6);
}

/** What PostGIS says of the ground, against geodata's own functions and against theory. */
export function describeGround(store: StoreUnderTest): void {
  describe('the ground', () => {
    const random = mulberry32(20);
    const somewhere = (): LonLat => at(100 + 17_800 * random(), 100 + 11_800 * random());
    const settlements = Array.from({ length: 400 }, (_, i) => ({
      id: `V${i}`,
      name: `村${i}`,
      coord: somewhere(),
      kind: 'natural' as const,
      households: i,
    }));
    // One station in the middle of each township, and a second one in the first.
    const stations = [...TOWNSHIPS, TOWNSHIPS[0]!].map(({ polygons, name }, i) => {
      const [a, , b] = polygons[0]?.[0] ?? [];
      if (!a || !b) throw new Error('A township has no corners.');
      const coord: LonLat = [(a[0] + b[0]) / 2 + (i === TOWNSHIPS.length ? 0.001 : 0), (a[1] + b[1]) / 2];
      return { id: `S${i}`, name, coord, kind: 'rural' as const };
    });
    let versionId = 0;
    beforeAll(async () => {
      const county = smallCounty({
        boundary: { file: 'b', items: [rectangle(...COUNTY)] },
        townships: { file: 't', items: TOWNSHIPS },
        stations: { file: 's', items: stations },
        settlements: { file: 'v', items: settlements },
      });
      versionId = (await importCounty(store(), county)).id;
    });

    it('puts points into the same townships as geodata does', async () => {
      for (const { coord } of settlements.slice(0, 100)) {
        expect(await townshipAt(store(), versionId, coord)).toBe(areaAt(TOWNSHIPS, coord)?.id);
      }
      expect(await townshipAt(store(), versionId, at(-50, 50))).toBeUndefined();
      expect(await isInCounty(store(), versionId, at(-50, 50))).toBe(false);
      expect(await isInCounty(store(), versionId, at(50, 50))).toBe(true);
    });

    it('counts what stands in each township and measures it to a part in a million', async () => {
      const figures = await townshipFigures(store(), versionId);
      expect(figures.map(({ id }) => id)).toEqual(TOWNSHIPS.map(({ id }) => id));
      for (const [i, { squareMetres, ...counts }] of figures.entries()) {
        const township = TOWNSHIPS[i]!;
        const indexes = [...settlements.keys()].filter((index) => areaAt([township], settlements[index]!.coord));
        expect(counts).toEqual({
          id: township.id,
          name: township.name,
          stations: i === 0 ? 2 : 1,
          settlements: indexes,
        });
        expect(squareMetres / areaSquareMetres(township.polygons)).toBeCloseTo(1, 6);
      }
    });

    it('finds the settlements inside any area that geodata finds', async () => {
      for (let i = 0; i < 10; i++) {
        const area = star(random, 18_000 * random(), 12_000 * random());
        const expected = settlements.filter(({ coord }) => areaAt([{ id: '', name: '', polygons: area }], coord));
        expect(await settlementsInside(store(), versionId, area)).toEqual(expected);
      }
    });

    it('finds the nearest stations in the order of geodata, metres within 0.3 %', async () => {
      for (let i = 0; i < 30; i++) {
        const point = somewhere();
        const expected = stations
          .map(({ id, coord }) => ({ id, metres: straightMetres(point, coord) }))
          .sort((a, b) => a.metres - b.metres)
          .slice(0, 3);
        const found = await nearestStations(store(), versionId, point, 3);
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        for (const [rank, { metres }] of found.entries()) {
          // The ruler of geodata is of a sphere, PostGIS measures on the ellipsoid.
          expect(Math.abs(metres / expected[rank]!.metres - 1)).toBeLessThan(0.003);
        }
      }
    });

    it('finds the nearest settlement within a limit, or none', async () => {
      for (let i = 0; i < 20; i++) {
        const point = somewhere();
        const metres = settlements.map(({ coord }) => straightMetres(point, coord));
        const least = Math.min(...metres);
        const found = await nearestSettlement(store(), versionId, point, least * 1.01);
        expect(found?.id).toBe(settlements[metres.indexOf(least)]?.id);
        expect(await nearestSettlement(store(), versionId, point, least * 0.99)).toBeUndefined();
      }
    });

    it('finds the same neighbouring townships as theory and as geodata by its cells', async () => {
      const pairs = await adjacentTownships(store(), versionId);
      const index = (id: string) => TOWNSHIPS.findIndex((township) => township.id === id);
      const indexes = pairs.map(([a, b]) => [index(a), index(b)] as const);
      expect(indexes).toEqual(brickNeighbours());
      const cells = cellsOfArea(rectangle(...COUNTY), 9);
      const owners = cells.map((cell) => TOWNSHIPS.findIndex((township) => areaAt([township], cellCentre(cell))));
      const inside = cells.filter((_, i) => owners[i] !== -1);
      const byCells = stationAdjacency(
        inside,
        owners.filter((owner) => owner !== -1),
        TOWNSHIPS.length,
      );
      expect(adjacencyOf(indexes, TOWNSHIPS.length)).toEqual(byCells);
    });

    it('makes stations neighbours by their townships, and those of one township too', async () => {
      const last = TOWNSHIPS.length;
      const expected = new Set([...brickNeighbours().map(String), `0,${last}`]);
      for (const [a, b] of brickNeighbours()) if (a === 0) expected.add(`${b},${last}`);
      const pairs = await adjacentJurisdictions(store(), versionId);
      expect(pairs.map(String).sort()).toEqual([...expected].sort());
    });

    it('clips an area to the county', async () => {
      const [west, south] = COUNTY;
      const half = await clipToCounty(store(), versionId, rectangle(west - 1000, south + 500, west + 1000, 2500));
      const expected = areaSquareMetres(rectangle(west, south + 500, west + 1000, 2500));
      expect(areaSquareMetres(half) / expected).toBeCloseTo(1, 6);
      expect(await clipToCounty(store(), versionId, rectangle(-3000, 0, -1000, 1000))).toEqual([]);
      const inside = rectangle(100, 100, 200, 200);
      expect(areaSquareMetres(await clipToCounty(store(), versionId, inside))).toBeCloseTo(areaSquareMetres(inside), 3);
    });

    it('is ordered as imported', async () => {
      expect(await listSettlements(store(), versionId)).toEqual(settlements);
    });
  });

  describe('neighbouring townships', () => {
    const townshipsApart = async (gap: number, northOfSecond = 0): Promise<[string, string][]> => {
      const townships = [
        { id: 'A', name: '甲', polygons: rectangle(0, 0, 3000, 3000) },
        { id: 'B', name: '乙', polygons: rectangle(3000 + gap, northOfSecond, 6000, northOfSecond + 3000) },
      ];
      const county = smallCounty({ boundary: undefined, townships: { file: 't', items: townships } });
      return adjacentTownships(store(), (await importCounty(store(), county)).id);
    };

    it('may lie up to 10 metres apart, and no farther', async () => {
      expect(await townshipsApart(5)).toEqual([['A', 'B']]);
      expect(await townshipsApart(20)).toEqual([]);
    });

    it('share more than a corner', async () => {
      expect(await townshipsApart(0, 3000)).toEqual([]);
      expect(await townshipsApart(0, 2900)).toEqual([['A', 'B']]);
    });
  });
}

/** Pairs of indexes into TOWNSHIPS whose bricks share a stretch of edge, by their metres. */
function brickNeighbours(): [number, number][] {
  const courses = [
    [0, 6000, 12_000, 18_000],
    [0, 3000, 9000, 15_000, 18_000],
    [0, 6000, 12_000, 18_000],
  ];
  const bricks = courses.flatMap((edges, course) =>
    edges.slice(1).map((east, i) => ({ course, west: edges[i] ?? 0, east })),
  );
  return bricks.flatMap((a, i) =>
    bricks.flatMap((b, j): [number, number][] => {
      const isBeside = a.course === b.course && (a.east === b.west || a.west === b.east);
      const isAbove = Math.abs(a.course - b.course) === 1 && a.west < b.east && b.west < a.east;
      return i < j && (isBeside || isAbove) ? [[i, j]] : [];
    }),
  );
}
