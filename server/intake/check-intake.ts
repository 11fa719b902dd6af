import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { NO_RECORDS, type VillageUnit } from '../../geodata/records/county-records.ts';
import type { PositionOrigin } from '../db/county-records.ts';
import type { SourceRows } from '../db/county-tables.ts';
import type { Finding } from '../tables/finding.ts';
import type { TableKind } from '../tables/table-kind.ts';
import type { AreaLayer } from './area-tables.ts';
import {
  type AssembledStations,
  assembleSettlements,
  assembleStations,
  assembleUnits,
  type Ground,
  type Sourced,
} from './assemble-places.ts';
import { assembleRecords, type TablesOfKind } from './assemble-records.ts';
import { compareWithBase } from './compare-with-base.ts';
import { gatherEvidence } from './gather-evidence.ts';
import type {
  AssembledCounty,
  CheckedIntake,
  CountyAreas,
  FileSummary,
  IntakeBase,
  IntakeChoices,
  IntakeFile,
} from './intake.ts';
import { IntakeFindings } from './intake-findings.ts';
import { matchSettlements, NO_MATCHES, type SettlementMatches } from './match-settlements.ts';
import { type PlacedTable, placeRows } from './placed-table.ts';
import { type ReadDelivery, type ReadFile, type ReadOptions, readDelivery } from './read-delivery.ts';
import { BASE_FILE, keptOrigins, keptRecords, keptSettlements, sourceRows } from './with-base.ts';

/** A county of which nothing is known. */
export const NO_BASE: IntakeBase = {
  boundary: undefined,
  townships: [],
  stations: [],
  settlements: [],
  records: NO_RECORDS,
  origins: [],
};

/**
 * Looks a delivery of files over, as a whole and against what the county has already. Nothing is written anywhere, and
 * nothing is put right that is not certain. The order of the files does not matter, but for messages.
 * @throws the signal's reason
 */
export async function checkIntake(
  files: readonly IntakeFile[],
  base: IntakeBase = NO_BASE,
  choices: IntakeChoices = {},
  options: ReadOptions = {},
): Promise<CheckedIntake> {
  const findings = new IntakeFindings();
  const { placed, ...delivery } = await readAndPlace(files, choices, findings, options);
  const [roads, ...moreRoads] = delivery.files.flatMap(({ roles, file }) => (roles.includes('roads') ? [file] : []));
  for (const { name } of moreRoads) findings.file('error', name, 'roads-twice');
  const areas = areasOf(delivery, base, findings);
  const coordinates = await gatherEvidence({ placed, areas, base, roads, choices, findings, signal: options.signal });
  const { county, matches } = assemble({ placed, areas, base, choices, findings });
  compareWithBase(placed, county, base, findings);
  reportMissing(county, findings);
  return {
    files: delivery.files.map((file) => summaryOf(file, findings)),
    findings: inOrder(findings.all(), files),
    unknownColumns: delivery.unknownColumns,
    coordinates,
    matches: matches.counts,
    offered: matches.offered,
    roads: roads?.name,
    county,
  };
}

/** A delivery whose tables keep their rows on the ground alone: twice they would be most of a large check's memory. */
interface PlacedDelivery extends ReadDelivery {
  readonly placed: readonly PlacedTable[];
}

async function readAndPlace(
  files: readonly IntakeFile[],
  choices: IntakeChoices,
  findings: IntakeFindings,
  options: ReadOptions,
): Promise<PlacedDelivery> {
  const read = await readDelivery(files, choices, findings, options);
  const placed = read.files.map(({ tables }) => tables.map((table) => placeRows(table, choices, findings)));
  return {
    unknownColumns: read.unknownColumns,
    files: read.files.map((file, index) => ({ ...file, tables: (placed[index] ?? []).map(({ table }) => table) })),
    placed: placed.flat(),
  };
}

function areasOf({ files }: ReadDelivery, base: IntakeBase, findings: IntakeFindings): CountyAreas {
  const layers = files.flatMap((file) => file.layers);
  const outline = onlyLayer(layers, 'boundary', findings);
  const townships = onlyLayer(layers, 'townships', findings);
  const kept = { file: BASE_FILE };
  return {
    boundary: outline
      ? { file: outline.table.file, items: outline.areas.map(({ polygons }) => polygons), rows: outline.rows }
      : base.boundary && { ...kept, items: [base.boundary] },
    townships: townships
      ? { file: townships.table.file, items: townships.areas, rows: townships.rows }
      : base.townships.length > 0
        ? { ...kept, items: base.townships }
        : undefined,
  };
}

function onlyLayer(
  layers: readonly AreaLayer[],
  role: AreaLayer['role'],
  findings: IntakeFindings,
): AreaLayer | undefined {
  const [first, ...others] = layers.filter((layer) => layer.role === role);
  for (const { table } of others) findings.file('error', table.file, `${role}-twice`, undefined, table.sheet);
  return first;
}

interface Assembly {
  readonly placed: readonly PlacedTable[];
  readonly areas: CountyAreas;
  readonly base: IntakeBase;
  readonly choices: IntakeChoices;
  readonly findings: IntakeFindings;
}

