import { readCsv } from '../formats/read-csv.ts';
import { readWorkbook } from '../formats/xlsx/read-workbook.ts';
import { openZip } from '../formats/zip-archive.ts';
import type { Grid } from '../grid.ts';
import { isWorkbook } from './original-workbook.ts';

/** The sheets of the user's file, to be shown again; empty for a file that is neither a workbook nor a CSV file. */
export async function originalGrids(name: string, bytes: Uint8Array): Promise<readonly Grid[]> {
  if (isWorkbook(name, bytes)) return readWorkbook(name, openZip(name, bytes));
  return /\.(?:csv|txt|tsv)$/i.test(name) ? [await readCsv(name, bytes)] : [];
}

/** Cells of all sheets. */
export function cellCount(grids: readonly Grid[]): number {
  let count = 0;
  for (const { rows } of grids) for (const row of rows) count += row.length;
  return count;
}
