import { beforeAll, describe, expect, it } from 'vitest';
import { networkString, type RoadNetwork } from '../../../../geodata/roads/network.ts';
import { ROAD_CLASSES, type RoadClass } from '../../../../geodata/roads/road-class.ts';
import type { LonLat } from '../../../../geodata/units.ts';
import { queryAsJson } from '../../../../server/db/db.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { countyTile } from '../../../../server/tiles/county-tiles.ts';
import { roadClassesAt } from '../../../../server/tiles/road-zooms.ts';
import { inTile, type Tile } from '../../../oracles/mercator.ts';
import { type DecodedFeature, decodeTile } from '../../../oracles/vector-tile.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { TILE_ZOOMS, tileCounty, tilesOfCounty } from './tile-county.ts';

type XY = readonly [x: number, y: number];

interface RoadLine {
  readonly class: RoadClass;
  readonly name: string | null;
  readonly ref: string | null;
  readonly line: readonly LonLat[];
}

/** Every segment of a network with what its line must say of it, as text; and how many lines there must be. */
function segmentsOf(network: RoadNetwork): { readonly segments: string[]; readonly lineCount: number } {
  const segments: string[] = [];
  let lineCount = 0;
  for (let road = 0; road < network.roadCount; road++) {
    let before = '';
    for (let point = network.roadPointOffset[road]!; point + 1 < network.roadPointOffset[road + 1]!; point++) {
      const way = network.pointWay[point]!;
      const texts = [network.wayName[way]!, network.wayRef[way]!].map((index) => networkString(network, index) || null);
      const says = JSON.stringify([ROAD_CLASSES[network.wayClass[way]!], ...texts]);
      const ends = [point, point + 1].map((end) => [network.pointLonE6[end]! / 1e6, network.pointLatE6[end]! / 1e6]);
      segments.push(says + JSON.stringify(ends));
      if (says !== before) lineCount++;
      before = says;
    }
  }
  return { segments: segments.sort(), lineCount };
}

function distance([x, y]: XY, [ax, ay]: XY, [bx, by]: XY): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function distanceToLines(point: XY, lines: readonly (readonly XY[])[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i++) least = Math.min(least, distance(point, line[i]!, line[i + 1]!));
  }
  return least;
}

/** Points of a line at most a unit apart that lie in the tile. */
function pointsInTile(line: readonly XY[]): XY[] {
  const points = line.slice(1).flatMap(([bx, by], i) => {
    const [ax, ay] = line[i]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay)));
    return Array.from({ length: steps + 1 }, (_, step): XY => {
      return [ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps];
    });
  });
  return points.filter((xy) => xy.every((value) => value >= 0 && value <= 4096));
}

type LinesByRoad = ReadonlyMap<string, readonly (readonly XY[])[]>;

function byRoad(lines: readonly (readonly [road: string, line: readonly XY[]])[]): LinesByRoad {
  const roads = new Map<string, (readonly XY[])[]>();
  for (const [road, line] of lines) roads.set(road, [...(roads.get(road) ?? []), line]);
  return roads;
}

/** The greatest distance of any vertex from the lines of its road. */
function furthest(vertices: LinesByRoad, from: LinesByRoad): number {
  const distances = [...vertices].flatMap(([road, lines]) =>
    lines.flat().map((vertex) => distanceToLines(vertex, from.get(road) ?? [])),
  );
  return Math.max(0, ...distances);
}

/** A line whose ends are so close may be drawn as nothing at all. */
const SHORT_UNITS = 3;

function isShort(line: readonly XY[]): boolean {
  const [ax, ay] = line[0]!;
  const [bx, by] = line.at(-1)!;
  return Math.hypot(bx - ax, by - ay) < SHORT_UNITS;
}

/** Tiles of roads against the network they come from. */
export function describeRoadTiles(store: StoreUnderTest): void {
  describe('road tiles', () => {
    let network: RoadNetwork;
    let lines: RoadLine[] = [];
    let versionId = 0;
    beforeAll(async () => {
      const county = await tileCounty(51);
      network = await county.networks[0]!(undefined);
      versionId = (await importCounty(store(), county)).id;
      const sql = `SELECT class, name, ref, ST_AsGeoJSON(geom, 15)::json->'coordinates' AS line
        FROM road_line WHERE version_id = $1 ORDER BY ordinal`;
      lines = await queryAsJson<RoadLine>(store(), sql, [versionId]);
    });
    const tileOf = async (tile: Tile): Promise<readonly DecodedFeature[]> =>
      decodeTile(await countyTile(store(), versionId, 'roads', tile))['roads']?.features ?? [];

    it('are made of every piece of the network once, in lines as long as their names allow', () => {
      const { segments, lineCount } = segmentsOf(network);
      const stored = lines.flatMap(({ class: roadClass, name, ref, line }) =>
        line.slice(1).map((end, i) => JSON.stringify([roadClass, name, ref]) + JSON.stringify([line[i], end])),
      );
      expect(stored.sort()).toEqual(segments);
      expect(lines.length).toBe(lineCount);
      expect(lineCount).toBeGreaterThan(60);
    });

    it.each(TILE_ZOOMS)(
      'of zoom %i show its classes where they are, to a unit, and nothing beyond the buffer',
      async (z) => {
        const shown = lines.filter((line) => roadClassesAt(z).includes(line.class));
        for (const tile of tilesOfCounty(z)) {
          const exact = shown.map(({ class: roadClass, name, line }) => {
            return [`${roadClass} ${name}`, line.map((place) => inTile(place, tile))] as const;
          });
          const features = await tileOf(tile);
          const drawn = byRoad(
            features.flatMap(({ properties, parts }) =>
              parts.map((part) => [`${properties['class']} ${properties['name']}`, part] as const),
            ),
          );
          for (const value of [...drawn.values()].flat(3))
            expect(Math.abs(value - 2048)).toBeLessThanOrEqual(2048 + 64);
          expect(furthest(drawn, byRoad(exact)), 'units between what is drawn and its road').toBeLessThan(1);
          const long = exact.filter(([, line]) => !isShort(line));
          const inside = byRoad(long.map(([road, line]) => [road, pointsInTile(line)]));
          expect(furthest(inside, drawn), 'units between a road and what is drawn of it').toBeLessThan(1);
        }
      },
    );

    it('together show every road, with its name and number', async () => {
      const seen = new Set<string>();
      for (const z of TILE_ZOOMS) {
        for (const tile of tilesOfCounty(z)) {
          for (const { properties } of await tileOf(tile)) seen.add(JSON.stringify(properties));
        }
      }
      const all = lines.map(({ class: roadClass, name, ref }) =>
        JSON.stringify({ class: roadClass, ...(name && { name }), ...(ref && { ref }) }),
      );
      expect([...seen].sort()).toEqual([...new Set(all)].sort());
    });
  });
}
