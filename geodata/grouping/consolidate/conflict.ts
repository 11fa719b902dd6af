import { checkConsolidation } from './check-consolidation.ts';
import { smallestHittingSet } from './conflict-hitting-set.ts';
import { activeRules, keepRules } from './conflict-rules.ts';
import type { ConsolidationAnswer, ConsolidationProblem, ConsolidationRuleName } from './consolidation-problem.ts';

/** Solves a consolidation; the host has bound the program's solver and the time to it. */
export type Solve = (problem: ConsolidationProblem) => ConsolidationAnswer;

/** Rules that cannot all be kept. */
export interface Conflict {
  /** In the order of `activeRules`. Empty: the problem's limits of objectives contradict each other without any rule. */
  readonly rules: readonly ConsolidationRuleName[];
  /** Without any one of them the rest can be kept: proved. */
  readonly isIrreducible: boolean;
  /** No set of fewer rules contradicts itself: proved. */
  readonly isSmallest: boolean;
}

/**
 * A smallest set of rules that contradict each other. First the deletion filter (Chinneck and Dravnieks 1991): each
 * rule in turn is left out for good where the rest still contradicts itself; what remains is irreducible. Then
 * implicit hitting sets (Ignatiev et al. 2015): every plan breaks some rules, and a conflict has one of those, so a
 * smallest set that meets all of the sets seen is no larger than a smallest conflict; once it contradicts itself it is one.
 * Which rules a plan breaks is told by the independent checker.
 * @returns undefined where the rules can be kept, or where it is not proved that they cannot
 */
export function findConflict(problem: ConsolidationProblem, solve: Solve): Conflict | undefined {
  const search = new ConflictSearch(problem, solve);
  if (search.ask(search.rules) !== 'contradictory') return undefined;
  let kept = search.rules;
  let isIrreducible = true;
  for (const rule of search.rules) {
    const rest = kept.filter((other) => other !== rule);
    const result = search.ask(rest);
    if (result === 'contradictory') kept = rest;
    if (result === 'unknown') isIrreducible = false;
  }
  const smaller = search.smallest(kept.length);
  return smaller
    ? { rules: smaller.rules ?? kept, isIrreducible: true, isSmallest: true }
    : { rules: kept, isIrreducible, isSmallest: false };
}

class ConflictSearch {
  readonly rules: readonly ConsolidationRuleName[];
  readonly #problem: ConsolidationProblem;
  readonly #solve: Solve;
  /** Sets of rules, each of which a plan breaks and keeps all others. */
  readonly #broken: (readonly ConsolidationRuleName[])[] = [];

  constructor(problem: ConsolidationProblem, solve: Solve) {
    this.#problem = { ...problem, goal: { kind: 'lexicographic', objectives: ['command-posts'] } };
    this.#solve = solve;
    this.rules = activeRules(problem.rules);
  }

  /** Whether some rules can be kept; where they can, what the plan found breaks is remembered. */
  ask(kept: readonly ConsolidationRuleName[]): 'possible' | 'contradictory' | 'unknown' {
    const { status, plan } = this.#solve(keepRules(this.#problem, new Set(kept)));
    if (status === 'infeasible') return 'contradictory';
    if (!plan) return 'unknown';
    const broken = new Set(checkConsolidation(this.#problem, plan).map(({ rule }) => rule));
    const astray = [...broken].find((rule) => !this.rules.some((name) => name === rule && !kept.includes(name)));
    if (astray !== undefined) throw new Error(`The solver's plan breaks ${astray}, which it was to keep.`);
    this.#broken.push(this.rules.filter((rule) => broken.has(rule)));
    return 'possible';
  }

  /** A conflict of fewer rules than `size`; without rules where there is none; undefined where that is not proved. */
  smallest(size: number): { readonly rules?: readonly ConsolidationRuleName[] } | undefined {
    for (;;) {
      const candidate = smallestHittingSet(this.#broken, this.rules);
      if (candidate.length >= size) return {};
      const result = this.ask(candidate);
      if (result === 'contradictory') return { rules: candidate };
      if (result === 'unknown') return undefined;
      this.#widen();
    }
  }

  /** Takes more rules than the last plan keeps, as long as all can be kept: fewer broken ones say more. */
  #widen(): void {
    let broken = this.#broken[this.#broken.length - 1] ?? [];
    for (const rule of broken) {
      if (broken.length < 2 || !broken.includes(rule)) continue;
      const kept = this.rules.filter((name) => name === rule || !broken.includes(name));
      if (this.ask(kept) === 'possible') broken = this.#broken[this.#broken.length - 1] ?? broken;
    }
  }
}
