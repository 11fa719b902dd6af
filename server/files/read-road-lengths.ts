import { readFile } from 'node:fs/promises';
import type { RoadLength } from '../../geodata/records/county-records.ts';
import { checkTable } from '../tables/check-table.ts';
import type { Finding } from '../tables/finding.ts';
import { readTables } from '../tables/read-tables.ts';
import { recogniseKind } from '../tables/recognise-kind.ts';
import { refusal } from '../tables/refusal.ts';
import { knownHeaders } from '../tables/templates/known-headers.ts';

/** The lengths of a file, and what was found in it; with an `error` among the findings they are not to be used. */
export interface RoadLengthsRead {
  readonly lengths: readonly RoadLength[];
  readonly findings: readonly Finding[];
}

/**
 * Reads official road lengths 道路里程核对 from a workbook, CSV or whatever else offices' tables come in: of several
 * tables those that are of this kind, of one table that one.
 * @throws GeodataError `input-invalid` for a file that is refused as a whole, or in which no table is of this kind
 */
export async function readRoadLengths(path: string): Promise<RoadLengthsRead> {
  const { tables, findings } = await readTables(path, await readFile(path), { knownHeaders: knownHeaders() });
  const own = tables.length === 1 ? tables : tables.filter((table) => recogniseKind(table)?.kind === 'road-lengths');
  if (own.length === 0) throw refusal(path, 'table-missing');
  const checked = await Promise.all(own.map((table) => checkTable(table, 'road-lengths')));
  return {
    lengths: checked.flatMap(({ rows }) => rows.map(({ item }) => item)),
    findings: [...findings, ...checked.flatMap((table) => table.findings)],
  };
}
