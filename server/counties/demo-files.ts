import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { DemoCounty } from '../../geodata/demo/county.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import { csvText } from '../files/csv-text.ts';
import { rfc7946Geometry } from '../files/geojson-geometry.ts';

const STATION_HEADERS = [
  '派出所名称',
  '机构代码',
  '类型',
  '所属乡镇街道',
  '经度',
  '纬度',
  '坐标系',
  '在岗民警数',
  '辅警数',
];
const SETTLEMENT_HEADERS = [
  ...['名称', '区划代码', '类别', '所属乡镇街道', '所属派出所', '经度', '纬度', '坐标系'],
  ...['户数', '人口'],
];
/** The same as WGS 84 at this scale, and what the county's templates ask for. */
const CRS = 'CGCS2000';

/** What the demonstration county's files are called. */
export const DEMO_FILES = {
  roads: 'county.osm.pbf',
  stations: 'stations.csv',
  settlements: 'settlements.csv',
  boundary: 'boundary.geojson',
  townships: 'townships.geojson',
} as const;

/** The demonstration county's roads as the bytes of an `.osm.pbf`, as any county's would be. */
export function demoPbf(county: DemoCounty): Uint8Array {
  return writeOsm(county.elements, (raw) => deflateSync(raw));
}

/**
 * Writes the demonstration county as the files a county would bring, see `DEMO_FILES`. Each whole or not at all.
 * @returns the files' names
 */
export async function writeDemoFiles(county: DemoCounty, folder: string): Promise<string[]> {
  const townships = county.townships.map(({ name, code, polygons }) => areaFeature(code, name, polygons));
  const files: Record<string, string | Uint8Array> = {
    [DEMO_FILES.roads]: demoPbf(county),
    [DEMO_FILES.stations]: csvText([STATION_HEADERS, ...county.stations.map(stationRow)]),
    [DEMO_FILES.settlements]: csvText([SETTLEMENT_HEADERS, ...county.settlements.map(settlementRow)]),
    [DEMO_FILES.boundary]: collectionText([areaFeature(county.code, county.name, [county.boundary])]),
    [DEMO_FILES.townships]: collectionText(townships),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFileAtomically(join(folder, name), content);
  return Object.keys(files);
}

function stationRow({
  name,
  id,
  kind,
  township,
  coord,
  officers,
  auxiliaries,
}: Station): (string | number | undefined)[] {
  return [name, id, kind === 'urban' ? '城区' : '农村', township, ...coord, CRS, officers, auxiliaries];
}

function settlementRow(settlement: Settlement): (string | number | undefined)[] {
  const { name, id, kind, township, stationId, coord, households, population } = settlement;
  return [name, id, kind === 'natural' ? '自然村' : '村', township, stationId, ...coord, CRS, households, population];
}

function areaFeature(id: string, name: string, polygons: MultiPolygonRings): object {
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
  return {
    type: 'Feature',
    properties: { id, name },
    geometry: rfc7946Geometry({ type: 'MultiPolygon', coordinates }),
  };
}

function collectionText(features: readonly object[]): string {
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}
