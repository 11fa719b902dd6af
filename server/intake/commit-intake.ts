import { GeodataError } from '../../geodata/errors.ts';
import type { Condition } from '../../geodata/roads/profiles/conditions.ts';
import { USUAL_TAGS } from '../counties/county-files.ts';
import { readStoredNetwork } from '../counties/stored-network.ts';
import type { Db } from '../db/db.ts';
import { type CountyImport, type ImportOptions, importCounty } from '../db/import-county.ts';
import { listNetworks } from '../db/networks.ts';
import { currentVersion, type DatasetVersion, type VersionSource } from '../db/versions.ts';
import { prepareImport } from '../workers/prepare-import.ts';
import { BaseMovedError } from './base-moved.ts';
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
  /** The version that the delivery was held against, which must be current still. Undefined: whichever is. */
  readonly base?: { readonly versionId: number | undefined } | undefined;
}

/**
 * Makes a checked delivery the county's next version, whole or not at all.
 * @throws GeodataError `input-invalid` with every error where `rows` is `all` and there is one, or where what is left
 * makes no county; BaseMovedError; what `importCounty` throws
 */
export async function commitIntake(
  db: Db,
  { county, findings, files }: CheckedIntake,
  request: CommitRequest,
  options: ImportOptions = {},
): Promise<DatasetVersion> {
  requireSound({ findings, files }, request.rows);
  await requireBase(db, request);
  const { code, name, note, roads, profile, conditions } = request;
  const sources: VersionSource[] = files.flatMap((file) =>
    file.sha256 === undefined ? [] : [{ name: file.name, sha256: file.sha256 }],
  );
  const tables = { ...county, code, name, sources, ...(note === undefined ? {} : { note }) };
  if (!roads) {
    const stored = await currentNetworks(db, code);
    return importCounty(db, { ...tables, networks: stored.map((network) => onBase(db, request, network)) }, options);
  }
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
    const onSameBase = networks.map((network) => onBase(db, request, network));
    return await importCounty(db, { ...tables, networks: onSameBase, ...(hexagons ? { hexagons } : {}) }, options);
  } finally {
    await prepared.close();
  }
}

/** Asks once more when nobody else can write: networks are built by the only writer of the county. */
function onBase(db: Db, request: CommitRequest, network: Network): Network {
  return async (signal) => {
    await requireBase(db, request);
    return network(signal);
  };
}

type Network = CountyImport['networks'][number];

/** @throws BaseMovedError where another version is current than the delivery was held against */
async function requireBase(db: Db, { code, base }: CommitRequest): Promise<void> {
  if (base && (await currentVersion(db, code))?.id !== base.versionId) throw new BaseMovedError(code);
}

/**
 * Errors of rows may be left out with their rows; an error of a whole file or of the delivery never, nor a file that was
 * refused.
 * @throws GeodataError `input-invalid` with the errors that stand in the way
 */
export function requireSound(
  { findings, files }: Pick<CheckedIntake, 'findings' | 'files'>,
  rows: CommitRequest['rows'],
): void {
  const refused = new Set(files.flatMap(({ name, roles }) => (roles.includes('refused') ? [name] : [])));
  const errors = findings.filter(
    ({ level, row, file }) => level === 'error' && (rows === 'all' || row === undefined || refused.has(file)),
  );
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
