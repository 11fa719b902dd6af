import type { Bearing, Metres, MicroDegrees } from '../units.ts';
import type { WayTravel } from './profile.ts';
import type { RoadClass } from './road-class.ts';
import { bearingDegrees, distanceMetres } from './ruler.ts';

/** Roads so small and so loosely drawn that only their first metres say where they turn. */
const MINOR_CLASSES: ReadonlySet<RoadClass> = new Set(['service', 'track', 'other']);
const LANE_WIDTH_METRES = 3.25;
const LOOK_AHEAD_METRES = 10;
const FAR_LOOK_AHEAD_METRES = 40;
const ROUNDABOUT_LOOK_AHEAD_METRES = 2;
const ASSUMED_LANES = 2;

/**
 * The direction in which a driver sees a road leave a junction: the first metres of a mapped line
 * often bend only because roads are drawn along their middle. As OSRM does in the main, the bearing
 * is taken to the end of a road that is one straight piece or nearly straight over some 40 m, about
 * 10 m along otherwise, and 2 m along a roundabout. (What of OSRM's procedure is left out, and what
 * that costs, is measured in docs/osrm-differences.md.)
 * @param lonE6 the road's points from the junction outwards, at least two
 */
export function perceivedBearing(
  lonE6: readonly MicroDegrees[],
  latE6: readonly MicroDegrees[],
  road: Pick<WayTravel, 'roadClass' | 'roundabout' | 'lanes'>,
): Bearing {
  const [lon, lat] = representativePoint(lonE6, latE6, road);
  return bearingDegrees(lonE6[0]!, latE6[0]!, lon, lat);
}

type Point = readonly [lon: MicroDegrees, lat: MicroDegrees];

function representativePoint(
  lonE6: readonly MicroDegrees[],
  latE6: readonly MicroDegrees[],
  road: Pick<WayTravel, 'roadClass' | 'roundabout' | 'lanes'>,
): Point {
  const last = lonE6.length - 1;
  if (last === 1) return [lonE6[1]!, latE6[1]!];
  if (road.roundabout) return pointAlong(lonE6, latE6, ROUNDABOUT_LOOK_AHEAD_METRES);
  if (MINOR_CLASSES.has(road.roadClass)) return pointAlong(lonE6, latE6, LOOK_AHEAD_METRES);

  const carriageway = (road.lanes || ASSUMED_LANES) * LANE_WIDTH_METRES * offsetFactor(road.roadClass);
  const firstMetres = distanceMetres(lonE6[0]!, latE6[0]!, lonE6[1]!, latE6[1]!);
  if (firstMetres > carriageway + LOOK_AHEAD_METRES) return [lonE6[1]!, latE6[1]!];
  const far = pointAlong(lonE6, latE6, FAR_LOOK_AHEAD_METRES + carriageway);
  const deviation = maxDeviation(lonE6, latE6, far, FAR_LOOK_AHEAD_METRES + carriageway);
  return deviation < LANE_WIDTH_METRES / 2 ? far : pointAlong(lonE6, latE6, LOOK_AHEAD_METRES);
}

/** Wide roads are drawn farther from where the side road really meets them. */
function offsetFactor(roadClass: RoadClass): number {
  if (roadClass === 'motorway' || roadClass.endsWith('_link')) return 2.5;
  if (roadClass === 'trunk') return 2;
  return roadClass === 'primary' ? 1.5 : 1;
}

/** The point `metres` along the line, or its end. */
function pointAlong(lonE6: readonly MicroDegrees[], latE6: readonly MicroDegrees[], metres: Metres): Point {
  let left = metres;
  for (let i = 1; i < lonE6.length; i++) {
    const step = distanceMetres(lonE6[i - 1]!, latE6[i - 1]!, lonE6[i]!, latE6[i]!);
    if (step >= left && step > 0) {
      const part = left / step;
      return [lonE6[i - 1]! + (lonE6[i]! - lonE6[i - 1]!) * part, latE6[i - 1]! + (latE6[i]! - latE6[i - 1]!) * part];
    }
    left -= step;
  }
  return [lonE6[lonE6.length - 1]!, latE6[latE6.length - 1]!];
}

/** Greatest distance of the line's points, up to `metres` along it, from the straight line to `end`. */
function maxDeviation(
  lonE6: readonly MicroDegrees[],
  latE6: readonly MicroDegrees[],
  end: Point,
  metres: Metres,
): Metres {
  const direction = bearingDegrees(lonE6[0]!, latE6[0]!, end[0], end[1]);
  let along = 0;
  let greatest = 0;
  for (let i = 1; i < lonE6.length; i++) {
    along += distanceMetres(lonE6[i - 1]!, latE6[i - 1]!, lonE6[i]!, latE6[i]!);
    if (along >= metres) break;
    const distance = distanceMetres(lonE6[0]!, latE6[0]!, lonE6[i]!, latE6[i]!);
    const bearing = bearingDegrees(lonE6[0]!, latE6[0]!, lonE6[i]!, latE6[i]!);
    greatest = Math.max(greatest, distance * Math.abs(Math.sin(((bearing - direction) * Math.PI) / 180)));
  }
  return greatest;
}
