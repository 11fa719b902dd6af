import { cutOffFrom } from '../adjacency.ts';
import { ALONE, type ConsolidationProblem } from './consolidation-problem.ts';
import { choiceValue } from './objective-value.ts';

/**
 * What each station may still become, after all that is settled without search. A choice is struck out only where no
 * plan that obeys the rules and limits makes it.
 */
export interface Choices {
  readonly stationCount: number;
  /** 1 where the station may be member of the centre; entry (c, c): where c may be centre. Row-major, a row a centre. */
  readonly under: Uint8Array;
  /** 1 where the station may stand alone. */
  readonly alone: Uint8Array;
}

/** The choices left by reach, routes, eligibility, locks, strength, size, contiguity, backup, budget and limits, until nothing changes. */
export function reduceChoices(problem: ConsolidationProblem): Choices {
  const choices = choicesByPair(problem);
  applyLocks(problem, choices);
  for (let left = Number.POSITIVE_INFINITY; ; ) {
    strikeCentres(problem, choices);
    strikeBackup(problem, choices);
    strikeOverLimits(problem, choices);
    const now = choices.under.reduce((sum, each) => sum + each, 0) + choices.alone.reduce((sum, each) => sum + each, 0);
    if (now === left) return choices;
    left = now;
  }
}

/** The stations that may be members of a centre, ascending. */
export function candidatesOf({ stationCount, under }: Choices, centre: number): number[] {
  const candidates: number[] = [];
  for (let station = 0; station < stationCount; station++) {
    if (station !== centre && under[centre * stationCount + station] === 1) candidates.push(station);
  }
  return candidates;
}

/** Centres that a station may have, itself among them where it may be one, ascending; without `ALONE`. */
export function centresOf({ stationCount, under }: Choices, station: number): number[] {
  const centres: number[] = [];
  for (let centre = 0; centre < stationCount; centre++) {
    if (under[centre * stationCount + station] === 1) centres.push(centre);
  }
  return centres;
}

function choicesByPair({ stations, pairs, rules }: ConsolidationProblem): Choices {
  const count = stations.length;
  const { maxPeople = Infinity, budgetYuan = Infinity, eligibility } = rules;
  const { maxPeople: quiet = Infinity, maxCalls = Infinity, urban = true } = eligibility ?? {};
  const mayLead = stations.map(
    ({ kind, people, calls = 0, centreCostYuan = 0 }) =>
      people <= Math.min(quiet, maxPeople) &&
      calls <= maxCalls &&
      centreCostYuan <= budgetYuan &&
      (urban || kind === 'rural'),
  );
  const under = new Uint8Array(count ** 2);
  for (let at = 0; at < under.length; at++) {
    const centre = Math.floor(at / count);
    const station = at % count;
    const isWithin = !rules.reach || pairs.feasible[at] === 1;
    const mayJoin = stations[station]!.kind === 'rural' && Number.isFinite(pairs.peopleDs[at]!);
    const together = stations[centre]!.people + (station === centre ? 0 : stations[station]!.people);
    if (mayLead[centre] && isWithin && together <= maxPeople && (station === centre || mayJoin)) under[at] = 1;
  }
  const alone = Uint8Array.from(stations, ({ kind }) => (rules.mayStandAlone || kind === 'urban' ? 1 : 0));
  return { stationCount: count, under, alone };
}

function applyLocks({ rules }: ConsolidationProblem, { stationCount, under, alone }: Choices): void {
  const only = (station: number, centre: number): void => {
    alone[station] = 0;
    for (let other = 0; other < stationCount; other++) {
      if (other !== centre) under[other * stationCount + station] = 0;
    }
  };
  for (const centre of rules.lockedCentres) only(centre, centre);
  for (const centre of rules.forbiddenCentres) under[centre * stationCount + centre] = 0;
  for (const [member, centre] of rules.lockedMembers) {
    only(member, centre);
    only(centre, centre);
  }
  for (const [member, centre] of rules.forbiddenMembers) under[centre * stationCount + member] = 0;
}

