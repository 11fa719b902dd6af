import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { DemoCounty } from '../../geodata/demo/county.ts';
import type { OfficeCell, OfficeCsv, OfficeFile } from '../../geodata/demo/office/office-file.ts';
import { officeFiles } from '../../geodata/demo/office/office-files.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import { encodeGbk } from '../files/gbk-text.ts';
import { polygonShapefile } from '../files/polygon-shapefile.ts';
import { demoPbf } from './demo-files.ts';
import { archiveBytes, workbookBytes } from './demo-workbook.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** A file by the name its office gave it. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The demonstration county's files as ten offices send them: same county, same bytes. */
export async function officeFileBytes(county: DemoCounty): Promise<NamedBytes[]> {
  const files: NamedBytes[] = [];
  for (const file of officeFiles(county)) files.push({ name: file.name, bytes: await bytesOf(county, file) });
  return files;
}

/**
 * Writes `officeFileBytes` into a folder, which is made where there is none. Each file whole or not at all.
 * @returns the files' names
 */
export async function writeOfficeFiles(county: DemoCounty, folder: string): Promise<string[]> {
  const files = await officeFileBytes(county);
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeFileAtomically(join(folder, name), bytes);
  return files.map(({ name }) => name);
}

/** The bytes of one described file, also of those that are not among the ten. */
export async function bytesOf(county: DemoCounty, file: OfficeFile): Promise<Uint8Array> {
  switch (file.format) {
    case 'xlsx':
      return workbookBytes(file.sheets);
    case 'csv':
      return csvBytes(file);
    case 'shapefile':
      return archiveBytes(Object.assign({}, ...file.layers.map(polygonShapefile)));
    case 'pbf':
      return demoPbf(county);
  }
}

/** As spreadsheet programs save it: codes are not guarded, cells in quotation marks only where they must be. */
function csvBytes({ encoding, rows }: OfficeCsv): Uint8Array {
  const text = `${Papa.unparse(rows.map((cells) => cells.map(csvCell)))}\r\n`;
  return encoding === 'gbk' ? encodeGbk(text) : new TextEncoder().encode(BYTE_ORDER_MARK + text);
}

function csvCell(cell: OfficeCell): string | number {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.date : cell;
}
