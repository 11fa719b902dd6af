import { straightMetres } from '../catchment/catchments.ts';
import type { OwnStationRule } from '../catchment/own-station.ts';
import type { Settlement, Station } from '../catchment/places.ts';
import { NO_ROAD } from '../roads/snap.ts';
import { offRoadLeg } from '../travel/off-road.ts';
import { type ClassCost, costsByClass, describe, type Route, routeTo } from '../travel/route.ts';
import type { RouteCost } from '../travel/route-cost.ts';
import { TravelTree } from '../travel/tree.ts';
import type { TwoLimitRule, Verdict } from '../travel/two-limit-rule.ts';
import { type CountingRule, checkCounting } from './counting-rule.ts';
import { type Provenance, provenanceOf } from './provenance.ts';
import { isConnector, type PlacedCounty } from './responses.ts';

/** The estimated leg at one end of a drive. */
export interface ExplainedLeg {
  readonly cost: RouteCost;
  /** Longer than `CONNECTOR_METRES`: a virtual connector 虚拟连接线. */
  readonly connector: boolean;
}

/** A drive from door to door: `cost` is the sum of its classes, turns and legs. */
export interface ExplainedRoute {
  readonly cost: RouteCost;
  readonly route: Route;
  /** In the order of rank. */
  readonly classes: readonly ClassCost[];
}

/** One station's response to the settlement. */
export interface ExplainedResponse {
  readonly station: Station;
  readonly verdict: Verdict;
  readonly stationLeg: ExplainedLeg;
  readonly settlementLeg: ExplainedLeg;
  /** The fastest route; undefined where none leads there. */
  readonly fastest: ExplainedRoute | undefined;
  /** The route of the certificate, where it is another than the fastest. */
  readonly proof: ExplainedRoute | undefined;
}

/** A station and its fastest drive to the settlement. */
export interface NearStation {
  readonly station: Station;
  readonly cost: RouteCost;
}

/** Who serves one settlement, by which roads, whether within the rule, and why. Plain data. */
export interface Explanation {
  readonly settlement: Settlement;
  readonly counting: CountingRule;
  /** 属地先期响应, judged like the centre's, for comparison; and how the station came to be its own. */
  readonly own: ExplainedResponse;
  readonly ownStationRule: OwnStationRule;
  /** 中心支援响应; undefined where its own station heads the group or stands alone. */
  readonly centre: ExplainedResponse | undefined;
  /** The three soonest stations, by the fastest route; fewer where no road leads on. */
  readonly nearest: readonly NearStation[];
  /** The soonest station, other than the one responsible, from which the settlement passes. */
  readonly alternative: NearStation | undefined;
  readonly provenance: Provenance;
}

const NEAREST = 3;

export interface ExplainInput extends PlacedCounty {
  readonly rule: TwoLimitRule;
  /** Index of the centre of each station's group; of a station that stands alone, itself: see `centreOfStations`. */
  readonly centreOf: readonly number[];
  readonly counting: CountingRule;
  /** Index of the settlement to explain. */
  readonly settlement: number;
  /** Name and version of the dataset, for the report. */
  readonly dataset?: string;
}

/**
 * Explains one settlement under a counting rule.
 * @throws Error for a settlement that does not exist, or a counting rule that does not go with the network
 */
export function explainSettlement(input: ExplainInput): Explanation {
  const { rule, stations, settlements, ownStation, centreOf, counting, settlement, dataset } = input;
  checkCounting(counting, rule.network.meta.profile);
  const place = settlements[settlement];
  const own = ownStation[settlement];
  if (!place || !own) throw new Error(`There is no settlement ${settlement} of ${settlements.length}.`);
  const responsible = centreOf[own.station] ?? own.station;
  const context: Context = { ...input, tree: new TravelTree(rule.network) };
  const near = nearStations(context);
  const asNear = ({ station, cost }: Near): NearStation => ({ station: stations[station]!, cost });
  const alternative = near.find(({ station }) => station !== responsible && passesFrom(context, station));
  return {
    settlement: place,
    counting,
    own: explainResponse(context, own.station),
    ownStationRule: own.rule,
    centre: responsible === own.station ? undefined : explainResponse(context, responsible),
    nearest: near.slice(0, NEAREST).map(asNear),
    alternative: alternative && asNear(alternative),
    provenance: provenanceOf(rule.network, dataset),
  };
}

