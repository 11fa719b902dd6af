import { objectiveValue } from './check-objectives.ts';
import {
  ALONE,
  type ConsolidationObjective,
  type ConsolidationPlan,
  type ConsolidationProblem,
  type ConsolidationRuleName,
} from './consolidation-problem.ts';

/**
 * What a plan can break: a rule by its name; `shape`, the meaning of a plan (a station's centre is a centre, a
 * centre has members, and members are rural and have a route); or one of the problem's limits of objectives.
 */
export type BrokenName = ConsolidationRuleName | 'shape' | `at-most:${ConsolidationObjective}`;

/** One broken rule. */
export interface Finding {
  readonly rule: BrokenName;
  /** Indexes of the stations at fault, ascending: the group, the member, the centre; empty where it is the whole plan. */
  readonly stations: readonly number[];
  /** What the plan has, where the rule is a number; undefined also where a station's figure is unknown. */
  readonly figure?: number;
  /** What the rule asks for, where it is a number. */
  readonly limit?: number;
}

/**
 * Every rule that a plan breaks, in the order of the rules; none where the plan obeys all. It goes by the contract of
 * `ConsolidationRules` alone and shares no code with the solver: only so does its consent prove anything.
 * A figure that is unknown breaks the rule that needs it.
 */
export function checkConsolidation(problem: ConsolidationProblem, plan: ConsolidationPlan): Finding[] {
  const shape = shapeFindings(problem, plan);
  if (shape.length > 0) return shape;
  const groups = groupsOf(plan);
  return [
    ...memberFindings(problem, plan, groups),
    ...groups.flatMap((group) => groupFindings(problem, group)),
    ...planFindings(problem, plan, groups),
    ...lockFindings(problem, plan),
  ];
}

/** A group of a plan: its stations ascending, the centre among them. */
export interface PlannedGroup {
  readonly centre: number;
  readonly stations: readonly number[];
}

/** The groups of a plan, by ascending centre. */
export function groupsOf(plan: ConsolidationPlan): PlannedGroup[] {
  const stations = [...plan.keys()];
  const centres = stations.filter((station) => plan[station] === station);
  return centres.map((centre) => ({ centre, stations: stations.filter((station) => plan[station] === centre) }));
}

/** Whether a station can be a member of a centre's group whatever the rules: it is rural, and a route leads to it. */
export function canBeMember({ stations, pairs }: ConsolidationProblem, station: number, centre: number): boolean {
  const ds = pairs.peopleDs[centre * pairs.stationCount + station] ?? Number.POSITIVE_INFINITY;
  return stations[station]?.kind === 'rural' && ds !== Number.POSITIVE_INFINITY;
}

function shapeFindings(problem: ConsolidationProblem, plan: ConsolidationPlan): Finding[] {
  const { stations } = problem;
  if (plan.length !== stations.length) {
    return [{ rule: 'shape', stations: [], figure: plan.length, limit: stations.length }];
  }
  const astray = [...plan.keys()].filter((station) => {
    const centre = plan[station] ?? ALONE;
    if (centre === ALONE) return false;
    return plan[centre] !== centre || (centre !== station && !canBeMember(problem, station, centre));
  });
  const empty = groupsOf(plan).filter((group) => group.stations.length < 2);
  return [
    ...astray.map((station): Finding => ({ rule: 'shape', stations: [station] })),
    ...empty.map(({ centre }): Finding => ({ rule: 'shape', stations: [centre], figure: 1, limit: 2 })),
  ];
}

function memberFindings(
  { stations, pairs, rules }: ConsolidationProblem,
  plan: ConsolidationPlan,
  groups: readonly PlannedGroup[],
): Finding[] {
  const takes = (centre: number, station: number) => pairs.feasible[centre * pairs.stationCount + station] === 1;
  const findings: Finding[] = [];
  plan.forEach((centre, station) => {
    const at = { stations: [station] };
    if (centre === ALONE) {
      if (!rules.mayStandAlone && stations[station]?.kind === 'rural')
        findings.push({ rule: 'no-lone-stations', ...at });
      return;
    }
    if (rules.reach && !takes(centre, station)) findings.push({ rule: 'reach', ...at });
    if (!rules.backup || centre === station) return;
    const others = groups.filter((group) => group.centre !== centre && takes(group.centre, station));
    if (others.length === 0) findings.push({ rule: 'backup', ...at, figure: 0, limit: 1 });
  });
  return findings;
}

