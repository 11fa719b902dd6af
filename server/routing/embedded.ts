import { setImmediate } from 'node:timers/promises';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { NO_ROAD, type Placements, type SnapOptions, snapPoints } from '../../geodata/roads/snap.ts';
import type { Route } from '../../geodata/travel/route.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { type LonLat, type Metres, MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import { abandonable } from '../workers/abandonable.ts';
import type { EnginePool } from '../workers/engine-pool.ts';
import type {
  Drive,
  MatrixAnswer,
  NearestAnswer,
  Provenance,
  RouteAnswer,
  SnappedPoint,
  TravelCall,
  TravelTimes,
} from './travel-times.ts';
import { requirePlaces } from './travel-times.ts';

/** Points snapped on this thread before others get their turn: 2.5 ms on the roads of a county. */
const SNAPS_AT_A_TIME = 500;

/** Rows a pool is given at a time; an aborted call costs its threads no more than these. */
const ROWS_AT_A_TIME = 64;

export interface EmbeddedOptions {
  /** The network that is open in the pool; its memory is shared. */
  readonly network: RoadNetwork;
  readonly pool: Pick<EnginePool, 'matrix' | 'call'>;
  /** A point farther than this from any road has none. */
  readonly snapLimitMetres: Metres;
  /** Whether points keep off motorways, slip roads and ferries, as a county's places do. Default: any road. */
  readonly joinableOnly?: boolean;
}

/** Driving times from the embedded engine, in its pool of worker threads; only snapping is done on this one. */
export class EmbeddedTravelTimes implements TravelTimes {
  readonly engine = 'embedded';
  private readonly network: RoadNetwork;
  private readonly pool: Pick<EnginePool, 'matrix' | 'call'>;
  private readonly snap: SnapOptions;

  constructor({ network, pool, snapLimitMetres, joinableOnly = false }: EmbeddedOptions) {
    this.network = network;
    this.pool = pool;
    this.snap = { limitMetres: snapLimitMetres, joinableOnly };
  }

  describe(): Provenance {
    return { engine: this.engine, profile: this.network.meta.profile, source: this.network.hash };
  }

  async nearest(points: readonly LonLat[], { signal }: TravelCall = {}): Promise<NearestAnswer> {
    return { points: await this.snapAll(points, signal), provenance: this.describe() };
  }

  async matrix(
    sources: readonly LonLat[],
    targets: readonly LonLat[],
    { signal }: TravelCall = {},
  ): Promise<MatrixAnswer> {
    const snapped = await this.snapAll([...sources, ...targets], signal);
    const seconds = new Float64Array(sources.length * targets.length);
    const metres = new Float64Array(sources.length * targets.length);
    for (let row = 0; row < sources.length; row += ROWS_AT_A_TIME) {
      const request = { sources: sources.slice(row, row + ROWS_AT_A_TIME), targets, snap: this.snap };
      const { ds, dm } = await abandonable(this.pool.matrix(request), signal);
      setFromTenths(seconds, row * targets.length, ds);
      setFromTenths(metres, row * targets.length, dm);
    }
    return {
      seconds,
      metres,
      sources: snapped.slice(0, sources.length),
      targets: snapped.slice(sources.length),
      provenance: this.describe(),
    };
  }

  async route(from: LonLat, to: LonLat, { signal }: TravelCall = {}): Promise<RouteAnswer> {
    const [start, end] = await this.snapAll([from, to], signal);
    const { route } = await abandonable(this.pool.call('route', { from, to, snap: this.snap }), signal);
    return { drive: route && driveOf(route), from: start, to: end, provenance: this.describe() };
  }

  private async snapAll(
    points: readonly LonLat[],
    signal: AbortSignal | undefined,
  ): Promise<(SnappedPoint | undefined)[]> {
    requirePlaces(points);
    const snapped: (SnappedPoint | undefined)[] = [];
    for (let first = 0; first < points.length; first += SNAPS_AT_A_TIME) {
      if (first > 0) await setImmediate();
      signal?.throwIfAborted();
      const placements = snapPoints(this.network, points.slice(first, first + SNAPS_AT_A_TIME), this.snap);
      for (let i = 0; i < placements.count; i++) snapped.push(snappedPoint(placements, i));
    }
    return snapped;
  }
}

function snappedPoint({ road, lonE6, latE6, metres }: Placements, i: number): SnappedPoint | undefined {
  if (road[i] === NO_ROAD) return undefined;
  const coord: LonLat = [lonE6[i]! / MICRODEGREES_PER_DEGREE, latE6[i]! / MICRODEGREES_PER_DEGREE];
  return { coord, metres: metres[i]! };
}

function driveOf({ ds, dm, line }: Route): Drive {
  return { seconds: ds / 10, metres: dm / 10, line };
}

function setFromTenths(column: Float64Array, start: number, tenths: Uint32Array): void {
  for (let i = 0; i < tenths.length; i++) column[start + i] = tenths[i] === UNREACHED ? Number.NaN : tenths[i]! / 10;
}
