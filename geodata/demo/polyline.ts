import type { Metres } from '../units.ts';
import { type EastNorth, metresBetween, pointBetween } from './frame.ts';

/** Bends below this are left as they are: cosine of about 8 degrees. */
const STRAIGHT_COSINE = 0.99;

/** Drops the points that a line can do without (Douglas and Peucker 1973). The ends stay. */
export function simplify(line: readonly EastNorth[], toleranceMetres: Metres): EastNorth[] {
  const keep = new Uint8Array(line.length);
  const spans: [first: number, last: number][] = [[0, line.length - 1]];
  keep[0] = keep[line.length - 1] = 1;
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last] = span;
    let farthest = first;
    let most = toleranceMetres;
    for (let at = first + 1; at < last; at++) {
      const metres = metresToSegment(line[at] as EastNorth, line[first] as EastNorth, line[last] as EastNorth);
      if (metres > most) [farthest, most] = [at, metres];
    }
    if (farthest === first) continue;
    keep[farthest] = 1;
    spans.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, at) => keep[at] === 1);
}

/** Replaces each sharp corner by a curve that leaves the line at most `radiusMetres` before it. The ends stay. */
export function roundCorners(line: readonly EastNorth[], radiusMetres: Metres): EastNorth[] {
  const round: EastNorth[] = [line[0] as EastNorth];
  for (let at = 1; at + 1 < line.length; at++) {
    const before = line[at - 1] as EastNorth;
    const corner = line[at] as EastNorth;
    const after = line[at + 1] as EastNorth;
    if (isStraight(before, corner, after)) {
      round.push(corner);
      continue;
    }
    const start = towards(corner, before, radiusMetres);
    const end = towards(corner, after, radiusMetres);
    const crown = pointBetween(pointBetween(start, corner, 0.5), pointBetween(corner, end, 0.5), 0.5);
    round.push(start, crown, end);
  }
  round.push(line[line.length - 1] as EastNorth);
  return round;
}

/** Metres along a line. */
export function lineMetres(line: readonly EastNorth[]): Metres {
  let metres = 0;
  for (let at = 1; at < line.length; at++) metres += metresBetween(line[at - 1] as EastNorth, line[at] as EastNorth);
  return metres;
}

export function metresToSegment(place: EastNorth, from: EastNorth, to: EastNorth): Metres {
  const east = to[0] - from[0];
  const north = to[1] - from[1];
  const squared = east * east + north * north;
  const along = squared === 0 ? 0 : ((place[0] - from[0]) * east + (place[1] - from[1]) * north) / squared;
  return metresBetween(place, pointBetween(from, to, Math.min(1, Math.max(0, along))));
}

function isStraight(before: EastNorth, corner: EastNorth, after: EastNorth): boolean {
  const dot = (corner[0] - before[0]) * (after[0] - corner[0]) + (corner[1] - before[1]) * (after[1] - corner[1]);
  return dot >= STRAIGHT_COSINE * metresBetween(before, corner) * metresBetween(corner, after);
}

/** At most four tenths of the way, so that two curves on one segment do not meet. */
function towards(from: EastNorth, to: EastNorth, metres: Metres): EastNorth {
  return pointBetween(from, to, Math.min(0.4, metres / metresBetween(from, to)));
}
