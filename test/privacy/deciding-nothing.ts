/**
 * The module that decides what is withheld, deciding that nothing is: for `vi.mock` of `geodata/small-samples.ts`.
 * @param original the module as it is
 */
export function decidingNothing<Module extends object>(original: Module) {
  return {
    ...original,
    LEAST_POSTS: 0,
    isTooSmall: () => false,
    isAreaWithheld: () => false,
    withheldSettlements: (settlements: readonly unknown[]) => settlements.map(() => false),
    withheldHouseholds: (households: readonly unknown[]) => households.map(() => false),
    withCompanions: (small: readonly unknown[]) => small.map(() => false),
  };
}
