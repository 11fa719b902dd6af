import { GeodataError } from '../../geodata/errors.ts';
import type { Condition } from '../../geodata/roads/profiles/conditions.ts';
import { USUAL_TAGS } from '../counties/county-files.ts';
import { readStoredNetwork } from '../counties/stored-network.ts';
import type { Db } from '../db/db.ts';
import { type ImportOptions, importCounty } from '../db/import-county.ts';
import { listNetworks } from '../db/networks.ts';
import { currentVersion, type DatasetVersion, type VersionSource } from '../db/versions.ts';
import { prepareImport } from '../workers/prepare-import.ts';
import type { CheckedIntake } from './intake.ts';

/** What a delivery becomes. */
export interface CommitRequest {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
  readonly note?: string | undefined;
  /** Whether rows with errors may be left out: else one error refuses all. */
  readonly rows: 'all' | 'good';
  /** Where the delivery's roads lie; undefined: the networks of the county's current version. */
  readonly roads?: { readonly name: string; readonly path: string } | undefined;
  readonly profile?: string | undefined;
  readonly conditions: readonly Condition[];
}

/**
 * Makes a checked delivery the county's next version, whole or not at all.
 * @throws GeodataError `input-invalid` with every error where `rows` is `all` and there is one, or where what is left
 * makes no county; what `importCounty` throws
 */
export async function commitIntake(
  db: Db,
  { county, findings, files }: CheckedIntake,
  request: CommitRequest,
  options: ImportOptions = {},
): Promise<DatasetVersion> {
  requireSound(findings, request.rows);
  const { code, name, note, roads, profile, conditions } = request;
  const sources: VersionSource[] = files.flatMap((file) =>
    file.sha256 === undefined ? [] : [{ name: file.name, sha256: file.sha256 }],
  );
  const tables = { ...county, code, name, sources, ...(note === undefined ? {} : { note }) };
  if (!roads) return importCounty(db, { ...tables, networks: await currentNetworks(db, code) }, options);
  const places = {
    boundary: county.boundary,
    townships: county.townships,
    stations: county.stations,
    settlements: county.settlements,
  };
  const prepared = await prepareImport(
    {
      files: { pbf: roads, stations: { tags: USUAL_TAGS.stations }, settlements: { tags: USUAL_TAGS.settlements } },
      tables: { ...places, notes: [] },
      profile,
      conditions,
    },
    { signal: options.signal },
  );
  try {
    const { networks, hexagons } = prepared.county;
    return await importCounty(db, { ...tables, networks, ...(hexagons ? { hexagons } : {}) }, options);
  } finally {
    await prepared.close();
  }
}

/** Errors of rows may be left out with their rows; an error of a whole file or of the delivery never. */
function requireSound(findings: CheckedIntake['findings'], rows: CommitRequest['rows']): void {
  const errors = findings.filter(({ level, row }) => level === 'error' && (rows === 'all' || row === undefined));
  if (errors.length === 0) return;
  const problems = errors.slice(0, 100).map(({ file, sheet, row = 0, column = '*', rule }) => ({
    ...{ file, row, column, rule },
    ...(sheet === undefined ? {} : { sheet }),
  }));
  const names = [...new Set(errors.map(({ file }) => file))].join(', ');
  throw new GeodataError('input-invalid', `${names}: ${errors.length} error(s) in the delivery.`, {
    ...{ file: names, problems, problemCount: errors.length },
  });
}

async function currentNetworks(db: Db, code: string) {
  const version = await currentVersion(db, code);
  const stored = version ? await listNetworks(db, version.id) : [];
  if (stored.length === 0) {
    throw new GeodataError('input-invalid', 'The delivery has no roads, and the county none either.', {
      ...{ file: '', problems: [{ row: 0, column: '*', rule: 'no-roads' }], problemCount: 1 },
    });
  }
  // The base condition comes first: the map shows its roads.
  const inOrder = [...stored].sort((a, b) => Number(b.condition === 'base') - Number(a.condition === 'base'));
  return inOrder.map((network) => () => readStoredNetwork(db, network));
}
