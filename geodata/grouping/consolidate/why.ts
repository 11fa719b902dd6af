import { objectivesOf, objectiveValue } from './check-objectives.ts';
import { type Conflict, findConflict, type Solve } from './conflict.ts';
import type {
  ConsolidationAnswer,
  ConsolidationObjective,
  ConsolidationPlan,
  ConsolidationProblem,
  ConsolidationRules,
} from './consolidation-problem.ts';

/** An objective as it is and as it would be. */
export interface ObjectiveChange {
  readonly objective: ConsolidationObjective;
  readonly now: number;
  /** Its value in the best plan that has what was asked about. */
  readonly forcedValue: number;
}

/**
 * Why something is not so in the best plan: it is so; nothing is planned at all; rules forbid it, the wish itself
 * being among them as a lock; it is as good (`tie`), or it costs (`price`), with the best plan that has it; or time
 * ran out (`undecided`).
 */
export type WhyNot =
  | { readonly kind: 'is-so' | 'no-plan' | 'undecided' }
  | { readonly kind: 'contradicts'; readonly conflict: Conflict }
  | {
      readonly kind: 'tie' | 'price';
      readonly plan: ConsolidationPlan;
      readonly changes: readonly ObjectiveChange[];
    };

/** Why a station is not a centre in the best plan: it is locked as one, and the problem solved again. */
export function whyNotCentre(
  problem: ConsolidationProblem,
  answer: ConsolidationAnswer,
  station: number,
  solve: Solve,
): WhyNot {
  if (answer.plan?.[station] === station) return { kind: 'is-so' };
  return whyNot(problem, answer, { lockedCentres: [...problem.rules.lockedCentres, station] }, solve);
}

/** Why a station is not a member of a centre's group in the best plan: the pair is locked, and the problem solved again. */
export function whyNotMember(
  problem: ConsolidationProblem,
  answer: ConsolidationAnswer,
  member: number,
  centre: number,
  solve: Solve,
): WhyNot {
  if (answer.plan?.[member] === centre) return { kind: 'is-so' };
  return whyNot(problem, answer, { lockedMembers: [...problem.rules.lockedMembers, [member, centre]] }, solve);
}

function whyNot(
  problem: ConsolidationProblem,
  answer: ConsolidationAnswer,
  wish: Partial<ConsolidationRules>,
  solve: Solve,
): WhyNot {
  const { plan } = answer;
  if (!plan) return { kind: answer.status === 'limit' ? 'undecided' : 'no-plan' };
  const wished = { ...problem, rules: { ...problem.rules, ...wish } };
  const forced = solve(wished);
  if (forced.status === 'infeasible') {
    const conflict = findConflict(wished, solve);
    return conflict ? { kind: 'contradicts', conflict } : { kind: 'undecided' };
  }
  const forcedPlan = forced.plan;
  if (!forcedPlan || forced.status === 'limit' || answer.status === 'limit') return { kind: 'undecided' };
  const changes = objectivesOf(problem.goal).map((objective) => ({
    objective,
    now: objectiveValue(problem, plan, objective),
    forcedValue: objectiveValue(problem, forcedPlan, objective),
  }));
  return { kind: isTie(problem, changes) ? 'tie' : 'price', plan: forcedPlan, changes };
}

function isTie({ goal }: ConsolidationProblem, changes: readonly ObjectiveChange[]): boolean {
  if (goal.kind === 'lexicographic') return changes.every(({ now, forcedValue }) => now === forcedValue);
  return (
    goal.terms.reduce(
      (sum, { weight }, i) => sum + weight * ((changes[i]?.forcedValue ?? 0) - (changes[i]?.now ?? 0)),
      0,
    ) === 0
  );
}
