import type { VillageUnit } from '../records/county-records.ts';
import {
  type DensityEstimate,
  type DensityPrior,
  densityPrior,
  estimateDensity,
  type PostCount,
  rawDensity,
} from './volunteer-estimate.ts';
import { type VolunteerBand, type VolunteerNeed, type VolunteerReading, volunteerNeed } from './volunteer-need.ts';

/** The posts of one village-level unit, of the record given. */
export interface UnitVolunteers {
  readonly code: string;
  readonly need: VolunteerNeed;
  readonly posts: number | undefined;
  readonly households: number | undefined;
  /** 户/人 H / N. Undefined where either is not reported or is none. */
  readonly householdsPerPost: number | undefined;
  /** Posts per 100 households as counted. Undefined where either is not reported or there is no household. */
  readonly rawPer100Households: number | undefined;
  /** The same drawn towards the county's, so that a unit of six households does not head the list. */
  readonly estimate: DensityEstimate | undefined;
}

/** Sums over units; each of its own least and most, rounded up before they are added (DOMAIN.md 1.3). */
export interface NeedSum {
  /** Units whose shortfall is known. */
  readonly unitCount: number;
  /** Posts of rural units, covered buildings of urban ones. */
  readonly present: number;
  readonly least: number;
  readonly shortfall: number;
  readonly surplus: number;
}

/** A county's posts. `rural` counts posts and `urban` buildings, so they are never added up. */
export interface CountyVolunteers {
  /** One a unit, in the order of the units. */
  readonly units: readonly UnitVolunteers[];
  readonly rural: NeedSum;
  readonly urban: NeedSum;
  readonly unitsByBand: Readonly<Record<VolunteerBand, number>>;
  /** Undefined where no unit reports both posts and households. */
  readonly prior: DensityPrior | undefined;
}

/** Need, band and density of every unit, and the county's sums. */
export function volunteerFigures(units: readonly VillageUnit[], reading?: VolunteerReading): CountyVolunteers {
  const prior = densityPrior(units.flatMap((unit) => postCountOf(unit) ?? []));
  const figures = units.map((unit) => unitFigures(unit, prior, reading));
  const unitsByBand = { short: 0, meets: 0, over: 0, unknown: 0, 'not-applicable': 0 };
  for (const { need } of figures) unitsByBand[need.band]++;
  const needs = figures.map(({ need }) => need);
  return { units: figures, rural: needSum(needs, 'rural'), urban: needSum(needs, 'urban'), unitsByBand, prior };
}

/** The sums alone, of some units. */
export function needSums(
  units: readonly VillageUnit[],
  reading?: VolunteerReading,
): Pick<CountyVolunteers, 'rural' | 'urban'> {
  const needs = units.map((unit) => volunteerNeed(unit, reading));
  return { rural: needSum(needs, 'rural'), urban: needSum(needs, 'urban') };
}

/** Posts and households of a unit that reports both and has households. */
export function postCountOf({ volunteers, households }: VillageUnit): PostCount | undefined {
  return volunteers === undefined || !households ? undefined : { posts: volunteers, households };
}

function unitFigures(
  unit: VillageUnit,
  prior: DensityPrior | undefined,
  reading: VolunteerReading | undefined,
): UnitVolunteers {
  const { code, volunteers: posts, households } = unit;
  const count = postCountOf(unit);
  return {
    code,
    need: volunteerNeed(unit, reading),
    posts,
    households,
    householdsPerPost: !households || !posts ? undefined : households / posts,
    rawPer100Households: count && rawDensity(count),
    estimate: count && prior && estimateDensity(count, prior),
  };
}

function needSum(needs: readonly VolunteerNeed[], setting: VolunteerNeed['setting']): NeedSum {
  let sum: NeedSum = { unitCount: 0, present: 0, least: 0, shortfall: 0, surplus: 0 };
  for (const need of needs) {
    if (need.setting !== setting || need.shortfall === undefined) continue;
    sum = {
      unitCount: sum.unitCount + 1,
      present: sum.present + (need.present ?? 0),
      least: sum.least + (need.least ?? 0),
      shortfall: sum.shortfall + need.shortfall,
      surplus: sum.surplus + (need.surplus ?? 0),
    };
  }
  return sum;
}
