import { straightMetres } from '../catchment/catchments.ts';
import { COUNTY_SNAP } from '../catchment/county-places.ts';
import type { OwnStation } from '../catchment/own-station.ts';
import { type CountingRule, checkCounting } from '../grouping/counting-rule.ts';
import type { GroupingDesk } from '../grouping/grouping-desk.ts';
import { snapPoints } from '../roads/snap.ts';
import type { Verdict } from '../travel/two-limit-rule.ts';
import type { Metres } from '../units.ts';
import { type CalledPoint, ownStationOfPoint } from './own-station-of-point.ts';

/** A place that somebody calls from, and the rule that responses to it are held against. */
export interface CalledPlace extends CalledPoint {
  readonly counting: CountingRule;
}

/** Every station's response to a place, in the stations' order, and whose place it is. */
export interface PlaceResponses {
  readonly stations: readonly Verdict[];
  /** Undefined in a county without a station. */
  readonly own: OwnStation | undefined;
  /** From the place to its road, Infinity with none in reach. */
  readonly metresToRoad: Metres;
}

/**
 * Decides the rule from every station to one place: a tree a station. The place's own station is found as a
 * settlement's would be.
 * @throws GeodataError `unknown-id` where it names a station that there is not
 * @throws Error for a counting rule that does not go with the network
 */
export function respondToPlace({ rule, county }: GroupingDesk, place: CalledPlace): PlaceResponses {
  const { stations, stationPlacements } = county;
  const { counting, ...where } = place;
  checkCounting(counting, rule.network.meta.profile);
  const placements = snapPoints(rule.network, [place.coord], COUNTY_SNAP);
  const found = stations.map(({ coord }, station) => {
    rule.from(stationPlacements, station);
    return rule.decide(placements, 0, straightMetres(coord, place.coord), counting);
  });
  const drives = found.map(({ fastest }) => fastest);
  return { stations: found, own: ownStationOfPoint(stations, where, drives), metresToRoad: placements.metres[0]! };
}
