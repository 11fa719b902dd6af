import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { LonLat } from '../../geodata/units.ts';
import { loadNetwork } from '../../server/networks/load-network.ts';
import { CHANGFENG, openChangfeng } from '../catchment/changfeng.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

/** A network to be checked against PostGIS, with places on and about its roads. */
export interface Ground {
  readonly name: string;
  readonly network: RoadNetwork;
  readonly origins: readonly LonLat[];
  readonly settlements: readonly LonLat[];
}

/** A random scene always; a county of the plain and a country of mountains where their roads are at hand. */
export async function grounds(): Promise<Ground[]> {
  const found = [await sceneGround()];
  if (CHANGFENG) {
    const { network, stations, settlements } = await openChangfeng();
    found.push({ name: 'Changfeng', network, origins: stations.slice(0, 4), settlements });
  }
  const andorra = realData('andorra.osm.pbf');
  if (andorra) {
    const network = await loadNetwork({ pbf: andorra });
    const settlements = strewn(network, 250, 8);
    // Andorra la Vella, Encamp and Ordino.
    const origins: LonLat[] = [
      [1.5218, 42.5063],
      [1.5828, 42.5346],
      [1.5332, 42.5563],
    ];
    found.push({ name: 'Andorra', network, origins, settlements });
  }
  return found;
}

/** Places strewn over a network's bounds, the same ones for the same seed. */
export function strewn({ meta }: RoadNetwork, count: number, seed: number): LonLat[] {
  const random = mulberry32(seed);
  const { westE6, southE6, cellLonE6, cellLatE6, columns, rows } = meta.grid;
  return Array.from({ length: count }, () => [
    (westE6 + random() * cellLonE6 * columns) / 1e6,
    (southE6 + random() * cellLatE6 * rows) / 1e6,
  ]);
}

/** A MultiPolygon as PostGIS reads it with ST_GeomFromGeoJSON. */
export function multiPolygonJson(coordinates: MultiPolygonRings): string {
  return JSON.stringify({ type: 'MultiPolygon', coordinates });
}

async function sceneGround(): Promise<Ground> {
  const random = mulberry32(3);
  const { network, at } = await openScene(randomScene(random));
  const places = (count: number) =>
    Array.from({ length: count }, () => at(random() * 1_500 - 150, random() * 900 - 150));
  return { name: 'a scene', network, origins: places(3), settlements: places(200) };
}
