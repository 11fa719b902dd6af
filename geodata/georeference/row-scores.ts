import { pointPosition } from '../hexgrid/point-in-polygon.ts';
import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import { exponential, logarithm } from '../portable-math.ts';
import type { LonLat, Metres } from '../units.ts';
import { offsetMetres } from './offset.ts';

export interface RowFacts {
  readonly position?: LonLat;
  readonly inside?: boolean;
  readonly roadMetres?: Metres;
  /** Metres east and north of the known place. */
  readonly offset?: readonly [east: Metres, north: Metres];
}

/** One row in ten may lie outside: borders are approximate, and offices list places beyond theirs. */
const OUTSIDE_SHARE = 0.1;
/**
 * Distances from villages to roads, measured on the 220 places of Changfeng, each moved 50 to 300 m at
 * random as another source's points are: 55 % exponential of mean 110 m, the rest of mean 650 m (thin network).
 * Quantiles 10, 25, 50, 75, 90 %: 23, 52, 146, 421, 1004 m. The same points 500 m aside: exponential of mean 430 m,
 * 63, 136, 311, 568, 903 m.
 */
const NEAR_ROAD_SHARE = 0.55;
const NEAR_ROAD_METRES = 110;
const FAR_ROAD_METRES = 650;
const ASTRAY_ROAD_METRES = 430;
/** Farther than this from a road says nothing more: the network is thin there. */
const FARTHEST_ROAD_METRES = 800;
/** Two sources' points of one village: 50 to 300 m apart, as a normal spread on each axis. */
const KNOWN_SPREAD_METRES = 170;
/** Villages are long, and committees move: three in a hundred are as far as this. */
const WIDE_SPREAD_METRES = 600;
const WIDE_SHARE = 0.03;
/** A known place may be another village of the name: anywhere in 100 km2. */
const ANYWHERE_DENSITY = 1e-8;

/** @param county undefined where no boundary is known; then it says nothing */
export function factsOf(
  position: LonLat | undefined,
  known: LonLat | undefined,
  county: MultiPolygonRings | undefined,
  roadDistance: ((place: LonLat) => Metres | undefined) | undefined,
): RowFacts {
  if (!position) return {};
  const inside = county && pointPosition(county, position) !== 'outside';
  // Roads are only asked for where the county is: elsewhere the network ends.
  const roadMetres = inside === false ? undefined : roadDistance?.(position);
  return {
    position,
    ...(inside === undefined ? {} : { inside }),
    ...(roadMetres === undefined ? {} : { roadMetres }),
    ...(known ? { offset: offsetMetres(known, position) } : {}),
  };
}

/** Which kinds of evidence there are for a row, whatever its reading. */
export interface Asks {
  readonly county: boolean;
  readonly roads: boolean;
  readonly known: boolean;
}

/**
 * What the evidence says of one row under one reading: the natural logarithm of a likelihood, up to what is the same
 * under every reading. Every term is bounded, so that no single row decides.
 */
export function scoreRow(facts: RowFacts, asks: Asks): number {
  const roads = asks.roads ? roadScore(facts.roadMetres ?? FARTHEST_ROAD_METRES) : 0;
  return scorePlace(facts, asks, KNOWN_SPREAD_METRES) + roads;
}

/**
 * The score of a row by county and known place.
 * @param spread of two sources' points of one village on each axis
 */
export function scorePlace(facts: RowFacts, asks: Asks, spread: Metres): number {
  const county = asks.county ? logarithm(facts.inside ? 1 - OUTSIDE_SHARE : OUTSIDE_SHARE) : 0;
  return county + (asks.known ? logarithm(knownDensity(facts.offset, spread)) : 0);
}

/** How much more likely a village is this far from a road than a point astray: +0.9 beside it, -0.7 from 500 m on. */
function roadScore(metres: Metres): number {
  const d = Math.min(metres, FARTHEST_ROAD_METRES);
  const village =
    (NEAR_ROAD_SHARE / NEAR_ROAD_METRES) * exponential(-d / NEAR_ROAD_METRES) +
    ((1 - NEAR_ROAD_SHARE) / FAR_ROAD_METRES) * exponential(-d / FAR_ROAD_METRES);
  return logarithm((village * ASTRAY_ROAD_METRES) / exponential(-d / ASTRAY_ROAD_METRES));
}

/** Per square metre. */
function knownDensity(offset: RowFacts['offset'], spread: Metres): number {
  if (!offset) return ANYWHERE_DENSITY;
  const squared = offset[0] * offset[0] + offset[1] * offset[1];
  return (
    (1 - WIDE_SHARE) * normalDensity(squared, spread) +
    WIDE_SHARE * normalDensity(squared, WIDE_SPREAD_METRES) +
    ANYWHERE_DENSITY
  );
}

function normalDensity(squaredMetres: number, spread: Metres): number {
  const exponent = squaredMetres / (2 * spread * spread);
  return exponent > 700 ? 0 : exponential(-exponent) / (2 * Math.PI * spread * spread);
}
