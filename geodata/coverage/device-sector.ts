import { cosine, sine } from '../portable-math.ts';
import type { VideoDevice } from '../records/county-records.ts';
import { rulerAt } from '../roads/ruler.ts';
import { type Metres, MICRODEGREES_PER_DEGREE } from '../units.ts';
import type { Intervals } from './intervals.ts';

/**
 * Range of a device whose range is not known. An estimate ≈: a picture of 1,920 pixels over 90 degrees shows 25 pixels a
 * metre, which IEC 62676-4 asks for to detect a person, at 38 m; lamps of common cameras reach 30 m by night.
 */
export const DEFAULT_RANGE_METRES: Metres = 30;

const RADIANS = Math.PI / 180;

/** Ground that a device looks over: a sector of a circle, in metres east and north of `lon`, `lat`. */
export interface DeviceSector {
  readonly lon: number;
  readonly lat: number;
  readonly rangeMetres: Metres;
  readonly metresPerDegreeLon: number;
  readonly metresPerDegreeLat: number;
  /** Undefined for the whole circle. */
  readonly wedge: Wedge | undefined;
}

/** The points on the left of `right` and on the right of `left`; either of the two where the angle exceeds 180. */
interface Wedge {
  readonly isWide: boolean;
  readonly right: Direction;
  readonly left: Direction;
}

interface Direction {
  readonly east: number;
  readonly north: number;
}

/**
 * The ground of a device. It looks all around where its azimuth or its field of view is not known, or the latter is
 * 360 or more. Walls are not looked at: it is the ground that a device could see if nothing stood in its way.
 * @throws Error where the range is not a distance above 0, or the field of view is not above 0
 */
export function sectorOf(device: VideoDevice, defaultRangeMetres: Metres = DEFAULT_RANGE_METRES): DeviceSector {
  const { rangeMetres = defaultRangeMetres, azimuth, fieldOfView } = device;
  if (!(rangeMetres > 0 && rangeMetres < Infinity)) throw new Error(`A range of ${rangeMetres} m is not above 0.`);
  if (fieldOfView !== undefined && !(fieldOfView > 0)) throw new Error(`An angle of view of ${fieldOfView} is none.`);
  const [lon, lat] = device.coord;
  const ruler = rulerAt(lat * MICRODEGREES_PER_DEGREE);
  return {
    lon,
    lat,
    rangeMetres,
    metresPerDegreeLon: ruler.metresPerMicroLon * MICRODEGREES_PER_DEGREE,
    metresPerDegreeLat: ruler.metresPerMicroLat * MICRODEGREES_PER_DEGREE,
    wedge: azimuth === undefined || fieldOfView === undefined ? undefined : wedgeOf(azimuth, fieldOfView),
  };
}

/** Where a parallel of latitude crosses a sector: exact stretches of longitude, two at most. */
export function sectorOnParallel(sector: DeviceSector, lat: number): Intervals {
  const north = (lat - sector.lat) * sector.metresPerDegreeLat;
  const squared = sector.rangeMetres * sector.rangeMetres - north * north;
  if (squared <= 0) return [];
  const half = Math.sqrt(squared);
  const pieces = sector.wedge ? wedgeOnLine(sector.wedge, north, half) : [-half, half];
  return pieces.map((east) => sector.lon + east / sector.metresPerDegreeLon);
}

function wedgeOf(azimuth: number, fieldOfView: number): Wedge | undefined {
  if (fieldOfView >= 360) return undefined;
  return {
    isWide: fieldOfView > 180,
    right: directionOf(azimuth + fieldOfView / 2),
    left: directionOf(azimuth - fieldOfView / 2),
  };
}

function directionOf(degrees: number): Direction {
  return { east: sine(degrees * RADIANS), north: cosine(degrees * RADIANS) };
}

function wedgeOnLine({ isWide, right, left }: Wedge, north: number, half: number): Intervals {
  const leftOfRight = halfPlaneOnLine(right.east, right.north, north, half);
  const rightOfLeft = halfPlaneOnLine(-left.east, -left.north, north, half);
  const [firstFrom, firstTo] = leftOfRight;
  const [secondFrom, secondTo] = rightOfLeft;
  if (isWide) return eitherOf(leftOfRight, rightOfLeft);
  const from = Math.max(firstFrom, secondFrom);
  const to = Math.min(firstTo, secondTo);
  return to > from ? [from, to] : [];
}

type Stretch = readonly [from: number, to: number];

/** Of the line at `north`, from -half to half, what lies left of a direction; of no length where nothing does. */
function halfPlaneOnLine(east: number, northward: number, north: number, half: number): Stretch {
  // Left of (e, n): e * y - n * x > 0.
  if (northward === 0) return east * north > 0 ? [-half, half] : [half, half];
  const crossing = Math.max(-half, Math.min(half, (east * north) / northward));
  return northward > 0 ? [-half, crossing] : [crossing, half];
}

function eitherOf(first: Stretch, second: Stretch): Intervals {
  const [low, high] = first[0] <= second[0] ? [first, second] : [second, first];
  if (high[0] > low[1]) return [...low, ...high];
  return [low[0], Math.max(low[1], high[1])];
}
