import { distanceMetres } from '../roads/ruler.ts';
import { byText } from '../text-order.ts';
import type { LonLat, Metres } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';
import { Names } from './compared-names.ts';
import { type Duplicates, findDuplicates } from './duplicates.ts';
import { groupBy } from './group-by.ts';
import { type NearReason, nearness } from './nearness.ts';
import type { PlaceToMatch, UnitToMatch } from './rows-to-match.ts';

/** A place that may be the unit's, for the user to decide. */
export interface Candidate {
  readonly placeId: string;
  /** 0 to 1: an order of preference, not a probability. */
  readonly score: number;
  /** `other-name`: they share only the code. */
  readonly name: NearReason | 'other-name';
  readonly township: TownshipReason;
  /** Metres from the place to the nearest known place of the unit's township, 0 in it; undefined where none is known. */
  readonly metresFromTownship?: Metres;
  /** Several places carry the unit's code. */
  readonly sameCode?: true;
}

/** How the townships of unit and place compare; `unknown` where one of them says nothing. */
export type TownshipReason = 'same' | 'neighbouring' | 'other' | 'unknown';

export type UnmatchedReason =
  /** No place of the county has a name like it. */
  | 'no-such-name'
  /** Nothing is known in its township at all, and nothing like it elsewhere. */
  | 'no-places-in-township'
  /** What is like it belongs to other units, by code or by name. */
  | 'taken-by-other-units';

export type UnitMatch = { readonly unit: UnitToMatch } & (
  | { readonly status: 'matched'; readonly how: 'code' | 'name'; readonly placeId: string }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly status: 'unmatched'; readonly why: UnmatchedReason }
);

export interface Matching {
  /** One a unit, by code, then name. */
  readonly units: readonly UnitMatch[];
  /** Places that no unit was matched to, offered or not, by id. */
  readonly unmatchedPlaceIds: readonly string[];
  readonly duplicateUnits: Duplicates;
  readonly duplicatePlaces: Duplicates;
}

/** A township within this far is a neighbour: half the width of one. A county's townships are some 60 to 130 km2. */
const NEIGHBOUR_METRES = 5_000;
/** What is left of a name's score by township. The same name elsewhere comes after a near name at home. */
const TOWNSHIP_FACTORS: Readonly<Record<TownshipReason, number>> = {
  same: 1,
  neighbouring: 0.8,
  unknown: 0.7,
  other: 0.5,
};
/** Candidates below are not offered: a near name in another township is another village. */
const LOWEST_SCORE = 0.5;

/**
 * Matches official units to places: by code, else by normalised name within the township, both only where one unit
 * and one place answer to each other alone; what is left is offered with reasons and never decided. No place is
 * matched to two units. The order of rows makes no difference.
 * @throws Error for two places of one id
 */
export function matchUnits(input: {
  readonly units: readonly UnitToMatch[];
  readonly places: readonly PlaceToMatch[];
}): Matching {
  const units = [...input.units].sort(
    (a, b) => byText(a.code, b.code) || byText(a.name, b.name) || byText(a.township ?? '', b.township ?? ''),
  );
  const places = [...input.places].sort((a, b) => byText(a.id, b.id));
  const twin = places.find(({ id }, index) => places[index + 1]?.id === id);
  if (twin) throw new Error(`Two places have the id ${twin.id}.`);
  const known = new Names(units, places);
  const byCode = matchAlone(units, places, codeOf, codeOf);
  const claimed = new Set(units.map(({ code }) => code));
  const free = places.filter(({ code }) => code === undefined || !claimed.has(code));
  const carried = new Set(places.map(codeOf));
  const restUnits = units.filter(({ code }) => !carried.has(code));
  const byName = matchAlone(
    restUnits,
    free,
    (unit) => known.keyOf(unit),
    (place) => known.keyOf(place),
  );
  const taken = new Set([...byCode.values(), ...byName.values()]);
  const matches = units.map((unit): UnitMatch => {
    const coded = byCode.get(unit);
    if (coded) return { unit, status: 'matched', how: 'code', placeId: coded.id };
    const named = byName.get(unit);
    if (named) return { unit, status: 'matched', how: 'name', placeId: named.id };
    return offer(unit, claimed, places, taken, known);
  });
  return {
    units: matches,
    unmatchedPlaceIds: places.filter((place) => !taken.has(place)).map(({ id }) => id),
    duplicateUnits: findDuplicates(units, ({ code }) => code, known),
    duplicatePlaces: findDuplicates(places, ({ id }) => id, known),
  };
}

