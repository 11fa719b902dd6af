import { conditionOf } from '../../geodata/grouping/counting-rule.ts';
import type { CountyRecords } from '../../geodata/records/county-records.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { insertBoundary } from './boundaries.ts';
import { checkCounty } from './check-county.ts';
import { type PositionOrigin, recordsToInsert } from './county-records.ts';
import type { CountyTables } from './county-tables.ts';
import type { Db, Session } from './db.ts';
import { multiPolygon } from './geojson-areas.ts';
import { type HexagonCell, hexagonCells, hexagons } from './hexagons.ts';
import { insertNetwork } from './networks.ts';
import { insertAsJson, type RowsToInsert } from './places-json.ts';
import { roadLines } from './road-lines.ts';
import { INSERT_SETTLEMENTS } from './settlements.ts';
import { INSERT_STATIONS } from './stations.ts';
import { StoreError } from './store-error.ts';
import { INSERT_TOWNSHIPS } from './townships.ts';
import {
  beginDraft,
  countyWriter,
  currentVersion,
  type DatasetVersion,
  discardDrafts,
  publishDraft,
  type VersionSource,
} from './versions.ts';

/** A county's tables and roads. */
export interface CountyImport extends CountyTables {
  readonly note?: string;
  readonly sources?: readonly VersionSource[];
  /** What the county's offices report, of stations and settlements in these tables. Default: nothing. */
  readonly records?: CountyRecords | undefined;
  readonly origins?: readonly PositionOrigin[] | undefined;
  /**
   * Builds or opens each network of the version: usually `(signal) => loadNetwork({ pbf, profile }, signal)` of
   * server/networks. Called one after another, once the tables are found sound. One at least; profiles differ.
   */
  readonly networks: readonly ((signal: AbortSignal | undefined) => Promise<RoadNetwork>)[];
  /** What `hexagonCells` gives for these tables, from a thread. Called once they are found sound. Default: found here. */
  readonly hexagons?: () => Promise<readonly HexagonCell[]>;
}

/** How far an import is: `done` of `total` rows (write) or networks (network); 0 of 1, then 1 of 1, in the others. */
export interface ImportProgress {
  readonly stage: 'check' | 'network' | 'write' | 'publish';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Makes a new version of a county's data and makes it current. Everything is checked and built before the first
 * row is written; the rows are a draft that nobody sees, written in short statements so that readers of the
 * embedded store need not wait; the last step shows the whole of it at once. What ends the import before that,
 * be it an error, the signal or the end of the process, leaves the version that was current, and the next
 * import clears the draft away.
 * @throws GeodataError `input-invalid` with every problem, and whatever the networks throw
 * @throws StoreError `busy` while somebody else writes the county
 * @throws the signal's reason
 */
export function importCounty(db: Db, county: CountyImport, options: ImportOptions = {}): Promise<DatasetVersion> {
  return db.exclusive(countyWriter(county.code), async (session) => {
    const { signal, onProgress } = options;
    onProgress?.({ stage: 'check', done: 0, total: 1 });
    await checkCounty(session, county, signal);
    onProgress?.({ stage: 'check', done: 1, total: 1 });
    const networks = await buildNetworks(county, options);
    await writeVersion(session, county, networks, options);
    const version = await currentVersion(session, county.code);
    if (!version) throw new StoreError('unexpected', `County ${county.code} has no version after its import.`);
    return version;
  });
}

async function buildNetworks(county: CountyImport, { signal, onProgress }: ImportOptions): Promise<RoadNetwork[]> {
  const total = county.networks.length;
  if (total === 0) throw new Error(`County ${county.code} is imported without a network.`);
  const networks: RoadNetwork[] = [];
  for (const build of county.networks) {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'network', done: networks.length, total });
    networks.push(await build(signal));
  }
  onProgress?.({ stage: 'network', done: total, total });
  const profiles = new Set(networks.map(({ meta }) => meta.profile));
  if (profiles.size !== total) throw new Error(`${total} networks have only ${profiles.size} different profiles.`);
  return networks;
}

async function writeVersion(
  session: Session,
  county: CountyImport,
  networks: readonly RoadNetwork[],
  options: ImportOptions,
): Promise<void> {
  const { code: countyCode, name: countyName, note = '', sources = [] } = county;
  options.signal?.throwIfAborted();
  const versionId = await beginDraft(session, { countyCode, countyName, note, sources });
  try {
    await writeRows(session, versionId, county, networks, options);
    options.signal?.throwIfAborted();
    options.onProgress?.({ stage: 'publish', done: 0, total: 1 });
    await publishDraft(session, versionId);
    options.onProgress?.({ stage: 'publish', done: 1, total: 1 });
  } catch (error) {
    // A store that cannot do this now does it at the next import; the first error is the one that tells.
    await discardDrafts(session, countyCode).catch(() => undefined);
    throw error;
  }
}

async function writeRows(
  session: Session,
  versionId: number,
  county: CountyImport,
  networks: readonly RoadNetwork[],
  { signal, onProgress }: ImportOptions,
): Promise<void> {
  const { boundary } = county;
  const tables = rowsOfTables(county, networks[0], await cellsOf(county));
  const total = tables.reduce((sum, { count }) => sum + count, 0);
  onProgress?.({ stage: 'write', done: 0, total });
  for (const network of networks) {
    await insertNetwork(session, versionId, network, conditionOf(network.meta.profile), signal);
  }
  if (boundary) await insertBoundary(session, versionId, boundary.items.flat());
  let before = 0;
  for (const table of tables) {
    const onRows = (done: number): void => onProgress?.({ stage: 'write', done: before + done, total });
    await insertAsJson(session, versionId, table, { signal, onRows });
    before += table.count;
  }
}

async function cellsOf({ hexagons: find, boundary, settlements }: CountyImport): Promise<readonly HexagonCell[]> {
  if (find) return find();
  const coords = settlements.items.map(({ coord }) => coord);
  return hexagonCells(boundary?.items.flat(), coords);
}

/** In the order that they refer to one another. The map shows the roads of the first network. */
function rowsOfTables(
  county: CountyImport,
  network: RoadNetwork | undefined,
  cells: readonly HexagonCell[],
): RowsToInsert[] {
  const { townships, stations, settlements, records, origins } = county;
  const rowsOf = <Item>(sql: string, items: readonly Item[], toRow: (item: Item) => object): RowsToInsert => ({
    sql,
    count: items.length,
    rows: items.map(toRow),
  });
  return [
    rowsOf(INSERT_TOWNSHIPS, townships?.items ?? [], townshipRow),
    rowsOf(INSERT_STATIONS, stations.items, placeRow),
    rowsOf(INSERT_SETTLEMENTS, settlements.items, placeRow),
    ...(records ? recordsToInsert(records, origins).filter(({ count }) => count > 0) : []),
    ...(network ? [roadLines(network)] : []),
    hexagons(cells),
  ];
}

function townshipRow({ id, name, polygons }: NonNullable<CountyImport['townships']>['items'][number]): object {
  return { id, name, geometry: multiPolygon(polygons) };
}

function placeRow<Place extends { readonly coord: readonly [number, number] }>({ coord, ...rest }: Place): object {
  const [lon, lat] = coord;
  return { ...rest, lon, lat };
}
