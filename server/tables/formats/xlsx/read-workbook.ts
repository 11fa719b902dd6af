import type { Grid } from '../../grid.ts';
import { type Pace, startPace } from '../../pacing.ts';
import { type CellBudget, cellBudget } from '../cell-budget.ts';
import type { ZipArchive } from '../zip-archive.ts';
import { SheetReader, type WorkbookTables } from './read-sheet.ts';
import { readXml } from './read-xml.ts';
import {
  type OpenWorkbook,
  readDateFormats,
  readSharedTexts,
  type SheetPart,
  workbookParts,
} from './workbook-parts.ts';

/**
 * All sheets of an XLSX workbook in their order, hidden ones too, from bytes in memory (ECMA-376, both conformance
 * classes). XML is read piece by piece as it is unpacked, so that memory follows the cells, not the XML: see
 * docs/adr/0013.
 * @throws `input-invalid` for a workbook that is damaged or too large
 */
export async function readWorkbook(file: string, zip: ZipArchive, pace: Pace = startPace()): Promise<Grid[]> {
  const workbook = { file, zip, pace };
  const { sheets, sharedStrings, styles, calendar1904 } = await workbookParts(workbook);
  const tables: WorkbookTables = {
    sharedTexts: sharedStrings ? await readSharedTexts(workbook, sharedStrings) : [],
    dateFormats: styles ? await readDateFormats(workbook, styles) : [],
    calendar1904,
  };
  const budget = cellBudget(file);
  const grids: Grid[] = [];
  for (const sheet of sheets) grids.push(await readSheet(workbook, sheet, tables, budget));
  return grids;
}

async function readSheet(
  { file, zip, pace }: OpenWorkbook,
  { name, hidden, entry }: SheetPart,
  tables: WorkbookTables,
  budget: CellBudget,
): Promise<Grid> {
  const reader = new SheetReader(file, tables, budget, pace);
  if (entry) await readXml(file, zip.unpack(entry), reader, pace);
  return { file, sheet: name, ...(hidden ? { hidden } : {}), format: 'xlsx', ...reader.finish() };
}