function groupFindings(problem: ConsolidationProblem, group: PlannedGroup): Finding[] {
  const { rules } = problem;
  const { stations } = group;
  const figures = groupFigures(problem, group);
  const { officers, auxiliaries, people } = figures;
  const bond = rules.auxiliariesPerOfficer;
  return [
    ...(rules.contiguity && !hangsTogether(problem, stations) ? [{ rule: 'contiguity' as const, stations }] : []),
    ...eligibilityFindings(problem, group.centre),
    ...atLeast('min-group-size', stations, stations.length, rules.minGroupSize),
    ...atMost('max-group-size', stations, stations.length, rules.maxGroupSize),
    ...atLeast('min-officers', stations, officers, rules.minOfficers),
    ...(bond === undefined
      ? []
      : atLeast('auxiliaries-per-officer', stations, auxiliaries, bond * (officers ?? Number.NaN))),
    ...atMost('max-people', stations, people, rules.maxPeople),
  ];
}

/** What a group's rules of strength and size look at; undefined: unknown of one of its stations. */
export function groupFigures(
  problem: ConsolidationProblem,
  { stations }: PlannedGroup,
): { readonly officers: number | undefined; readonly auxiliaries: number | undefined; readonly people: number } {
  const members = stations.flatMap((station) => problem.stations[station] ?? []);
  return {
    officers: knownSum(members.map(({ officers }) => officers)),
    auxiliaries: knownSum(members.map(({ auxiliaries }) => auxiliaries)),
    people: members.reduce((sum, { people }) => sum + people, 0),
  };
}

function eligibilityFindings({ stations, rules }: ConsolidationProblem, centre: number): Finding[] {
  const { eligibility } = rules;
  const station = stations[centre];
  if (!eligibility || !station) return [];
  const at = [centre];
  const isUrban = !eligibility.urban && station.kind === 'urban';
  return [
    ...(isUrban ? [{ rule: 'eligibility' as const, stations: at }] : []),
    ...atMost('eligibility', at, station.people, eligibility.maxPeople),
    ...atMost('eligibility', at, station.calls, eligibility.maxCalls),
  ];
}

function planFindings(
  problem: ConsolidationProblem,
  plan: ConsolidationPlan,
  groups: readonly PlannedGroup[],
): Finding[] {
  const { rules } = problem;
  const centres = groups.map(({ centre }) => centre);
  return [
    ...atMost('budget', centres, centresCost(problem, centres), rules.budgetYuan),
    ...atMost('max-groups', centres, groups.length, rules.maxGroups),
    ...(problem.atMost ?? []).flatMap(({ objective, value }) =>
      atMost(`at-most:${objective}`, [], objectiveValue(problem, plan, objective), value),
    ),
  ];
}

/** What opening centres costs, yuan; undefined: unknown of one of them. */
export function centresCost({ stations }: ConsolidationProblem, centres: readonly number[]): number | undefined {
  return knownSum(centres.map((centre) => stations[centre]?.centreCostYuan));
}

function lockFindings({ rules }: ConsolidationProblem, plan: ConsolidationPlan): Finding[] {
  const broken = (rule: ConsolidationRuleName, station: number, isBroken: boolean): Finding[] =>
    isBroken ? [{ rule, stations: [station] }] : [];
  return [
    ...rules.lockedCentres.flatMap((c) => broken(`locked-centre:${c}`, c, plan[c] !== c)),
    ...rules.forbiddenCentres.flatMap((c) => broken(`forbidden-centre:${c}`, c, plan[c] === c)),
    ...rules.lockedMembers.flatMap(([m, c]) => broken(`locked-member:${m}:${c}`, m, plan[m] !== c)),
    ...rules.forbiddenMembers.flatMap(([m, c]) => broken(`forbidden-member:${m}:${c}`, m, plan[m] === c)),
  ];
}

function atMost(
  rule: BrokenName,
  stations: readonly number[],
  figure: number | undefined,
  limit: number | undefined,
): Finding[] {
  if (limit === undefined || (figure !== undefined && figure <= limit)) return [];
  return [{ rule, stations, limit, ...(figure === undefined ? {} : { figure }) }];
}

function atLeast(
  rule: BrokenName,
  stations: readonly number[],
  figure: number | undefined,
  limit: number | undefined,
): Finding[] {
  if (limit === undefined || (figure !== undefined && figure >= limit)) return [];
  return [{ rule, stations, ...(Number.isNaN(limit) ? {} : { limit }), ...(figure === undefined ? {} : { figure }) }];
}

function knownSum(figures: readonly (number | undefined)[]): number | undefined {
  return figures.reduce((sum, figure) => (sum === undefined || figure === undefined ? undefined : sum + figure), 0);
}

/** By joining neighbours until nothing changes: slow and plain, and not the solver's way. */
function hangsTogether({ adjacency }: ConsolidationProblem, stations: readonly number[]): boolean {
  const joined = new Set(stations.slice(0, 1));
  for (let grew = true; grew; ) {
    grew = false;
    for (const station of stations) {
      if (joined.has(station)) continue;
      const from = adjacency.offset[station] ?? 0;
      const row = adjacency.neighbour.subarray(from, adjacency.offset[station + 1]);
      if (!row.some((neighbour) => joined.has(neighbour))) continue;
      joined.add(station);
      grew = true;
    }
  }
  return joined.size === stations.length;
}
