import { readBoundary } from '../db/boundaries.ts';
import { listOrigins, readRecords } from '../db/county-records.ts';
import type { Db } from '../db/db.ts';
import { listNetworks, readNetworkBuffer } from '../db/networks.ts';
import { listSettlements } from '../db/settlements.ts';
import { listStations } from '../db/stations.ts';
import { listTownships } from '../db/townships.ts';
import { currentVersion } from '../db/versions.ts';
import type { IntakeBase } from './intake.ts';

/** What a county's current version has, for a delivery to be held against; undefined where there is none. */
export async function readBase(db: Db, code: string): Promise<IntakeBase | undefined> {
  const version = await currentVersion(db, code);
  if (!version) return undefined;
  const { id } = version;
  const base = (await listNetworks(db, id)).find(({ condition }) => condition === 'base');
  return {
    boundary: await readBoundary(db, id),
    townships: await listTownships(db, id),
    stations: await listStations(db, id),
    settlements: await listSettlements(db, id),
    records: await readRecords(db, id),
    origins: await listOrigins(db, id),
    network: base && (await readNetworkBuffer(db, base.hash)),
  };
}
