import ExcelJS from 'exceljs';
import { decodeTile } from '../oracles/vector-tile.ts';
import { csvRows } from '../server/api/suite/api-under-test.ts';
import type { VersionName } from './secret-county.ts';

export const FORMS = ['json', 'geojson', 'csv', 'xlsx', 'tile', 'text', 'bytes'] as const;
export type Form = (typeof FORMS)[number];

/** Numbers, texts and truths of one thing, by key; of what is nested in it, by `outer.inner`. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** One answer of one exit. */
export interface Payload {
  /** As the list of exits calls it. */
  readonly exit: string;
  /** What was asked, in the exit's own words. */
  readonly asked: string;
  /** Of which version; undefined where the answer is about none. */
  readonly version: VersionName | undefined;
  readonly form: Form;
  readonly text: string;
  /** Every object, row or feature of it; empty where the form has none. */
  readonly facts: readonly Facts[];
}

/** Every object of an answer with its own facts: JSON objects, features, rows of tables, features of tiles. */
export async function factsOf(form: Form, bytes: Buffer): Promise<Facts[]> {
  switch (form) {
    case 'json':
    case 'geojson':
      return factsOfJson(JSON.parse(bytes.toString('utf8')));
    case 'csv':
      return csvRows(bytes.toString('utf8')).map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cellValue(cell)])),
      );
    case 'xlsx':
      return sheetFacts(bytes);
    case 'tile':
      return Object.values(decodeTile(bytes)).flatMap(({ features }) => features.map(({ properties }) => properties));
    default:
      return [];
  }
}

/** One for every object of a JSON value. Members that are lists of objects have facts of their own. */
export function factsOfJson(value: unknown): Facts[] {
  if (Array.isArray(value)) return value.flatMap(factsOfJson);
  if (typeof value !== 'object' || value === null) return [];
  return [flat(value, ''), ...Object.values(value).flatMap(factsOfJson)];
}

function flat(value: object, prefix: string): Facts {
  const facts: Record<string, Facts[string]> = {};
  for (const [key, member] of Object.entries(value)) {
    if (Array.isArray(member) && member.some((item) => typeof item === 'object')) continue;
    if (typeof member === 'object' && member !== null) Object.assign(facts, flat(member, `${prefix}${key}.`));
    else facts[`${prefix}${key}`] = member as Facts[string];
  }
  return facts;
}

function cellValue(cell: string): string | number | null {
  return cell === '' ? null : /^-?\d+(\.\d+)?$/.test(cell) && cell.length < 12 ? Number(cell) : cell;
}

async function sheetFacts(bytes: Buffer): Promise<Facts[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const facts: Facts[] = [];
  for (const sheet of workbook.worksheets) {
    const headers = Array.from({ length: sheet.columnCount }, (_, column) =>
      String(sheet.getCell(1, column + 1).value),
    );
    for (let row = 2; row <= sheet.rowCount; row++) {
      facts.push(
        Object.fromEntries(
          headers.map((header, column) => [header, sheet.getCell(row, column + 1).value as Facts[string]]),
        ),
      );
    }
  }
  return facts;
}
