import { COUNTY_SNAP, type CountyPlaces } from '../catchment/county-places.ts';
import { NO_STATION } from '../catchment/nearest-stations.ts';
import { assignOwnStations, drivingTimesOf } from '../catchment/own-station.ts';
import { cellsOfArea } from '../hexgrid/area-cells.ts';
import { type CellResolution, cellAt, cellCentre, cellNeighbours } from '../hexgrid/cells.ts';
import type { RoadNetwork } from '../roads/network.ts';
import { snapPoints } from '../roads/snap.ts';
import { TwoLimitRule } from '../travel/two-limit-rule.ts';
import { type StationAdjacency, stationAdjacency } from './adjacency.ts';
import type { CooperationGroup } from './cooperation-group.ts';
import type { CountingRule } from './counting-rule.ts';
import { centreOfStations, type Evaluation, evaluateGroups } from './evaluate.ts';
import { type Explanation, explainSettlement } from './explain.ts';
import { feasibilityMatrix, stationPairs } from './feasibility.ts';
import { type Proposal, proposeGroups } from './propose.ts';
import type { PlacedCounty } from './responses.ts';
import { shownWeights, weigh } from './weights.ts';

/** Rings of cells around settlements that stand in for the county where no boundary is given. */
const RINGS_WITHOUT_BOUNDARY = 3;

/** A county with its places on the road, ready to be grouped: made once, asked often. */
export interface GroupingDesk {
  readonly rule: TwoLimitRule;
  readonly county: PlacedCounty;
  /** Which stations' areas touch 临近: by the cells that each reaches soonest. */
  readonly adjacency: StationAdjacency;
}

/** Places a county's stations and settlements, finds each settlement's own station and who neighbours whom. */
export function openGroupingDesk(network: RoadNetwork, places: CountyPlaces, resolution: CellResolution): GroupingDesk {
  const rule = new TwoLimitRule(network);
  const coordsOf = (list: readonly { readonly coord: readonly [number, number] }[]) => list.map(({ coord }) => coord);
  const stationPlacements = snapPoints(network, coordsOf(places.stations), COUNTY_SNAP);
  const settlementPlacements = snapPoints(network, coordsOf(places.settlements), COUNTY_SNAP);
  const drivingTimes = drivingTimesOf(network, stationPlacements, settlementPlacements, rule.fastest);
  const ownStation = assignOwnStations(places.stations, places.settlements, drivingTimes);
  const cells = countyCells(places, resolution);
  const cellPlacements = snapPoints(network, cells.map(cellCentre), COUNTY_SNAP);
  const toCell = drivingTimesOf(network, stationPlacements, cellPlacements, rule.fastest);
  const owners = cells.map((_, cell) => soonest(places.stations.length, (station) => toCell(station, cell)));
  return {
    rule,
    county: {
      stations: places.stations,
      settlements: places.settlements,
      stationPlacements,
      settlementPlacements,
      ownStation,
    },
    adjacency: stationAdjacency(cells, owners, places.stations.length),
  };
}

/**
 * Proposes groups by the heuristic. Settlements weigh what is shown of them: what is proposed under rules that differ a
 * little would tell the rest.
 * @param maxGroupSize stations in a group, the centre included; undefined: any number
 */
export function proposeCountyGroups(desk: GroupingDesk, counting: CountingRule, maxGroupSize?: number): Proposal {
  const { county, adjacency } = desk;
  const matrix = feasibilityMatrix(desk.rule, county, counting);
  const weights = shownWeights(weigh(county.settlements), county.settlements).of;
  const pairs = stationPairs(matrix, county.settlements, county.ownStation, weights, counting);
  const size = maxGroupSize === undefined ? {} : { maxGroupSize };
  return proposeGroups({ stations: county.stations, pairs, adjacency, ...size });
}

export function evaluateCountyGroups(
  desk: GroupingDesk,
  groups: readonly CooperationGroup[],
  counting: CountingRule,
): Evaluation {
  return evaluateGroups({ ...desk.county, rule: desk.rule, adjacency: desk.adjacency, groups, counting });
}

/** @param settlement index into the county's settlements */
export function explainCountySettlement(
  desk: GroupingDesk,
  groups: readonly CooperationGroup[],
  counting: CountingRule,
  settlement: number,
): Explanation {
  const centreOf = centreOfStations(groups, desk.county.stations);
  return explainSettlement({ ...desk.county, rule: desk.rule, centreOf, counting, settlement });
}

function countyCells({ boundary, settlements }: CountyPlaces, resolution: CellResolution): string[] {
  if (boundary) return cellsOfArea(boundary, resolution);
  let cells = new Set(settlements.map(({ coord }) => cellAt(coord, resolution)));
  for (let ring = 0; ring < RINGS_WITHOUT_BOUNDARY; ring++) {
    cells = new Set([...cells].flatMap((cell) => [cell, ...cellNeighbours(cell)]));
  }
  return [...cells].sort();
}

/** The first station with the least driving time, or `NO_STATION`. */
function soonest(stationCount: number, drivingTime: (station: number) => number | undefined): number {
  let best = NO_STATION;
  let least = Number.POSITIVE_INFINITY;
  for (let station = 0; station < stationCount; station++) {
    const ds = drivingTime(station);
    if (ds === undefined || ds >= least) continue;
    least = ds;
    best = station;
  }
  return best;
}
