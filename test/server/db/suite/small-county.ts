import type { Settlement, Station } from '../../../../geodata/catchment/places.ts';
import type { MultiPolygonRings } from '../../../../geodata/hexgrid/polygon.ts';
import type { RoadNetwork } from '../../../../geodata/roads/network.ts';
import type { LonLat } from '../../../../geodata/units.ts';
import type { CountyImport } from '../../../../server/db/import-county.ts';
import { microDegreesAt, openScene } from '../../../scenes/scene.ts';
import { newCountyCode } from './store-under-test.ts';

/** Degrees of a place in metres from the scenes' origin. */
export function at(east: number, north: number): LonLat {
  const [lonE6, latE6] = microDegreesAt([east, north]);
  return [lonE6 / 1e6, latE6 / 1e6];
}

/** A rectangle in metres. */
export function rectangle(west: number, south: number, east: number, north: number): MultiPolygonRings {
  return [[[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]]];
}

/** One road of 8 km from west to east through both townships of `smallCounty`. */
export async function smallNetwork(): Promise<RoadNetwork> {
  const { network } = await openScene({ nodes: { a: [500, 2500], b: [9500, 2500] }, ways: [{ nodes: 'ab' }] });
  return network;
}

export const SMALL_STATIONS: readonly Station[] = [
  {
    id: 'S1',
    name: '城关派出所',
    coord: at(2000, 2500),
    kind: 'urban',
    township: '城关镇',
    officers: 24,
    auxiliaries: 31,
  },
  { id: 'S2', name: '东乡派出所', coord: at(7000, 2600), kind: 'rural', township: '东乡' },
];

/** `count` settlements in a row through the county, each with the station of its township. */
export function rowOfSettlements(count: number): Settlement[] {
  return Array.from({ length: count }, (_, i) => {
    const east = 200 + (9600 * i) / count;
    return {
      id: `V${i}`,
      name: `第${i}村`,
      coord: at(east, 2400),
      kind: i % 2 === 0 ? ('administrative' as const) : ('natural' as const),
      stationId: east < 5000 ? 'S1' : 'S2',
      households: i,
      population: 3 * i,
    };
  });
}

/** A county of two townships side by side, 10 km by 5 km in all, with two stations. */
export function smallCounty(changes: Partial<CountyImport> = {}): CountyImport {
  return {
    code: newCountyCode(),
    name: '示例县',
    note: 'first',
    sources: [{ name: 'roads.osm.pbf', sha256: 'ab'.repeat(32) }],
    boundary: { file: 'county.geojson', items: [rectangle(0, 0, 10_000, 5000)] },
    townships: {
      file: 'townships.geojson',
      items: [
        { id: '340121100', name: '城关镇', polygons: rectangle(0, 0, 5000, 5000) },
        { id: '340121200', name: '东乡', polygons: rectangle(5000, 0, 10_000, 5000) },
      ],
    },
    stations: { file: 'stations.csv', items: SMALL_STATIONS },
    settlements: { file: 'settlements.csv', items: rowOfSettlements(20) },
    networks: [smallNetwork],
    ...changes,
  };
}
