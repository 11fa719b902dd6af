import type { Settlement } from '../../../../geodata/catchment/places.ts';
import type { MultiPolygonRings } from '../../../../geodata/hexgrid/polygon.ts';
import type { RoadNetwork } from '../../../../geodata/roads/network.ts';
import type { LonLat } from '../../../../geodata/units.ts';
import type { CountyImport } from '../../../../server/db/import-county.ts';
import { type Tile, tilesOver } from '../../../oracles/mercator.ts';
import { mulberry32 } from '../../../oracles/random.ts';
import { type EastNorth, openScene, type SceneWay } from '../../../scenes/scene.ts';
import { at, rectangle, smallCounty } from './small-county.ts';

/** Metres. */
const EAST = 14_000;
const NORTH = 10_000;

export const TILE_ZOOMS = [8, 9, 10, 11, 12, 13, 14];

const HIGHWAYS = ['motorway', 'trunk_link', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential'];

/** Every tile of a zoom that the county touches, and one more all around. */
export function tilesOfCounty(z: number): Tile[] {
  const tiles = tilesOver(z, at(0, 0), at(EAST, NORTH));
  const steps = [-1, 0, 1];
  const around = tiles.flatMap(({ x, y }) => steps.flatMap((dx) => steps.map((dy) => `${x + dx} ${y + dy}`)));
  return [...new Set(around)].map((place) => {
    const [x = 0, y = 0] = place.split(' ').map(Number);
    return { z, x, y };
  });
}

/** The tile that the middle of the county lies in. */
export function tileOfCounty(z: number): Tile {
  const middle = at(EAST / 2, NORTH / 2);
  return tilesOver(z, middle, middle)[0]!;
}

/** Winding roads of all classes all over the county and beyond; every way has a name of its own, some have a number. */
export async function windingNetwork(seed: number): Promise<RoadNetwork> {
  const random = mulberry32(seed);
  const nodes: Record<string, EastNorth> = {};
  const ways: SceneWay[] = [];
  for (let way = 0; way < 60; way++) {
    // Half of the ways begin on another one, which is thereby cut into pieces.
    const other = ways[Math.floor(ways.length * random())]?.nodes;
    const joint = random() < 0.5 ? (other?.[Math.floor(other.length / 2)] ?? '') : '';
    let [east, north] = nodes[joint] ?? [EAST * random(), NORTH * random()];
    let bearing = 2 * Math.PI * random();
    const step = 5 * 40 ** random();
    const names = Array.from({ length: 2 + Math.floor(60 * random()) }, (_, i) => {
      bearing += random() - 0.5;
      east += step * Math.cos(bearing);
      north += step * Math.sin(bearing);
      nodes[`w${way}n${i}`] = [east, north];
      return `w${way}n${i}`;
    });
    const tags = {
      highway: HIGHWAYS[way % HIGHWAYS.length] ?? '',
      name: `${way}号路`,
      ...(way % 3 ? {} : { ref: `X${way}` }),
    };
    ways.push({ nodes: joint in nodes ? [joint, ...names] : names, tags });
  }
  return (await openScene({ nodes, ways })).network;
}

/** A ring with 60 corners between 1 and 2 km from a centre. */
function star(random: () => number, east: number, north: number): LonLat[] {
  const corners = Array.from({ length: 60 }, (_, i): LonLat => {
    const radius = 1000 + 1000 * random();
    return at(east + radius * Math.cos((i * Math.PI) / 30), north + radius * Math.sin((i * Math.PI) / 30));
  });
  return [...corners, corners[0] as LonLat];
}

/** A county with three townships, one with a hole and one of two parts, and 150 settlements. */
export async function tileCounty(seed: number): Promise<CountyImport> {
  const random = mulberry32(seed);
  const network = await windingNetwork(seed);
  const townships: readonly (readonly [id: string, polygons: MultiPolygonRings])[] = [
    ['T1', [[star(random, 3000, 3000)]]],
    ['T2', [[star(random, 8000, 3000), rectangle(7700, 2700, 8300, 3300)[0]?.[0] ?? []]]],
    ['T3', [[star(random, 4000, 7500)], [star(random, 11_000, 7500)]]],
  ];
  const settlements = Array.from({ length: 150 }, (_, i): Settlement => {
    const kind = i % 3 === 0 ? 'administrative' : 'natural';
    return { id: `V${i}`, name: `村${i}`, coord: at(EAST * random(), NORTH * random()), kind, households: i };
  });
  return smallCounty({
    boundary: { file: 'b', items: [rectangle(0, 0, EAST, NORTH)] },
    townships: { file: 't', items: townships.map(([id, polygons]) => ({ id, name: `${id}镇`, polygons })) },
    settlements: { file: 'v', items: settlements },
    networks: [async () => network],
  });
}
