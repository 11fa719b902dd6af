import type { Metres } from '../units.ts';
import { type EastNorth, metresBetween, pointBetween } from './frame.ts';

/** A straight road steeper than this is bent to and fro until it is not (JTG D20 allows class IV roads 9 %). */
const STEEP_GRADE = 0.08;
/** Along the straight line, from one bend to the next. */
const LEG_METRES = 105;
const SWING_METRES = 62;

/** How much longer a road of this grade becomes by its bends. */
export function hairpinFactor(grade: number): number {
  if (grade <= STEEP_GRADE) return 1;
  return Math.sqrt(LEG_METRES ** 2 + (2 * SWING_METRES) ** 2) / LEG_METRES;
}

/** Bends every steep piece of a line to and fro; points of the line stay on it. */
export function bendSteepPieces(
  line: readonly EastNorth[],
  elevationAt: (place: EastNorth) => Metres,
): EastNorth[] {
  const bent: EastNorth[] = [line[0] as EastNorth];
  for (let at = 1; at < line.length; at++) {
    const from = line[at - 1] as EastNorth;
    const to = line[at] as EastNorth;
    const metres = metresBetween(from, to);
    const grade = Math.abs(elevationAt(to) - elevationAt(from)) / metres;
    if (grade > STEEP_GRADE) bent.push(...bends(from, to, metres));
    bent.push(to);
  }
  return bent;
}

function bends(from: EastNorth, to: EastNorth, metres: Metres): EastNorth[] {
  const count = Math.round(metres / LEG_METRES);
  const aside: EastNorth = [(from[1] - to[1]) / metres, (to[0] - from[0]) / metres];
  return Array.from({ length: count }, (_, index): EastNorth => {
    const [east, north] = pointBetween(from, to, (index + 0.5) / count);
    const swing = index % 2 === 0 ? SWING_METRES : -SWING_METRES;
    return [east + aside[0] * swing, north + aside[1] * swing];
  });
}
