import { type GroupingDesk, openGroupingDesk } from '../grouping/grouping-desk.ts';
import type { CellResolution } from '../hexgrid/cells.ts';
import type { RoadNetwork } from '../roads/network.ts';
import type { ChangedCounty } from './county.ts';

/**
 * The desk of a changed county. Settlements whose table names a closed station come to another by their township and
 * the road; they keep their own values on the desk, so that what is withheld of them stays what it was (ADR 0014).
 * @param network with the scenario's road changes, made for the condition of its counting rule
 */
export function openScenarioDesk(
  network: RoadNetwork,
  changed: ChangedCounty,
  resolution: CellResolution,
): GroupingDesk {
  const { settlements, closedIds } = changed;
  if (closedIds.length === 0) return openGroupingDesk(network, changed, resolution);
  const freed = settlements.map(({ stationId, ...settlement }) =>
    stationId === undefined || closedIds.includes(stationId) ? settlement : { ...settlement, stationId },
  );
  const desk = openGroupingDesk(network, { ...changed, settlements: freed }, resolution);
  return { ...desk, county: { ...desk.county, settlements } };
}
