import { investigate } from '../../geodata/georeference/investigate.ts';
import type { Investigation, RowContradiction } from '../../geodata/georeference/investigation.ts';
import { lengthOf, medianShift, offsetMetres } from '../../geodata/georeference/offset.ts';
import { locate, readingName } from '../../geodata/georeference/readings.ts';
import { type ReferenceSystem, referenceSystemCode } from '../../geodata/georeference/reference-system.ts';
import { openNetwork, type RoadNetwork } from '../../geodata/roads/network.ts';
import { NO_ROAD, snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import { loadNetwork } from '../networks/load-network.ts';
import type { CheckedTable } from '../tables/checked-table.ts';
import type { CoordinateEvidence } from './coordinate-evidence.ts';
import type { CountyAreas, IntakeBase, IntakeChoices, IntakeFile } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';
import { type KnownPlaces, knownPlaces } from './known-places.ts';
import { withLoneRows } from './lone-rows.ts';
import type { PlacedTable, StatedRow } from './placed-table.ts';

/** What the detective works with. */
export interface EvidenceInput {
  readonly placed: readonly PlacedTable[];
  readonly areas: CountyAreas;
  readonly base: IntakeBase;
  readonly roads: IntakeFile | undefined;
  readonly choices: IntakeChoices;
  readonly findings: IntakeFindings;
  readonly signal: AbortSignal | undefined;
}

/** Roads farther away than this say nothing of a village. */
const ROAD_REACH_METRES: Metres = 3000;
/** Rows that are looked at of one table and system; a county has fewer villages. */
const MOST_ROWS = 3000;
/** A row's own contradiction within this is the noise of two sources. */
const SUSPECT_METRES: Metres = 150;

/**
 * Holds the claimed reference system of every table against the county's outline, its roads and places known from
 * elsewhere. A claim that the evidence contradicts is an error of the file until the user changes it or stands by it;
 * single rows that read otherwise are doubts. Nothing is moved.
 */
export async function gatherEvidence(input: EvidenceInput): Promise<readonly CoordinateEvidence[]> {
  const tables = input.placed.filter(({ stated }) => stated.length > 0);
  if (tables.length === 0) return [];
  const known = await knownPlaces(input);
  const roadDistance = roadDistances(await openRoads(input));
  const county = input.areas.boundary?.items.flat();
  return tables.flatMap((placed) => {
    input.signal?.throwIfAborted();
    return bySystem(placed.stated).map((all) => {
      const rows = sampleOf(all);
      const evidence = examine({ placed, rows, rowCount: all.length, known, roadDistance, county }, input.choices);
      report(placed.table, rows, evidence, input.findings);
      return evidence;
    });
  });
}

async function openRoads({ roads, base }: EvidenceInput): Promise<RoadNetwork | undefined> {
  if (roads && 'path' in roads) return loadNetwork({ pbf: roads.path });
  return base.network && openNetwork(base.network);
}

function roadDistances(network: RoadNetwork | undefined): ((place: LonLat) => Metres | undefined) | undefined {
  if (!network) return undefined;
  return (place) => {
    const { road, metres } = snapPoints(network, [place], { limitMetres: ROAD_REACH_METRES, joinableOnly: true });
    return road[0] === NO_ROAD ? undefined : metres[0];
  };
}

/** Rows that claim one system together. */
function bySystem(stated: readonly StatedRow[]): StatedRow[][] {
  const groups = new Map<string, StatedRow[]>();
  for (const row of stated) {
    const code = referenceSystemCode(row.system);
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  return [...groups.values()];
}

/** Evenly spread over the table, so that a table of any size takes a few seconds. */
function sampleOf(rows: readonly StatedRow[]): readonly StatedRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  return Array.from(
    { length: MOST_ROWS },
    (_, index) => rows[Math.floor((index * rows.length) / MOST_ROWS)] as StatedRow,
  );
}

interface Examined {
  readonly placed: PlacedTable;
  readonly rows: readonly StatedRow[];
  /** Rows that claim the system, those beyond the sample included. */
  readonly rowCount: number;
  readonly known: KnownPlaces;
  readonly roadDistance: ((place: LonLat) => Metres | undefined) | undefined;
  readonly county: NonNullable<CountyAreas['boundary']>['items'][number] | undefined;
}

function examine(
  { placed, rows, rowCount, known, roadDistance, county }: Examined,
  choices: IntakeChoices,
): CoordinateEvidence {
  const { table } = placed;
  const places = known(placed, new Set(rows.map(({ row }) => row)));
  const points = rows.map(({ row, x, y }) => {
    const place = places.get(row);
    return { x, y, ...(place ? { known: place } : {}) };
  });
  const claimed = (rows[0] as StatedRow).system;
  const { preview, ...found } = investigate({
    points,
    claimed,
    ...(county ? { county } : {}),
    ...(roadDistance ? { roadDistance } : {}),
  });
  // A compound's village says where it is roughly: enough for the file, not for a row.
  const rough = table.kind === 'compounds';
  const contradictions = rough ? found.rows.filter(({ why }) => why === 'nowhere') : withLoneRows(found, points);
  const investigation = { ...found, rows: contradictions };
  return {
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    ...{ kind: table.kind, claimed, trusted: choices.trusted?.includes(table.file) ?? false },
    ...{
      rows: rowCount,
      points: points.length,
      known: points.filter((point) => 'known' in point).length,
      investigation,
    },
    preview: table.kind === 'devices' ? [] : previewOf(rows, preview, investigation.rows),
  };
}

/** As investigated, and of rows that stand alone as they would read well. */
function previewOf(
  rows: readonly StatedRow[],
  preview: Investigation['preview'],
  contradictions: readonly RowContradiction[],
): CoordinateEvidence['preview'] {
  const readings = new Map(contradictions.map(({ index, reading }) => [index, reading]));
  return rows.map(({ row, x, y }, index) => {
    const { claimed, suggested, metres } = preview[index] ?? {};
    const reading = readings.get(index);
    const better = metres === undefined && reading ? locate(reading, x, y) : undefined;
    if (!better) return { row, claimed, suggested, metres };
    return { row, claimed, suggested: better, metres: claimed && lengthOf(offsetMetres(better, claimed)) };
  });
}

function report(
  table: CheckedTable,
  rows: readonly StatedRow[],
  { investigation, preview, trusted, claimed }: CoordinateEvidence,
  findings: IntakeFindings,
): void {
  const { better, mixed } = investigation;
  if (better) {
    const data = { ...namesOf(claimed, better.reading), ...shiftOf(preview) };
    const rule = 'metres' in data ? 'crs-contradicted' : 'crs-contradicted-plainly';
    findings.file(trusted ? 'doubt' : 'error', table.file, rule, data, table.sheet);
  }
  if (mixed) {
    const data = { ...namesOf(claimed, mixed.reading), percent: Math.round(100 * mixed.share) };
    findings.file('doubt', table.file, 'crs-mixed', data, table.sheet);
  }
  for (const { index, reading } of investigation.rows) {
    const { row } = rows[index] as StatedRow;
    const metres = preview[index]?.metres;
    if (metres !== undefined && metres < SUSPECT_METRES) continue;
    const data = { ...namesOf(claimed, reading), ...(metres === undefined ? {} : { metres: Math.round(metres) }) };
    findings.doubt(table, row, 'lon', metres === undefined ? 'position-nowhere' : 'position-suspect', data);
  }
}

type ReadingOf = Parameters<typeof readingName>[0];

function namesOf(claimed: ReferenceSystem, reading: ReadingOf): Record<string, string> {
  const plain = { system: claimed, swapped: false, sexagesimal: false };
  return {
    ...{ claimed: readingName(plain, 'zh'), claimedEn: readingName(plain, 'en') },
    ...{ better: readingName(reading, 'zh'), betterEn: readingName(reading, 'en') },
  };
}

/** How far, and whereto, the claim puts most rows from where the better reading puts them. */
function shiftOf(preview: CoordinateEvidence['preview']): Record<string, number> {
  const offsets = preview.flatMap(({ claimed, suggested }) =>
    claimed && suggested ? [offsetMetres(suggested, claimed)] : [],
  );
  const shift = medianShift(offsets);
  return shift ? { metres: Math.round(shift.metres), bearing: Math.round(shift.bearing) } : {};
}
