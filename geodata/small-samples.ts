/** A figure about fewer households than this could be about a household: it is withheld 样本过小. */
export const LEAST_HOUSEHOLDS = 30;

/** A unit with fewer volunteer posts 治安信息员 than this could point at one of them: it is withheld. None is a gap, and shown. */
export const LEAST_POSTS = 3;

/** What deciding needs of a settlement 居民点. */
export interface SampledSettlement {
  readonly households?: number | undefined;
  readonly population?: number | undefined;
  readonly township?: string | undefined;
  readonly stationId?: string | undefined;
}

/**
 * Which settlements' households and people are withheld, in every exit of a county alike: two exits that withheld
 * different ones would tell both. Decided by the settlements alone, their townships and own stations being the parts
 * that figures are added up over. One that gives no households counts by its people: fewer than thirty people are
 * fewer than thirty households.
 * @returns one a settlement
 */
export function withheldSettlements(settlements: readonly SampledSettlement[]): boolean[] {
  return withheldHouseholds(settlements.map(sizeOf), [
    settlements.map(({ township = '' }) => township),
    settlements.map(({ stationId = '' }) => stationId),
  ]);
}

/** A settlement's or cell's figures as readers see them: undefined where not known, or withheld. */
export interface ShownFigures {
  readonly households: number | undefined;
  readonly population: number | undefined;
  /** The figures are withheld 样本过小. */
  readonly sampleTooSmall: boolean;
}

export function shownFigures({ households, population }: SampledSettlement, isWithheld: boolean): ShownFigures {
  if (isWithheld) return { households: undefined, population: undefined, sampleTooSmall: true };
  return { households, population, sampleTooSmall: false };
}

/**
 * Whether the figures of an area, such as a cell, are withheld: it holds few households, or a withheld settlement,
 * whose figures the area's less those of its other settlements would tell. What is shown is then a sum of figures
 * that are shown themselves, so that no number of such sums tells anything that is withheld.
 */
export function isAreaWithheld(sum: SampledSettlement, holdsWithheld: boolean): boolean {
  return holdsWithheld || isTooSmall(sizeOf(sum));
}

/** A sum of what is shown. */
export interface ShownSum {
  /** Undefined where none of the settlements that are shown says. */
  readonly households: number | undefined;
  /** Settlements that are no part of it, because their figures are withheld. */
  readonly withheldCount: number;
}

/**
 * The households of some settlements, those that are withheld left out: a sum of figures that are shown themselves, so
 * that no difference of two sums, of two areas or two versions, tells anything that is withheld.
 * @param members indexes of the settlements that are added up
 */
export function shownSum(
  settlements: readonly SampledSettlement[],
  withheld: readonly boolean[],
  members: readonly number[],
): ShownSum {
  const shown = members.filter((index) => !withheld[index]);
  const known = shown.flatMap((index) => settlements[index]?.households ?? []);
  return {
    households: known.length === 0 ? undefined : known.reduce((sum, households) => sum + households, 0),
    withheldCount: members.length - shown.length,
  };
}

function sizeOf({ households, population }: SampledSettlement): number | undefined {
  return households || population;
}

/** Whether a number of households is too few to show. None at all is nobody's, and unknown tells nothing. */
export function isTooSmall(size: number | undefined): boolean {
  return size !== undefined && size > 0 && size < LEAST_HOUSEHOLDS;
}

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
  return withCompanions(households.map(isTooSmall), households, partitions);
}

/**
 * What is withheld for itself, and with it one more in every part that would hold a single withheld figure: the one of
 * the smallest size, the first among equals.
 * @param small one a place: withheld for itself
 * @param sizes one a place; a place of size nought or unknown is nobody's companion
 * @param partitions as for `withheldHouseholds`
 */
export function withCompanions(
  small: readonly boolean[],
  sizes: readonly (number | undefined)[],
  partitions: readonly (readonly string[])[],
): boolean[] {
  const withheld = [...small];
  for (let changed = true; changed; ) {
    changed = false;
    for (const partOf of partitions) {
      for (const place of lonelyPlaces(withheld, partOf)) {
        const companion = smallest(sizes, withheld, partOf, partOf[place] ?? '');
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

function smallest(
  sizes: readonly (number | undefined)[],
  withheld: readonly boolean[],
  partOf: readonly string[],
  part: string,
): number | undefined {
  let found: number | undefined;
  sizes.forEach((size, place) => {
    if (partOf[place] !== part || withheld[place] || !size) return;
    if (found === undefined || size < (sizes[found] ?? 0)) found = place;
  });
  return found;
}
