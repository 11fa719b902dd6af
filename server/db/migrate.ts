import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Db, Queryable } from './db.ts';
import { requireSchemaName } from './schema-name.ts';
import { StoreError } from './store-error.ts';

/** The numbered SQL files that make the schema, forward only: what is wrong in one is mended by the next. */
const FOLDER = fileURLToPath(new URL('../migrations', import.meta.url));

/** Whoever brings a schema up to date holds this advisory lock; `CREATE EXTENSION` fails where two run it at once. */
const MIGRATION_LOCK = 7_205_513;

const OLDEST_POSTGRESQL = 150_000;

/** One step of the schema. */
export interface Migration {
  /** From 1, without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Reads `NNNN-name.sql` files in order. @throws Error where a name or the numbering is wrong */
export function readMigrations(folder: string = FOLDER): Migration[] {
  const files = readdirSync(folder).sort();
  return files.map((file, index) => {
    const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
    if (Number(number) !== index + 1 || !name)
      throw new Error(`${file} stands where migration ${index + 1} is expected.`);
    return { number: index + 1, name, sql: readFileSync(`${folder}/${file}`, 'utf8') };
  });
}

/**
 * Brings a schema up to date: applies what is missing, each migration in a transaction of its own under a lock,
 * so that several processes may start at once and a killed one leaves whole steps only.
 * @param schema default: the store's own
 * @throws StoreError `schema-mismatch` where an applied migration differs from ours or is unknown to us, or
 * PostgreSQL is older than 15
 */
export async function migrate(db: Db, migrations = readMigrations(), schema = db.schema): Promise<void> {
  requireSchemaName(schema);
  await prepare(db, schema);
  await requireKnown(db, migrations, schema);
  for (const migration of migrations) {
    await db.transaction(async (tx) => {
      await tx.execute(`SET LOCAL search_path TO ${schema}, public`);
      await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      await applyOnce(tx, migration);
    });
  }
}

async function prepare(db: Db, schema: string): Promise<void> {
  const [server] = await db.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
  const version = server?.version ?? 0;
  if (version < OLDEST_POSTGRESQL) throw mismatch(`PostgreSQL ${version} is older than 15`);
  await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await tx.execute('CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public');
    await tx.execute(`
      CREATE SCHEMA IF NOT EXISTS ${schema};
      CREATE TABLE IF NOT EXISTS ${schema}.schema_migration (
        number integer PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`);
  });
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

async function requireKnown(db: Db, migrations: readonly Migration[], schema: string): Promise<void> {
  const applied = await db.query<Applied>(
    `SELECT number, name, checksum FROM ${schema}.schema_migration ORDER BY number`,
  );
  for (const { number, name, checksum } of applied) {
    const ours = migrations[number - 1];
    if (!ours) throw mismatch(`migration ${number} (${name}) is of a newer program`);
    if (checksumOf(ours) !== checksum) throw mismatch(`migration ${number} (${name}) was changed after it was applied`);
  }
}

async function applyOnce(tx: Queryable, migration: Migration): Promise<void> {
  const { number, name, sql } = migration;
  const done = await tx.query('SELECT 1 FROM schema_migration WHERE number = $1', [number]);
  if (done.length > 0) return;
  await tx.execute(sql);
  await tx.query('INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)', [
    number,
    name,
    checksumOf(migration),
  ]);
}

/** Over the name and the text, line ends aside: a checkout on Windows may have changed those. */
function checksumOf({ name, sql }: Migration): string {
  return createHash('sha256')
    .update(`${name}\n${sql.replaceAll('\r\n', '\n')}`)
    .digest('hex');
}

function mismatch(reason: string): StoreError {
  return new StoreError('schema-mismatch', `The store cannot be used: ${reason}.`, { reason });
}
