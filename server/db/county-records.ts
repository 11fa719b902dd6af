import type {
  Compound,
  CountyFacts,
  CountyRecords,
  IncidentCount,
  PoliceRoom,
  RoadLength,
  StationStrength,
  VideoDevice,
  VillageUnit,
} from '../../geodata/records/county-records.ts';
import type { Queryable } from './db.ts';
import type { RowsToInsert } from './places-json.ts';
import { listRecords, type RecordColumn, type RecordTable, recordRows } from './record-table.ts';

const COUNT = 'int';

const STRENGTHS: RecordTable = {
  table: 'station_strength',
  columns: {
    stationId: ['station_id', 'text'],
    authorised: ['authorised', COUNT],
    onRolls: ['on_rolls', COUNT],
    secondedOut: ['seconded_out', COUNT],
    onDuty: ['on_duty', COUNT],
    community: ['community', COUNT],
    cases: ['cases', COUNT],
    command: ['command', COUNT],
    auxiliaries: ['auxiliaries', COUNT],
    villageAuxiliaries: ['village_auxiliaries', COUNT],
    twoTeams: ['two_teams', 'boolean'],
    analysts: ['analysts', COUNT],
    legalReviewers: ['legal_reviewers', COUNT],
    vehicles: ['vehicles', COUNT],
    asOf: ['as_of', 'date'],
  } satisfies Record<keyof StationStrength, RecordColumn>,
  places: [],
};

const UNITS: RecordTable = {
  table: 'village_unit',
  columns: {
    code: ['code', 'text'],
    name: ['name', 'text'],
    kind: ['kind', 'text'],
    urbanRuralCode: ['urban_rural_code', 'text'],
    stationId: ['station_id', 'text'],
    township: ['township', 'text'],
    households: ['households', COUNT],
    householdBasis: ['household_basis', 'text'],
    population: ['population', COUNT],
    groups: ['groups', COUNT],
    naturalVillages: ['natural_villages', COUNT],
    auxiliaries: ['auxiliaries', COUNT],
    policeAssistant: ['police_assistant', 'boolean'],
    committeeMembers: ['committee_members', COUNT],
    buildings: ['buildings', COUNT],
    coveredBuildings: ['covered_buildings', COUNT],
    volunteers: ['volunteers', COUNT],
    asOf: ['as_of', 'date'],
  } satisfies Record<Exclude<keyof VillageUnit, 'coord'>, RecordColumn>,
  places: ['coord'],
};

const COMPOUNDS: RecordTable = {
  table: 'compound',
  columns: {
    id: ['id', 'text'],
    name: ['name', 'text'],
    unitCode: ['unit_code', 'text'],
    stationId: ['station_id', 'text'],
    kind: ['kind', 'text'],
    buildings: ['buildings', COUNT],
    households: ['households', COUNT],
    due: ['due', 'boolean'],
    state: ['state', 'text'],
    networked: ['networked', 'boolean'],
    devices: ['devices', COUNT],
    onlineDevices: ['online_devices', COUNT],
    asOf: ['as_of', 'date'],
  } satisfies Record<Exclude<keyof Compound, 'coord' | 'area'>, RecordColumn>,
  places: ['coord', 'area'],
};

const ROOMS: RecordTable = {
  table: 'police_room',
  columns: {
    id: ['id', 'text'],
    name: ['name', 'text'],
    stationId: ['station_id', 'text'],
    kinds: ['kinds', 'jsonb'],
    hours: ['hours', 'text'],
    asOf: ['as_of', 'date'],
  } satisfies Record<Exclude<keyof PoliceRoom, 'coord'>, RecordColumn>,
  places: ['coord'],
};

const ROAD_LENGTHS: RecordTable = {
  table: 'road_length',
  columns: {
    rank: ['rank', 'text'],
    kilometres: ['kilometres', 'double precision'],
    asOf: ['as_of', 'date'],
  } satisfies Record<keyof RoadLength, RecordColumn>,
  places: [],
};

