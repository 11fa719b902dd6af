import type { Finding } from '../finding.ts';
import type { SheetTable } from '../sheet-table.ts';
import type { ColumnMatch } from '../templates/match-columns.ts';
import { compareFindings, makeFinding } from './findings-list.ts';
import type { ReadPlan } from './read-plan.ts';

const CRS_HEADER = '坐标系';

/**
 * What is wrong with a table before any row is read: required columns that are missing, two columns for one field,
 * columns that nobody knows. Also which columns are read in another unit because their header says so.
 */
export function tableFindings(
  table: SheetTable,
  { template, columns }: ReadPlan,
  match: ColumnMatch,
  tableCrs: string | undefined,
): Finding[] {
  const hasGeometry = table.rows.some(({ geometry }) => geometry !== undefined);
  const missing = template.fields
    .filter(({ required, key }) => required && !match.positionsOfField.has(key))
    .filter(({ key, type }) => !isGivenElsewhere(key, type, { hasGeometry, tableCrs, asOf: table.asOf }))
    .map(({ zh }) => makeFinding(table, 'error', 'column-missing', { row: table.headerRow, missingColumn: zh }));
  const twice = [...match.positionsOfField].flatMap(([key, positions]) => twiceClaimed(table, key, positions));
  const unknown = match.unknown.flatMap((position) => {
    const column = table.columns[position];
    return column ? [makeFinding(table, 'doubt', 'column-unknown', { row: table.headerRow, column })] : [];
  });
  const scaled = columns
    .filter(({ headerScale }) => headerScale !== 1)
    .map(({ column, headerScale }) =>
      makeFinding(table, 'repair', 'header-unit', { row: table.headerRow, column }, { scale: headerScale }),
    );
  const hasAxes = match.positionsOfField.has('lon') || match.positionsOfField.has('lat');
  const canNameCrs = tableCrs !== undefined || (match.positionsOfField.has('crs') && !hasGeometry);
  const isCrsMissing = (hasGeometry || hasAxes) && !canNameCrs && !missing.some(({ column }) => column === CRS_HEADER);
  const crs = isCrsMissing ? [makeFinding(table, 'error', 'crs-missing', {})] : [];
  return [...crs, ...missing, ...twice, ...unknown, ...scaled].sort(compareFindings);
}

interface GivenElsewhere {
  readonly hasGeometry: boolean;
  readonly tableCrs: string | undefined;
  readonly asOf: string | undefined;
}

/** Geometries have their own coordinates, a file or an import may state the system, the line below the title the day. */
function isGivenElsewhere(key: string, type: string, { hasGeometry, tableCrs, asOf }: GivenElsewhere): boolean {
  if (key === 'lon' || key === 'lat') return hasGeometry;
  if (key === 'crs') return hasGeometry || tableCrs !== undefined;
  return type === 'date' && asOf !== undefined;
}

function twiceClaimed(table: SheetTable, key: string, positions: readonly number[]): Finding[] {
  const [first, ...others] = positions
    .map((position) => table.columns[position])
    .filter((column) => column !== undefined);
  if (!first || others.length === 0) return [];
  return others.map((column) =>
    makeFinding(
      table,
      'error',
      'field-twice',
      { row: table.headerRow, column },
      { first: first.header, second: column.header, field: key },
    ),
  );
}
