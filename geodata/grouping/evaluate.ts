import type { OwnStation } from '../catchment/own-station.ts';
import type { Settlement, Station } from '../catchment/places.ts';
import type { TwoLimitRule, Verdict } from '../travel/two-limit-rule.ts';
import type { Decimetres, Deciseconds, Metres } from '../units.ts';
import { isConnected, type StationAdjacency } from './adjacency.ts';
import { type CooperationGroup, checkGroups, type GroupFinding, requireSoundGroups } from './cooperation-group.ts';
import { type CountingRule, checkCounting, isCounted } from './counting-rule.ts';
import { type FailReason, failReason } from './fail-reason.ts';
import {
  EMPTY_TALLY,
  type Extreme,
  farthest,
  offRoadTimeShare,
  type PooledCount,
  p95Ds,
  poolCounts,
  straightRadiusMetres,
  sumTallies,
  type Tally,
  tallyOf,
  weightOf,
} from './figures.ts';
import { type Provenance, provenanceOf } from './provenance.ts';
import { collectResponses, type PlacedCounty, type Responses, type SettlementResponse } from './responses.ts';
import { shownWeights, type Weights, weigh } from './weights.ts';

/** A group's result. `empty`: nothing that the scope counts lies in it. */
export type GroupStatus = Verdict['status'] | 'empty';

/** A member station, and the drive to it from its centre. */
export interface MemberResponse {
  /** Index into the stations. */
  readonly station: number;
  readonly verdict: Verdict;
}

/** A settlement over the limit, and why. */
export interface OverLimit {
  readonly settlement: number;
  readonly reason: FailReason;
}

/**
 * All that DOMAIN.md 1.1 asks of a group, over the settlements that the scope counts (in scope `station`:
 * over all, beside the stations that decide). A station that stands alone has the same figures, from
 * itself to its own settlements.
 */
export interface GroupEvaluation {
  /** The group's id; of a station that stands alone, the station's. */
  readonly id: string;
  /** Index of the central station. */
  readonly centre: number;
  readonly members: readonly MemberResponse[];
  readonly status: GroupStatus;
  /** Every settlement of its stations, counted or not, in the settlements' order. */
  readonly responses: readonly SettlementResponse[];
  readonly tally: Tally;
  /** By length and by time of the fastest routes. */
  readonly farthestByLength: Extreme | undefined;
  readonly farthestByTime: Extreme | undefined;
  readonly overLimit: readonly OverLimit[];
  readonly p95Ds: Deciseconds | undefined;
  readonly straightRadiusMetres: Metres | undefined;
  readonly offRoadTimeShare: number | undefined;
  /** Settlements whose own leg is a virtual connector. */
  readonly connectorCount: number;
  /** Whether the centre's leg is one, which is then part of every answer. */
  readonly centreConnector: boolean;
  /** Settlements that pass by another route than the fastest. */
  readonly otherRouteCount: number;
  readonly officers: PooledCount;
  readonly auxiliaries: PooledCount;
  /** Whether its stations' areas hang together 临近; undefined where no adjacency was given. */
  readonly connected: boolean | undefined;
}

/** A plan of groups, evaluated. Indexes refer to `stations` and `settlements`. */
export interface Evaluation {
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  readonly ownStation: readonly OwnStation[];
  readonly counting: CountingRule;
  /** What tallies add up: nothing for a settlement whose figures are withheld. */
  readonly weights: Weights;
  /** In the plan's order. */
  readonly groups: readonly GroupEvaluation[];
  /** Stations in no group, in the stations' order. */
  readonly standAlone: readonly GroupEvaluation[];
  /** Sums over the groups, over the stations that stand alone, and over both: each settlement is in one of the first two. */
  readonly totals: { readonly grouped: Tally; readonly standAlone: Tally; readonly county: Tally };
  /** Remarks on the plan; what makes a plan unusable is refused instead. */
  readonly notices: readonly GroupFinding[];
  readonly provenance: Provenance;
}

export interface EvaluationInput extends PlacedCounty {
  readonly rule: TwoLimitRule;
  readonly groups: readonly CooperationGroup[];
  readonly counting: CountingRule;
  /** Where given, every group is checked for hanging together. */
  readonly adjacency?: StationAdjacency;
  /** Name and version of the dataset, for the report. */
  readonly dataset?: string;
}

/**
 * Evaluates a plan of cooperation groups on the road network, under one counting rule.
 * @throws GeodataError `input-invalid` with every problem of the plan, see `checkGroups`
 * @throws Error where the counting rule means nothing or is for another condition than the network
 */
export function evaluateGroups(input: EvaluationInput): Evaluation {
  const { rule, stations, groups, counting } = input;
  checkCounting(counting, rule.network.meta.profile);
  requireSoundGroups(groups, stations);
  const responses = collectResponses(rule, input, centreOfStations(groups, stations), counting);
  return evaluateResponses({ ...input, responses, provenance: provenanceOf(rule.network, input.dataset) });
}

export interface ResponsesInput
  extends Pick<EvaluationInput, 'stations' | 'settlements' | 'ownStation' | 'groups' | 'counting' | 'adjacency'> {
  readonly responses: Responses;
  readonly provenance: Provenance;
}

