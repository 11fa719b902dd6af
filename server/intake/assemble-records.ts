import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type {
  Compound,
  CountyFacts,
  CountyRecords,
  IncidentCount,
  PoliceRoom,
  RoadLength,
  VideoDevice,
} from '../../geodata/records/county-records.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { eachRow, type Ground, isOutside, keepOrigin, stationOf } from './assemble-places.ts';
import { NameIndex, stationStem } from './name-index.ts';
import type { PlacedTable } from './placed-table.ts';

/** What the records' tables refer to. */
export interface Referents {
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  readonly unitCodes: ReadonlySet<string>;
}

/** Records that refer to places, without strengths and units, which make these. */
type OtherRecords = Omit<CountyRecords, 'strengths' | 'units'>;

/** Tables by kind. */
export type TablesOfKind = <Kind extends TableKind>(kind: Kind) => readonly PlacedTable<Kind>[];

/** Reads the tables of everything that stands at a station, in a unit or in a settlement. */
export function assembleRecords(tables: TablesOfKind, referents: Referents, ground: Ground): OtherRecords {
  return {
    compounds: compoundsOf(tables('compounds'), referents, ground),
    rooms: roomsOf(tables('rooms'), referents, ground),
    roadLengths: roadLengthsOf(tables('road-lengths'), ground),
    incidents: incidentsOf(tables('incidents'), referents, ground),
    devices: devicesOf(tables('devices'), ground),
    facts: factsOf(tables('county')),
  };
}

function compoundsOf(tables: readonly PlacedTable<'compounds'>[], referents: Referents, ground: Ground): Compound[] {
  const { findings } = ground;
  const index = new NameIndex(referents.stations, stationStem);
  const taken = new Set<string>();
  const compounds: Compound[] = [];
  for (const { table, placed } of eachRow(tables)) {
    const { row, item, coord, area } = placed;
    const stationId = stationOf(item.stationId, index, table, row, findings);
    if (stationId === null) continue;
    if (!referents.unitCodes.has(item.unitCode)) findings.error(table, row, 'unitCode', 'unit-unknown');
    else if (taken.has(item.id)) findings.error(table, row, 'id', 'id-in-other-table');
    else if (coord && isOutside(coord, ground)) findings.error(table, row, 'lon', 'outside-county');
    else {
      taken.add(item.id);
      keepOrigin(ground, 'compounds', item.id, placed);
      const { stationId: _, ...rest } = item;
      compounds.push({
        ...rest,
        ...(stationId === undefined ? {} : { stationId }),
        ...(coord ? { coord } : {}),
        ...(area ? { area } : {}),
      });
    }
  }
  return compounds;
}

function roomsOf(tables: readonly PlacedTable<'rooms'>[], referents: Referents, ground: Ground): PoliceRoom[] {
  const { findings } = ground;
  const index = new NameIndex(referents.stations, stationStem);
  const taken = new Set<string>();
  const rooms: PoliceRoom[] = [];
  for (const { table, placed } of eachRow(tables)) {
    const { row, item, coord } = placed;
    const stationId = stationOf(item.stationId, index, table, row, findings);
    if (stationId === null) continue;
    if (taken.has(item.id)) findings.error(table, row, 'name', 'id-in-other-table');
    else if (coord && isOutside(coord, ground)) findings.error(table, row, 'lon', 'outside-county');
    else {
      taken.add(item.id);
      keepOrigin(ground, 'rooms', item.id, placed);
      const { stationId: _, ...rest } = item;
      rooms.push({ ...rest, ...(stationId === undefined ? {} : { stationId }), ...(coord ? { coord } : {}) });
    }
  }
  return rooms;
}

function roadLengthsOf(tables: readonly PlacedTable<'road-lengths'>[], { findings }: Ground): RoadLength[] {
  const lengths = new Map<string, RoadLength>();
  for (const { table, placed } of eachRow(tables)) {
    const { row, item } = placed;
    if (lengths.has(item.rank)) findings.error(table, row, 'rank', 'id-in-other-table');
    else lengths.set(item.rank, item);
  }
  return [...lengths.values()];
}

function incidentsOf(
  tables: readonly PlacedTable<'incidents'>[],
  { settlements }: Referents,
  { findings }: Ground,
): IncidentCount[] {
  const index = new NameIndex(settlements, (name) => name);
  const bands = new Map<string, IncidentCount[]>();
  for (const { table, placed } of eachRow(tables)) {
    const { row, item } = placed;
    const { settlement, ...count } = item;
    const found = index.find(settlement);
    if ('problem' in found) {
      findings.error(table, row, 'settlement', `settlement-${found.problem}`);
      continue;
    }
    const others = bands.get(found.id) ?? [];
    if (others.some(({ fromHour, toHour }) => count.fromHour < toHour && fromHour < count.toHour)) {
      findings.error(table, row, 'hours', 'hours-overlap');
      continue;
    }
    bands.set(found.id, [...others, { settlementId: found.id, ...count }]);
  }
  return [...bands.values()].flat();
}

function devicesOf(tables: readonly PlacedTable<'devices'>[], ground: Ground): VideoDevice[] {
  const devices: VideoDevice[] = [];
  for (const { table, placed } of eachRow(tables)) {
    const { row, item, coord } = placed;
    if (!coord) ground.findings.error(table, row, 'lon', 'required-missing');
    else if (isOutside(coord, ground)) ground.findings.error(table, row, 'lon', 'outside-county');
    else {
      keepOrigin(ground, 'devices', String(devices.length), placed);
      devices.push({ ...item, coord });
    }
  }
  return devices;
}

function factsOf(tables: readonly PlacedTable<'county'>[]): CountyFacts {
  return Object.assign({}, ...[...eachRow(tables)].map(({ placed }) => placed.item)) as CountyFacts;
}
