import type { VillageUnit } from '../records/county-records.ts';

/** One post for every twenty households is the least, one for every ten the most (clause 15, DOMAIN.md 1.3). */
const HOUSEHOLDS_PER_POST = { least: 20, most: 10 } as const;

/** Posts 治安信息员 that a rural unit should have, whole, both ends included. */
export interface PostRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Which units are held to one post a building: those of an urban-rural code 城乡分类代码 1xx (DOMAIN.md 1.5, the
 * default), or communities 社区.
 */
export type VolunteerReading = 'urban-rural-code' | 'unit-kind';

/** Whether a unit counts by buildings (urban) or by households (rural). */
export type UnitSetting = 'urban' | 'rural';

/**
 * 不足, 达标, 偏多. `unknown` where a figure that the formula needs is not reported; `not-applicable` where there is
 * nothing to cover: no household, no building.
 */
export type VolunteerBand = 'short' | 'meets' | 'over' | 'unknown' | 'not-applicable';

/** What a unit has and what it should have: posts for a rural unit, covered buildings 楼栋(院落) for an urban one. */
export interface VolunteerNeed {
  readonly setting: UnitSetting;
  /** Posts, or covered buildings. Undefined where not reported. */
  readonly present: number | undefined;
  /** Undefined where households, or buildings, are not reported or are none. */
  readonly least: number | undefined;
  /** The clause names no most for urban units. */
  readonly most: number | undefined;
  /** What is missing up to `least`: posts, or buildings without one. Undefined where either figure is. */
  readonly shortfall: number | undefined;
  /** What is beyond `most`. */
  readonly surplus: number | undefined;
  readonly band: VolunteerBand;
}

/**
 * Posts that a rural unit of so many households should have: ceil(H / 20) to max(1, ceil(H / 10)). The need of a county
 * is the sum over its units, not that of the sum (DOMAIN.md 1.3).
 * @returns undefined for a unit without households
 * @throws Error where `households` is negative or not whole
 */
export function ruralNeed(households: number): PostRange | undefined {
  if (!Number.isSafeInteger(households) || households < 0) {
    throw new Error(`A unit of ${households} households is not a whole number from 0.`);
  }
  if (households === 0) return undefined;
  return {
    least: dividedUp(households, HOUSEHOLDS_PER_POST.least),
    most: Math.max(1, dividedUp(households, HOUSEHOLDS_PER_POST.most)),
  };
}

/** Whether a unit counts as urban. One without a code 城乡分类代码 goes by its kind: a community is urban. */
export function unitSetting(
  { kind, urbanRuralCode }: Pick<VillageUnit, 'kind' | 'urbanRuralCode'>,
  reading: VolunteerReading = 'urban-rural-code',
): UnitSetting {
  if (reading === 'unit-kind' || !urbanRuralCode) return kind === 'community' ? 'urban' : 'rural';
  return urbanRuralCode.startsWith('1') ? 'urban' : 'rural';
}

/** 不足, 达标 or 偏多 of a unit by DOMAIN.md 1.3, of the record given. */
export function volunteerBand(unit: VillageUnit, reading?: VolunteerReading): VolunteerBand {
  return volunteerNeed(unit, reading).band;
}

/**
 * What a unit needs and what it lacks. An urban unit is covered building by building: that its posts outnumber its
 * buildings says nothing of a building without one, so its count of posts is not looked at.
 */
export function volunteerNeed(unit: VillageUnit, reading?: VolunteerReading): VolunteerNeed {
  if (unitSetting(unit, reading) === 'rural') {
    const range = unit.households === undefined ? undefined : ruralNeed(unit.households);
    return needOf('rural', unit.volunteers, range?.least, range?.most, unit.households === 0);
  }
  return needOf('urban', unit.coveredBuildings, unit.buildings || undefined, undefined, unit.buildings === 0);
}

function needOf(
  setting: UnitSetting,
  present: number | undefined,
  least: number | undefined,
  most: number | undefined,
  isEmpty: boolean,
): VolunteerNeed {
  const shortfall = difference(least, present);
  const surplus = difference(present, most);
  return { setting, present, least, most, shortfall, surplus, band: bandOf(shortfall, surplus, isEmpty) };
}

function bandOf(shortfall: number | undefined, surplus: number | undefined, isEmpty: boolean): VolunteerBand {
  if (isEmpty) return 'not-applicable';
  if (shortfall === undefined) return 'unknown';
  if (shortfall > 0) return 'short';
  return surplus !== undefined && surplus > 0 ? 'over' : 'meets';
}

/** By how much the first exceeds the second; 0 where it does not. */
function difference(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined || second === undefined ? undefined : Math.max(0, first - second);
}

function dividedUp(amount: number, divisor: number): number {
  return (amount + ((divisor - (amount % divisor)) % divisor)) / divisor;
}