/** Pairs of a unit and a place that share a key with nobody else. */
function matchAlone(
  units: readonly UnitToMatch[],
  places: readonly PlaceToMatch[],
  keyOfUnit: (unit: UnitToMatch) => string | undefined,
  keyOfPlace: (place: PlaceToMatch) => string | undefined,
): Map<UnitToMatch, PlaceToMatch> {
  const placesOf = groupBy(places, keyOfPlace);
  const pairs = new Map<UnitToMatch, PlaceToMatch>();
  for (const [key, sharing] of groupBy(units, keyOfUnit)) {
    const [unit, otherUnit] = sharing;
    const [place, otherPlace] = placesOf.get(key) ?? [];
    if (unit && place && !otherUnit && !otherPlace) pairs.set(unit, place);
  }
  return pairs;
}

function offer(
  unit: UnitToMatch,
  codes: ReadonlySet<string>,
  places: readonly PlaceToMatch[],
  taken: ReadonlySet<PlaceToMatch>,
  known: Names,
): UnitMatch {
  const all = places.flatMap((place) => {
    const candidate = candidateOf(unit, place, known);
    return candidate ? [{ place, candidate }] : [];
  });
  const candidates = all
    .filter(({ place }) => !taken.has(place) && (place.code === unit.code || !codes.has(place.code ?? '')))
    .map(({ candidate }) => candidate)
    .sort((a, b) => b.score - a.score || byText(a.placeId, b.placeId));
  if (candidates.length > 0) return { unit, status: 'ambiguous', candidates };
  if (all.length > 0) return { unit, status: 'unmatched', why: 'taken-by-other-units' };
  const nothingThere = unit.township !== undefined && known.placesOf(unit.township).length === 0;
  return { unit, status: 'unmatched', why: nothingThere ? 'no-places-in-township' : 'no-such-name' };
}

function candidateOf(unit: UnitToMatch, place: PlaceToMatch, known: Names): Candidate | undefined {
  const sameCode = place.code === unit.code;
  const near = nearness(known.nameOf(unit), known.nameOf(place));
  if (!near && !sameCode) return undefined;
  const metres = unit.township === undefined ? undefined : metresFrom(place.coord, known.placesOf(unit.township));
  const township = townshipReason(unit, place, metres, known);
  const score = sameCode ? 1 : (near?.score ?? 0) * TOWNSHIP_FACTORS[township];
  if (score < LOWEST_SCORE) return undefined;
  return {
    placeId: place.id,
    score,
    name: near?.reason ?? 'other-name',
    township,
    ...(metres === undefined ? {} : { metresFromTownship: township === 'same' ? 0 : metres }),
    ...(sameCode ? { sameCode } : {}),
  };
}

function townshipReason(
  unit: UnitToMatch,
  place: PlaceToMatch,
  metres: Metres | undefined,
  known: Names,
): TownshipReason {
  if (unit.township === undefined || place.township === undefined) return 'unknown';
  if (known.townshipOf(unit.township) === known.townshipOf(place.township)) return 'same';
  return metres !== undefined && metres <= NEIGHBOUR_METRES ? 'neighbouring' : 'other';
}

function metresFrom([lon, lat]: LonLat, places: readonly PlaceToMatch[]): Metres | undefined {
  const scale = MICRODEGREES_PER_DEGREE;
  const metres = places.map(({ coord }) =>
    distanceMetres(lon * scale, lat * scale, coord[0] * scale, coord[1] * scale),
  );
  return metres.length === 0 ? undefined : metres.reduce((least, metre) => Math.min(least, metre), Infinity);
}

function codeOf({ code }: { readonly code?: string }): string | undefined {
  return code;
}
