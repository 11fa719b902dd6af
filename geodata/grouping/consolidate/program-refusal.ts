import type { ConsolidationProblem, ConsolidationRuleName } from './consolidation-problem.ts';

/** Figures that a rule asks for and that some stations lack: unknown is not 0. */
export interface MissingFigure {
  readonly rule: ConsolidationRuleName;
  readonly figure: 'officers' | 'auxiliaries' | 'calls' | 'centreCostYuan';
  /** Indexes of the stations without it, ascending. */
  readonly stations: readonly number[];
}

/** What keeps a problem from being solved because nobody knows it; nothing where all is known. */
export function missingFigures({ stations, rules }: ConsolidationProblem): MissingFigure[] {
  const asked: readonly (readonly [boolean, ConsolidationRuleName, MissingFigure['figure']])[] = [
    [rules.minOfficers !== undefined, 'min-officers', 'officers'],
    [rules.auxiliariesPerOfficer !== undefined, 'auxiliaries-per-officer', 'officers'],
    [rules.auxiliariesPerOfficer !== undefined, 'auxiliaries-per-officer', 'auxiliaries'],
    [rules.eligibility?.maxCalls !== undefined, 'eligibility', 'calls'],
    [rules.budgetYuan !== undefined, 'budget', 'centreCostYuan'],
  ];
  return asked.flatMap(([isAsked, rule, figure]) => {
    if (!isAsked) return [];
    const without = [...stations.keys()].filter((station) => stations[station]![figure] === undefined);
    return without.length === 0 ? [] : [{ rule, figure, stations: without }];
  });
}

/**
 * Refuses a problem that cannot be solved as it stands.
 * @throws Error with the values: figures that are missing, tables of the wrong size, numbers that are not whole or
 * above the whole numbers that add up exactly, a station without a route to its own settlements, indexes of no station
 */
export function requireSolvable(problem: ConsolidationProblem): void {
  const [missing] = missingFigures(problem);
  if (missing) {
    throw new Error(`Rule ${missing.rule} needs ${missing.figure} of stations ${missing.stations.join(', ')}.`);
  }
  requireTables(problem);
  requireLocks(problem);
  requireGoal(problem);
}

function requireTables({ stations, pairs, adjacency, today }: ConsolidationProblem): void {
  const count = stations.length;
  const sizes = [pairs.stationCount, adjacency.stationCount, today?.length ?? count];
  if (sizes.some((size) => size !== count)) throw new Error(`Tables of ${sizes.join(', ')} for ${count} stations.`);
  if (pairs.feasible.length !== count ** 2 || pairs.peopleDs.length !== count ** 2) {
    throw new Error(`${pairs.feasible.length} and ${pairs.peopleDs.length} pairs for ${count} stations.`);
  }
  pairs.peopleDs.forEach((value, at) => {
    const isOwn = at % (count + 1) === 0;
    if (!Number.isSafeInteger(value) && (isOwn || value !== Number.POSITIVE_INFINITY)) {
      throw new Error(`People x deciseconds of pair ${Math.floor(at / count)}, ${at % count} are ${value}.`);
    }
  });
  for (const { id, officers = 0, auxiliaries = 0, people, calls = 0, centreCostYuan = 0 } of stations) {
    for (const figure of [officers, auxiliaries, people, calls, centreCostYuan]) requireWhole(figure, `station ${id}`);
  }
}

function requireLocks({ stations, rules }: ConsolidationProblem): void {
  const locks = [
    ...rules.lockedCentres,
    ...rules.forbiddenCentres,
    ...rules.lockedMembers.flat(),
    ...rules.forbiddenMembers.flat(),
  ];
  for (const station of locks) {
    if (!stations[station]) throw new Error(`A lock is on station ${station} of ${stations.length}.`);
  }
}

function requireGoal(problem: ConsolidationProblem): void {
  const { goal, atMost = [], postOfficers } = problem;
  const objectives = [
    ...(goal.kind === 'weighted' ? goal.terms.map(({ objective }) => objective) : goal.objectives),
    ...atMost.map(({ objective }) => objective),
  ];
  requireWhole(postOfficers, 'a post');
  if (goal.kind === 'weighted') {
    for (const { objective, weight } of goal.terms) {
      if (!(Number.isSafeInteger(weight) && weight > 0)) throw new Error(`${objective} weighs ${weight}.`);
    }
    if (goal.terms.length === 0) throw new Error('A weighted goal has no objective.');
  }
  if (objectives.includes('worst-share')) requireSettlements(problem);
}

function requireSettlements({ stations, pairs, settlements }: ConsolidationProblem): void {
  if (!settlements) throw new Error('worst-share needs the settlements of the problem.');
  for (const { station, people, dsFromCentre } of settlements) {
    requireWhole(people, `a settlement of station ${station}`);
    if (!stations[station] || dsFromCentre.length !== stations.length) {
      throw new Error(`A settlement of station ${station} has ${dsFromCentre.length} times of ${stations.length}.`);
    }
    dsFromCentre.forEach((ds, centre) => {
      const isNeeded = people > 0 && Number.isFinite(pairs.peopleDs[centre * stations.length + station]!);
      if (isNeeded) requireWhole(ds, `the time from ${centre} to a settlement of station ${station}`);
    });
  }
}

function requireWhole(value: number, what: string): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) throw new Error(`${what} has ${value}, not a whole number from 0.`);
}
