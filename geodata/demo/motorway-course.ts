import type { Metres } from '../units.ts';
import { type EastNorth, FRAME_EAST, held } from './frame.ts';
import { type Lattice, siteAt } from './lattice.ts';
import { noiseField } from './noise.ts';
import type { River } from './river.ts';

/** North of the county town, and how far it has swung south by the eastern end, out of the hills' way. */
const PAST_TOWN_METRES = 2_900;
const SWING_METRES = 5_200;
const FROM_RIVER_METRES = 1_300;
const STEP_METRES = 400;

/** The middle of a motorway that passes the county town and crosses the county from west to east, north of the river. */
export function layMotorwayCourse(seed: number, lattice: Lattice, river: River, centre: EastNorth): EastNorth[] {
  const curves = noiseField(seed, 'motorway', 9_000);
  const northingAt = (east: Metres): Metres => {
    const share = held((east - centre[0] - 3_000) / (FRAME_EAST - centre[0] - 6_000));
    const swing = SWING_METRES * share * share * (3 - 2 * share);
    const wished = centre[1] + PAST_TOWN_METRES + 500 * curves(east, 0) - swing;
    return Math.max(wished, river.northingAt(east) + FROM_RIVER_METRES);
  };
  const course: EastNorth[] = [];
  for (let east = 0; east < FRAME_EAST; east += STEP_METRES) {
    const place: EastNorth = [east, northingAt(east)];
    if (lattice.inside[siteAt(place)]) course.push(place);
  }
  return course;
}

/** Whether a place lies within some metres of the course, northwards or southwards. */
export function isBesideCourse(course: readonly EastNorth[], [east, north]: EastNorth, metres: Metres): boolean {
  return course.some(
    (point) => Math.abs(point[0] - east) <= STEP_METRES && Math.abs(point[1] - north) <= metres,
  );
}
