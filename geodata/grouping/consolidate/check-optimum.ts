import { canBeMember, checkConsolidation } from './check-consolidation.ts';
import { addedByStation, goalValues, objectivesOf } from './check-objectives.ts';
import {
  ALONE,
  type ConsolidationObjective,
  type ConsolidationPlan,
  type ConsolidationProblem,
} from './consolidation-problem.ts';

/** What a search through the plans themselves shows of a claim. */
export type OptimumProof =
  | { readonly outcome: 'proved'; readonly nodes: number }
  | { readonly outcome: 'refuted'; readonly nodes: number; readonly better: ConsolidationPlan }
  | { readonly outcome: 'undecided'; readonly nodes: number };

/**
 * Proves a bound without the solver: a depth-first search for a plan that obeys every rule and is better than the one
 * claimed to be best. Station after station is given a centre or stands alone; a branch ends where a rule is broken
 * that more stations cannot mend, or where each objective of the goal, with the least that every station left could
 * add, is no better than the claim. It shares no code with the solver, needs no arithmetic but whole sums, and is for
 * counties of about 20 stations.
 * @param claimed the plan said to be best; undefined: that no plan obeys the rules is what is to be proved
 * @param mostNodes the search gives up undecided after so many branches
 */
export function proveNoneBetter(
  problem: ConsolidationProblem,
  claimed: ConsolidationPlan | undefined,
  mostNodes: number,
): OptimumProof {
  return new PlanSearch(problem, claimed && goalValues(problem, claimed), mostNodes).run();
}

/** What one decision adds to each objective that adds up over stations; in the order of `PlanSearch.#objectives`. */
interface Choice {
  readonly centre: number;
  readonly added: readonly number[];
}

class PlanSearch {
  readonly #problem: ConsolidationProblem;
  readonly #claimed: readonly number[] | undefined;
  readonly #mostNodes: number;
  readonly #objectives: readonly ConsolidationObjective[];
  /** The stations in the order in which they are decided: the one with the fewest choices first. */
  readonly #order: readonly number[];
  /** Choices of each station, the cheapest first in the last objective that tells them apart. */
  readonly #choices: readonly (readonly Choice[])[];
  /** Row of each depth: the least that the stations from there on add to each objective. */
  readonly #least: readonly (readonly number[])[];
  readonly #plan: Int32Array;
  readonly #members: Int32Array;
  readonly #people: Float64Array;
  #nodes = 0;
  #better: ConsolidationPlan | undefined;

  constructor(problem: ConsolidationProblem, claimed: readonly number[] | undefined, mostNodes: number) {
    this.#problem = problem;
    this.#claimed = claimed;
    this.#mostNodes = mostNodes;
    this.#objectives = objectivesOf(problem.goal);
    const count = problem.stations.length;
    this.#choices = problem.stations.map((_, station) => choicesOf(problem, station, this.#objectives));
    const width = (station: number) => this.#choices[station]?.length ?? 0;
    this.#order = [...problem.stations.keys()].sort((a, b) => width(a) - width(b) || a - b);
    this.#least = this.#leastLeft();
    this.#plan = new Int32Array(count).fill(UNDECIDED);
    this.#members = new Int32Array(count);
    this.#people = new Float64Array(count);
  }

