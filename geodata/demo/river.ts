import type { Metres } from '../units.ts';
import { type EastNorth, FRAME_EAST, metresBetween } from './frame.ts';
import { noiseField } from './noise.ts';

/** A river that flows through the whole county from west to east, and never back. */
export interface River {
  readonly name: string;
  /** From the source end downstream, a point every 300 m. */
  readonly course: readonly EastNorth[];
  readonly northingAt: (east: Metres) => Metres;
  /** From the middle of the stream; true to some per cent near the river, which is where it matters. */
  readonly distanceTo: (place: EastNorth) => Metres;
  readonly crosses: (a: EastNorth, b: EastNorth) => boolean;
}

const STEP_METRES = 300;
const MEAN_NORTHING = 10_800;

/** A river whose winding and meanders are drawn from the seed. */
export function layRiver(seed: number, name: string): River {
  const winding = noiseField(seed, 'river-winding', 11_000);
  const meanders = noiseField(seed, 'river-meanders', 2_600, 2);
  const course: EastNorth[] = [];
  for (let east = -STEP_METRES; east <= FRAME_EAST + STEP_METRES; east += STEP_METRES) {
    course.push([east, MEAN_NORTHING + 2_600 * winding(east, 0) + 750 * meanders(east, 0)]);
  }
  const northingAt = (east: Metres): Metres => {
    const at = Math.min(course.length - 2, Math.max(0, Math.floor((east + STEP_METRES) / STEP_METRES)));
    const from = course[at] as EastNorth;
    const to = course[at + 1] as EastNorth;
    return from[1] + ((to[1] - from[1]) * (east - from[0])) / STEP_METRES;
  };
  const isNorth = ([east, north]: EastNorth): boolean => north > northingAt(east);
  return {
    name,
    course,
    northingAt,
    distanceTo: (place) => distanceToCourse(course, place),
    crosses: (a, b) => isNorth(a) !== isNorth(b),
  };
}

/** By the points of the course near the place; beyond 3 km, by the northing alone. */
function distanceToCourse(course: readonly EastNorth[], place: EastNorth): Metres {
  const middle = Math.round((place[0] + STEP_METRES) / STEP_METRES);
  let nearest = Infinity;
  for (let at = Math.max(0, middle - 10); at <= Math.min(course.length - 1, middle + 10); at++) {
    nearest = Math.min(nearest, metresBetween(place, course[at] as EastNorth));
  }
  return nearest;
}
