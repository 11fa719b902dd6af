import { type Ruler, rulerAt } from '../roads/ruler.ts';
import { type LonLat, type Metres, MICRODEGREES_PER_DEGREE } from '../units.ts';
import type { MultiPolygonRings } from './polygon.ts';

/**
 * Gives each settlement the residential polygon its people live on: the one that contains it, else the nearest
 * within `maxMetres`. Each polygon is used once and goes to the nearest settlement (one inside or on its edge
 * is at distance 0); of several inside, to the one nearest the middle of its bounds; then to the first in the
 * list. A settlement inside a polygon that went to another gets none, since the polygon next door is not where
 * it stands; one outside takes the next nearest that is free.
 *
 * Returns, per point, a position in `residential`, or undefined where no polygon is left for it. Distances are
 * planar at the settlement's latitude, within 0.2 % up to 10 km. Throws where `maxMetres` is negative or not
 * finite.
 */
export function matchFootprints(
  points: readonly LonLat[],
  residential: readonly MultiPolygonRings[],
  maxMetres: Metres,
): (number | undefined)[] {
  if (!Number.isFinite(maxMetres) || maxMetres < 0)
    throw new Error(`A greatest distance of ${maxMetres} m is not a distance.`);
  const matched = new Array<number | undefined>(points.length).fill(undefined);
  const used = new Set<number>();
  const boxes = residential.map(boundsOf);
  const pairs = points.flatMap((point, index) => pairsOfPoint(point, index, residential, boxes, maxMetres));
  for (const { point, polygon } of pairs.sort(nearestFirst)) {
    if (matched[point] !== undefined || used.has(polygon)) continue;
    matched[point] = polygon;
    used.add(polygon);
  }
  return matched;
}

interface Pair {
  readonly point: number;
  readonly polygon: number;
  readonly metres: Metres;
  readonly metresToMiddle: Metres;
}

function nearestFirst(a: Pair, b: Pair): number {
  return a.metres - b.metres || a.metresToMiddle - b.metresToMiddle || a.point - b.point || a.polygon - b.polygon;
}

function pairsOfPoint(
  coord: LonLat,
  point: number,
  residential: readonly MultiPolygonRings[],
  boxes: readonly Bounds[],
  maxMetres: Metres,
): Pair[] {
  const pairs: Pair[] = [];
  const ruler = rulerAt(coord[1] * MICRODEGREES_PER_DEGREE);
  residential.forEach((area, polygon) => {
    const box = boxes[polygon] as Bounds;
    if (metresToBounds(coord, box, ruler) > maxMetres) return;
    const metres = metresToArea(coord, area, ruler);
    if (metres > maxMetres) return;
    const metresToMiddle = metresFromOrigin(offset(coord, middleOf(box), ruler));
    pairs.push({ point, polygon, metres, metresToMiddle });
  });
  const inside = pairs.filter((pair) => pair.metres === 0);
  return inside.length > 0 ? inside : pairs;
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** An area without points has bounds at infinity and so is near nothing. */
function boundsOf(area: MultiPolygonRings): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of area.flat(2) as LonLat[]) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

function middleOf([west, south, east, north]: Bounds): LonLat {
  return [(west + east) / 2, (south + north) / 2];
}

type Offset = readonly [eastMetres: Metres, northMetres: Metres];

function offset(origin: LonLat, coord: LonLat, ruler: Ruler): Offset {
  const eastMicroDegrees = (coord[0] - origin[0]) * MICRODEGREES_PER_DEGREE;
  const northMicroDegrees = (coord[1] - origin[1]) * MICRODEGREES_PER_DEGREE;
  return [eastMicroDegrees * ruler.metresPerMicroLon, northMicroDegrees * ruler.metresPerMicroLat];
}

function metresFromOrigin([east, north]: Offset): Metres {
  return Math.sqrt(east * east + north * north);
}

function metresToBounds(coord: LonLat, [west, south, east, north]: Bounds, ruler: Ruler): Metres {
  const nearest: LonLat = [clamp(coord[0], west, east), clamp(coord[1], south, north)];
  return metresFromOrigin(offset(coord, nearest, ruler));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function metresToArea(coord: LonLat, area: MultiPolygonRings, ruler: Ruler): Metres {
  let inside = false;
  let nearest = Infinity;
  for (const ring of area.flat()) {
    const offsets = ring.map((corner) => offset(coord, corner, ruler));
    if (surroundsOrigin(offsets)) inside = !inside;
    nearest = Math.min(nearest, metresToEdges(offsets));
  }
  return inside ? 0 : nearest;
}

/** Even-odd rule. A closing point that repeats the first is an edge of no length and changes nothing. */
function surroundsOrigin(ring: readonly Offset[]): boolean {
  let surrounds = false;
  let [east, north] = ring[ring.length - 1] ?? [0, 0];
  for (const [nextEast, nextNorth] of ring) {
    if (north > 0 !== nextNorth > 0 && east + ((nextEast - east) * north) / (north - nextNorth) > 0)
      surrounds = !surrounds;
    [east, north] = [nextEast, nextNorth];
  }
  return surrounds;
}

function metresToEdges(ring: readonly Offset[]): Metres {
  let nearest = Infinity;
  let from = ring[ring.length - 1] as Offset;
  for (const to of ring) {
    nearest = Math.min(nearest, metresToSegment(from, to));
    from = to;
  }
  return nearest;
}

function metresToSegment([east, north]: Offset, [toEast, toNorth]: Offset): Metres {
  const alongEast = toEast - east;
  const alongNorth = toNorth - north;
  const squared = alongEast * alongEast + alongNorth * alongNorth;
  const fraction = squared > 0 ? Math.min(1, Math.max(0, -(east * alongEast + north * alongNorth) / squared)) : 0;
  return metresFromOrigin([east + fraction * alongEast, north + fraction * alongNorth]);
}
