import { isDeepStrictEqual } from 'node:util';
import { openNetwork, verifyNetwork } from '../../../../geodata/roads/network.ts';
import { type Db, queryAsJson } from '../../../../server/db/db.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { migrate } from '../../../../server/db/migrate.ts';
import { listNetworks, readNetworkBuffer } from '../../../../server/db/networks.ts';
import { openPgliteDb } from '../../../../server/db/pglite.ts';
import { openPostgresDb } from '../../../../server/db/postgres.ts';
import { listSettlements } from '../../../../server/db/settlements.ts';
import { listStations } from '../../../../server/db/stations.ts';
import { StoreError } from '../../../../server/db/store-error.ts';
import { listTownships } from '../../../../server/db/townships.ts';
import { currentVersion } from '../../../../server/db/versions.ts';
import { rowOfSettlements, smallCounty, smallNetwork } from './small-county.ts';

/**
 * A process that is meant to be killed: opens a store, says what it holds, then imports one version after another.
 * Lines on standard output: `found N` (version N, whole; 0: none), `importing N`, `published N`, `broken WHY`.
 */

const CODE = '340121';
const BUSY_POLL_MS = 20;

async function openFromArguments(): Promise<Db> {
  const [kind, place = '', schemaOrCache = ''] = process.argv.slice(2);
  return kind === 'server'
    ? openPostgresDb({ databaseUrl: place, schema: schemaOrCache })
    : openPgliteDb({ folder: place, cacheFolder: schemaOrCache, schema: 'hubshed' });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Every version has its own number of settlements, so that a mixture of two cannot pass for one. */
function settlementCount(number: number): number {
  return 700 + 100 * (number % 9);
}

async function checkWhole(db: Db): Promise<number> {
  const version = await currentVersion(db, CODE);
  const [{ complete = 0 } = {}] = await queryAsJson<{ complete: number }>(
    db,
    "SELECT count(*)::int AS complete FROM dataset_version WHERE state = 'complete'",
  );
  if (!version) return complete === 0 ? 0 : fail(`${complete} versions are complete and none is current`);
  const { id, number, note } = version;
  if (complete !== number || note !== `version ${number}`) fail(`${complete} complete, ${number} current, ${note}`);
  const settlements = await listSettlements(db, id);
  if (!isDeepStrictEqual(settlements, rowOfSettlements(settlementCount(number))))
    fail(`version ${number} has ${settlements.length} settlements`);
  if ((await listStations(db, id)).length !== 2 || (await listTownships(db, id)).length !== 2)
    fail('places are missing');
  const [network] = await listNetworks(db, id);
  const buffer = network && (await readNetworkBuffer(db, network.hash));
  if (!buffer) return fail('the network is missing');
  verifyNetwork(openNetwork(buffer));
  return number;
}

function fail(reason: string): never {
  throw new Error(reason);
}

async function importForever(db: Db, from: number): Promise<never> {
  const network = await smallNetwork();
  for (let number = from; ; number++) {
    const settlements = { file: 'settlements.csv', items: rowOfSettlements(settlementCount(number)) };
    const networks = [() => Promise.resolve(network)];
    say(`importing ${number}`);
    await importCounty(db, smallCounty({ code: CODE, note: `version ${number}`, settlements, networks }));
    say(`published ${number}`);
  }
}

/** A killed process's connection may hold its county for a moment until the server notices. */
async function waitUntilFree(db: Db): Promise<void> {
  for (;;) {
    try {
      return await db.exclusive(`county ${CODE}`, () => Promise.resolve());
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'busy') throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY_POLL_MS));
    }
  }
}

try {
  const db = await openFromArguments();
  await migrate(db);
  await waitUntilFree(db);
  const number = await checkWhole(db);
  say(`found ${number}`);
  await importForever(db, number + 1);
} catch (error) {
  say(`broken ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
