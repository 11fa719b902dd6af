import ExcelJS from 'exceljs';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows of a workbook's first sheet without its header, as another program reads them; empty cells are null. */
export async function sheetRows(bytes: Buffer): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('A workbook without a sheet.');
  const rows: unknown[][] = [];
  for (let row = 2; row <= sheet.rowCount; row++) {
    rows.push(Array.from({ length: sheet.columnCount }, (_, column) => sheet.getCell(row, column + 1).value));
  }
  return rows;
}
