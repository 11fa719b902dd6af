import { readFileSync } from 'node:fs';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { cellCentre } from '../../geodata/hexgrid/cells.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { LonLat } from '../../geodata/units.ts';
import { loadNetwork } from '../../server/networks/load-network.ts';
import { realData } from '../real-data.ts';

/** Changfeng county (Anhui, 340121). OSM has no police station there: one is placed at each of its 19 towns. */
export interface Changfeng {
  readonly network: RoadNetwork;
  readonly stations: readonly LonLat[];
  /** All 220 places of the file, the towns among them. */
  readonly settlements: readonly LonLat[];
  /** Centres of the resolution-8 cells that overlap the county. */
  readonly cellCentres: readonly LonLat[];
}

/** Folder of the county's data, or undefined where there are none: guard with `describe.skipIf(!CHANGFENG)`. */
export const CHANGFENG: string | undefined = realData('changfeng');

/** Reads the county and builds its network. @throws Error where `CHANGFENG` is undefined */
export async function openChangfeng(): Promise<Changfeng> {
  if (!CHANGFENG) throw new Error('The data of Changfeng are absent.');
  const places = readFeatures<{ readonly coordinates: LonLat }>(`${CHANGFENG}/places.geojson`);
  const [county] = readFeatures<{ readonly coordinates: MultiPolygonRings }>(`${CHANGFENG}/county.geojson`);
  return {
    network: await loadNetwork({ pbf: `${CHANGFENG}/changfeng.osm.pbf` }),
    stations: places.filter(({ properties }) => properties['place'] === 'town').map(coordinatesOf),
    settlements: places.map(coordinatesOf),
    cellCentres: cellsOfArea(county?.geometry.coordinates ?? [], 8).map(cellCentre),
  };
}

/** A feature of a GeoJSON file that is known to hold one kind of geometry. */
export interface Feature<Geometry> {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry;
}

/** The features of a GeoJSON file, taken at its word. */
export function readFeatures<Geometry>(path: string): readonly Feature<Geometry>[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly features: readonly Feature<Geometry>[] }).features;
}

function coordinatesOf({ geometry }: Feature<{ readonly coordinates: LonLat }>): LonLat {
  return geometry.coordinates;
}