/** The response that the rule is about: the centre's, or the own station's where that heads the group or stands alone. */
export function decisiveResponse({ own, centre }: Explanation): ExplainedResponse {
  return centre ?? own;
}

interface Context extends ExplainInput {
  /** For the nearest stations, and for the shortest route where that is the certificate. */
  readonly tree: TravelTree;
}

interface Near {
  readonly station: number;
  readonly cost: RouteCost;
}

/** All stations with a route, the soonest first; among equals the shorter way, then the first in the list. */
function nearStations(context: Context): Near[] {
  const { rule, stations, stationPlacements, settlementPlacements, settlement, tree } = context;
  const { network } = rule;
  if (settlementPlacements.road[settlement] === NO_ROAD) return [];
  tree.grow(settlementPlacements, settlement, { direction: 'backward' });
  const settlementLeg = offRoadLeg(network, settlementPlacements, settlement);
  return stations
    .flatMap((_, station): Near[] => {
      const driven = tree.costTo(stationPlacements, station);
      const leg = offRoadLeg(network, stationPlacements, station);
      return driven ? [{ station, cost: sum(driven, leg, settlementLeg) }] : [];
    })
    .sort((a, b) => a.cost.ds - b.cost.ds || a.cost.dm - b.cost.dm || a.station - b.station);
}

function passesFrom(context: Context, station: number): boolean {
  return decideFrom(context, station).status !== 'fail';
}

function decideFrom(context: Context, station: number): Verdict {
  const { rule, stations, settlements, stationPlacements, settlementPlacements, counting, settlement } = context;
  rule.from(stationPlacements, station);
  const straight = straightMetres(stations[station]!.coord, settlements[settlement]!.coord);
  return rule.decide(settlementPlacements, settlement, straight, counting);
}

function explainResponse(context: Context, station: number): ExplainedResponse {
  const { rule, stations, stationPlacements, settlementPlacements, settlement } = context;
  const verdict = decideFrom(context, station);
  const stationLeg = offRoadLeg(rule.network, stationPlacements, station);
  const settlementLeg = offRoadLeg(rule.network, settlementPlacements, settlement);
  const explained = (route: Route | undefined): ExplainedRoute | undefined =>
    route && { cost: sum(route, stationLeg, settlementLeg), route, classes: costsByClass(route.steps) };
  return {
    station: stations[station]!,
    verdict,
    stationLeg: { cost: stationLeg, connector: isConnector(stationPlacements, station) },
    settlementLeg: { cost: settlementLeg, connector: isConnector(settlementPlacements, settlement) },
    fastest: explained(routeTo(rule.fastest, stationPlacements, station, settlementPlacements, settlement)),
    proof: explained(proofRoute(context, station, verdict)),
  };
}

/** The route of a certificate that is not the fastest route. */
function proofRoute(context: Context, station: number, verdict: Verdict): Route | undefined {
  const { rule, stationPlacements, settlementPlacements, settlement, tree } = context;
  const { proof, cost, directed, offRoad } = verdict;
  if (proof === 'shortest') {
    tree.grow(stationPlacements, station, { metric: 'length' });
    return routeTo(tree, stationPlacements, station, settlementPlacements, settlement);
  }
  if (!directed || !cost) return undefined;
  const driven = { ds: cost.ds - offRoad.ds, dm: cost.dm - offRoad.dm };
  const start = { placements: stationPlacements, i: station };
  return describe(rule.network, directed, driven, start, { placements: settlementPlacements, i: settlement });
}

function sum(...costs: readonly RouteCost[]): RouteCost {
  return { ds: costs.reduce((total, { ds }) => total + ds, 0), dm: costs.reduce((total, { dm }) => total + dm, 0) };
}
