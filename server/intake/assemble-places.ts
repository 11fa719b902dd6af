import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { pointPosition } from '../../geodata/hexgrid/point-in-polygon.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import { normaliseVillageName } from '../../geodata/matching/village-name.ts';
import type { StationStrength, VillageUnit } from '../../geodata/records/county-records.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { PositionOrigin } from '../db/county-records.ts';
import type { AreaFeature } from '../files/read-areas.ts';
import { areaAt } from '../networks/inside-areas.ts';
import type { CheckedTable } from '../tables/checked-table.ts';
import type { TableKind } from '../tables/table-kind.ts';
import type { IntakeFindings } from './intake-findings.ts';
import { NameIndex, stationStem } from './name-index.ts';
import type { PlacedRow, PlacedTable } from './placed-table.ts';

/** A record and the row that it was read from. */
export interface Sourced<Item> {
  readonly item: Item;
  readonly table: CheckedTable;
  readonly row: number;
}

/** What rows are held against. */
export interface Ground {
  readonly boundary: MultiPolygonRings | undefined;
  readonly townships: readonly AreaFeature[];
  readonly findings: IntakeFindings;
  readonly origins: PositionOrigin[];
}

/** Stations and their strengths. */
export interface AssembledStations {
  readonly stations: readonly Sourced<Station>[];
  readonly strengths: readonly StationStrength[];
}

/** Stations of the tables; one outside the county, or whose code came before in another table, is an error. */
export function assembleStations(tables: readonly PlacedTable<'stations'>[], ground: Ground): AssembledStations {
  const { findings } = ground;
  const stations: Sourced<Station>[] = [];
  const strengths: StationStrength[] = [];
  const taken = new Set<string>();
  for (const { table, placed } of eachRow(tables)) {
    const { row, item, coord } = placed;
    const { name, kind, township, townshipCode: _, ...strength } = item;
    if (!coord) findings.error(table, row, 'lon', 'required-missing');
    else if (taken.has(strength.stationId)) findings.error(table, row, 'stationId', 'id-in-other-table');
    else if (isOutside(coord, ground)) findings.error(table, row, 'lon', 'outside-county');
    else {
      taken.add(strength.stationId);
      keepOrigin(ground, 'stations', strength.stationId, placed);
      const { onDuty: officers, auxiliaries } = strength;
      const counts = {
        ...(officers === undefined ? {} : { officers }),
        ...(auxiliaries === undefined ? {} : { auxiliaries }),
      };
      stations.push({ item: { id: strength.stationId, name, coord, kind, township, ...counts }, table, row });
      strengths.push(strength);
    }
  }
  return { stations, strengths };
}

/** Village-level units of the tables, each with its station's id and its township. */
export function assembleUnits(
  tables: readonly PlacedTable<'units'>[],
  stations: readonly Station[],
  ground: Ground,
): readonly Sourced<VillageUnit>[] {
  const { findings, townships } = ground;
  const index = new NameIndex(stations, stationStem);
  const townshipOfStation = new Map(stations.map(({ id, township }) => [id, township]));
  const units: Sourced<VillageUnit>[] = [];
  const taken = new Set<string>();
  for (const { table, placed } of eachRow(tables)) {
    const { row, item, coord } = placed;
    if (taken.has(item.code)) {
      findings.error(table, row, 'code', 'id-in-other-table');
      continue;
    }
    const stationId = stationOf(item.stationId, index, table, row, findings);
    if (stationId === null) continue;
    taken.add(item.code);
    if (coord && isOutside(coord, ground)) findings.doubt(table, row, 'lon', 'outside-county');
    keepOrigin(ground, 'units', item.code, placed);
    const byCode = townships.find(({ id }) => id !== '' && item.code.startsWith(id))?.name;
    const township = item.township ?? byCode ?? townshipAt(coord, townships) ?? townshipOfStation.get(stationId ?? '');
    reportMoved(table, row, { coord, township, byCode, townships, findings });
    const { stationId: _, township: __, ...rest } = item;
    units.push({
      item: {
        ...rest,
        ...(stationId === undefined ? {} : { stationId }),
        ...(township === undefined ? {} : { township }),
        ...(coord ? { coord } : {}),
      },
      table,
      row,
    });
  }
  return units;
}

interface Whereabouts {
  readonly coord: LonLat | undefined;
  readonly township: string | undefined;
  readonly byCode: string | undefined;
  readonly townships: readonly AreaFeature[];
  readonly findings: IntakeFindings;
}

/** A unit whose code, table and place do not name one township has moved, or one of the three is wrong. */
function reportMoved(
  table: CheckedTable,
  row: number,
  { coord, township, byCode, townships, findings }: Whereabouts,
): void {
  const byPlace = townshipAt(coord, townships);
  if (byCode !== undefined && township !== undefined && byCode !== township) {
    findings.doubt(table, row, 'code', 'unit-moved-township', { stated: township, code: byCode });
  } else if (byPlace !== undefined && township !== undefined && byPlace !== township) {
    findings.doubt(table, row, 'lon', 'unit-outside-township', { stated: township, place: byPlace });
  }
}

