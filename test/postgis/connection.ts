import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** A connection whose tables stand in a schema that no other test file sees. */
export interface OwnSchema {
  readonly client: pg.Client;
  /** Name of the schema, first in the connection's search path; PostGIS is in `public`, second. */
  readonly schema: string;
  /** Drops the schema with all it holds and disconnects. */
  readonly close: () => Promise<void>;
}

/** Two `CREATE EXTENSION IF NOT EXISTS` at a time fail; whoever holds this advisory lock goes first. */
const EXTENSION_LOCK = 7_205_513;

/**
 * Connects to the PostGIS at `DATABASE_URL` and makes a new schema there. Call it in `beforeAll`,
 * `close()` in `afterAll`.
 *
 * @throws Error where `DATABASE_URL` is not set, saying how to run the tests
 */
export async function openOwnSchema(): Promise<OwnSchema> {
  const connectionString = process.env['DATABASE_URL'];
  if (!connectionString) throw new Error('DATABASE_URL is not set: run these tests by npm run test:postgis.');
  const client = new pg.Client({ connectionString });
  await client.connect();
  const schema = `test_${randomBytes(8).toString('hex')}`;
  await createPostgis(client);
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(`SET search_path TO ${schema}, public`);
  return { client, schema, close: () => closeSchema(client, schema) };
}

async function createPostgis(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [EXTENSION_LOCK]);
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public');
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [EXTENSION_LOCK]);
  }
}

const DROP_ATTEMPTS = 20;
const DROP_PAUSE_MS = 250;
/** PostgreSQL, appendix A: what a transaction gets that is chosen to end a deadlock, and may try again. */
const DEADLOCK_DETECTED = '40P01';

/**
 * A client that was killed leaves a session behind on the server, which ends its statement before it notices; until then
 * it holds locks in the schema, in an order of its own.
 */
async function closeSchema(client: pg.Client, schema: string): Promise<void> {
  try {
    for (let attempt = 1; ; attempt++) {
      const failure = await client.query(`DROP SCHEMA ${schema} CASCADE`).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure === undefined) return;
      if ((failure as pg.DatabaseError).code !== DEADLOCK_DETECTED || attempt === DROP_ATTEMPTS) throw failure;
      await setTimeout(DROP_PAUSE_MS);
    }
  } finally {
    await client.end();
  }
}
