import type { LonLat, Metres } from '../../geodata/units.ts';
import { type OsrmTable, type OsrmWaypoint, readTable } from './osrm-answers.ts';
import { osrmUntrustworthy } from './osrm-error.ts';
import type { OsrmBody, OsrmRequest } from './osrm-transport.ts';
import { requireNoShortcut, requireSnapped } from './plausibility.ts';
import type { TableTile } from './table-tiles.ts';

/**
 * Metres around a coordinate that is already on the road. Rounding to millionths moves it less than
 * 0.1 m; a wider circle would let OSRM choose another road, by what else the request holds.
 */
export const PINNED_RADIUS_METRES: Metres = 1;

/** Row-major; NaN where there is no route. */
export interface TableColumns {
  readonly seconds: Float64Array;
  readonly metres: Float64Array;
}

/** One table under way: what is asked for each tile, and where its answer goes. */
export class TableJob {
  readonly columns: TableColumns;
  private readonly sources: readonly LonLat[];
  private readonly targets: readonly LonLat[];

  /** @param sources, targets places on the road, as the server's `nearest` gave them */
  constructor(sources: readonly LonLat[], targets: readonly LonLat[]) {
    this.sources = sources;
    this.targets = targets;
    const cells = sources.length * targets.length;
    this.columns = { seconds: new Float64Array(cells), metres: new Float64Array(cells) };
  }

  /** A tile in the body of a POST. */
  post(profile: string, tile: TableTile): OsrmRequest {
    const { coordinates, sources, destinations } = this.ask(tile);
    const radiuses = coordinates.map(() => PINNED_RADIUS_METRES);
    const annotations = ['duration', 'distance'];
    const body = { coordinates, sources, destinations, annotations, radiuses, generate_hints: false };
    return { path: `/table/v1/${profile}`, body };
  }

  /** The same tile in the address of a GET. */
  get(profile: string, tile: TableTile): OsrmRequest {
    const { coordinates, sources, destinations } = this.ask(tile);
    const radiuses = coordinates.map(() => PINNED_RADIUS_METRES);
    const indexes = `sources=${sources.join(';')}&destinations=${destinations.join(';')}`;
    const options = `annotations=duration,distance&radiuses=${radiuses.join(';')}&generate_hints=false`;
    return { path: `/table/v1/${profile}/${coordinatesPath(coordinates)}?${indexes}&${options}` };
  }

  /** Checks a tile's answer and puts it in its place. @throws OsrmError `wrong-shape`, `implausible` */
  take(tile: TableTile, body: OsrmBody): void {
    const { from, to } = this.placesOf(tile);
    const table = requireWhole(readTable(body, from.length, to.length));
    requirePinned(from, table.sources);
    requirePinned(to, table.targets);
    from.forEach((source, row) => {
      to.forEach((target, column) => {
        const metres = table.metres[row * to.length + column]!;
        if (!Number.isNaN(metres)) requireNoShortcut(source, target, metres);
      });
      const cells = [row * to.length, (row + 1) * to.length] as const;
      const start = (tile.firstSource + row) * this.targets.length + tile.firstTarget;
      this.columns.seconds.set(table.seconds.subarray(...cells), start);
      this.columns.metres.set(table.metres.subarray(...cells), start);
    });
  }

  private placesOf(tile: TableTile) {
    return {
      from: this.sources.slice(tile.firstSource, tile.endSource),
      to: this.targets.slice(tile.firstTarget, tile.endTarget),
    };
  }

  private ask(tile: TableTile) {
    const { from, to } = this.placesOf(tile);
    return {
      coordinates: [...from, ...to],
      sources: from.map((_, i) => i),
      destinations: to.map((_, i) => from.length + i),
    };
  }
}

/** Coordinates as OSRM reads them in an address: six decimals, never an exponent. */
export function coordinatesPath(coordinates: readonly LonLat[]): string {
  return coordinates.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');
}

/** The server may not have moved places that are on the road. */
function requirePinned(places: readonly LonLat[], waypoints: readonly OsrmWaypoint[]): void {
  waypoints.forEach((waypoint, i) => {
    const place = places[i];
    if (place) requireSnapped(place, waypoint, PINNED_RADIUS_METRES);
  });
}

interface WholeTable extends TableColumns {
  readonly sources: readonly OsrmWaypoint[];
  readonly targets: readonly OsrmWaypoint[];
}

/** We ask for both columns and the waypoints; a server that leaves one out has not understood. */
function requireWhole({ seconds, metres, sources, targets }: OsrmTable): WholeTable {
  if (!seconds || !metres) throw osrmUntrustworthy('wrong-shape', 'durations or distances are missing');
  if (!sources || !targets) throw osrmUntrustworthy('wrong-shape', 'sources or destinations are missing');
  return { seconds, metres, sources, targets };
}