  run(): OptimumProof {
    this.#decide(
      0,
      this.#objectives.map(() => 0),
    );
    const nodes = this.#nodes;
    if (this.#better) return { outcome: 'refuted', nodes, better: this.#better };
    return { outcome: nodes > this.#mostNodes ? 'undecided' : 'proved', nodes };
  }

  #decide(depth: number, sums: readonly number[]): void {
    if (this.#better || ++this.#nodes > this.#mostNodes) return;
    const station = this.#order[depth];
    if (!this.#canBeBetter(depth, sums)) return;
    if (station === undefined) {
      this.#judge();
      return;
    }
    for (const { centre, added } of this.#choices[station] ?? []) {
      if (!this.#mayTake(station, centre)) continue;
      this.#put(station, centre, 1);
      this.#decide(
        depth + 1,
        sums.map((sum, i) => sum + (added[i] ?? 0)),
      );
      this.#put(station, centre, -1);
    }
  }

  /** A station is a centre exactly where it is decided to be; groups grow only, so sizes and people are kept at once. */
  #mayTake(station: number, centre: number): boolean {
    const { rules, stations } = this.#problem;
    const isNeeded = (this.#members[station] ?? 0) > 0;
    if (centre === ALONE) return !isNeeded;
    if (centre !== station) {
      const head = this.#plan[centre];
      if (isNeeded || (head !== UNDECIDED && head !== centre)) return false;
    }
    const size = (this.#members[centre] ?? 0) + 1 + (centre !== station && this.#plan[centre] === UNDECIDED ? 1 : 0);
    if (size > (rules.maxGroupSize ?? size)) return false;
    const people = (this.#people[centre] ?? 0) + (stations[station]?.people ?? 0);
    return people <= (rules.maxPeople ?? people);
  }

  #put(station: number, centre: number, sign: 1 | -1): void {
    this.#plan[station] = sign === 1 ? centre : UNDECIDED;
    if (centre === ALONE) return;
    this.#members[centre] = (this.#members[centre] ?? 0) + sign;
    this.#people[centre] = (this.#people[centre] ?? 0) + sign * (this.#problem.stations[station]?.people ?? 0);
  }

  /** Whether a plan of this branch can have better values than those claimed: each bound is at most the true value. */
  #canBeBetter(depth: number, sums: readonly number[]): boolean {
    if (!this.#claimed) return true;
    const { goal } = this.#problem;
    const least = sums.map((sum, i) => sum + (this.#least[depth]?.[i] ?? 0));
    if (goal.kind === 'lexicographic') return isBefore(least, this.#claimed);
    return isBefore([goal.terms.reduce((sum, { weight }, i) => sum + weight * (least[i] ?? 0), 0)], this.#claimed);
  }

  #judge(): void {
    if (checkConsolidation(this.#problem, this.#plan).length > 0) return;
    const values = goalValues(this.#problem, this.#plan);
    if (!this.#claimed || isBefore(values, this.#claimed)) this.#better = this.#plan.slice();
  }

  #leastLeft(): number[][] {
    const rows: number[][] = [this.#objectives.map(() => 0)];
    for (const station of [...this.#order].reverse()) {
      const after = rows[rows.length - 1] ?? [];
      const choices = this.#choices[station] ?? [];
      rows.push(after.map((sum, i) => sum + Math.min(...choices.map(({ added }) => added[i] ?? 0))));
    }
    return rows.reverse();
  }
}

/** In a plan that is being made: not decided yet. */
const UNDECIDED = -2;

/** What a station may be, by the rules that look at one station and one centre alone. */
function choicesOf(
  problem: ConsolidationProblem,
  station: number,
  objectives: readonly ConsolidationObjective[],
): Choice[] {
  const { stations, rules } = problem;
  const centres = [...stations.keys(), ALONE].filter((centre) => mayBe(problem, station, centre));
  const locked = new Set(rules.lockedMembers.flatMap(([member, centre]) => (member === station ? [centre] : [])));
  const choices = centres
    .filter((centre) => [...locked].every((each) => each === centre))
    .map((centre) => ({ centre, added: objectives.map((each) => addedTo(problem, each, station, centre)) }));
  return choices.sort((a, b) => lastDifference(a.added, b.added));
}

function mayBe(problem: ConsolidationProblem, station: number, centre: number): boolean {
  const { stations, pairs, rules } = problem;
  if (rules.lockedCentres.includes(station) && centre !== station) return false;
  if (centre === ALONE) return rules.mayStandAlone || stations[station]?.kind === 'urban';
  if (centre !== station && !canBeMember(problem, station, centre)) return false;
  if (rules.reach && pairs.feasible[centre * pairs.stationCount + station] !== 1) return false;
  if (rules.forbiddenCentres.includes(centre)) return false;
  return !rules.forbiddenMembers.some(([member, head]) => member === station && head === centre);
}

/** What the objective grows by; 0 of the worst share, which does not add up over stations and is looked at in whole plans. */
function addedTo(
  problem: ConsolidationProblem,
  objective: ConsolidationObjective,
  station: number,
  centre: number,
): number {
  return objective === 'worst-share' ? 0 : addedByStation(problem, objective, station, centre);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function lastDifference(a: readonly number[], b: readonly number[]): number {
  for (let i = a.length - 1; i >= 0; i--) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
