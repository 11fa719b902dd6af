import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { CountyRecords } from '../../geodata/records/county-records.ts';
import type { PositionOrigin } from '../db/county-records.ts';
import type { SourceRows } from '../db/county-tables.ts';
import type { TableKind } from '../tables/table-kind.ts';
import type { Sourced } from './assemble-places.ts';
import type { IntakeBase } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';

/** What a version that is there already is called in messages. */
export const BASE_FILE = '现有版本';

/** Records with the rows that they were read from. */
export function sourceRows<Item>(sourced: readonly Sourced<Item>[]): SourceRows<Item> {
  const files = [...new Set(sourced.map(({ table }) => table.file))];
  return { file: files.join('、'), items: sourced.map(({ item }) => item), rows: sourced.map(({ row }) => row) };
}

/** The settlements that are there already, without stations that are no longer there. */
export function keptSettlements(
  base: IntakeBase,
  stations: readonly Station[],
  unitOfSettlement: ReadonlyMap<string, string>,
  findings: IntakeFindings,
): readonly Settlement[] {
  const ids = new Set(stations.map(({ id }) => id));
  let lost = 0;
  const kept = base.settlements.map((settlement): Settlement => {
    const unitCode = unitOfSettlement.get(settlement.id);
    const { stationId, ...rest } = unitCode === undefined ? settlement : { ...settlement, unitCode };
    if (stationId === undefined || ids.has(stationId))
      return { ...rest, ...(stationId === undefined ? {} : { stationId }) };
    lost++;
    return rest;
  });
  if (lost > 0) findings.file('doubt', BASE_FILE, 'station-gone', { records: lost });
  return kept;
}

/** The records that are there already and that no table of the delivery replaces, without what is no longer there. */
export function keptRecords(
  records: CountyRecords,
  replaced: ReadonlySet<TableKind>,
  referents: { readonly stationIds: ReadonlySet<string>; readonly settlementIds: ReadonlySet<string> },
  findings: IntakeFindings,
): CountyRecords {
  const { stationIds, settlementIds } = referents;
  let lost = 0;
  const keep = <Item>(kind: TableKind, items: readonly Item[], isWhole: (item: Item) => boolean): Item[] => {
    if (replaced.has(kind)) return [];
    const whole = items.filter(isWhole);
    lost += items.length - whole.length;
    return whole;
  };
  const hasStation = ({ stationId }: { readonly stationId?: string | undefined }): boolean =>
    stationId === undefined || stationIds.has(stationId);
  const kept: CountyRecords = {
    strengths: keep('stations', records.strengths, hasStation),
    units: keep('units', records.units, hasStation),
    compounds: keep('compounds', records.compounds, hasStation),
    rooms: keep('rooms', records.rooms, hasStation),
    roadLengths: keep('road-lengths', records.roadLengths, () => true),
    incidents: keep('incidents', records.incidents, ({ settlementId }) => settlementIds.has(settlementId)),
    devices: keep('devices', records.devices, () => true),
    facts: replaced.has('county') ? {} : records.facts,
  };
  if (lost > 0) findings.file('doubt', BASE_FILE, 'record-without-referent', { records: lost });
  return kept;
}

/** Origins of what is kept. */
export function keptOrigins(origins: readonly PositionOrigin[], replaced: ReadonlySet<TableKind>): PositionOrigin[] {
  return origins.filter(({ kind }) => !replaced.has(kind));
}
