import {
  ALONE,
  type ConsolidationObjective,
  type ConsolidationPlan,
  type ConsolidationProblem,
  type ConsolidationRuleName,
} from '../../geodata/grouping/consolidate/consolidation-problem.ts';

/** The best plan, found by looking at every one. */
export interface BruteForceAnswer {
  readonly status: 'optimal' | 'infeasible';
  readonly plan: ConsolidationPlan | undefined;
  /** Value of each objective in order; of a weighted goal the sum alone. Empty without a plan. */
  readonly values: readonly number[];
}

/** Looks at every plan of a county of up to 6 stations: slow, plain, and sharing nothing with the solver. */
export function bruteForce(problem: ConsolidationProblem): BruteForceAnswer {
  let best: { plan: ConsolidationPlan; values: number[] } | undefined;
  for (const plan of everyPlan(problem)) {
    if (obeys(problem, plan).length > 0) continue;
    if ((problem.atMost ?? []).some(({ objective, value }) => worth(problem, plan, objective) > value)) continue;
    const values = goalOf(problem, plan);
    if (!best || comesBefore(values, best.values)) best = { plan, values };
  }
  return best ? { status: 'optimal', ...best } : { status: 'infeasible', plan: undefined, values: [] };
}

/**
 * Every plan there is, whatever the rules: first who is a centre, then whom each other rural station joins, if anybody,
 * over a finite route. Centres without members are passed over; urban stations are never members.
 */
function* everyPlan({ stations, pairs }: ConsolidationProblem): Generator<ConsolidationPlan> {
  const count = stations.length;
  for (let heads = 0; heads < 2 ** count; heads++) {
    const isHead = (station: number) => Math.floor(heads / 2 ** station) % 2 === 1;
    const choices = stations.map(({ kind }, station) => {
      if (isHead(station)) return [station];
      if (kind === 'urban') return [ALONE];
      const near = stations
        .map((_, head) => head)
        .filter((head) => isHead(head) && Number.isFinite(pairs.peopleDs[head * count + station]));
      return [ALONE, ...near];
    });
    for (const plan of combinations(choices)) {
      const isEmpty = (head: number) => isHead(head) && plan.filter((centre) => centre === head).length < 2;
      if (!stations.some((_, head) => isEmpty(head))) yield Int32Array.from(plan);
    }
  }
}

function combinations(choices: readonly (readonly number[])[]): number[][] {
  return choices.reduce<number[][]>(
    (begun, next) => begun.flatMap((some) => next.map((choice) => [...some, choice])),
    [[]],
  );
}