/**
 * Settlements of the tables, each in its unit and with its unit's station and township; and a unit without any of its
 * own is one settlement, at its committee.
 */
export function assembleSettlements(
  tables: readonly PlacedTable<'settlements'>[],
  units: readonly Sourced<VillageUnit>[],
  ground: Ground,
): readonly Sourced<Settlement>[] {
  const { findings } = ground;
  const unitOf = new Map(units.map(({ item }) => [item.code, item]));
  const settlements: Sourced<Settlement>[] = [];
  const taken = new Set<string>();
  const peopled = new Set<string>();
  for (const { table, placed } of eachRow(tables)) {
    const { row, item, coord } = placed;
    const unit = unitOf.get(item.unitCode);
    if (!unit) findings.error(table, row, 'unitCode', 'unit-unknown');
    else if (!coord) findings.error(table, row, 'lon', 'required-missing');
    else if (isOutside(coord, ground)) findings.error(table, row, 'lon', 'outside-county');
    else {
      const isSeat = item.id === unit.code || isNamedAlike(item.name, unit);
      const id = isSeat && !taken.has(unit.code) ? unit.code : item.id;
      if (taken.has(id)) {
        findings.error(table, row, 'id', 'id-in-other-table');
        continue;
      }
      taken.add(id);
      peopled.add(unit.code);
      keepOrigin(ground, 'settlements', id, placed);
      const { households, population, name } = item;
      const kind = id === unit.code ? ('administrative' as const) : ('natural' as const);
      settlements.push({ item: settlementIn(unit, { id, name, kind, coord, households, population }), table, row });
    }
  }
  return [...settlements, ...seatsOf(units, peopled, taken, ground)];
}

/** Units of which no settlement is listed: 社区 above all. */
function seatsOf(
  units: readonly Sourced<VillageUnit>[],
  peopled: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  ground: Ground,
): Sourced<Settlement>[] {
  return units.flatMap(({ item: unit, table, row }) => {
    const { code, name, coord, households, population } = unit;
    if (peopled.has(code) || taken.has(code)) return [];
    if (!coord) {
      ground.findings.doubt(table, row, 'lon', 'unit-without-place');
      return [];
    }
    if (isOutside(coord, ground)) return [];
    const place = { id: code, name: placeName(name), kind: 'administrative', coord } as const;
    const item = settlementIn(unit, { ...place, households, population });
    return [{ item, table, row }];
  });
}

/** The place that a committee is of: 花园社区居委会 is 花园社区, 张庄村民委员会 is 张庄村. */
function placeName(name: string): string {
  return name.replace(/居(?:民委员会|委会)$/, '').replace(/村(?:民委员会|委会)$/, '村') || name;
}

interface SettlementFigures extends Pick<Settlement, 'id' | 'name' | 'kind' | 'coord'> {
  readonly households: number | undefined;
  readonly population: number | undefined;
}

function settlementIn(unit: VillageUnit, { households, population, ...place }: SettlementFigures): Settlement {
  return {
    ...place,
    ...(unit.township === undefined ? {} : { township: unit.township }),
    ...(unit.stationId === undefined ? {} : { stationId: unit.stationId }),
    unitCode: unit.code,
    ...(households === undefined ? {} : { households }),
    ...(population === undefined ? {} : { population }),
  };
}

/**
 * The station that a text names.
 * @returns undefined where it names none because it is blank; null, with the error reported, where it cannot be told
 */
export function stationOf(
  text: string | undefined,
  index: NameIndex,
  table: CheckedTable,
  row: number,
  findings: IntakeFindings,
): string | undefined | null {
  if (text === undefined) return undefined;
  const found = index.find(text);
  if ('id' in found) return found.id;
  findings.error(table, row, 'stationId', found.problem === 'unknown' ? 'station-unknown' : 'station-ambiguous');
  return null;
}

/** Keeps where a record's position came from. */
export function keepOrigin(
  { origins }: Pick<Ground, 'origins'>,
  kind: PositionOrigin['kind'],
  recordId: string,
  { origin }: Pick<PlacedRow<TableKind>, 'origin'>,
): void {
  if (origin) origins.push({ kind, recordId, ...origin });
}

/** Whether a place is known to lie outside the county; its edge is inside. */
export function isOutside(coord: LonLat, { boundary }: Pick<Ground, 'boundary'>): boolean {
  return boundary !== undefined && pointPosition(boundary, coord) === 'outside';
}

/** The rows of several tables of one kind, one after another. */
export function* eachRow<Kind extends TableKind>(
  tables: readonly PlacedTable<Kind>[],
): Generator<{ readonly table: CheckedTable<Kind>; readonly placed: PlacedRow<Kind> }> {
  for (const { table, rows } of tables) for (const placed of rows) yield { table, placed };
}

function townshipAt(coord: LonLat | undefined, townships: readonly AreaFeature[]): string | undefined {
  return coord && areaAt(townships, coord)?.name;
}

function isNamedAlike(name: string, unit: VillageUnit): boolean {
  return normaliseVillageName(name, unit.township) === normaliseVillageName(unit.name, unit.township);
}
