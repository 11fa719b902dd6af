import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import type { PgliteCall, PgliteReply, PgliteStart } from './pglite-calls.ts';
import { openPglite } from './pglite-template.ts';
import type { DriverError } from './store-error.ts';

/** The embedded store's thread: PostgreSQL computes on the thread that calls it, which must not be the main one. */
const port = parentPort;
if (!port) throw new Error('pglite-worker runs in a worker thread.');
const opening = openWithSchema(workerData as PgliteStart);
// Calls that arrive early wait for the opening; whoever made them hears of its failure by the reply with id 0.
opening.then(
  () => port.postMessage({ id: 0, rows: [] } satisfies PgliteReply),
  (error: unknown) => port.postMessage({ id: 0, error: plainError(error) } satisfies PgliteReply),
);
port.on('message', (message: PgliteCall) => {
  answer(message).then(
    (rows) => port.postMessage({ id: message.id, rows } satisfies PgliteReply),
    (error: unknown) => port.postMessage({ id: message.id, error: plainError(error) } satisfies PgliteReply),
  );
});

async function openWithSchema(start: PgliteStart): Promise<PGlite> {
  const pg = await openPglite(start);
  await pg.exec(`SET search_path TO ${start.schema}, public`);
  return pg;
}

async function answer(message: PgliteCall): Promise<unknown[]> {
  const pg = await opening;
  switch (message.call) {
    case 'query':
      return (await pg.query(message.sql, [...message.params])).rows;
    case 'execute':
      await pg.exec(message.sql);
      return [];
    case 'close':
      await pg.close();
      return [];
  }
}

/** PGlite's errors carry PostgreSQL's fields; only these are of use, and only plain values cross to the caller. */
function plainError(error: unknown): DriverError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table } = error as Partial<DriverError>;
  return { message: error.message, code, constraint, table };
}
