import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { readTables } from '../../server/tables/read-tables.ts';
import { knownHeaders } from '../../server/tables/templates/known-headers.ts';

/**
 * Reads a workbook in this process, by the import's door or by ExcelJS for comparison, and prints milliseconds, peak
 * memory and rows as JSON: run as a process of its own, since peak memory is that of a whole process.
 */
const [reader, path] = process.argv.slice(2);
if (!path) throw new Error('workbook-once (tables|exceljs) FILE');
const bytes = readFileSync(path);
const startedAt = performance.now();
const rows = reader === 'exceljs' ? await rowsByExcelJs() : await rowsByTables();
const ms = performance.now() - startedAt;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms, peakMegabytes, rows }));

async function rowsByTables(): Promise<number> {
  const { tables } = await readTables('bench.xlsx', bytes, { knownHeaders: knownHeaders() });
  return tables.reduce((sum, table) => sum + table.rows.length, 0);
}

async function rowsByExcelJs(): Promise<number> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return (workbook.worksheets[0]?.rowCount ?? 0) - 2;
}
