import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { GeodataError, type InputProblem } from '../../geodata/errors.ts';
import { checkTable } from '../tables/check-table.ts';
import type { CheckedTable } from '../tables/checked-table.ts';
import type { Finding, FindingLevel } from '../tables/finding.ts';
import { readTables } from '../tables/read-tables.ts';
import { recogniseKind } from '../tables/recognise-kind.ts';
import type { SheetTable } from '../tables/sheet-table.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { knownHeaders } from '../tables/templates/known-headers.ts';
import { columnKey, matchColumns } from '../tables/templates/match-columns.ts';
import { TEMPLATES } from '../tables/templates/templates.ts';
import { type AreaLayer, isAreaTable, readAreaLayer } from './area-tables.ts';
import type { FileRole, IntakeChoices, IntakeFile, UnknownColumn } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';

/** How far a check is. */
export interface IntakeProgress {
  /** The file that is being read; undefined while tables are held against each other. */
  readonly file: string | undefined;
  /** Files that are done, and all of them. */
  readonly filesDone: number;
  readonly files: number;
  /** Rows of the file that are done, and as far as is known all of them. */
  readonly rowsDone: number;
  readonly rows: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IntakeProgress) => void) | undefined;
}

/** A file after reading: what it is and what it holds. */
export interface ReadFile {
  readonly file: IntakeFile;
  readonly byteLength: number;
  readonly sha256: string | undefined;
  readonly roles: readonly FileRole[];
  readonly tables: readonly CheckedTable[];
  readonly layers: readonly AreaLayer[];
}

/** A delivery's files, each read and its tables checked row by row. */
export interface ReadDelivery {
  readonly files: readonly ReadFile[];
  readonly unknownColumns: readonly UnknownColumn[];
}

/** Reads every file of a delivery, in whatever order they came. What is wrong becomes a finding, never an exception. */
export async function readDelivery(
  files: readonly IntakeFile[],
  choices: IntakeChoices,
  findings: IntakeFindings,
  options: ReadOptions = {},
): Promise<ReadDelivery> {
  const unknownColumns: UnknownColumn[] = [];
  const read: ReadFile[] = [];
  for (const [index, file] of files.entries()) {
    options.signal?.throwIfAborted();
    const onRows = (rowsDone: number, rows: number): void =>
      options.onProgress?.({ file: file.name, filesDone: index, files: files.length, rowsDone, rows });
    onRows(0, 0);
    if (files.findIndex(({ name }) => name === file.name) < index) {
      findings.file('error', file.name, 'file-name-twice');
      read.push({ file, byteLength: 0, sha256: undefined, roles: ['refused'], tables: [], layers: [] });
      continue;
    }
    read.push(await readFile({ file, choices, findings, unknownColumns, signal: options.signal, onRows }));
  }
  options.onProgress?.({ file: undefined, filesDone: files.length, files: files.length, rowsDone: 0, rows: 0 });
  return { files: read, unknownColumns };
}

interface Reading {
  readonly file: IntakeFile;
  readonly choices: IntakeChoices;
  readonly findings: IntakeFindings;
  readonly unknownColumns: UnknownColumn[];
  readonly signal: AbortSignal | undefined;
  readonly onRows: (done: number, total: number) => void;
}

async function readFile(reading: Reading): Promise<ReadFile> {
  const { file } = reading;
  const size = 'bytes' in file ? file.bytes.length : (await stat(file.path)).size;
  const none = { file, byteLength: size, sha256: undefined, tables: [], layers: [] };
  if (/\.pbf$/i.test(file.name)) {
    return { ...none, sha256: await sha256Of(file), roles: ['roads'] };
  }
  if (!('bytes' in file)) throw new Error(`${file.name} is a table and must be held in memory.`);
  try {
    return await readTableFile(reading, file.bytes);
  } catch (error) {
    if (!(error instanceof GeodataError) || error.code !== 'input-invalid') throw error;
    reading.findings.add(refusalFindings(file.name, error));
    return { ...none, roles: ['refused'] };
  }
}