/** The arithmetic of an evaluation, on answers already collected; the plan must be sound. */
export function evaluateResponses(input: ResponsesInput): Evaluation {
  const { stations, settlements, ownStation, counting, provenance } = input;
  const weighing = weighingOf(settlements);
  const indexOfId = new Map(stations.map(({ id }, index) => [id, index]));
  const groups = input.groups.map(({ id, centreId, memberIds }) => {
    const members = memberIds.map((memberId) => indexOfId.get(memberId)!);
    return evaluateUnit(input, weighing, { id, centre: indexOfId.get(centreId)!, members });
  });
  const grouped = new Set(groups.flatMap(({ centre, members }) => [centre, ...members.map(({ station }) => station)]));
  const standAlone = stations.flatMap(({ id }, centre) =>
    grouped.has(centre) ? [] : [evaluateUnit(input, weighing, { id, centre, members: [] })],
  );
  const totals = { grouped: totalOf(groups), standAlone: totalOf(standAlone) };
  return {
    stations,
    settlements,
    ownStation,
    counting,
    weights: weighing.shown,
    groups,
    standAlone,
    totals: { ...totals, county: sumTallies(totals.grouped, totals.standAlone) },
    notices: checkGroups(input.groups, stations),
    provenance,
  };
}

/** Index of the centre of each station's group; of a station that stands alone, itself. The plan must be sound. */
export function centreOfStations(groups: readonly CooperationGroup[], stations: readonly Station[]): number[] {
  const indexOfId = new Map(stations.map(({ id }, index) => [id, index]));
  const centreOfId = new Map(groups.flatMap(({ centreId, memberIds }) => memberIds.map((id) => [id, centreId])));
  return stations.map(({ id }, index) => indexOfId.get(centreOfId.get(id) ?? id) ?? index);
}

/** What settlements weigh, and what of it is shown. */
interface Weighing {
  readonly all: Weights;
  readonly shown: Weights;
}

function weighingOf(settlements: readonly Settlement[]): Weighing {
  const all = weigh(settlements);
  return { all, shown: shownWeights(all, settlements) };
}

interface Unit {
  readonly id: string;
  readonly centre: number;
  readonly members: readonly number[];
}

function evaluateUnit(
  input: ResponsesInput,
  weighing: Weighing,
  { id, centre, members: stations }: Unit,
): GroupEvaluation {
  const { shown } = weighing;
  const { settlements, counting, adjacency, responses } = input;
  const unit = new Set([centre, ...stations]);
  const own = responses.settlements.filter(({ ownStation }) => unit.has(ownStation));
  const counted = own.filter(({ settlement }) => isCounted(settlements[settlement]!, counting));
  const members = stations.map((station) => ({ station, verdict: responses.stations[station]! }));
  const pooled = [...unit].map((station) => input.stations[station]!);
  return {
    id,
    centre,
    members,
    status: statusOf(counting, counted, members, weighing),
    responses: own,
    tally: tallyOf(counted, shown.of),
    farthestByLength: farthest(counted, 'dm'),
    farthestByTime: farthest(counted, 'ds'),
    overLimit: counted.flatMap(({ settlement, support }) => {
      const reason = failReason(support, counting);
      return reason ? [{ settlement, reason }] : [];
    }),
    p95Ds: p95Ds(counted),
    straightRadiusMetres: straightRadiusMetres(counted),
    offRoadTimeShare: offRoadTimeShare(counted),
    connectorCount: counted.filter(({ connector }) => connector).length,
    centreConnector: responses.stationConnectors[centre] ?? false,
    otherRouteCount: counted.filter(({ support }) => passesByOtherRoute(support, counting.limitDm)).length,
    officers: poolCounts(pooled.map(({ officers }) => officers)),
    auxiliaries: poolCounts(pooled.map(({ auxiliaries }) => auxiliaries)),
    connected: adjacency && isConnected(adjacency, [...unit]),
  };
}

/**
 * A group is as good as the worst of what the scope counts; under `share`, marginal where it needs marginal settlements.
 * The share is of what is shown, since it is the asker's to choose: halving it until the verdict turns would tell the
 * weight of what is withheld. A group of which nothing is shown is as good as its worst settlement.
 */
function statusOf(
  { scope, sharePercent = 100 }: CountingRule,
  counted: readonly SettlementResponse[],
  members: readonly MemberResponse[],
  { all, shown: { of: weights } }: Weighing,
): GroupStatus {
  if (scope === 'station') return worst(members.map(({ verdict }) => verdict));
  if (scope !== 'share') return worst(counted.map(({ support }) => support));
  const needed = sharePercent * weightOf(counted, weights);
  if (needed === 0) {
    return weightOf(counted, all.of) === 0 ? 'empty' : worst(counted.map(({ support }) => support));
  }
  const reaches = (statuses: readonly Verdict['status'][]): boolean =>
    100 *
      weightOf(
        counted.filter(({ support }) => statuses.includes(support.status)),
        weights,
      ) >=
    needed;
  if (reaches(['pass'])) return 'pass';
  return reaches(['pass', 'marginal']) ? 'marginal' : 'fail';
}

function worst(verdicts: readonly Verdict[]): GroupStatus {
  if (verdicts.length === 0) return 'empty';
  const has = (status: Verdict['status']): boolean => verdicts.some((verdict) => verdict.status === status);
  if (has('fail')) return 'fail';
  return has('marginal') ? 'marginal' : 'pass';
}

/** Whether a place passes although its fastest route, the one that reports show, is too long and does not pass. */
function passesByOtherRoute({ status, proof, fastest }: Verdict, limitDm: Decimetres): boolean {
  if (status === 'fail' || (proof !== 'shortest' && proof !== 'quickest-within-length')) return false;
  return fastest !== undefined && fastest.dm > limitDm;
}

function totalOf(units: readonly GroupEvaluation[]): Tally {
  return units.reduce((sum, { tally }) => sumTallies(sum, tally), EMPTY_TALLY);
}
