/** A figure about fewer households than this could be about a household: it is withheld 样本过小. */
export const LEAST_HOUSEHOLDS = 30;

/**
 * Which figures of households (and of people, of the same places) are withheld: those below
 * `LEAST_HOUSEHOLDS`, zero and unknown apart, and one more in every part that would hold a single withheld
 * figure, since its sum less the others would tell it (complementary suppression). The one with the fewest
 * households is taken, the first among equals. A part whose only figure is too small cannot hide it: its sum must
 * be withheld by whoever shows sums.
 * @param households one a place; undefined where not known
 * @param partitions each names the part that every place belongs to, one key a place, for every sum that is
 * shown beside the figures: own station, township, group
 * @returns one a place
 */
export function withheldHouseholds(
  households: readonly (number | undefined)[],
  partitions: readonly (readonly string[])[],
): boolean[] {
  const withheld = households.map((count) => count !== undefined && count > 0 && count < LEAST_HOUSEHOLDS);
  for (let changed = true; changed; ) {
    changed = false;
    for (const partOf of partitions) {
      for (const place of lonelyPlaces(withheld, partOf)) {
        const companion = fewestHouseholds(households, withheld, partOf, partOf[place] ?? '');
        if (companion === undefined) continue;
        withheld[companion] = true;
        changed = true;
      }
    }
  }
  return withheld;
}

/** Places that are the only withheld ones of their part. */
function lonelyPlaces(withheld: readonly boolean[], partOf: readonly string[]): number[] {
  const only = new Map<string, number | undefined>();
  withheld.forEach((isWithheld, place) => {
    const part = partOf[place] ?? '';
    if (isWithheld) only.set(part, only.has(part) ? undefined : place);
  });
  return [...only.values()].filter((place) => place !== undefined);
}

function fewestHouseholds(
  households: readonly (number | undefined)[],
  withheld: readonly boolean[],
  partOf: readonly string[],
  part: string,
): number | undefined {
  let fewest: number | undefined;
  households.forEach((count, place) => {
    if (partOf[place] !== part || withheld[place] || !count) return;
    if (fewest === undefined || count < (households[fewest] ?? 0)) fewest = place;
  });
  return fewest;
}
