/**
 * A smallest set that shares an element with each of the given sets, which are not empty; by depth-first search with
 * growing size, so that the first one found is smallest. Deterministic: among equals the first by the order of `all`.
 * @param all every element, in the order of preference and of the result
 */
export function smallestHittingSet<Element>(sets: readonly (readonly Element[])[], all: readonly Element[]): Element[] {
  for (let size = 0; size <= all.length; size++) {
    const chosen = hitWithin(sets, size, []);
    if (chosen) return all.filter((element) => chosen.includes(element));
  }
  throw new Error(`No hitting set of ${sets.length} sets: one of them is empty.`);
}

function hitWithin<Element>(
  sets: readonly (readonly Element[])[],
  size: number,
  chosen: readonly Element[],
): readonly Element[] | undefined {
  let missed: readonly Element[] | undefined;
  for (const set of sets) {
    if (set.some((element) => chosen.includes(element))) continue;
    if (!missed || set.length < missed.length) missed = set;
  }
  if (!missed) return chosen;
  if (size === 0) return undefined;
  for (const element of missed) {
    const found = hitWithin(sets, size - 1, [...chosen, element]);
    if (found) return found;
  }
  return undefined;
}
