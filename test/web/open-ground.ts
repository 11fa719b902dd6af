import type { Coord } from '../../web/api/answers.ts';

/** Of a grid of points in the middle of the demonstration county, the one whose nearest place is the farthest. */
export function farthestFrom(places: readonly Coord[]): Coord {
  const candidates = Array.from(
    { length: 900 },
    (_, at): Coord => [117 + (at % 30) * 0.01, 33.28 + Math.floor(at / 30) * 0.005],
  );
  const clearance = ([lon, lat]: Coord): number =>
    Math.min(...places.map(([otherLon, otherLat]) => Math.hypot((lon - otherLon) * 0.83, lat - otherLat)));
  return candidates.reduce((best, candidate) => (clearance(candidate) > clearance(best) ? candidate : best));
}
