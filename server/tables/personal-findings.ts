import { personalHeader, personalNumber, personalValue } from '../files/personal-data.ts';
import type { ProblemRule } from '../files/problem-words.ts';
import { OSM_ID_HEADERS } from '../files/report-personal-data.ts';
import type { Finding } from './finding.ts';
import type { CellValue, Grid } from './grid.ts';
import { type Pace, startPace } from './pacing.ts';
import type { SheetColumn, SheetTable } from './sheet-table.ts';

/** At most so many findings are listed; all of them are counted. */
const LISTED_FINDINGS = 100;
const MOST_REMEMBERED = 50_000;

/** What was found of people in a sheet; `count` is of all of it. */
export interface PersonalFindings {
  readonly findings: readonly Finding[];
  readonly count: number;
}

/**
 * Columns and cells of a sheet that look personal: by their headers, and every cell by its value, in and outside the
 * tables; numbers too. A label such as 身份证号 by itself is one outside a header as well, except in the rows of
 * titles, remarks and signatures, whose names are dropped (`dropped`, from 0). The value is never repeated.
 */
export async function personalFindings(
  grid: Grid,
  tables: readonly SheetTable[],
  dropped: ReadonlySet<number>,
  pace: Pace = startPace(),
): Promise<PersonalFindings> {
  const list = findingList(grid);
  const exemptColumns = tables.map((table) => reportColumns(table, list));
  const tableOf = tableOfRow(tables);
  const test = rememberedTest();
  for (let row = 0; row < grid.rows.length; row++) {
    if ((row & 63) === 0) await pace.rest();
    const index = tableOf.get(row) ?? -1;
    const isDropped = dropped.has(row);
    (grid.rows[row] ?? []).forEach((value, column) => {
      if (exemptColumns[index]?.has(column)) return;
      const rule = test(value) ?? (!isDropped && isLabel(value) ? 'personal-column' : undefined);
      if (rule) list.add(rule, row, column, tables[index]);
    });
  }
  return list;
}

interface FindingList extends PersonalFindings {
  readonly findings: Finding[];
  readonly add: (rule: ProblemRule, row: number, column: number, table: SheetTable | undefined) => void;
}

function findingList({ file, sheet }: Grid): FindingList {
  const findings: Finding[] = [];
  let count = 0;
  return {
    findings,
    get count() {
      return count;
    },
    add: (rule, row, columnIndex, table) => {
      count++;
      if (findings.length >= LISTED_FINDINGS) return;
      const header = table?.columns.find(({ index }) => index === columnIndex)?.header;
      const place = { file, ...(sheet === undefined ? {} : { sheet }), row: row + 1, columnIndex };
      findings.push({ level: 'error', rule, ...place, ...(isHarmless(header) ? { column: header } : {}) });
    },
  };
}

function isHarmless(header: string | undefined): header is string {
  return header !== undefined && header !== '' && personalValue(header) === undefined;
}

/** Reports the personal columns of a table; gives those whose cells need no look: these, and numbers of OSM. */
function reportColumns(table: SheetTable, list: FindingList): ReadonlySet<number> {
  const exempt = new Set<number>();
  for (const column of table.columns) {
    const rule = columnRule(column);
    if (rule) list.add(rule, table.headerRow - 1, column.index, table);
    if (rule || OSM_ID_HEADERS.has(column.header)) exempt.add(column.index);
  }
  return exempt;
}

function columnRule({ header, group = '' }: SheetColumn): ProblemRule | undefined {
  if (personalHeader(header) || personalHeader(group)) return 'personal-column';
  return personalValue(header) ?? personalValue(group);
}

/** Of each row of data or header, from 0, the position of its table: a header's own cells are not reported twice. */
function tableOfRow(tables: readonly SheetTable[]): ReadonlyMap<number, number> {
  const positions = new Map<number, number>();
  tables.forEach(({ rows, leftOut }, i) => {
    for (const { row } of rows) positions.set(row - 1, i);
    for (const { row, why } of leftOut) if (why === 'header') positions.set(row - 1, i);
  });
  return positions;
}

const LABEL =
  /^[一-鿿]{0,6}(?:姓名|身份证号?码?|公民身份号码|证件号码?|手机号?码?|联系电话|电话号?码|联系人|联系方式|住址|家庭地址|户主|警号)$/;
const LONGEST_LABEL = 16;

function isLabel(value: CellValue): boolean {
  if (typeof value !== 'string' || value.length > LONGEST_LABEL) return false;
  return LABEL.test(value.normalize('NFKC').replace(/[\s:*]/g, ''));
}

/** Numbers of few digits, dates and short words hold nothing; texts that come again are looked at once. */
function rememberedTest(): (value: CellValue) => ProblemRule | undefined {
  const known = new Map<string, ProblemRule | undefined>();
  return (value) => {
    if (typeof value === 'number') return personalNumber(value);
    if (typeof value !== 'string' || value.length < 3) return undefined;
    if (known.has(value)) return known.get(value);
    if (known.size >= MOST_REMEMBERED) known.clear();
    const rule = personalText(value);
    known.set(value, rule);
    return rule;
  };
}

const ROUNDED = /^\s*\d(?:\.\d+)?[eE]\+?1[07]\s*$/;

/** A number that a spreadsheet has put into powers of ten, 1.3912345678E10, is looked at as the number. */
function personalText(text: string): ProblemRule | undefined {
  const plain = text.normalize('NFKC');
  return personalValue(text) ?? (ROUNDED.test(plain) ? personalNumber(Number(plain)) : undefined);
}
