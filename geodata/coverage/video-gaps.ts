import type { Compound, VillageUnit } from '../records/county-records.ts';
import { countGap, type FoundGaps, type Gap, type GapPlace, touchedBy } from './gap.ts';
import { classesOf, EQUIPPED_CLASSES, type EquippedReading } from './video-rates.ts';

/**
 * The compounds of each unit that are due and not equipped, and those that are equipped and not connected. The first
 * gap is closed by equipping and connecting them, for the clause asks for both; so no compound is in two gaps and
 * closing one makes no other. Compounds of a unit that the county does not have stand under its code as it is given.
 */
export function videoGaps(
  compounds: readonly Compound[],
  units: readonly VillageUnit[],
  reading: EquippedReading = 'accepted',
): FoundGaps {
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const byUnit = new Map<string, Compound[]>();
  for (const compound of compounds) {
    if (!compound.due) continue;
    const own = byUnit.get(compound.unitCode);
    if (own) own.push(compound);
    else byUnit.set(compound.unitCode, [compound]);
  }
  const gaps = [...byUnit].flatMap(([code, due]) => gapsOfUnit(placeOfUnit(code, unitOf.get(code)), due, reading));
  return { gaps, unjudged: [] };
}

/** A unit as a place; one that is not known has its code for a name. */
export function placeOfUnit(code: string, unit: VillageUnit | undefined): GapPlace {
  return { kind: 'unit', id: code, name: unit?.name ?? code, township: unit?.township, coord: unit?.coord };
}

function gapsOfUnit(place: GapPlace, due: readonly Compound[], reading: EquippedReading): Gap[] {
  const equipped = due.filter((compound) =>
    classesOf(compound).some((name) => EQUIPPED_CLASSES[reading].includes(name)),
  );
  const bare = due.filter((compound) => !equipped.includes(compound));
  const apart = equipped.filter(({ networked }) => !networked);
  const gaps: Gap[] = [];
  if (bare.length > 0) {
    gaps.push(countGap('video-equip', place, [equipped.length, due.length], 'compounds', touchedBy(bare)));
  }
  if (apart.length > 0) {
    const counts = [equipped.length - apart.length, equipped.length] as const;
    gaps.push(countGap('video-network', place, counts, 'compounds', touchedBy(apart)));
  }
  return gaps;
}
