import type { StationAdjacency } from '../adjacency.ts';

/** Marks in a column of station indexes that the station is in no group: it stands alone. */
export const ALONE = -1;

/** What a consolidation looks at in a station. All counts whole, at least 0. */
export interface ConsolidationStation {
  readonly id: string;
  readonly kind: 'urban' | 'rural';
  /** 在岗民警数 and 辅警数; undefined: unknown, which no strength rule takes for 0 (it refuses the problem). */
  readonly officers?: number;
  readonly auxiliaries?: number;
  /** People of its counted settlements, whole; what eligibility and capacity look at. */
  readonly people: number;
  /** Calls a year, where known. */
  readonly calls?: number;
  /** Money that opening a central station here costs, whole yuan. */
  readonly centreCostYuan?: number;
}

/**
 * Who may be brought together with whom, and how well. Row-major, a row a centre; entry (c, c) is the centre
 * and its own settlements. All sums are whole numbers below 2^53, so that objectives compare exactly.
 */
export interface ConsolidationPairs {
  readonly stationCount: number;
  /** 1 where every counted settlement of the station (or the stated share) passes the rule from the centre. */
  readonly feasible: Uint8Array;
  /**
   * Sum over the station's counted settlements of people x deciseconds of the fastest route; Infinity without a route.
   * Entry (c, c) is finite: a settlement without a route from its own station is in no sum.
   */
  readonly peopleDs: Float64Array;
}

/** One settlement's times, for the worst share of people: deciseconds from each centre, or Infinity. */
export interface SettlementTimes {
  /** Index of its own station. */
  readonly station: number;
  readonly people: number;
  readonly dsFromCentre: Float64Array;
}

/**
 * The rules of a consolidation, each of which can be left out (undefined) and each of which has a name in
 * `ConsolidationRuleName`: what contradicts itself is told in these names.
 */
export interface ConsolidationRules {
  /** Both limits for every settlement of every member and of the centre: `pairs.feasible`. */
  readonly reach: boolean;
  /** Each group hangs together through neighbouring areas, in `adjacency`. */
  readonly contiguity: boolean;
  /** Whether a rural station may stand alone. Urban stations always may. False: every rural station is in a group. */
  readonly mayStandAlone: boolean;
  /** Who may be centre 人口少、治安较好: thresholds of the user, inclusive; urban centres where allowed. */
  readonly eligibility?: { readonly maxPeople?: number; readonly maxCalls?: number; readonly urban: boolean };
  /** Stations in a group, the centre included, inclusive. At least 2 whatever the rule. */
  readonly minGroupSize?: number;
  readonly maxGroupSize?: number;
  /** Pooled strength of each group: at least so many officers (15 in the clause, or what a roster needs). */
  readonly minOfficers?: number;
  /** At least so many auxiliaries to one officer, 2 in the clause; whole. */
  readonly auxiliariesPerOfficer?: number;
  /** At most so many people served by one group. */
  readonly maxPeople?: number;
  /** Every member can be taken, by `pairs.feasible`, by at least one other centre that is open. */
  readonly backup: boolean;
  /** Money for opening centres, whole yuan. */
  readonly budgetYuan?: number;
  /** At most so many groups. */
  readonly maxGroups?: number;
  /** Indexes of stations that must be, or must not be, centres. */
  readonly lockedCentres: readonly number[];
  readonly forbiddenCentres: readonly number[];
  /** Pairs [member, centre] that must be, or must not be. */
  readonly lockedMembers: readonly (readonly [member: number, centre: number])[];
  readonly forbiddenMembers: readonly (readonly [member: number, centre: number])[];
}

/** Names of rules, as conflicts and explanations use them; locks are named one by one with their station index. */
export type ConsolidationRuleName =
  | 'reach'
  | 'contiguity'
  | 'no-lone-stations'
  | 'eligibility'
  | 'min-group-size'
  | 'max-group-size'
  | 'min-officers'
  | 'auxiliaries-per-officer'
  | 'max-people'
  | 'backup'
  | 'budget'
  | 'max-groups'
  | `locked-centre:${number}`
  | `forbidden-centre:${number}`
  | `locked-member:${number}:${number}`
  | `forbidden-member:${number}:${number}`;

/**
 * What is better. All are least, all whole:
 * - `command-posts`: centres and stations that stand alone, each of which keeps command and night duty
 * - `people-time`: people x deciseconds from the centre (of a station alone: from itself); over the people, the mean
 * - `worst-share`: twenty times the same over the slowest 5 % of people: each person counts twenty times, and as many as
 *   there are people are taken, slowest first, so that it is whole
 * - `officers-on-duty-posts`: officers that command and night duty bind, `postOfficers` for each command post
 * - `change`: stations whose centre differs from today's
 */
export const CONSOLIDATION_OBJECTIVES = [
  'command-posts',
  'people-time',
  'worst-share',
  'officers-on-duty-posts',
  'change',
] as const;

export type ConsolidationObjective = (typeof CONSOLIDATION_OBJECTIVES)[number];

/** Either one after the other, each kept at its best, or a weighted sum; weights whole and above 0. */
export type ConsolidationGoal =
  | { readonly kind: 'lexicographic'; readonly objectives: readonly ConsolidationObjective[] }
  | {
      readonly kind: 'weighted';
      readonly terms: readonly { readonly objective: ConsolidationObjective; readonly weight: number }[];
    };

export interface ConsolidationProblem {
  readonly stations: readonly ConsolidationStation[];
  readonly pairs: ConsolidationPairs;
  readonly adjacency: StationAdjacency;
  /** Needed by the objective `worst-share` alone. */
  readonly settlements?: readonly SettlementTimes[];
  readonly rules: ConsolidationRules;
  readonly goal: ConsolidationGoal;
  /** Today's centre of each station, its own index where it is a centre, or `ALONE`; all alone where none is given. */
  readonly today?: Int32Array;
  /** Officers that one command post binds round the clock; 5 where a post of one officer is held by five. */
  readonly postOfficers: number;
  /** Limits of some objectives, each kept: what the exact front is made of. */
  readonly atMost?: readonly { readonly objective: ConsolidationObjective; readonly value: number }[];
}

/**
 * A plan: one a station, the index of its centre (its own where it is a centre with members), or `ALONE`. Whatever the
 * rules, a member is rural and has a route from its centre: a finite `peopleDs`.
 */
export type ConsolidationPlan = Int32Array;

/** What the solver found, and what proves it. `gap` is (objective - bound) / objective, 0 where both agree. */
export interface ConsolidationAnswer {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  readonly plan: ConsolidationPlan | undefined;
  /** Value and proven bound of each objective asked for, in order; of a weighted goal the sum. */
  readonly stages: readonly {
    readonly objectives: readonly ConsolidationObjective[];
    readonly value: number | undefined;
    readonly bound: number;
    readonly gap: number;
  }[];
}
