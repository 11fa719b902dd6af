import type { Compound, VillageUnit } from '../records/county-records.ts';
import { type VideoCounts, videoCounts } from './video-rates.ts';

/** The compounds of one place. `id` is undefined for those whose place is not known 未知, a row like any other. */
export interface VideoPlace {
  readonly id: string | undefined;
  readonly counts: VideoCounts;
}

/**
 * A county's compounds added up over four partitions: in each, the rows' counts add up to `county` exactly. Rows are
 * sorted by id, unknown last and only where there are any; a place without compounds has a row of zeros.
 */
export interface VideoRollUp {
  readonly byUnit: readonly VideoPlace[];
  /** By name of the township-level unit. */
  readonly byTownship: readonly VideoPlace[];
  readonly byStation: readonly VideoPlace[];
  readonly county: VideoCounts;
  /** Ids of the compounds that stand under unknown. */
  readonly withoutUnit: readonly string[];
  readonly withoutTownship: readonly string[];
  readonly withoutStation: readonly string[];
}

/** What rolling up needs of a village-level unit. */
export type RollUpUnit = Pick<VillageUnit, 'code' | 'township' | 'stationId'>;

/**
 * Adds compounds up to their community or village, township, station and county. A compound belongs to the station that
 * its own row names, else to its unit's; to the township of its unit. A unit or station that the county does not have
 * is not known.
 * @param units of unique codes
 * @param stationIds the county's stations
 */
export function rollUpVideo(
  compounds: readonly Compound[],
  units: readonly RollUpUnit[],
  stationIds: readonly string[],
): VideoRollUp {
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const stations = new Set(stationIds);
  const unitIdOf = ({ unitCode }: Compound): string | undefined => unitOf.get(unitCode)?.code;
  const townshipOf = ({ unitCode }: Compound): string | undefined => unitOf.get(unitCode)?.township;
  const stationOf = ({ stationId, unitCode }: Compound): string | undefined =>
    [stationId, unitOf.get(unitCode)?.stationId].find((id) => id !== undefined && stations.has(id));
  const townships = units.flatMap(({ township }) => township ?? []);
  return {
    byUnit: placesOf(compounds, [...unitOf.keys()], unitIdOf),
    byTownship: placesOf(compounds, townships, townshipOf),
    byStation: placesOf(compounds, stationIds, stationOf),
    county: videoCounts(compounds),
    withoutUnit: idsWithout(compounds, unitIdOf),
    withoutTownship: idsWithout(compounds, townshipOf),
    withoutStation: idsWithout(compounds, stationOf),
  };
}

type PlaceOf = (compound: Compound) => string | undefined;

function placesOf(compounds: readonly Compound[], ids: readonly string[], placeOf: PlaceOf): VideoPlace[] {
  const members = new Map<string | undefined, Compound[]>([...ids].sort().map((id) => [id, []]));
  for (const compound of compounds) {
    const id = placeOf(compound);
    const own = members.get(id);
    if (own) own.push(compound);
    else members.set(id, [compound]);
  }
  return [...members].map(([id, own]) => ({ id, counts: videoCounts(own) }));
}

function idsWithout(compounds: readonly Compound[], placeOf: PlaceOf): string[] {
  return compounds.filter((compound) => placeOf(compound) === undefined).map(({ id }) => id);
}
