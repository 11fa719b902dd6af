import { STATUS_FAIL, STATUS_MARGINAL, STATUS_PASS } from '../../catchment/catchments.ts';
import { NO_STATION } from '../../catchment/nearest-stations.ts';
import type { LiveCounts, LiveGroups } from './live-calls.ts';
import type { SoonestOwners } from './soonest-owners.ts';

/** Status of every settlement from one station, as a row of `Catchments.status`; undefined for a closed station. */
export type StatusRow = Uint8Array | undefined;

/**
 * Brings the best code that any open station gives each settlement (passed before marginal before
 * failed) up to date after one station's row was changed: only what differs in it is looked at.
 */
export function mendBest(best: Uint8Array, rows: readonly StatusRow[], before: StatusRow, after: StatusRow): void {
  for (let i = 0; i < best.length; i++) {
    const was = before ? before[i]! : STATUS_FAIL;
    const is = after ? after[i]! : STATUS_FAIL;
    if (was !== is) best[i] = bestOf(rows, i);
  }
}

function bestOf(rows: readonly StatusRow[], settlement: number): number {
  let best = STATUS_FAIL;
  for (let station = 0; station < rows.length && best !== STATUS_PASS; station++) {
    const row = rows[station];
    if (row && row[settlement] !== STATUS_FAIL) best = row[settlement]!;
  }
  return best;
}

/** The code that each settlement has from the centre of its own station's group. */
export function groupedStatus(rows: readonly StatusRow[], groups: LiveGroups, owners: SoonestOwners): Uint8Array {
  const status = new Uint8Array(owners.points).fill(STATUS_FAIL);
  for (let i = 0; i < status.length; i++) {
    const own = groups.stationOf?.[i] ?? owners.ownerOf(i);
    if (own === NO_STATION) continue;
    // A station added later is in no list, and its own centre.
    const row = rows[groups.centreOf[own] ?? own];
    if (row) status[i] = row[i]!;
  }
  return status;
}

export function countStatus(status: Uint8Array): LiveCounts {
  let [pass, marginal] = [0, 0];
  for (let i = 0; i < status.length; i++) {
    if (status[i] === STATUS_PASS) pass++;
    else if (status[i] === STATUS_MARGINAL) marginal++;
  }
  return { pass, marginal, fail: status.length - pass - marginal };
}

/** @throws Error where an index names no station, or a list is not as long as what it is about */
export function requireSoundGroups({ centreOf, stationOf }: LiveGroups, stations: number, settlements: number): void {
  if (centreOf.length !== stations) throw new Error(`${centreOf.length} centres for ${stations} stations.`);
  if (stationOf && stationOf.length !== settlements) {
    throw new Error(`${stationOf.length} own stations for ${settlements} settlements.`);
  }
  for (const index of [...centreOf, ...(stationOf ?? [])]) {
    if (!Number.isInteger(index) || index < 0 || index >= stations) {
      throw new Error(`Station ${index} of ${stations} stations.`);
    }
  }
}