const INCIDENTS: RecordTable = {
  table: 'incident_count',
  columns: {
    settlementId: ['settlement_id', 'text'],
    fromHour: ['from_hour', COUNT],
    toHour: ['to_hour', COUNT],
    count: ['count', COUNT],
    asOf: ['as_of', 'date'],
  } satisfies Record<keyof IncidentCount, RecordColumn>,
  places: [],
};

const DEVICES: RecordTable = {
  table: 'video_device',
  columns: {
    rangeMetres: ['range_metres', 'double precision'],
    azimuth: ['azimuth', 'double precision'],
    fieldOfView: ['field_of_view', 'double precision'],
  } satisfies Record<Exclude<keyof VideoDevice, 'coord'>, RecordColumn>,
  places: ['coord'],
};

const FACTS: RecordTable = {
  table: 'county_facts',
  columns: {
    officers: ['officers', COUNT],
    informantFundsYuan: ['informant_funds_yuan', 'bigint'],
    asOf: ['as_of', 'date'],
  } satisfies Record<keyof CountyFacts, RecordColumn>,
  places: [],
};

/** Where a record's position came from, before it became WGS 84. */
export interface PositionOrigin {
  readonly kind: 'stations' | 'units' | 'settlements' | 'compounds' | 'rooms' | 'devices';
  /** The record's id or code; a device's position among them, from 0. */
  readonly recordId: string;
  /** As `referenceSystemCode` has it, such as `GCJ-02`. */
  readonly referenceSystem: string;
  /** Longitude or easting as the file had it. */
  readonly x: number;
  /** Latitude or northing as the file had it. */
  readonly y: number;
}

const ORIGINS: RecordTable = {
  table: 'position_origin',
  columns: {
    kind: ['kind', 'text'],
    recordId: ['record_id', 'text'],
    referenceSystem: ['reference_system', 'text'],
    x: ['x', 'double precision'],
    y: ['y', 'double precision'],
  } satisfies Record<keyof PositionOrigin, RecordColumn>,
  places: [],
};

/** Records as rows for a draft, in the order that they refer to one another; after stations and settlements. */
export function recordsToInsert(records: CountyRecords, origins: readonly PositionOrigin[] = []): RowsToInsert[] {
  const { strengths, units, compounds, rooms, roadLengths, incidents, devices, facts } = records;
  return [
    recordRows(STRENGTHS, strengths),
    recordRows(UNITS, units),
    recordRows(COMPOUNDS, compounds),
    recordRows(ROOMS, rooms),
    recordRows(ROAD_LENGTHS, roadLengths),
    recordRows(INCIDENTS, incidents),
    recordRows(DEVICES, devices),
    recordRows(FACTS, Object.keys(facts).length > 0 ? [facts] : []),
    recordRows(ORIGINS, origins),
  ];
}

/** Everything that a version's offices reported, in the order of the import. */
export async function readRecords(db: Queryable, versionId: number): Promise<CountyRecords> {
  const list = <Item>(table: RecordTable): Promise<Item[]> => listRecords<Item>(db, table, versionId);
  return {
    strengths: await list(STRENGTHS),
    units: await list(UNITS),
    compounds: await list(COMPOUNDS),
    rooms: await list(ROOMS),
    roadLengths: await list(ROAD_LENGTHS),
    incidents: await list(INCIDENTS),
    devices: await list(DEVICES),
    facts: (await list<CountyFacts>(FACTS))[0] ?? {},
  };
}

/** Whether a version has any village-level units: whether offices' files were ever read for it. */
export async function hasRecords(db: Queryable, versionId: number): Promise<boolean> {
  return (await db.query('SELECT 1 FROM village_unit WHERE version_id = $1 LIMIT 1', [versionId])).length > 0;
}

/** Where a version's positions came from, in the order of the import. Devices' are among them: never for an exit. */
export function listOrigins(db: Queryable, versionId: number): Promise<PositionOrigin[]> {
  return listRecords(db, ORIGINS, versionId);
}
