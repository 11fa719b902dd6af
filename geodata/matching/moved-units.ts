import { groupBy } from './group-by.ts';
import type { PlaceToMatch, UnitToMatch } from './rows-to-match.ts';
import { normaliseVillageName, townshipStem } from './village-name.ts';

/** A unit that seems to have changed township, and what says so. */
export type MovedUnit =
  /** Its code belongs with units of another township. */
  | {
      readonly kind: 'code-of-another-township';
      readonly code: string;
      readonly stated: string;
      readonly codeSays: string;
    }
  /** An earlier list had the same code in another township. */
  | {
      readonly kind: 'was-in-another-township';
      readonly code: string;
      readonly stated: string;
      readonly before: string;
    }
  /** An earlier list had the only unit of this name under a code of another township, and that code is gone. */
  | { readonly kind: 'was-under-another-code'; readonly code: string; readonly formerCode: string };

/** Digits of a division code up to the township-level unit. */
const TOWNSHIP_DIGITS = 9;
/** Fewer units do not say which township a code's first nine digits mean. */
const FEWEST_VOTES = 3;
/** Share of the units of a township's code, or of the places voting for it, that must agree: two in three. */
const MAJORITY = 2 / 3;

/**
 * Units that moved township: the code's township part against the stated township, by the majority of the units that
 * share the part, and against an earlier list. Townships are compared by their stems, so a 乡 that became a 镇 has not
 * moved. In order of code.
 * @param earlier the list of an earlier year, where there is one
 */
export function movedUnits(units: readonly UnitToMatch[], earlier: readonly UnitToMatch[] = []): MovedUnit[] {
  const townships = majorities(
    units.flatMap(({ code, township }) => (township === undefined ? [] : [[partOf(code), township] as const])),
  );
  const codes = new Set(units.map(({ code }) => code));
  const before = new Map(earlier.map((unit) => [unit.code, unit]));
  const gone = soleByName(earlier.filter(({ code }) => !codes.has(code)));
  const fresh = soleByName(units.filter(({ code }) => !before.has(code)));
  return [...units]
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    .flatMap((unit): MovedUnit[] => {
      const { code, township: stated } = unit;
      const moves: MovedUnit[] = [];
      const codeSays = townships.get(partOf(code));
      if (stated !== undefined && codeSays !== undefined && differ(stated, codeSays))
        moves.push({ kind: 'code-of-another-township', code, stated, codeSays });
      const was = before.get(code)?.township;
      if (stated !== undefined && was !== undefined && differ(stated, was))
        moves.push({ kind: 'was-in-another-township', code, stated, before: was });
      const name = normaliseVillageName(unit.name, stated);
      const former = gone.get(name);
      if (earlier.length > 0 && former && fresh.get(name) === unit && partOf(former.code) !== partOf(code))
        moves.push({ kind: 'was-under-another-code', code, formerCode: former.code });
      return moves;
    });
}

/**
 * The township that each township code (first nine digits) means, for lists that name none: each name that only one
 * unit and only one place of the county has is a vote for that place's township. Codes with fewer than three votes, or
 * without two thirds for one township, are left out: nothing is known about them.
 */
export function townshipsByVote(
  units: readonly UnitToMatch[],
  places: readonly PlaceToMatch[],
): ReadonlyMap<string, string> {
  const sole = soleByName(units);
  const votes = [...soleByName(places)].flatMap(([name, { township }]) => {
    const unit = sole.get(name);
    return unit && township !== undefined ? [[partOf(unit.code), township] as const] : [];
  });
  return majorities(votes);
}

/** The township of each part that two thirds of its votes name, by stem; of its spellings the first in order of characters. */
function majorities(votes: readonly (readonly [part: string, township: string])[]): Map<string, string> {
  const winners = new Map<string, string>();
  for (const [part, ofPart] of groupBy(votes, ([part]) => part)) {
    if (ofPart.length < FEWEST_VOTES) continue;
    const townships = ofPart.map(([, township]) => township).sort();
    const winner = [...groupBy(townships, townshipStem).values()].find(
      ({ length }) => length >= MAJORITY * ofPart.length,
    );
    if (winner?.[0] !== undefined) winners.set(part, winner[0]);
  }
  return winners;
}

/** Rows by normalised name, those that share one left out. */
function soleByName<Row extends { readonly name: string; readonly township?: string }>(
  rows: readonly Row[],
): Map<string, Row> {
  const byName = new Map<string, Row>();
  const shared = new Set<string>();
  for (const row of rows) {
    const name = normaliseVillageName(row.name, row.township);
    if (name === '' || byName.has(name)) shared.add(name);
    byName.set(name, row);
  }
  for (const name of shared) byName.delete(name);
  return byName;
}

function partOf(code: string): string {
  return code.slice(0, TOWNSHIP_DIGITS);
}

function differ(a: string, b: string): boolean {
  return townshipStem(a) !== townshipStem(b);
}
