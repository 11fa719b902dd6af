import { personalValue } from '../../files/personal-data.ts';
import type { Finding, FindingLevel } from '../finding.ts';
import type { CellValue } from '../grid.ts';
import type { SheetColumn, SheetTable } from '../sheet-table.ts';
import type { FindingData } from './cell-report.ts';

/** Figures, dates and coordinates as people write them; words are never repeated. */
const FIGURE = /^[\d０-９.,，．+\-/:°º′″'"度分秒年月日号〇○EeNn%\s]{1,30}$/;

/** Where a finding is: a row, and a column where it is about one cell. */
export interface FindingPlace {
  readonly row?: number;
  readonly column?: SheetColumn;
  /** Header of a column that the table lacks. */
  readonly missingColumn?: string;
}

/** Makes findings of one table. `value` is repeated where it is a figure, not personal and not to be concealed. */
export function makeFinding(
  { file, sheet }: Pick<SheetTable, 'file' | 'sheet'>,
  level: FindingLevel,
  rule: string,
  { row, column, missingColumn }: FindingPlace,
  data?: FindingData,
  value?: CellValue,
): Finding {
  const header = column ? column.header : missingColumn;
  const shown = value === undefined ? undefined : shownValue(value);
  return {
    level,
    rule,
    file,
    ...(sheet === undefined ? undefined : { sheet }),
    ...(row === undefined ? undefined : { row }),
    ...(header === undefined ? undefined : { column: header }),
    ...(column === undefined ? undefined : { columnIndex: column.index }),
    ...(shown === undefined ? undefined : { value: shown }),
    ...(data === undefined ? undefined : { data }),
  };
}

/** By row, those of the whole table first, then by column, those of the whole row last. */
export function compareFindings(first: Finding, second: Finding): number {
  return (
    (first.row ?? 0) - (second.row ?? 0) ||
    (first.columnIndex ?? Number.MAX_SAFE_INTEGER) - (second.columnIndex ?? Number.MAX_SAFE_INTEGER)
  );
}

/** One list in order out of two that are each in order. */
export function mergeFindings(first: readonly Finding[], second: readonly Finding[]): readonly Finding[] {
  if (second.length === 0) return first;
  const merged: Finding[] = [];
  let next = 0;
  for (const finding of first) {
    for (; next < second.length && compareFindings(second[next] as Finding, finding) < 0; next++) {
      merged.push(second[next] as Finding);
    }
    merged.push(finding);
  }
  for (; next < second.length; next++) merged.push(second[next] as Finding);
  return merged;
}

function shownValue(value: CellValue): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || !FIGURE.test(value)) return undefined;
  return personalValue(value) === undefined ? value.trim() : undefined;
}
