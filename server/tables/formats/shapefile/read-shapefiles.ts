import type { Geometry } from 'geojson';
import { openShp } from 'shapefile';
import type { CellValue, Grid } from '../../grid.ts';
import { type Pace, startPace } from '../../pacing.ts';
import { refusal } from '../../refusal.ts';
import { type CellBudget, cellBudget } from '../cell-budget.ts';
import { decodeName } from '../decode-name.ts';
import { geometryOf } from '../geometry-of.ts';
import type { ZipArchive, ZipEntry } from '../zip-archive.ts';
import { dbfEncodings } from './dbf-encodings.ts';
import { prjSystem } from './prj-system.ts';
import { type DbfTable, readDbf } from './read-dbf.ts';

/** The files of one layer, by their ends. */
interface Layer {
  readonly name: string;
  readonly parts: ReadonlyMap<string, ZipEntry>;
}

interface OpenArchive {
  readonly file: string;
  readonly zip: ZipArchive;
  readonly pace: Pace;
  readonly budget: CellBudget;
}

/**
 * The layers of a zipped Shapefile (ESRI, 1998), each a grid of its attributes with the geometries beside them, in the
 * coordinates of the file. Where there are several, a layer's name is its sheet.
 * @throws `input-invalid` where a layer lacks its `.shp` or `.dbf`, is damaged, or its text fits no encoding
 */
export async function readShapefiles(file: string, zip: ZipArchive, pace: Pace = startPace()): Promise<Grid[]> {
  const archive = { file, zip, pace, budget: cellBudget(file) };
  const layers = findLayers(zip);
  const grids: Grid[] = [];
  for (const layer of layers) grids.push(await readLayer(archive, layer, layers.length > 1));
  return grids;
}

function findLayers(zip: ZipArchive): Layer[] {
  const layers = new Map<string, { name: string; parts: Map<string, ZipEntry> }>();
  for (const entry of zip.entries) {
    const [, path = '', end = ''] = /^(.*)\.(shp|dbf|prj|cpg)$/i.exec(entry.name) ?? [];
    if (end === '' || entry.name.startsWith('__MACOSX/')) continue;
    const key = path.toLowerCase();
    const layer = layers.get(key) ?? { name: path.slice(path.lastIndexOf('/') + 1), parts: new Map() };
    layer.parts.set(end.toLowerCase(), entry);
    layers.set(key, layer);
  }
  return [...layers.values()].filter(({ parts }) => parts.has('shp') || parts.has('dbf'));
}

async function readLayer(archive: OpenArchive, { name, parts }: Layer, isOneOfSeveral: boolean): Promise<Grid> {
  const { file, zip } = archive;
  const where = isOneOfSeveral ? { sheet: name } : {};
  const [shp, dbf, prj, cpg] = ['shp', 'dbf', 'prj', 'cpg'].map((end) => parts.get(end));
  if (!shp || !dbf) throw refusal(file, 'shapefile-incomplete', where);
  const text = async (entry: ZipEntry | undefined) =>
    entry === undefined ? undefined : decodeName(await zip.unpackWhole(entry), false);
  const { table, encoding } = attributes(archive, await zip.unpackWhole(dbf), await text(cpg), where);
  const geometries = await readGeometries(archive, await zip.unpackWhole(shp), where);
  if (geometries.length !== table.records.length) throw refusal(file, 'layer-damaged', where);
  const kept = table.records.flatMap((record, i) => (record ? [{ record, geometry: geometries[i] }] : []));
  const rows: (readonly CellValue[])[] = [table.names, ...kept.map(({ record }) => record)];
  archive.budget.spend(rows.length * table.names.length);
  archive.pace.count(rows.length);
  const statedCrs = prjSystem((await text(prj)) ?? '');
  return {
    ...{ file, ...where, format: 'shapefile', rows, merges: [] },
    ...(encoding === 'utf-8' || encoding === 'gb18030' ? { encoding } : {}),
    geometries: [undefined, ...kept.map(({ geometry }) => geometry)],
    ...(statedCrs === undefined ? {} : { statedCrs }),
  };
}

function attributes(
  { file }: OpenArchive,
  dbf: Uint8Array,
  cpg: string | undefined,
  where: { sheet?: string },
): { table: DbfTable; encoding: string } {
  for (const encoding of dbfEncodings(cpg, dbf[29] ?? 0) ?? []) {
    const table = readDbf(dbf, encoding);
    if (table === 'damaged') throw refusal(file, 'layer-damaged', where);
    if (table !== 'encoding') return { table, encoding };
  }
  throw refusal(file, 'shapefile-encoding', where);
}

const SHP_HEADER_BYTES = 100;

/**
 * One geometry a record. The package looks for the next good record where one is damaged; that shows in the length
 * of the file, which is that of its records, and in how many there are.
 */
async function readGeometries(
  { file, pace }: OpenArchive,
  shp: Uint8Array,
  where: { sheet?: string },
): Promise<(Geometry | undefined)[]> {
  const geometries: (Geometry | undefined)[] = [];
  const damaged = () => refusal(file, 'layer-damaged', where);
  if (shp.length < SHP_HEADER_BYTES || !hasWholeRecords(shp)) throw damaged();
  const source = await openShp(shp).catch(() => undefined);
  if (!source) throw damaged();
  for (;;) {
    const record = await source.read().catch(() => undefined);
    if (!record) throw damaged();
    if (record.done) return geometries;
    const geometry = geometryOf(record.value);
    if (geometry === 'malformed') throw damaged();
    geometries.push(geometry);
    await pace.rest();
  }
}

/** Whether records follow one another, numbered from 1, up to the end of the file. */
function hasWholeRecords(shp: Uint8Array): boolean {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  let at = SHP_HEADER_BYTES;
  for (let number = 1; at < shp.length; number++) {
    if (at + 12 > shp.length || view.getInt32(at) !== number) return false;
    at += 8 + Math.max(4, view.getInt32(at + 4) * 2);
  }
  return at === shp.length;
}
