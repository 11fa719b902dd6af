import {
  type DensityEstimate,
  densityPrior,
  estimateDensity,
  rawDensity,
} from '../../geodata/coverage/volunteer-estimate.ts';
import {
  type CountyVolunteers,
  type NeedSum,
  needSums,
  postCountOf,
  type UnitVolunteers,
  volunteerFigures,
} from '../../geodata/coverage/volunteer-figures.ts';
import { type VolunteerBand, type VolunteerReading, volunteerBand } from '../../geodata/coverage/volunteer-need.ts';
import type { VillageUnit } from '../../geodata/records/county-records.ts';
import { type CountyPlace, type CoverageLevel, countyPlaces } from './county-places-by-level.ts';
import type { LoadedCounty } from './loaded-county.ts';

/** Posts of one village-level unit as they are shown; its band is that of the households that are shown. */
export interface UnitVolunteerRow extends CountyPlace, Omit<UnitVolunteers, 'code'> {
  readonly kind: VillageUnit['kind'];
  readonly band: VolunteerBand;
  /** Households, people and posts are withheld 样本过小. */
  readonly sampleTooSmall: boolean;
  /** Settlements of it that are withheld, and no part of its households nor of what these need. */
  readonly settlementsLeftOut: number;
}

/** Units of a larger place together. */
export interface VolunteerSumRow extends CountyPlace {
  readonly unitCount: number;
  /** Units whose households and posts are withheld: no part of what rural units have and need, nor of the density. */
  readonly withheldUnits: number;
  /** By the households that are shown; a withheld unit is unknown. */
  readonly unitsByBand: CountyVolunteers['unitsByBand'];
  readonly rural: NeedSum;
  readonly urban: NeedSum;
  /** Of the units that are shown and say both, so that one is per the other. */
  readonly counted: { readonly units: number; readonly posts: number; readonly households: number };
  readonly rawPer100Households: number | undefined;
  readonly estimate: DensityEstimate | undefined;
}

/** One row a unit, sorted by code. */
export function unitVolunteers(county: LoadedCounty, reading: VolunteerReading): UnitVolunteerRow[] {
  const { shown } = county;
  const { units } = volunteerFigures(shown.units, reading);
  const indexOf = new Map(shown.units.map(({ code }, index) => [code, index]));
  return countyPlaces(county, 'unit').map((place) => {
    const index = indexOf.get(place.id ?? '') ?? -1;
    const { code, ...figures } = units[index]!;
    return {
      ...place,
      ...figures,
      kind: shown.units[index]!.kind,
      band: volunteerBand(shown.units[index]!, reading),
      sampleTooSmall: shown.withheld.units[index] ?? true,
      settlementsLeftOut: shown.leftOutOfUnit[index] ?? 0,
    };
  });
}

export const VOLUNTEER_SUM_LEVELS = ['county', 'township', 'station'] as const;

/** Units added up by place, those of no known place last; every unit is in one row. */
export function volunteerSums(
  county: LoadedCounty,
  level: Exclude<CoverageLevel, 'unit'>,
  reading: VolunteerReading,
): VolunteerSumRow[] {
  const places = countyPlaces(county, level);
  const members = new Map<string | undefined, number[]>(places.map(({ id }) => [id, []]));
  county.shown.units.forEach((unit, index) => {
    const id = level === 'county' ? county.version.countyCode : level === 'township' ? unit.township : unit.stationId;
    const key = members.has(id) ? id : undefined;
    members.set(key, [...(members.get(key) ?? []), index]);
  });
  const sumOf = sumRow(county, reading);
  const rows = places.map((place) => sumOf(place, members.get(place.id) ?? []));
  const unknown = members.get(undefined);
  return unknown ? [...rows, sumOf({ id: undefined }, unknown)] : rows;
}

/** Adds up units of the county; density is held against the spread of all of its units. */
function sumRow({ shown }: LoadedCounty, reading: VolunteerReading) {
  const prior = densityPrior(shown.units.flatMap((unit) => postCountOf(unit) ?? []));
  return (place: CountyPlace, indexes: readonly number[]): VolunteerSumRow => {
    const units = indexes.map((index) => shown.units[index]!);
    const { rural, urban } = needSums(units, reading);
    const unitsByBand: Record<VolunteerBand, number> = { ...NO_BANDS };
    for (const unit of units) unitsByBand[volunteerBand(unit, reading)]++;
    const said = units.flatMap((unit) => postCountOf(unit) ?? []);
    const posts = said.reduce((sum, count) => sum + count.posts, 0);
    const households = said.reduce((sum, count) => sum + count.households, 0);
    const count = households > 0 ? { posts, households } : undefined;
    return {
      ...place,
      ...{ unitCount: units.length, withheldUnits: indexes.filter((index) => shown.withheld.units[index]).length },
      ...{ unitsByBand, rural, urban, counted: { units: said.length, posts, households } },
      rawPer100Households: count && rawDensity(count),
      estimate: count && prior && estimateDensity(count, prior),
    };
  };
}

const NO_BANDS: Readonly<Record<VolunteerBand, number>> = {
  short: 0,
  meets: 0,
  over: 0,
  unknown: 0,
  'not-applicable': 0,
};
