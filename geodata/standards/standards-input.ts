import type { Station } from '../catchment/places.ts';
import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import type { CountyRecords, StationStrength, VillageUnit } from '../records/county-records.ts';
import { byText } from '../text-order.ts';
import type { UnitIdentity } from './unit-result.ts';

/**
 * What a township-level unit is: subdistrict 街道, designated town 镇, township 乡, or something of that level that is
 * none of them, such as a development zone 开发区.
 */
export type TownshipKind = 'subdistrict' | 'town' | 'township' | 'zone';

/** A township-level unit 乡级单位. */
export interface Township {
  /** Unique in the county. */
  readonly name: string;
  /** Division code 区划代码 of nine or twelve digits, as text. */
  readonly code?: string;
  /** Where it is known otherwise than by the code, which it outranks. */
  readonly kind?: TownshipKind;
  /** Its area, WGS 84. */
  readonly polygons?: MultiPolygonRings;
}

/** What an evaluated plan of cooperation groups says of one group (clause 6). */
export interface GroupOutcome {
  readonly groupId: string;
  readonly centreId: string;
  readonly memberIds: readonly string[];
  /** `empty`: its counting rule finds nothing to count in it. */
  readonly verdict: 'pass' | 'marginal' | 'fail' | 'empty';
  readonly settlementsTotal: number;
  readonly settlementsFailing: number;
}

/** A county as the standard looks at it. Ids and codes are unique; a list that is absent or empty is not reported. */
export interface StandardsInput {
  readonly records: CountyRecords;
  readonly stations: readonly Station[];
  readonly townships: readonly Township[];
  /** Undefined where no plan of groups is evaluated. */
  readonly groups?: readonly GroupOutcome[];
}

/** Third to fifth digits after the county's six of a division code: 001-099 街道, 100-199 镇, 200-399 乡 (DOMAIN.md 1.5). */
export function townshipKind({ kind, code }: Township): TownshipKind | undefined {
  if (kind !== undefined) return kind;
  if (code === undefined || !/^\d{9}(\d{3})?$/.test(code)) return undefined;
  const number = Number(code.slice(6, 9));
  if (number < 1) return undefined;
  if (number < 100) return 'subdistrict';
  if (number < 200) return 'town';
  return number < 400 ? 'township' : 'zone';
}

/** A station with its headcounts, empty where it reports none. */
export interface StaffedStation {
  readonly station: Station;
  readonly strength: Omit<StationStrength, 'stationId'>;
  readonly identity: UnitIdentity;
}

/**
 * The stations with their headcounts. What the strengths do not say is taken from the station itself, whose officers
 * are those on duty. Headcounts of a station that is not among the stations are not looked at: see `strayStrengths`.
 */
export function staffedStations({ records, stations }: StandardsInput): StaffedStation[] {
  const strengthOf = new Map(records.strengths.map((strength) => [strength.stationId, strength]));
  return stations.map((station) => {
    const reported = strengthOf.get(station.id);
    const onDuty = reported?.onDuty ?? station.officers;
    const auxiliaries = reported?.auxiliaries ?? station.auxiliaries;
    return {
      station,
      strength: {
        ...reported,
        ...(onDuty !== undefined && { onDuty }),
        ...(auxiliaries !== undefined && { auxiliaries }),
      },
      identity: { unit: 'station', unitId: station.id, name: station.name, asOf: reported?.asOf },
    };
  });
}

/** Ids of headcounts that belong to no station of the county, in order. */
export function strayStrengths({ records, stations }: StandardsInput): string[] {
  const known = new Set(stations.map(({ id }) => id));
  return records.strengths
    .map(({ stationId }) => stationId)
    .filter((id) => !known.has(id))
    .sort(byText);
}

/** A village-level unit as a row of a clause. */
export function villageIdentity({ code, name, asOf }: VillageUnit): UnitIdentity {
  return { unit: 'village', unitId: code, name, asOf };
}
