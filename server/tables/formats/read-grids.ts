import type { Grid } from '../grid.ts';
import { type Pace, startPace } from '../pacing.ts';
import type { ReadingRule } from '../reading-words.ts';
import { refusal } from '../refusal.ts';
import { readCsv } from './read-csv.ts';
import { readGeojson } from './read-geojson.ts';
import { readShapefiles } from './shapefile/read-shapefiles.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

/**
 * The sheets of an office's file, whatever its format, which is told from the bytes; the name decides only among
 * texts. Nothing touches the disk.
 * @throws `input-invalid` with one reason for a file that is not read, saying what to do instead
 */
export async function readGrids(file: string, bytes: Uint8Array, pace: Pace = startPace()): Promise<Grid[]> {
  if (bytes.length === 0) throw refusal(file, 'content-empty');
  const foreign = foreignFormat(file, bytes);
  if (foreign) throw refusal(file, foreign);
  if (startsWith(bytes, ZIP)) return readZip(file, openZip(file, bytes), pace);
  const start = startOfText(bytes);
  if (/^<(?:!doctype|html|\?xml|table|meta|head)/i.test(start)) throw refusal(file, 'workbook-web-page');
  if (/\.(?:geo)?json$/i.test(file)) return [await readGeojson(file, bytes, pace)];
  if (/\.(?:csv|tsv|txt)$/i.test(file)) return [await readCsv(file, bytes, pace)];
  if (/\.(?:xlsx|xlsm|zip)$/i.test(file)) throw refusal(file, 'zip-damaged');
  throw refusal(file, 'format-unknown');
}

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const SQLITE = [...'SQLite format 3'].map((letter) => letter.charCodeAt(0));
const PDF = [...'%PDF'].map((letter) => letter.charCodeAt(0));

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function startOfText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
}

/** Formats that are known and not read. An OLE file is an old workbook, an encrypted new one, or a document. */
function foreignFormat(file: string, bytes: Uint8Array): ReadingRule | undefined {
  if (startsWith(bytes, SQLITE)) return 'geopackage';
  if (startsWith(bytes, PDF)) return 'format-document';
  if (!startsWith(bytes, OLE)) return undefined;
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le')) {
    return 'workbook-encrypted';
  }
  return /\.(?:doc|wps|ppt|dps)$/i.test(file) ? 'format-document' : 'workbook-old';
}

async function readZip(file: string, zip: ZipArchive, pace: Pace): Promise<Grid[]> {
  const names = zip.entries.map(({ name }) => name.toLowerCase());
  const holds = (end: string) => names.some((name) => name.endsWith(end));
  if (holds('xl/workbook.xml') || names.includes('[content_types].xml')) {
    if (holds('xl/workbook.bin')) throw refusal(file, 'workbook-binary');
    if (holds('word/document.xml') || holds('ppt/presentation.xml')) throw refusal(file, 'format-document');
    return readWorkbook(file, zip, pace);
  }
  if (holds('.shp') || holds('.dbf')) return readShapefiles(file, zip, pace);
  throw refusal(file, holds('.gpkg') ? 'geopackage' : 'zip-without-table');
}
