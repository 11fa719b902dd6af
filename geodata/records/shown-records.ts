import {
  isTooSmall,
  LEAST_POSTS,
  type SampledSettlement,
  shownSum,
  withCompanions,
  withheldSettlements,
} from '../small-samples.ts';
import type { Compound, CountyRecords, IncidentCount, VillageUnit } from './county-records.ts';

/** What deciding needs of a settlement. */
export interface ShownPlace extends SampledSettlement {
  readonly id: string;
  /** Code of its village-level unit, where known. */
  readonly unitCode?: string | undefined;
}

/** A county's records as they may leave: see `showRecords`. */
export interface ShownRecords<Place extends ShownPlace> {
  /** All of them; without households and people where these are withheld. */
  readonly settlements: readonly Place[];
  /** All of them; without households, people and posts where these are withheld. */
  readonly units: readonly VillageUnit[];
  /** All of them; without households where these are withheld. */
  readonly compounds: readonly Compound[];
  /** Those of settlements that are shown. */
  readonly incidents: readonly IncidentCount[];
  /** One each, in the order of the settlements, units, compounds. */
  readonly withheld: {
    readonly settlements: readonly boolean[];
    readonly units: readonly boolean[];
    readonly compounds: readonly boolean[];
  };
  /** Of each unit, the settlements that its households leave out because they are withheld. */
  readonly leftOutOfUnit: readonly number[];
}

/**
 * The one place that decides what of a county's records may leave, whatever the exit: lists, tiles, files, reports,
 * differences. Every figure about households, people or posts that leaves, and every verdict about them, is a function
 * of what this gives: so that no sum, and no difference of two, tells anything that is withheld (ADR 0014).
 *
 * A unit is withheld below thirty households or three posts, a compound below thirty households, each with a
 * companion in its township or unit and at its station. A unit's households are those of its settlements that are
 * shown, where it has any with figures: also where its table counts more and none is withheld, since the rest may be
 * those of a settlement that another version has, and withholds.
 */
export function showRecords<Place extends ShownPlace>(
  settlements: readonly Place[],
  records: Pick<CountyRecords, 'units' | 'compounds' | 'incidents'>,
): ShownRecords<Place> {
  const withheld = {
    settlements: withheldSettlements(settlements),
    units: withheldUnits(records.units),
    compounds: withheldCompounds(records.compounds),
  };
  const membersOf = membersByUnit(settlements);
  const units = records.units.map((unit, index) =>
    shownUnit(unit, withheld.units[index] ?? true, settlements, withheld.settlements, membersOf.get(unit.code) ?? []),
  );
  const shownIds = new Set(settlements.flatMap(({ id }, index) => (withheld.settlements[index] ? [] : [id])));
  return {
    settlements: settlements.map((place, index) =>
      withheld.settlements[index] ? without(place, ['households', 'population']) : place,
    ),
    units: units.map(({ unit }) => unit),
    compounds: records.compounds.map((compound, index) =>
      withheld.compounds[index] ? without(compound, ['households']) : compound,
    ),
    incidents: records.incidents.filter(({ settlementId }) => shownIds.has(settlementId)),
    withheld,
    leftOutOfUnit: units.map(({ leftOut }) => leftOut),
  };
}

function withheldUnits(units: readonly VillageUnit[]): boolean[] {
  const small = units.map(({ households, volunteers }) => isTooSmall(households) || isFewPosts(volunteers));
  return withCompanions(
    small,
    units.map(({ households }) => households),
    [units.map(({ township = '' }) => township), units.map(({ stationId = '' }) => stationId)],
  );
}

function isFewPosts(volunteers: number | undefined): boolean {
  return volunteers !== undefined && volunteers > 0 && volunteers < LEAST_POSTS;
}

function withheldCompounds(compounds: readonly Compound[]): boolean[] {
  const households = compounds.map((compound) => compound.households);
  return withCompanions(households.map(isTooSmall), households, [
    compounds.map(({ unitCode }) => unitCode),
    compounds.map(({ stationId = '' }) => stationId),
  ]);
}

function membersByUnit(settlements: readonly ShownPlace[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  settlements.forEach(({ unitCode }, index) => {
    if (unitCode === undefined) return;
    const known = members.get(unitCode);
    if (known) known.push(index);
    else members.set(unitCode, [index]);
  });
  return members;
}

function shownUnit(
  unit: VillageUnit,
  isWithheld: boolean,
  settlements: readonly ShownPlace[],
  withheld: readonly boolean[],
  members: readonly number[],
): { readonly unit: VillageUnit; readonly leftOut: number } {
  const { households, withheldCount } = shownSum(settlements, withheld, members);
  if (isWithheld) return { unit: without(unit, ['households', 'population', 'volunteers']), leftOut: withheldCount };
  if (withheldCount === 0 && households === undefined) return { unit, leftOut: 0 };
  const bare = without(unit, ['households', 'population']);
  return { unit: households === undefined ? bare : { ...bare, households }, leftOut: withheldCount };
}

function without<Item extends object>(item: Item, keys: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key))) as Item;
}
