import type { ConsolidationProblem, ConsolidationRuleName, ConsolidationRules } from './consolidation-problem.ts';

/** Rules that are numbers, by their name, with the field that holds each: left out, the rule is undefined. */
const FIELDS = {
  'min-group-size': 'minGroupSize',
  'max-group-size': 'maxGroupSize',
  'min-officers': 'minOfficers',
  'auxiliaries-per-officer': 'auxiliariesPerOfficer',
  'max-people': 'maxPeople',
  budget: 'budgetYuan',
  'max-groups': 'maxGroups',
} as const satisfies Partial<Record<ConsolidationRuleName, keyof ConsolidationRules>>;

/** A rule that is one whole number. */
export type NumericRuleName = keyof typeof FIELDS;

/** The numeric rules, in their order. */
export const NUMERIC_RULES = Object.keys(FIELDS) as readonly NumericRuleName[];

/** The number of a numeric rule; undefined: the rule is left out. */
export function numberOf(rules: ConsolidationRules, name: NumericRuleName): number | undefined {
  return rules[FIELDS[name]];
}

/** The problem with another number for a rule. */
export function withNumber(problem: ConsolidationProblem, name: NumericRuleName, value: number): ConsolidationProblem {
  return { ...problem, rules: { ...problem.rules, [FIELDS[name]]: value } };
}

/** The names of the rules that a problem has, each once, always in the same order: rules first, then locks as listed. */
export function activeRules(rules: ConsolidationRules): ConsolidationRuleName[] {
  const names: ConsolidationRuleName[] = [];
  if (rules.reach) names.push('reach');
  if (rules.contiguity) names.push('contiguity');
  if (!rules.mayStandAlone) names.push('no-lone-stations');
  if (rules.eligibility) names.push('eligibility');
  for (const name of NUMERIC_RULES) if (rules[FIELDS[name]] !== undefined) names.push(name);
  if (rules.backup) names.push('backup');
  for (const centre of rules.lockedCentres) names.push(`locked-centre:${centre}`);
  for (const centre of rules.forbiddenCentres) names.push(`forbidden-centre:${centre}`);
  for (const [member, centre] of rules.lockedMembers) names.push(`locked-member:${member}:${centre}`);
  for (const [member, centre] of rules.forbiddenMembers) names.push(`forbidden-member:${member}:${centre}`);
  return [...new Set(names)];
}

/** The problem with those of its rules alone that are named; limits of objectives stay, since they are no rules. */
export function keepRules(
  problem: ConsolidationProblem,
  kept: ReadonlySet<ConsolidationRuleName>,
): ConsolidationProblem {
  const { rules } = problem;
  const numbers = NUMERIC_RULES.flatMap((name) => {
    const value = rules[FIELDS[name]];
    return kept.has(name) && value !== undefined ? [[FIELDS[name], value] as const] : [];
  });
  const left: ConsolidationRules = {
    reach: rules.reach && kept.has('reach'),
    contiguity: rules.contiguity && kept.has('contiguity'),
    mayStandAlone: rules.mayStandAlone || !kept.has('no-lone-stations'),
    backup: rules.backup && kept.has('backup'),
    ...(rules.eligibility && kept.has('eligibility') ? { eligibility: rules.eligibility } : {}),
    ...Object.fromEntries(numbers),
    lockedCentres: rules.lockedCentres.filter((centre) => kept.has(`locked-centre:${centre}`)),
    forbiddenCentres: rules.forbiddenCentres.filter((centre) => kept.has(`forbidden-centre:${centre}`)),
    lockedMembers: rules.lockedMembers.filter(([m, c]) => kept.has(`locked-member:${m}:${c}`)),
    forbiddenMembers: rules.forbiddenMembers.filter(([m, c]) => kept.has(`forbidden-member:${m}:${c}`)),
  };
  return { ...problem, rules: left };
}
