import { extname } from 'node:path';
import type { LonLat } from '../../geodata/units.ts';
import { csvTable } from './csv-rows.ts';
import { geojsonTable } from './geojson-rows.ts';
import { headerKey } from './header-key.ts';
import { type ProblemList, problemList } from './input-problems.ts';
import { REQUIRED_COLUMNS, SUPPORTED_CRS } from './place-columns.ts';
import { type ColumnSynonyms, decimalNumber, type FieldReader, fieldReader, findColumns } from './place-fields.ts';
import { assignIds, isRoundedId, repeatedIds } from './place-ids.ts';
import { type Position, positionProblem } from './position.ts';
import { WHOLE_ROW } from './problem-words.ts';
import { reportPersonalData } from './report-personal-data.ts';
import type { SourceTable } from './source-table.ts';
import { readUtf8 } from './utf8-file.ts';

/** The fields that every table of places has. */
export type PlaceField = 'id' | 'name' | 'lon' | 'lat' | 'crs';

/** What every place has, already checked. */
export interface PlaceBase {
  readonly id: string;
  readonly name: string;
  readonly coord: LonLat;
}

/** How one kind of place is read. */
export interface PlaceReading<Field extends string, Place> {
  readonly synonyms: ColumnSynonyms<Field | PlaceField>;
  /** A name for a row that has none, where the kind of place allows that. */
  readonly fallbackName?: (fields: FieldReader<Field | PlaceField>) => string | undefined;
  readonly onTable?: TableListener | undefined;
  /** Adds what is peculiar to the kind of place. Also called for rows with problems, to gather all of them. */
  readonly build: (base: PlaceBase, fields: FieldReader<Field | PlaceField>) => Place;
}

/** What a table says beside its places. */
export interface TableFacts {
  /** The row of each place, from 1: in a table the header is row 1, and blank rows count. */
  readonly rows: readonly number[];
  /** Columns of a CSV table that mean nothing here, so that none is passed over in silence. */
  readonly unusedColumns: readonly string[];
}

/** Hears of a table that was read without a problem. */
export type TableListener = (facts: TableFacts) => void;

/**
 * Reads a CSV or GeoJSON file of places, all of it or nothing. Throws one `input-invalid` with every
 * problem of the file; a file that is not there is Node's own error.
 */
export async function readPlaces<Field extends string, Place>(
  path: string,
  { synonyms, fallbackName, onTable, build }: PlaceReading<Field, Place>,
): Promise<Place[]> {
  const problems = problemList(path);
  const table = await readSourceTable(path, problems);
  reportPersonalData(table, problems);
  const headers = findColumns<Field | PlaceField>(table.headers, synonyms, problems);
  for (const field of REQUIRED_COLUMNS[table.coordinates]) {
    if (headers[field].length === 0) problems.add(1, synonyms[field].join('/'), 'column-missing');
  }
  const rows = table.rows.map((row) => fieldReader(row, headers, synonyms, problems));
  const names = rows.map((row) => row.text('name') ?? fallbackName?.(row) ?? '');
  const ids = placeIds(rows, names);
  const places = rows.map((row, index) => {
    reportName(row, names[index] ?? '', table);
    reportCrs(row);
    return build({ id: ids[index] ?? '', name: names[index] ?? '', coord: coordOf(row, table, problems) }, row);
  });
  problems.throwIfAny();
  onTable?.({ rows: rows.map(({ row }) => row), unusedColumns: unusedColumns(table, Object.values(headers)) });
  return places;
}

async function readSourceTable(path: string, problems: ProblemList): Promise<SourceTable> {
  const extension = extname(path).toLowerCase();
  if (extension === '.csv') return csvTable(await readUtf8(path, problems), problems);
  if (extension === '.geojson' || extension === '.json') return geojsonTable(await readUtf8(path, problems), problems);
  return problems.fail(1, WHOLE_ROW, 'file-type');
}

/** Properties of GeoJSON are not looked at: maps carry many, and none was typed for us. */
function unusedColumns({ headers, coordinates }: SourceTable, used: readonly (readonly string[])[]): string[] {
  const known = new Set(used.flat());
  return coordinates === 'columns' ? [...headers.keys()].filter((header) => !known.has(header)) : [];
}

function placeIds(rows: readonly FieldReader<PlaceField>[], names: readonly string[]): string[] {
  const ids = assignIds(rows.map((row, index) => ({ row: row.row, id: row.text('id'), name: names[index] ?? '' })));
  for (const index of repeatedIds(ids)) rows[index]?.report('id', 'id-twice');
  for (const row of rows) if (isRoundedId(row.text('id') ?? '')) row.report('id', 'id-rounded');
  return ids;
}

/** A table without a column of names has had that reported once; a collection of features has it reported by row. */
function reportName(row: FieldReader<PlaceField>, name: string, table: SourceTable): void {
  if (name === '' && (row.has('name') || table.coordinates === 'points')) row.report('name', 'name-missing');
}

function reportCrs(row: FieldReader<PlaceField>): void {
  if (!row.has('crs')) return;
  const crs = row.text('crs');
  if (crs === undefined) row.report('crs', 'crs-missing');
  else if (!SUPPORTED_CRS.has(headerKey(crs))) row.report('crs', 'crs-unsupported');
}

/** NaN stands where there is no number; the problem is then reported, and the place never leaves this module. */
function coordOf(row: FieldReader<PlaceField>, table: SourceTable, problems: ProblemList): LonLat {
  if (table.coordinates === 'columns') return columnCoord(row);
  const { lon, lat } = row.point ?? { lon: Number.NaN, lat: Number.NaN };
  const problem = row.point && positionProblem(row.point);
  if (problem) problems.add(row.row, 'geometry', problem.rule);
  return [lon, lat];
}

function columnCoord(row: FieldReader<PlaceField>): LonLat {
  const position: Position = { lon: columnDegrees(row, 'lon'), lat: columnDegrees(row, 'lat') };
  const bothNumbers = Number.isFinite(position.lon) && Number.isFinite(position.lat);
  const problem = bothNumbers ? positionProblem(position) : undefined;
  if (problem) row.report(problem.axis, problem.rule);
  return [position.lon, position.lat];
}

function columnDegrees(row: FieldReader<PlaceField>, axis: 'lon' | 'lat'): number {
  if (!row.has(axis)) return Number.NaN;
  const text = row.text(axis);
  const degrees = decimalNumber(text ?? '');
  if (Number.isNaN(degrees)) row.report(axis, text === undefined ? 'coordinate-missing' : 'coordinate-not-number');
  return degrees;
}