async function readTableFile(reading: Reading, bytes: Uint8Array): Promise<ReadFile> {
  const { file, choices, findings, signal, onRows } = reading;
  const { tables, findings: found } = await readTables(file.name, bytes, {
    knownHeaders: knownHeaders(),
    signal,
    onProgress: onRows,
  });
  findings.add(found);
  const layers: AreaLayer[] = [];
  const checked: CheckedTable[] = [];
  for (const table of tables) {
    const kind = kindOf(table, reading);
    if (kind && kind !== 'ignore') checked.push(await checkedTable(table, kind, reading));
    else if (!kind && isAreaTable(table)) layers.push(readAreaLayer(table, choices, findings));
  }
  const roles = new Set<FileRole>([...layers.map(({ role }) => role), ...checked.map(() => 'tables' as const)]);
  return {
    file,
    byteLength: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    roles: roles.size === 0 ? ['nothing'] : [...roles],
    tables: checked,
    layers,
  };
}

function kindOf(table: SheetTable, { choices, findings }: Reading): TableKind | 'ignore' | undefined {
  const chosen = choices.kinds?.[table.file]?.[table.sheet ?? ''];
  if (chosen) return chosen;
  const found = recogniseKind(
    table,
    Object.assign({}, ...Object.values(choices.columns ?? {})) as Record<string, string>,
  );
  if (found && !found.ambiguous) return found.kind;
  if (isAreaTable(table)) return undefined;
  const rule = found ? 'table-kind-ambiguous' : 'table-kind-unknown';
  findings.file('error', table.file, rule, undefined, table.sheet);
  return undefined;
}

async function checkedTable(
  table: SheetTable,
  kind: TableKind,
  { choices, findings, unknownColumns, signal, onRows }: Reading,
): Promise<CheckedTable> {
  const remembered = choices.columns?.[kind] ?? {};
  const chosen = choices.referenceSystems?.[table.file];
  const stated = chosen === undefined ? table : inSystem(table, kind, remembered, chosen);
  const checked = await checkTable(stated, kind, { remembered, signal, onProgress: onRows });
  findings.add(checked.findings);
  const unreadable = findings.rowsWithErrors(table.file, table.sheet);
  for (const column of checked.unknownColumns) {
    const { file, sheet } = table;
    unknownColumns.push({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      ...{ kind, header: column.header, key: columnKey(column) },
    });
  }
  return { ...checked, rows: checked.rows.filter(({ row }) => !unreadable.has(row)) };
}

/** A table with a system that the user chose, whatever its rows say: the column of their own is left out of account. */
function inSystem(
  table: SheetTable,
  kind: TableKind,
  remembered: Readonly<Record<string, string>>,
  system: string,
): SheetTable {
  const positions = new Set(matchColumns(table.columns, TEMPLATES[kind], remembered).positionsOfField.get('crs'));
  const rows = table.rows.map((row) => ({
    ...row,
    values: row.values.map((value, position) => (positions.has(position) ? null : value)),
  }));
  return { ...table, statedCrs: system, rows };
}

/** A refused file's problems, as findings: where, and which rule, never what. */
function refusalFindings(file: string, error: GeodataError): Finding[] {
  const problems = (error.data['problems'] ?? []) as readonly (InputProblem & { readonly sheet?: string })[];
  const level: FindingLevel = 'error';
  return problems.map(({ row, column, rule, sheet }) => ({
    ...{ level, rule, file },
    ...(sheet === undefined ? {} : { sheet }),
    ...(row > 0 ? { row } : {}),
    ...(column === '*' ? {} : { column }),
  }));
}

async function sha256Of(file: IntakeFile): Promise<string> {
  const hash = createHash('sha256');
  if ('bytes' in file) hash.update(file.bytes);
  else await pipeline(createReadStream(file.path), hash);
  return hash.digest('hex');
}