function assemble({ placed, areas, base, choices, findings }: Assembly): {
  readonly county: AssembledCounty;
  readonly matches: SettlementMatches;
} {
  const tables: TablesOfKind = <Kind extends TableKind>(kind: Kind) =>
    placed.filter((one): one is PlacedTable<Kind> => one.table.kind === kind);
  const origins: PositionOrigin[] = [];
  const boundary = areas.boundary?.items.flat();
  const ground: Ground = { boundary, townships: areas.townships?.items ?? [], findings, origins };
  const replaced = new Set<TableKind>(placed.map(({ table }) => table.kind));

  const listed: AssembledStations = assembleStations(tables('stations'), ground);
  const stations: SourceRows<Station> = replaced.has('stations')
    ? sourceRows(listed.stations)
    : { file: BASE_FILE, items: base.stations };
  const units = assembleUnits(tables('units'), stations.items, ground);
  const places = settlementsOf({ tables, units, base, stations: stations.items, choices, ground, replaced });
  if (places.isOwn) replaced.add('settlements');

  const stationIds = new Set(stations.items.map(({ id }) => id));
  const settlementIds = new Set(places.settlements.items.map(({ id }) => id));
  const kept = keptRecords(base.records, replaced, { stationIds, settlementIds }, findings);
  const allUnits: readonly VillageUnit[] = [...kept.units, ...units.map(({ item }) => item)];
  const unitCodes = new Set(allUnits.map(({ code }) => code));
  const read = assembleRecords(
    tables,
    { stations: stations.items, settlements: places.settlements.items, unitCodes },
    ground,
  );
  const county: AssembledCounty = {
    ...areas,
    stations,
    settlements: places.settlements,
    records: {
      // Nothing is kept of a kind that a table replaces, and nothing is read of the others.
      strengths: [...kept.strengths, ...listed.strengths],
      units: allUnits,
      compounds: [...kept.compounds, ...read.compounds],
      rooms: [...kept.rooms, ...read.rooms],
      roadLengths: [...kept.roadLengths, ...read.roadLengths],
      incidents: [...kept.incidents, ...read.incidents],
      devices: [...kept.devices, ...read.devices],
      facts: { ...kept.facts, ...read.facts },
    },
    origins: [...keptOrigins(base.origins, replaced), ...origins],
  };
  return { county, matches: places.matches };
}

interface SettlementSources {
  readonly tables: TablesOfKind;
  readonly units: readonly Sourced<VillageUnit>[];
  readonly base: IntakeBase;
  readonly stations: readonly Station[];
  readonly choices: IntakeChoices;
  readonly ground: Ground;
  readonly replaced: ReadonlySet<TableKind>;
}

interface SettlementsFound {
  readonly settlements: SourceRows<Settlement>;
  readonly matches: SettlementMatches;
  /** They are the delivery's, not those that were there. */
  readonly isOwn: boolean;
}

/**
 * Settlements of the files' tables; where there is no table of natural villages and the county has settlements already,
 * such as from a map, these stay, and units are matched to them.
 */
function settlementsOf({
  tables,
  units,
  base,
  stations,
  choices,
  ground,
  replaced,
}: SettlementSources): SettlementsFound {
  const keepsBase = !replaced.has('settlements') && base.settlements.length > 0;
  if (!keepsBase) {
    const known = replaced.has('units') ? units : baseUnits(base);
    const assembled = assembleSettlements(tables('settlements'), known, ground);
    return { settlements: sourceRows(assembled), matches: NO_MATCHES, isOwn: true };
  }
  const matches = replaced.has('units')
    ? matchSettlements(units, base.settlements, choices, ground.findings)
    : NO_MATCHES;
  const items = keptSettlements(base, stations, matches.unitOfSettlement, ground.findings);
  return { settlements: { file: BASE_FILE, items }, matches, isOwn: false };
}

/** Units that are there already, for a new table of natural villages. Their rows are those of the version. */
function baseUnits({ records }: IntakeBase): Sourced<VillageUnit>[] {
  const table = {
    ...{ file: BASE_FILE, kind: 'units' as const, rows: [], rowCount: 0, badRows: 0 },
    ...{ findings: [], unknownColumns: [], ignoredColumns: [], columnOfField: {} },
  };
  return records.units.map((item, index) => ({ item, table, row: index + 1 }));
}

function reportMissing({ stations, settlements }: AssembledCounty, findings: IntakeFindings): void {
  if (stations.items.length === 0) findings.file('error', '', 'no-stations');
  if (settlements.items.length === 0) findings.file('error', '', 'no-settlements');
}

function summaryOf({ file, byteLength, sha256, roles, tables }: ReadFile, findings: IntakeFindings): FileSummary {
  return {
    name: file.name,
    ...(sha256 === undefined ? {} : { sha256 }),
    byteLength,
    roles,
    tables: tables.map(({ kind, sheet, rowCount }) => ({
      ...(sheet === undefined ? {} : { sheet }),
      ...{ kind, rowCount, badRows: findings.rowsWithErrors(file.name, sheet).size },
    })),
  };
}

/** By file as they came, then sheet, row and column; what is about a whole file comes first. */
function inOrder(findings: readonly Finding[], files: readonly IntakeFile[]): readonly Finding[] {
  const rank = new Map(files.map(({ name }, index) => [name, index]));
  const orderOf = ({ file }: Finding): number => rank.get(file) ?? -1;
  return [...findings].sort(
    (a, b) =>
      orderOf(a) - orderOf(b) ||
      compare(a.sheet ?? '', b.sheet ?? '') ||
      (a.row ?? 0) - (b.row ?? 0) ||
      (a.columnIndex ?? -1) - (b.columnIndex ?? -1),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
