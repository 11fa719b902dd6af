import { cellCentre } from '../../hexgrid/cells.ts';
import type { RoadNetwork } from '../../roads/network.ts';
import { NO_ROAD, type Placements } from '../../roads/snap.ts';
import { offRoadLeg } from '../../travel/off-road.ts';
import { UNREACHED } from '../../travel/route-cost.ts';
import { TravelTree } from '../../travel/tree.ts';
import type { Deciseconds, LonLat } from '../../units.ts';
import { straightMetres } from '../catchments.ts';
import { emptyNearest, type NearestStations, NO_STATION, offerStation } from '../nearest-stations.ts';

/** How a cell came to its settlement, in `CellSettlements.given`. */
export const GIVEN_BY_SEAT = 0;
export const GIVEN_BY_ROAD = 1;
/** No road leads from a settlement to the cell. */
export const GIVEN_BY_STRAIGHT_LINE = 2;
/** Cut off from the settlement that is nearest, it went to the neighbour with the longest border: see `joinCutOffGround`. */
export const GIVEN_BY_BORDER = 3;

/** Trees grow to these times one after the other, the next only for cells that the last left undecided. */
const ROUNDS_DS: readonly Deciseconds[] = [3000, 12_000, UNREACHED - 1];

/** Settlements, and the middles of cells, with their places on the road. */
export interface VillageGround {
  readonly network: RoadNetwork;
  /** H3 ids, of one resolution, each once. */
  readonly cells: readonly string[];
  readonly cellPlacements: Placements;
  readonly settlementCoords: readonly LonLat[];
  readonly settlementPlacements: Placements;
}

/** One entry a cell. */
export interface CellSettlements {
  /** Settlement index. */
  readonly settlement: Uint32Array;
  /** `GIVEN_BY_SEAT`, `GIVEN_BY_ROAD` or `GIVEN_BY_STRAIGHT_LINE`. */
  readonly given: Uint8Array;
}

/**
 * The settlement that each cell's ground belongs to. A cell in which settlements stand is that of the one nearest to
 * its middle, so that a settlement stands on its own ground; any other is that of the settlement from which its middle is
 * driven to soonest, off-road legs included, then over the shortest way; without a road, of the nearest in a straight
 * line. Among equals the first in the list.
 *
 * A tree a settlement, bounded: what is found within a bound cannot be beaten from beyond it, so the answer is that of
 * unbounded trees.
 * @param seatCell cell index in which each settlement stands, or undefined where it stands on none
 * @throws Error where there are cells and no settlement
 */
export function settlementsOfCells(ground: VillageGround, seatCell: readonly (number | undefined)[]): CellSettlements {
  const { cells, settlementCoords } = ground;
  const count = cells.length;
  if (count > 0 && settlementCoords.length === 0) throw new Error(`There is no settlement for ${count} cells.`);
  const centres = cells.map(cellCentre);
  const settlement = new Uint32Array(count).fill(NO_STATION);
  const given = new Uint8Array(count).fill(GIVEN_BY_STRAIGHT_LINE);
  seatCell.forEach((cell, candidate) => {
    if (cell === undefined) return;
    const holder = settlement[cell]!;
    if (holder !== NO_STATION && !isNearer(settlementCoords, candidate, holder, centres[cell]!)) return;
    settlement[cell] = candidate;
    given[cell] = GIVEN_BY_SEAT;
  });
  giveByRoad(ground, settlement, given);
  for (let cell = 0; cell < count; cell++) {
    if (settlement[cell] === NO_STATION) settlement[cell] = nearestStraight(settlementCoords, centres[cell]!);
  }
  return { settlement, given };
}

function giveByRoad(ground: VillageGround, settlement: Uint32Array, given: Uint8Array): void {
  const { network, cellPlacements } = ground;
  const tree = new TravelTree(network);
  let open: number[] = [];
  settlement.forEach((holder, cell) => {
    if (holder === NO_STATION && cellPlacements.road[cell] !== NO_ROAD) open.push(cell);
  });
  for (const limit of ROUNDS_DS) {
    if (open.length === 0) return;
    const nearest = soonestWithin(ground, tree, pickPlacements(cellPlacements, open), limit);
    open = open.filter((cell, row) => {
      if (nearest.station[row] === NO_STATION || nearest.ds[row]! > limit) return true;
      settlement[cell] = nearest.station[row]!;
      given[cell] = GIVEN_BY_ROAD;
      return false;
    });
  }
}

/** The soonest settlement of each cell among those within the limit on the road; exact where its whole time is within. */
function soonestWithin(
  { network, settlementPlacements }: VillageGround,
  tree: TravelTree,
  cells: Placements,
  limit: Deciseconds,
): NearestStations {
  const nearest = emptyNearest(cells.count, 1);
  const ds = new Uint32Array(cells.count);
  const dm = new Uint32Array(cells.count);
  const legs = Array.from(ds, (_, cell) => offRoadLeg(network, cells, cell));
  for (let origin = 0; origin < settlementPlacements.count; origin++) {
    if (settlementPlacements.road[origin] === NO_ROAD) continue;
    const from = offRoadLeg(network, settlementPlacements, origin);
    tree.grow(settlementPlacements, origin, { limit });
    tree.costsTo(cells, ds, dm);
    for (let cell = 0; cell < cells.count; cell++) {
      if (ds[cell] === UNREACHED) continue;
      const leg = legs[cell]!;
      offerStation(nearest, cell, origin, ds[cell]! + from.ds + leg.ds, dm[cell]! + from.dm + leg.dm);
    }
  }
  return nearest;
}

function pickPlacements(all: Placements, rows: readonly number[]): Placements {
  return {
    count: rows.length,
    road: Uint32Array.from(rows, (row) => all.road[row]!),
    forwardDs: Uint32Array.from(rows, (row) => all.forwardDs[row]!),
    backwardDs: Uint32Array.from(rows, (row) => all.backwardDs[row]!),
    dm: Uint32Array.from(rows, (row) => all.dm[row]!),
    lonE6: Int32Array.from(rows, (row) => all.lonE6[row]!),
    latE6: Int32Array.from(rows, (row) => all.latE6[row]!),
    segment: Uint32Array.from(rows, (row) => all.segment[row]!),
    metres: Float64Array.from(rows, (row) => all.metres[row]!),
  };
}

function isNearer(coords: readonly LonLat[], candidate: number, holder: number, to: LonLat): boolean {
  return straightMetres(coords[candidate]!, to) < straightMetres(coords[holder]!, to);
}

function nearestStraight(coords: readonly LonLat[], to: LonLat): number {
  let found = 0;
  for (let candidate = 1; candidate < coords.length; candidate++) {
    if (isNearer(coords, candidate, found, to)) found = candidate;
  }
  return found;
}
