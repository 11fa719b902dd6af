import type { CountyPlaces } from '../../../../geodata/catchment/county-places.ts';
import type { Settlement, Station } from '../../../../geodata/catchment/places.ts';
import type { RoadNetwork } from '../../../../geodata/roads/network.ts';
import { findProfile } from '../../../../geodata/roads/profiles/find-profile.ts';
import type { CountyImport } from '../../../../server/db/import-county.ts';
import { openScene, type Scene } from '../../../scenes/scene.ts';
import { at, rectangle } from '../../db/suite/small-county.ts';
import { newCountyCode } from '../../db/suite/store-under-test.ts';
import { API_RECORDS, UNIT_OF_SETTLEMENT } from './api-records.ts';

/**
 * A county of 20 by 12 km: a national road from west to east, roads north of it, an island of road in the north-east,
 * and a motorway through it all that nothing is joined to, though it is the nearest road of 坡上.
 */
const ROADS: Scene = {
  nodes: {
    a: [0, 2000],
    b: [5000, 2000],
    c: [10_000, 2000],
    d: [15_000, 2000],
    e: [20_000, 2000],
    f: [5000, 6000],
    g: [5000, 9000],
    h: [15_000, 5500],
    i: [10_000, 4000],
    p: [0, 3000],
    q: [20_000, 3000],
    x: [18_000, 10_000],
    y: [19_000, 10_000],
  },
  ways: [
    { nodes: 'abcde', tags: { highway: 'trunk', name: '长合路', ref: 'G206' } },
    { nodes: 'bfg', tags: { highway: 'tertiary', name: '北乡路', ref: 'Y12' } },
    { nodes: 'dh', tags: { highway: 'secondary', ref: 'X7' } },
    { nodes: 'fih', tags: { highway: 'unclassified' } },
    { nodes: 'ci', tags: { highway: 'unclassified', oneway: 'yes' } },
    { nodes: 'pq', tags: { highway: 'motorway', oneway: 'yes' } },
    { nodes: 'xy', tags: { highway: 'tertiary' } },
  ],
};

const STATIONS: readonly Station[] = [
  {
    ...{ id: 'S1', name: '城关派出所', coord: at(5100, 2030), kind: 'urban', township: '城关镇' },
    ...{ officers: 24, auxiliaries: 31 },
  },
  { id: 'S2', name: '东乡派出所', coord: at(14_900, 1960), kind: 'rural', township: '东乡', officers: 6 },
  { id: 'S3', name: '北乡派出所', coord: at(5050, 8000), kind: 'rural', township: '北乡', officers: 5, auxiliaries: 9 },
];

type Figures = Pick<Settlement, 'households' | 'population'>;

function village(
  id: string,
  east: number,
  north: number,
  figures: Figures,
  more: Partial<Settlement> = {},
): Settlement {
  const kind = 'natural' as const;
  const unitCode = UNIT_OF_SETTLEMENT[id];
  const place = { id, name: `${id}村`, coord: at(east, north), kind, township: townshipAt(east, north) };
  return { ...place, ...(unitCode ? { unitCode } : {}), ...figures, ...more };
}

function townshipAt(east: number, north: number): string {
  return north > 5000 && east < 10_000 ? '北乡' : east < 10_000 ? '城关镇' : '东乡';
}

/**
 * Figures that no exit may tell: three of few households, each with its companion of the same township. The last
 * is of 北乡 by its table and stands in 城关镇: in 北乡 by place 微三 is alone.
 */
export const SECRET_SETTLEMENTS: readonly Settlement[] = [
  village('微一', 2500, 2100, { households: 13, population: 37 }),
  village('伴一', 8000, 2100, { households: 41, population: 127 }),
  village('微二', 12_000, 1900, { households: 17, population: 53 }),
  village('伴二', 17_000, 2100, { households: 43, population: 131 }),
  village('微三', 5200, 6800, { households: 19, population: 59 }),
  village('伴三', 4900, 4900, { households: 47, population: 149 }, { township: '北乡' }),
];

/** One stands beside 微一, in the same hexagon of every size: that cell's sum would tell the other. */
const OTHERS: readonly Settlement[] = [
  village('邻一', 2520, 2100, { households: 400, population: 1201 }),
  village('长丰', 9800, 2300, { households: 900, population: 2802 }, { kind: 'administrative' }),
  village('路北', 5300, 4000, { households: 120, population: 403 }),
  village('北一', 5300, 8800, { households: 210, population: 707 }, { kind: 'administrative', stationId: 'S3' }),
  village('中间', 10_200, 4100, { households: 150, population: 506 }),
  village('东一', 15_200, 4000, { households: 160, population: 508 }, { stationId: 'S2' }),
  village('东二', 19_500, 2100, { households: 170, population: 610 }, { kind: 'administrative' }),
  village('坡上', 13_000, 3900, { households: 80, population: 302 }),
  village('岛上', 18_500, 10_050, { households: 90, population: 311 }),
  village('远山', 200, 11_500, { households: 60, population: 207 }),
];

export const API_SETTLEMENTS: readonly Settlement[] = [...SECRET_SETTLEMENTS, ...OTHERS];

export const API_PLACES: CountyPlaces = {
  stations: STATIONS,
  settlements: API_SETTLEMENTS,
  boundary: rectangle(0, 0, 20_000, 12_000),
};

/** The county's roads under a condition. */
export async function apiNetwork(condition: 'base' | 'night' = 'base'): Promise<RoadNetwork> {
  return (await openScene(ROADS, findProfile('rural-plain', condition))).network;
}

/** The county as an import, its roads by day and by night. */
export function apiCounty(changes: Partial<CountyImport> = {}): CountyImport {
  return {
    code: newCountyCode(),
    name: '测试县',
    note: '第一次',
    sources: [{ name: '道路.osm.pbf', sha256: 'ab'.repeat(32) }],
    boundary: { file: 'county.geojson', items: [rectangle(0, 0, 20_000, 12_000)] },
    townships: {
      file: 'townships.geojson',
      items: [
        { id: '340121100', name: '城关镇', polygons: rectangle(0, 0, 10_000, 5000) },
        { id: '340121200', name: '东乡', polygons: rectangle(10_000, 0, 20_000, 12_000) },
        { id: '340121201', name: '北乡', polygons: rectangle(0, 5000, 10_000, 12_000) },
      ],
    },
    stations: { file: 'stations.csv', items: STATIONS },
    settlements: { file: 'settlements.csv', items: API_SETTLEMENTS },
    records: API_RECORDS,
    networks: [() => apiNetwork(), () => apiNetwork('night')],
    ...changes,
  };
}
