import type { Metres } from '../units.ts';
import { type EastNorth, FRAME_EAST, held, metresBetween, pointBetween } from './frame.ts';
import { type Lattice, siteAt } from './lattice.ts';
import { noiseField } from './noise.ts';
import type { River } from './river.ts';

/** North of the county town, and how far it has swung south by the eastern end, out of the hills' way. */
const PAST_TOWN_METRES = 2_900;
const SWING_METRES = 5_200;
const FROM_RIVER_METRES = 1_300;
const STEP_METRES = 400;

/**
 * The middle of a motorway, a point every 400 m eastwards: it passes north of the county town and runs from
 * there to the county's edges west and east, north of the river.
 */
export function layMotorwayCourse(seed: number, lattice: Lattice, river: River, centre: EastNorth): EastNorth[] {
  const curves = noiseField(seed, 'motorway', 9_000);
  const northingAt = (east: Metres): Metres => {
    const share = held((east - centre[0] - 3_000) / (FRAME_EAST - centre[0] - 6_000));
    const swing = SWING_METRES * share * share * (3 - 2 * share);
    const wished = centre[1] + PAST_TOWN_METRES + 500 * curves(east, 0) - swing;
    return Math.max(wished, river.northingAt(east) + FROM_RIVER_METRES);
  };
  const isInside = (east: Metres): boolean => lattice.inside[siteAt([east, northingAt(east)])] === 1;
  let west = centre[0];
  while (isInside(west - STEP_METRES)) west -= STEP_METRES;
  const course: EastNorth[] = [];
  for (let east = west; isInside(east); east += STEP_METRES) course.push([east, northingAt(east)]);
  return course;
}

/** Whether a place lies within some metres of the course, northwards or southwards. */
export function isBesideCourse(course: readonly EastNorth[], [east, north]: EastNorth, metres: Metres): boolean {
  return course.some((point) => Math.abs(point[0] - east) <= STEP_METRES && Math.abs(point[1] - north) <= metres);
}

/** Metres along a course that runs east, to an easting. */
export function alongCourse(course: readonly EastNorth[], east: Metres): Metres {
  let along = 0;
  for (let at = 1; at < course.length; at++) {
    const [from, to] = [course[at - 1] as EastNorth, course[at] as EastNorth];
    const metres = metresBetween(from, to);
    if (to[0] >= east) return along + (metres * (east - from[0])) / (to[0] - from[0]);
    along += metres;
  }
  return along;
}

/** A place beside the course: `along` it, then `aside` metres northwards, square to it. */
export function besideCourse(course: readonly EastNorth[], along: Metres, aside: Metres): EastNorth {
  let [at, left] = [1, along];
  for (; at < course.length - 1; at++) {
    const metres = metresBetween(course[at - 1] as EastNorth, course[at] as EastNorth);
    if (left <= metres) break;
    left -= metres;
  }
  const [from, to] = [course[at - 1] as EastNorth, course[at] as EastNorth];
  const metres = metresBetween(from, to);
  const [east, north] = pointBetween(from, to, left / metres);
  return [east - ((to[1] - from[1]) / metres) * aside, north + ((to[0] - from[0]) / metres) * aside];
}

/** Beyond its ends the course is taken to run on due west and east. */
export function courseNorthing(course: readonly EastNorth[], east: Metres): Metres {
  const last = course[course.length - 1] as EastNorth;
  const at = course.findIndex((place) => place[0] >= east);
  if (at < 0) return last[1];
  const to = course[at] as EastNorth;
  const from = course[at - 1] ?? to;
  return from === to ? to[1] : from[1] + ((to[1] - from[1]) * (east - from[0])) / (to[0] - from[0]);
}
