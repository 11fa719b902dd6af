import { distanceMetres } from '../../geodata/roads/ruler.ts';
import type { LonLat, Metres, Seconds } from '../../geodata/units.ts';
import { MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import { osrmUntrustworthy } from './osrm-error.ts';

/** Faster than any speed a profile gives to a road, with room for rounding on short stretches. */
const MOST_METRES_PER_SECOND = 250 / 3.6;
/** Slower than walking pace by far. The first hour is free: a gate, a ferry's crossing. */
const MOST_SECONDS_PER_METRE = 10;
const FREE_SECONDS = 3600;
/** Half-way round the earth. */
const MOST_METRES = 20_000_000;

/** A straight line may seem longer than the road by this much: other ways to measure, rounded coordinates. */
const STRAIGHT_TOLERANCE = 0.02;
const STRAIGHT_TOLERANCE_METRES = 10;

/** How far a drawn line's length may be from the length stated. */
const LINE_TOLERANCE = 0.02;
const LINE_TOLERANCE_METRES = 20;
/** How far a line may end from the place on the road that it leads to. */
const LINE_END_METRES = 3;

/** @throws OsrmError `implausible` for a time and length that no drive by road has */
export function requirePlausibleTravel(seconds: Seconds, metres: Metres): void {
  const isTooFast = metres > (seconds + 1) * MOST_METRES_PER_SECOND;
  const isTooSlow = seconds > FREE_SECONDS + metres * MOST_SECONDS_PER_METRE;
  if (isTooFast || isTooSlow || metres > MOST_METRES) throw implausible(`${metres} m take ${seconds} s`);
}

/** A road is no shorter than the straight line. @throws OsrmError `implausible` */
export function requireNoShortcut(from: LonLat, to: LonLat, metres: Metres): void {
  const straight = straightMetres(from, to);
  if (metres < straight * (1 - STRAIGHT_TOLERANCE) - STRAIGHT_TOLERANCE_METRES) {
    throw implausible(`a drive of ${metres} m between places ${Math.round(straight)} m apart`);
  }
}

/**
 * Whether a waypoint lies where it says, and within what was asked.
 * @param asked the coordinate sent
 * @param limitMetres the radius sent with it
 * @throws OsrmError `implausible`
 */
export function requireSnapped(
  asked: LonLat,
  waypoint: { readonly location: LonLat; readonly metres: Metres },
  limitMetres: Metres,
): void {
  const { location, metres } = waypoint;
  const measured = straightMetres(asked, location);
  const tolerance = measured * STRAIGHT_TOLERANCE + 1;
  if (measured > limitMetres + tolerance || Math.abs(measured - metres) > tolerance) {
    const stated = `said to be ${metres} m and is ${Math.round(measured)} m from the point asked`;
    throw implausible(`the place on the road is ${stated}, limit ${limitMetres} m`);
  }
}

/** A line leads from the one place to the other and is as long as the drive. @throws OsrmError `implausible` */
export function requireLine(line: readonly LonLat[], from: LonLat, to: LonLat, metres: Metres): void {
  const gap = Math.max(straightMetres(line[0] ?? to, from), straightMetres(line[line.length - 1] ?? from, to));
  if (gap > LINE_END_METRES) throw implausible(`the line ends ${Math.round(gap)} m off the place asked`);
  let drawn = 0;
  line.forEach((point, i) => {
    drawn += straightMetres(line[i - 1] ?? point, point);
  });
  if (Math.abs(drawn - metres) > metres * LINE_TOLERANCE + LINE_TOLERANCE_METRES) {
    throw implausible(`a line of ${Math.round(drawn)} m for a drive of ${metres} m`);
  }
}

function straightMetres(from: LonLat, to: LonLat): Metres {
  return distanceMetres(
    from[0] * MICRODEGREES_PER_DEGREE,
    from[1] * MICRODEGREES_PER_DEGREE,
    to[0] * MICRODEGREES_PER_DEGREE,
    to[1] * MICRODEGREES_PER_DEGREE,
  );
}

function implausible(reason: string): Error {
  return osrmUntrustworthy('implausible', reason);
}
