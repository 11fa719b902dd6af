import type { Station } from '../catchment/places.ts';
import type { RouteCost } from '../travel/route-cost.ts';
import { DEFAULT_RULE, type ResponseRule, type Verdict } from '../travel/two-limit-rule.ts';
import type { Decimetres, Deciseconds } from '../units.ts';
import type { Duty } from './duty-hours.ts';
import { type Judgement, judgeByDrive } from './judge-by-drive.ts';

/** How one station drives to the place. Speeds are the caller's: a call by night is driven on the network made for the night. */
export interface StationDrive {
  /** The fastest route, off-road legs included; undefined where none leads there. */
  readonly cost: RouteCost | undefined;
  /** The exact verdict under the rule, where the engine gave one. */
  readonly status?: Verdict['status'];
}

export interface DispatchInput {
  readonly stations: readonly Station[];
  /** One a station, in their order. */
  readonly drives: readonly StationDrive[];
  /** Index of the centre of each station's group; of a station that stands alone, itself: see `centreOfStations`. */
  readonly centreOf: readonly number[];
  /** Index of the place's own station 属地派出所; undefined where it has none. */
  readonly ownStation: number | undefined;
  readonly duty: Duty;
  /** Decides where a drive comes without a verdict. */
  readonly rule?: ResponseRule;
}

/** What a station is to the place: its own, the centre of its own station's group, or neither. An own station that heads its group is `local`. */
export type StationRole = 'local' | 'central' | 'other';

/** What a station is in the plan of groups. */
export type StationStanding = 'centre' | 'member' | 'alone';

/** A station's answer to the place: turnout, then driving. */
export interface RankedStation extends Judgement {
  /** Index into the stations. */
  readonly station: number;
  /** From 1. */
  readonly rank: number;
  readonly role: StationRole;
  readonly standing: StationStanding;
  /** False for a member while duty is pooled: its duty stands at the centre. Its establishment is unchanged. */
  readonly onDuty: boolean;
  readonly turnoutDs: Deciseconds;
  /** The fastest route; undefined where none leads there. */
  readonly driveDs: Deciseconds | undefined;
  readonly dm: Decimetres | undefined;
  /** Turnout and driving; undefined without a route. */
  readonly arrivalDs: Deciseconds | undefined;
}

/** A station that gets there. */
export interface ArrivingStation extends RankedStation {
  readonly driveDs: Deciseconds;
  readonly dm: Decimetres;
  readonly arrivalDs: Deciseconds;
}

/** Who responds to one place at one time. */
export interface Dispatch {
  readonly duty: Duty;
  /** Every station, the soonest to arrive first; among equals the shorter way, then the first in the list. Without a route last. */
  readonly ranking: readonly RankedStation[];
  /** The clock of local first response 属地先期响应; undefined for a place without an own station. */
  readonly local: RankedStation | undefined;
  /** The clock of central support 中心支援响应; undefined where the own station heads its group or stands alone. */
  readonly support: RankedStation | undefined;
  /** Whose call it is: by day on a working day the own station, while duty is pooled its centre. */
  readonly responsible: RankedStation | undefined;
  /** Who answers: the one responsible or, where no road leads from there, the soonest on duty. Undefined where nobody on duty gets there. */
  readonly answering: ArrivingStation | undefined;
  /** The soonest on duty beside the one answering. */
  readonly next: ArrivingStation | undefined;
}

/**
 * Ranks all stations for one place, and says who answers under the duty (clauses 6 and 8). Both clocks
 * are turnout and then driving, while the rule looks at the driving alone.
 * @throws Error where the parts of the input do not fit together, with the values
 */
export function dispatch(input: DispatchInput): Dispatch {
  checkInput(input);
  const { ownStation, centreOf, duty } = input;
  const ranking = rankStations(input);
  const entryOf = (station: number | undefined): RankedStation | undefined =>
    ranking.find((entry) => entry.station === station);
  const centre = ownStation === undefined ? undefined : centreOf[ownStation];
  const responsible = duty.pooled ? centre : ownStation;
  const available = ranking.filter(arrives).filter(({ onDuty }) => onDuty);
  const answering = available.find(({ station }) => station === responsible) ?? available[0];
  return {
    duty,
    ranking,
    local: entryOf(ownStation),
    support: centre === ownStation ? undefined : entryOf(centre),
    responsible: entryOf(responsible),
    answering,
    next: available.find((entry) => entry !== answering),
  };
}

function rankStations({ stations, drives, centreOf, ownStation, duty, rule }: DispatchInput): RankedStation[] {
  const heads = new Set(centreOf.filter((centre, station) => centre !== station));
  const entries = stations.map((_, station): RankedStation => {
    const { cost, status } = drives[station]!;
    const isMember = centreOf[station] !== station;
    return {
      station,
      rank: 0,
      role: roleOf(station, ownStation, centreOf),
      standing: isMember ? 'member' : heads.has(station) ? 'centre' : 'alone',
      onDuty: !(duty.pooled && isMember),
      turnoutDs: duty.turnoutDs,
      driveDs: cost?.ds,
      dm: cost?.dm,
      arrivalDs: cost && duty.turnoutDs + cost.ds,
      ...(status === undefined ? judgeByDrive(cost, rule ?? DEFAULT_RULE) : { status, withinRule: status !== 'fail' }),
    };
  });
  return entries.sort(bySoonest).map((entry, index) => ({ ...entry, rank: index + 1 }));
}

function roleOf(station: number, ownStation: number | undefined, centreOf: readonly number[]): StationRole {
  if (ownStation === undefined) return 'other';
  if (station === ownStation) return 'local';
  return station === centreOf[ownStation] ? 'central' : 'other';
}

function bySoonest(a: RankedStation, b: RankedStation): number {
  if (!arrives(a) || !arrives(b)) return Number(arrives(b)) - Number(arrives(a)) || a.station - b.station;
  return a.arrivalDs - b.arrivalDs || a.dm - b.dm || a.station - b.station;
}

function arrives(entry: RankedStation): entry is ArrivingStation {
  return entry.arrivalDs !== undefined;
}

function checkInput({ stations, drives, centreOf, ownStation }: DispatchInput): void {
  if (drives.length !== stations.length || centreOf.length !== stations.length) {
    throw new Error(`${drives.length} drives and ${centreOf.length} centres for ${stations.length} stations.`);
  }
  if (ownStation !== undefined && !stations[ownStation]) {
    throw new Error(`There is no station ${ownStation} of ${stations.length}.`);
  }
  centreOf.forEach((centre, station) => {
    if (centreOf[centre] === centre) return;
    throw new Error(`The centre of station ${station} is ${centre}, which is no centre.`);
  });
}