/** The rules that a plan breaks, each once; limits of objectives are none. The plan must have the form of one. */
export function obeys(problem: ConsolidationProblem, plan: ConsolidationPlan): ConsolidationRuleName[] {
  const { stations, rules, pairs, adjacency } = problem;
  const all = [...stations.keys()];
  const may = (centre: number, station: number) => pairs.feasible[centre * stations.length + station] === 1;
  const centres = all.filter((s) => plan[s] === s);
  const groups = centres.map((centre) => all.filter((s) => plan[s] === centre));
  const grouped = all.filter((s) => plan[s] !== ALONE);
  const members = grouped.filter((s) => plan[s] !== s);
  const officers = (group: readonly number[]) => total(group, (s) => stations[s]!.officers);
  const auxiliaries = (group: readonly number[]) => total(group, (s) => stations[s]!.auxiliaries);
  const people = (group: readonly number[]) => total(group, (s) => stations[s]!.people);
  const { minGroupSize = 0, maxGroupSize = Infinity, minOfficers = 0, auxiliariesPerOfficer = 0 } = rules;
  const { maxPeople = Infinity, budgetYuan = Infinity, maxGroups = Infinity, eligibility } = rules;
  const eligible = (c: number) =>
    stations[c]!.people <= (eligibility?.maxPeople ?? Infinity) &&
    (eligibility?.maxCalls === undefined || stations[c]!.calls! <= eligibility.maxCalls) &&
    (eligibility?.urban !== false || stations[c]!.kind === 'rural');
  const verdicts: readonly (readonly [ConsolidationRuleName, boolean])[] = [
    ['reach', !rules.reach || grouped.every((s) => may(plan[s]!, s))],
    ['contiguity', !rules.contiguity || groups.every((group) => connected(adjacency, group))],
    ['no-lone-stations', rules.mayStandAlone || all.every((s) => plan[s] !== ALONE || stations[s]!.kind === 'urban')],
    ['eligibility', centres.every(eligible)],
    ['min-group-size', groups.every((group) => group.length >= minGroupSize)],
    ['max-group-size', groups.every((group) => group.length <= maxGroupSize)],
    ['min-officers', groups.every((group) => officers(group) >= minOfficers)],
    ['auxiliaries-per-officer', groups.every((group) => auxiliaries(group) >= auxiliariesPerOfficer * officers(group))],
    ['max-people', groups.every((group) => people(group) <= maxPeople)],
    ['backup', !rules.backup || members.every((s) => centres.some((other) => other !== plan[s] && may(other, s)))],
    ['budget', total(centres, (c) => stations[c]!.centreCostYuan) <= budgetYuan],
    ['max-groups', centres.length <= maxGroups],
    ...rules.lockedCentres.map((c) => [`locked-centre:${c}`, plan[c] === c] as const),
    ...rules.forbiddenCentres.map((c) => [`forbidden-centre:${c}`, plan[c] !== c] as const),
    ...rules.lockedMembers.map(([m, c]) => [`locked-member:${m}:${c}`, plan[m] === c] as const),
    ...rules.forbiddenMembers.map(([m, c]) => [`forbidden-member:${m}:${c}`, plan[m] !== c] as const),
  ];
  return [...new Set(verdicts.flatMap(([rule, isKept]) => (isKept ? [] : [rule])))];
}

/** Figures that no rule asks for may be missing. */
function total(some: readonly number[], figure: (station: number) => number | undefined): number {
  return some.reduce((sum, station) => sum + (figure(station) ?? 0), 0);
}

/** By a table of who reaches whom (Warshall 1962). */
function connected({ offset, neighbour }: ConsolidationProblem['adjacency'], group: readonly number[]): boolean {
  const reach = group.map((a) =>
    group.map((b) => a === b || neighbour.subarray(offset[a], offset[a + 1]).indexOf(b) >= 0),
  );
  for (const k of group.keys())
    for (const i of group.keys()) for (const j of group.keys()) if (reach[i]![k]! && reach[k]![j]!) reach[i]![j] = true;
  return reach.every((row) => row.every(Boolean));
}

function goalOf(problem: ConsolidationProblem, plan: ConsolidationPlan): number[] {
  const { goal } = problem;
  if (goal.kind === 'lexicographic') return goal.objectives.map((objective) => worth(problem, plan, objective));
  return [goal.terms.reduce((sum, { objective, weight }) => sum + weight * worth(problem, plan, objective), 0)];
}

function worth(problem: ConsolidationProblem, plan: ConsolidationPlan, objective: ConsolidationObjective): number {
  const { stations, pairs, postOfficers, today, settlements = [] } = problem;
  const from = (s: number) => (plan[s] === ALONE ? s : plan[s]!);
  const posts = stations.filter((_, s) => from(s) === s).length;
  if (objective === 'command-posts') return posts;
  if (objective === 'officers-on-duty-posts') return posts * postOfficers;
  if (objective === 'change') return stations.filter((_, s) => plan[s] !== (today?.[s] ?? ALONE)).length;
  if (objective === 'people-time')
    return stations.reduce((sum, _, s) => sum + pairs.peopleDs[from(s) * stations.length + s]!, 0);
  // Twenty parts of each person, one time a part: the slowest twentieth of the parts are as many as there are people.
  const parts = settlements.flatMap(({ station, people, dsFromCentre }) =>
    Array<number>(20 * people).fill(dsFromCentre[from(station)]!),
  );
  return parts
    .sort((a, b) => b - a)
    .slice(0, parts.length / 20)
    .reduce((sum, ds) => sum + ds, 0);
}

function comesBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const i of a.keys()) if (a[i] !== b[i]) return a[i]! < b[i]!;
  return false;
}