/** A station that cannot lead a group of any of its candidates is no centre, and nobody's. */
function strikeCentres(problem: ConsolidationProblem, choices: Choices): void {
  const { stationCount, under } = choices;
  for (let centre = 0; centre < stationCount; centre++) {
    if (problem.rules.contiguity) strikeUnconnected(problem, choices, centre);
    const candidates = candidatesOf(choices, centre);
    const own = centre * stationCount + centre;
    if (under[own] === 1 && !canLead(problem, centre, candidates)) under[own] = 0;
    if (under[own] === 0) under.fill(0, centre * stationCount, (centre + 1) * stationCount);
  }
}

function strikeUnconnected({ adjacency }: ConsolidationProblem, choices: Choices, centre: number): void {
  for (const station of cutOffFrom(adjacency, centre, candidatesOf(choices, centre))) {
    choices.under[centre * choices.stationCount + station] = 0;
  }
}

/** By the best that the candidates could add, all of them or none: more than any group has. */
function canLead({ stations, rules }: ConsolidationProblem, centre: number, candidates: readonly number[]): boolean {
  const { minGroupSize = 2, maxGroupSize = Infinity, minOfficers = 0, auxiliariesPerOfficer: bond } = rules;
  if (candidates.length + 1 < Math.max(2, minGroupSize) || maxGroupSize < 2) return false;
  const all = [centre, ...candidates].map((station) => stations[station]!);
  if (all.reduce((sum, { officers = 0 }) => sum + officers, 0) < minOfficers) return false;
  if (bond === undefined) return true;
  const spare = all.map(({ officers = 0, auxiliaries = 0 }) => auxiliaries - bond * officers);
  return spare.reduce((sum, each, at) => sum + (at === 0 ? each : Math.max(0, each)), 0) >= 0;
}

function strikeBackup({ rules, pairs }: ConsolidationProblem, choices: Choices): void {
  if (!rules.backup) return;
  const { stationCount, under } = choices;
  for (let station = 0; station < stationCount; station++) {
    const others = backupCentres(pairs, choices, station);
    for (const centre of centresOf(choices, station)) {
      if (centre === station || others.some((other) => other !== centre)) continue;
      under[centre * stationCount + station] = 0;
    }
  }
}

/** Stations that may be centres and could take a member if its own centre did not. */
export function backupCentres(
  { feasible }: ConsolidationProblem['pairs'],
  { stationCount, under }: Choices,
  member: number,
): number[] {
  const centres: number[] = [];
  for (let centre = 0; centre < stationCount; centre++) {
    const mayLead = under[centre * stationCount + centre] === 1;
    if (centre !== member && mayLead && feasible[centre * stationCount + member] === 1) centres.push(centre);
  }
  return centres;
}

/** A choice that breaks a limit even where every other station takes its least is struck out. */
function strikeOverLimits(problem: ConsolidationProblem, choices: Choices): void {
  const { stationCount, under, alone } = choices;
  for (const { objective, value } of problem.atMost ?? []) {
    if (objective === 'worst-share') continue;
    const worth = (station: number, centre: number) => choiceValue(problem, objective, station, centre);
    const least = problem.stations.map((_, station) => {
      const values = centresOf(choices, station).map((centre) => worth(station, centre));
      return Math.min(...values, alone[station] === 1 ? worth(station, ALONE) : Number.POSITIVE_INFINITY);
    });
    const spare = value - least.reduce((sum, each) => sum + each, 0);
    for (let station = 0; station < stationCount; station++) {
      const isOver = (centre: number) => worth(station, centre) - least[station]! > spare;
      for (const centre of centresOf(choices, station)) {
        if (isOver(centre)) under[centre * stationCount + station] = 0;
      }
      if (alone[station] === 1 && isOver(ALONE)) alone[station] = 0;
    }
  }
}
