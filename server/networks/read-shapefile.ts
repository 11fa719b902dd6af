import { unzipSync } from 'fflate';
import { openDbf, openShp } from 'shapefile';
import type { SourceFeature } from '../files/geojson-features.ts';
import type { ProblemList } from '../files/input-problems.ts';
import { WHOLE_ROW } from '../files/problem-words.ts';

/** A shapefile unpacked: its features, and the reference system that its `.prj` declares. */
export interface ShapefileContent {
  readonly features: readonly SourceFeature[];
  /** Undefined where there is no `.prj`. */
  readonly projection: string | undefined;
}

/** No shapefile of a county is larger when unpacked; what claims to be is refused before it is unpacked. */
const MOST_BYTES = 1024 * 1024 * 1024;
const PARTS = /\.(?:shp|dbf|cpg|prj)$/i;
const DBF_HEADER_LENGTH_AT = 8;

/**
 * Reads a zipped shapefile in memory. Its text is in the encoding that `.cpg` names; without one it is UTF-8 where
 * every byte fits, else GB18030, which GBK and GB2312 are part of. Nothing is written to disk.
 * @throws GeodataError `input-invalid` for a zip that holds no shapefile, or several, or a damaged one
 */
export async function readShapefile(zip: Uint8Array, problems: ProblemList): Promise<ShapefileContent> {
  const parts = unzipped(zip, problems);
  const shapes = partsOf(parts, 'shp');
  const tables = partsOf(parts, 'dbf');
  if (shapes.length !== 1 || tables.length !== 1) return problems.fail(1, WHOLE_ROW, 'shapefile-parts');
  const [dbf, cpg, prj] = [tables[0]!, partsOf(parts, 'cpg')[0], partsOf(parts, 'prj')[0]];
  const encoding = encodingOf(dbf, cpg, problems);
  try {
    const features = await readFeatures(shapes[0]!, dbf, encoding);
    return { features, projection: prj && new TextDecoder().decode(prj) };
  } catch {
    return problems.fail(1, WHOLE_ROW, 'shapefile-damaged');
  }
}

function unzipped(zip: Uint8Array, problems: ProblemList): Readonly<Record<string, Uint8Array>> {
  let bytes = 0;
  try {
    return unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name) || name.startsWith('__MACOSX/')) return false;
        bytes += originalSize;
        if (bytes > MOST_BYTES) throw new Error(`${bytes} bytes unpacked, at most ${MOST_BYTES}.`);
        return true;
      },
    });
  } catch {
    return problems.fail(1, WHOLE_ROW, 'shapefile-damaged');
  }
}

function partsOf(parts: Readonly<Record<string, Uint8Array>>, extension: string): Uint8Array[] {
  return Object.entries(parts).flatMap(([name, bytes]) =>
    name.toLowerCase().endsWith(`.${extension}`) ? [bytes] : [],
  );
}

/** Names of the code page 936 and its kin, as programs write them into `.cpg`. */
const GB_NAMES = /^(?:gbk|gb2312|gb18030|cp936|936|ansi936|oem936|hz-gb-2312)$/;
const UTF8_NAMES = /^(?:utf-?8|65001|cp65001)$/;

function encodingOf(dbf: Uint8Array, cpg: Uint8Array | undefined, problems: ProblemList): string {
  const stated = cpg
    ? new TextDecoder()
        .decode(cpg)
        .replace(/[\s\0]/g, '')
        .toLowerCase()
    : '';
  if (GB_NAMES.test(stated)) return 'gb18030';
  if (UTF8_NAMES.test(stated)) return 'utf-8';
  if (stated !== '') return problems.fail(1, '.cpg', 'encoding-unknown');
  return isUtf8(dbf) ? 'utf-8' : 'gb18030';
}

/** Whether names of fields and records are UTF-8; the numbers between them are not looked at. */
function isUtf8(dbf: Uint8Array): boolean {
  const headerLength = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength).getUint16(DBF_HEADER_LENGTH_AT, true);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let field = 32; field + 32 <= headerLength && dbf[field] !== 0x0d; field += 32) {
      const name = dbf.subarray(field, field + 11);
      const end = name.indexOf(0);
      decoder.decode(end < 0 ? name : name.subarray(0, end));
    }
    decoder.decode(dbf.subarray(headerLength));
    return true;
  } catch {
    return false;
  }
}

async function readFeatures(shp: Uint8Array, dbf: Uint8Array, encoding: string): Promise<SourceFeature[]> {
  const [shapes, rows] = await Promise.all([openShp(shp), openDbf(dbf, { encoding })]);
  const features: SourceFeature[] = [];
  for (;;) {
    const [shape, row] = await Promise.all([shapes.read(), rows.read()]);
    if (shape.done !== row.done) throw new Error(`Shapes and rows differ in number after ${features.length}.`);
    if (shape.done) return features;
    const properties = new Map(Object.entries(row.value ?? {}).map(([key, value]) => [key.trim(), textOf(value)]));
    features.push({ row: features.length + 1, properties, geometry: { ...shape.value } });
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
}
