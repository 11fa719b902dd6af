import type { Station } from '../../catchment/places.ts';
import type { CountyRecords } from '../../records/county-records.ts';

/** A station and what it has for duty; whatever is absent is not known, which is never 0. Whole numbers from 0. */
export interface DutyStation {
  /** Its 在岗民警 and 辅警 are those counted. */
  readonly station: Station;
  /** 巡逻车辆 */
  readonly vehicles?: number;
  /** Officers that case work 案件办理 takes today. */
  readonly caseOfficers?: number;
  /** 警务室, and those of them that are 7×24. */
  readonly rooms?: number;
  readonly roundTheClockRooms?: number;
}

export interface DutySources {
  readonly records: Pick<CountyRecords, 'strengths' | 'rooms'>;
  /** Vehicles by station id, such as a scenario's; they outrank the records'. */
  readonly vehicles?: Readonly<Record<string, number>>;
  /** Officers in the case team of a station whose table gives none, such as 4:4:2 of clause 6b. Without it they are unknown. */
  readonly caseOfficersOf?: (officers: number) => number;
}

/** The stations of a county with their means, and the rooms that are of none of them. */
export interface DutyStations {
  readonly stations: readonly DutyStation[];
  /** Ids of rooms whose row names no station, or one that is not in the list: they are in no sum. */
  readonly strayRoomIds: readonly string[];
}

/**
 * Brings together what is known of each station: officers and auxiliaries of the station itself, else of its row of
 * headcounts. A county that reports no room at all has not said that it has none.
 */
export function dutyStations(stations: readonly Station[], sources: DutySources): DutyStations {
  const { records, vehicles = {}, caseOfficersOf } = sources;
  const strengthOf = new Map(records.strengths.map((strength) => [strength.stationId, strength]));
  const known = new Set(stations.map(({ id }) => id));
  const isStray = (id: string | undefined): boolean => id === undefined || !known.has(id);
  return {
    stations: stations.map((station): DutyStation => {
      const strength = strengthOf.get(station.id);
      const officers = station.officers ?? strength?.onDuty;
      const auxiliaries = station.auxiliaries ?? strength?.auxiliaries;
      const caseOfficers = strength?.cases ?? (officers === undefined ? undefined : caseOfficersOf?.(officers));
      const cars = vehicles[station.id] ?? strength?.vehicles;
      const rooms = records.rooms.filter(({ stationId }) => stationId === station.id);
      const roundTheClockRooms = rooms.filter(({ kinds }) => kinds.includes('round-the-clock')).length;
      return {
        station: {
          ...station,
          ...(officers === undefined ? {} : { officers }),
          ...(auxiliaries === undefined ? {} : { auxiliaries }),
        },
        ...(cars === undefined ? {} : { vehicles: cars }),
        ...(caseOfficers === undefined ? {} : { caseOfficers }),
        ...(records.rooms.length === 0 ? {} : { rooms: rooms.length, roundTheClockRooms }),
      };
    }),
    strayRoomIds: records.rooms.filter(({ stationId }) => isStray(stationId)).map(({ id }) => id),
  };
}
