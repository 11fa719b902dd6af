import type { CheckedTable } from '../tables/checked-table.ts';
import type { Finding } from '../tables/finding.ts';

/** Figures of a finding's sentence. */
type FindingData = Readonly<Record<string, string | number>>;

/** Gathers what the steps find that look at tables together. */
export class IntakeFindings {
  private readonly found: Finding[] = [];

  /** An error in a cell, which keeps its row out. @returns no rows, for the step to go on with */
  error(table: CheckedTable, row: number, field: string, rule: string, data?: FindingData): [] {
    this.found.push({ level: 'error', rule, ...placeOf(table, row, field), ...(data ? { data } : {}) });
    return [];
  }

  /** Something in a cell that wants a look. */
  doubt(table: CheckedTable, row: number, field: string, rule: string, data?: FindingData): void {
    this.found.push({ level: 'doubt', rule, ...placeOf(table, row, field), ...(data ? { data } : {}) });
  }

  /** Something about a whole file, or about the delivery where `file` is empty. */
  file(level: Finding['level'], file: string, rule: string, data?: FindingData, sheet?: string): void {
    this.found.push({ level, rule, file, ...(sheet === undefined ? {} : { sheet }), ...(data ? { data } : {}) });
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.found.push(finding);
  }

  /** Rows of a sheet that an error keeps out so far. */
  rowsWithErrors(file: string, sheet: string | undefined): ReadonlySet<number> {
    const rows = this.found.flatMap((finding) =>
      finding.level === 'error' && finding.file === file && finding.sheet === sheet ? (finding.row ?? []) : [],
    );
    return new Set(rows);
  }

  all(): readonly Finding[] {
    return this.found;
  }
}

function placeOf(
  table: CheckedTable,
  row: number,
  field: string,
): Pick<Finding, 'file' | 'sheet' | 'row' | 'column' | 'columnIndex'> {
  const column = table.columnOfField[field];
  return {
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    row,
    ...(column ? { column: column.header, columnIndex: column.index } : {}),
  };
}
