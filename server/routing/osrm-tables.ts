import type { LonLat } from '../../geodata/units.ts';
import { forEachConcurrently } from './concurrency-limit.ts';
import { OsrmError } from './osrm-error.ts';
import type { OsrmRequest, OsrmTransport } from './osrm-transport.ts';
import { type TableColumns, TableJob } from './table-job.ts';
import { halveTile, planTiles, type TableTile, tileSize } from './table-tiles.ts';

/** `osrm-routed` starts with this `--max-table-size`. */
export const DEFAULT_TABLE_LIMIT = 100;

/** A server with a high limit still gets its tables in pieces: the text of 250,000 cells is read in 20 ms. */
const MOST_CELLS = 250_000;
const MOST_COORDINATES = 3_000;

/** osrm-routed takes 8 KiB of header at its default limits, and closes the connection without a word beyond. */
const MOST_PATH_CHARACTERS = 7_000;
/** A connection lost with a shorter address than this has another reason than its length. */
const SURELY_SHORT_CHARACTERS = 1_000;

/** How a server, or a proxy before it, says that it takes no POST: it reads the bare address, or looks at the method. */
const POST_REFUSED_STATUSES = [404, 405, 411, 415];
const POST_REFUSED_CODES = ['InvalidUrl', 'InvalidQuery', 'InvalidMethod', 'InvalidContentType'];

/** Computes tables of any size on one server, and remembers what the server takes: POST or GET, and how much. */
export class OsrmTables {
  private readonly transport: OsrmTransport;
  private readonly profile: string;
  private readonly width: number;
  private mostCells: number;
  private mostPathCharacters = MOST_PATH_CHARACTERS;
  /** Until the server says otherwise. */
  private takesPost = true;

  /**
   * @param tableLimit the server's `--max-table-size`; one that is too high is found out by `TooBig`
   * @param width tiles under way at a time for one table
   */
  constructor(transport: OsrmTransport, profile: string, tableLimit: number, width: number) {
    if (!Number.isInteger(tableLimit) || tableLimit < 1) throw new Error(`A table limit of ${tableLimit}.`);
    this.transport = transport;
    this.profile = profile;
    this.width = width;
    this.mostCells = Math.min(tableLimit * tableLimit, MOST_CELLS);
  }

  /**
   * @param sources, targets places on the road, as the server's `nearest` gave them
   * @throws OsrmError, or the signal's reason
   */
  async compute(
    sources: readonly LonLat[],
    targets: readonly LonLat[],
    signal: AbortSignal | undefined,
  ): Promise<TableColumns> {
    const job = new TableJob(sources, targets);
    const limits = { mostCells: this.mostCells, mostCoordinates: MOST_COORDINATES };
    const tiles = planTiles(sources.length, targets.length, limits);
    await forEachConcurrently(tiles, this.width, signal, (tile, _, either) => this.fill(job, tile, either));
    return job.columns;
  }

  /** Fills one tile, in halves where it is known to be too big. */
  private async fill(job: TableJob, tile: TableTile, signal: AbortSignal): Promise<void> {
    const request = this.takesPost ? job.post(this.profile, tile) : job.get(this.profile, tile);
    const halves = halveTile(tile);
    const isTooBig = cellsOf(tile) > this.mostCells || request.path.length > this.mostPathCharacters;
    if (halves && isTooBig) return this.fillAll(job, halves, signal);
    try {
      job.take(tile, await this.transport.request(request, signal));
    } catch (error) {
      await this.recover(error, request, job, tile, signal);
    }
  }

  /** Another try where the failure says what to change: GET for POST, or smaller tiles. */
  private async recover(
    error: unknown,
    request: OsrmRequest,
    job: TableJob,
    tile: TableTile,
    signal: AbortSignal,
  ): Promise<void> {
    const halves = halveTile(tile);
    if (!(error instanceof OsrmError)) throw error;
    if (request.body !== undefined && isPostRefused(error)) {
      this.takesPost = false;
      return this.fill(job, tile, signal);
    }
    if (halves && isTooManyCells(error)) {
      this.mostCells = Math.max(1, Math.min(this.mostCells, cellsOf(tile) >> 1));
      return this.fillAll(job, halves, signal);
    }
    if (halves && isPerhapsTooLong(error, request)) {
      await this.fillAll(job, halves, signal);
      return this.learnPathLimit(request.path.length);
    }
    throw error;
  }

  private async fillAll(job: TableJob, tiles: readonly TableTile[], signal: AbortSignal): Promise<void> {
    for (const tile of tiles) await this.fill(job, tile, signal);
  }

  /** An address of this length got no answer, and those of its halves did. */
  private learnPathLimit(pathCharacters: number): void {
    const limit = Math.max(SURELY_SHORT_CHARACTERS, Math.ceil(pathCharacters * 0.75));
    this.mostPathCharacters = Math.min(this.mostPathCharacters, limit);
  }
}

function cellsOf(tile: TableTile): number {
  const { sources, targets } = tileSize(tile);
  return sources * targets;
}

function isPostRefused({ kind, code, status }: OsrmError): boolean {
  const byStatus = status !== undefined && POST_REFUSED_STATUSES.includes(status);
  return kind === 'refused' && (byStatus || POST_REFUSED_CODES.includes(code));
}

function isTooManyCells({ code, status }: OsrmError): boolean {
  return code === 'TooBig' || status === 413;
}

/** An over-long header is answered by 414 or 431, or by a closed connection and nothing. */
function isPerhapsTooLong({ code, status }: OsrmError, { path }: OsrmRequest): boolean {
  if (path.length <= SURELY_SHORT_CHARACTERS) return false;
  return code === 'connection-lost' || status === 414 || status === 431;
}
