import type { LonLat } from '../units.ts';

/** A closed line: its first point is repeated as its last. */
export type Ring = readonly LonLat[];

/** Rings as node ids, closed, and at how many nodes an odd number of ways ends. Above 0, the rings are not the whole. */
export interface AssembledRings {
  readonly rings: readonly (readonly number[])[];
  readonly looseEnds: number;
}

/**
 * Joins ways at their end nodes into rings, whatever their order, direction and roles. A walk that
 * comes back to an end node it has passed is cut there, so that rings which touch come out apart.
 */
export function assembleRings(ways: readonly ArrayLike<number>[]): AssembledRings {
  const lines = ways.map((nodeIds) => Array.from(nodeIds)).filter((nodeIds) => nodeIds.length > 1);
  const rings = lines.filter((line) => line[0] === lastOf(line));
  const linesAt = new Map<number, Set<number[]>>();
  for (const line of lines) {
    if (line[0] === lastOf(line)) continue;
    for (const end of endsOf(line)) linesAt.set(end, (linesAt.get(end) ?? new Set()).add(line));
  }
  const looseEnds = [...linesAt.values()].filter((meeting) => meeting.size % 2 === 1).length;
  for (const start of linesAt.keys()) walk(start, linesAt, rings);
  return { rings: rings.filter((ring) => ring.length > 3), looseEnds };
}

/** Uses up lines from `start` until none goes on, and adds every ring that closes on the way. */
function walk(start: number, linesAt: ReadonlyMap<number, Set<number[]>>, rings: number[][]): void {
  const legs: number[][] = [];
  let at = start;
  for (;;) {
    const line: number[] | undefined = linesAt.get(at)?.values().next().value;
    if (line === undefined) return;
    for (const end of endsOf(line)) linesAt.get(end)?.delete(line);
    const leg = line[0] === at ? line : line.slice().reverse();
    legs.push(leg);
    at = lastOf(leg);
    const loop = legs.findIndex(([first]) => first === at);
    if (loop >= 0) rings.push(joinLegs(legs.splice(loop)));
  }
}

function joinLegs(legs: readonly (readonly number[])[]): number[] {
  return legs.flatMap((leg, index) => (index === 0 ? [...leg] : leg.slice(1)));
}

function endsOf(line: readonly number[]): [number, number] {
  return [line[0] ?? NaN, lastOf(line)];
}

function lastOf(line: readonly number[]): number {
  return line[line.length - 1] ?? NaN;
}

/**
 * Sorts rings into polygons by containment alone: a ring inside an even number of others is an
 * outer, counterclockwise; inside an odd number it is a hole, clockwise, of the smallest ring
 * around it. Rings must not cross. Rings without area are left out. Each polygon is its outer
 * followed by its holes, as in GeoJSON.
 */
export function polygonsOf(rings: readonly Ring[]): Ring[][] {
  const sized = rings.map((ring) => ({ ring, area: signedArea(ring) })).filter(({ area }) => area !== 0);
  const bySize = sized.sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const placed: { ring: Ring; polygon: Ring[] | undefined }[] = [];
  const polygons: Ring[][] = [];
  for (const { ring, area } of bySize) {
    const around = placed.filter((larger) => contains(larger.ring, ring));
    const host = around[around.length - 1]?.polygon;
    const outer = around.length % 2 === 0;
    const turned = area > 0 === outer ? ring : ring.slice().reverse();
    if (outer) polygons.push([turned]);
    else host?.push(turned);
    placed.push({ ring, polygon: outer ? polygons[polygons.length - 1] : undefined });
  }
  return polygons;
}

/** Shoelace sum in square degrees, positive counterclockwise. */
export function signedArea(ring: Ring): number {
  const [lon0, lat0] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [lonA, latA] = ring[i - 1] ?? [0, 0];
    const [lonB, latB] = ring[i] ?? [0, 0];
    doubled += (lonA - lon0) * (latB - lat0) - (lonB - lon0) * (latA - lat0);
  }
  return doubled / 2;
}

/** Whether `inner` lies in `outer`, told by its first point that is not a corner of both, else by the middles of its edges. */
function contains(outer: Ring, inner: Ring): boolean {
  const corners = new Set(outer.map(([lon, lat]) => `${lon} ${lat}`));
  const own = inner.find(([lon, lat]) => !corners.has(`${lon} ${lat}`));
  if (own !== undefined) return isInside(own, outer);
  const middles = inner.slice(1).map((point, i): LonLat => {
    const [lon, lat] = inner[i] ?? point;
    return [(lon + point[0]) / 2, (lat + point[1]) / 2];
  });
  return middles.filter((middle) => isInside(middle, outer)).length * 2 > middles.length;
}

/** Even-odd rule. */
function isInside([lon, lat]: LonLat, ring: Ring): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [lonA, latA] = ring[i - 1] ?? [0, 0];
    const [lonB, latB] = ring[i] ?? [0, 0];
    if (latA > lat !== latB > lat && lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)) inside = !inside;
  }
  return inside;
}

/**
 * Area-weighted centre of polygons, holes taken out, computed in plain degrees: an affine map such
 * as a shrunken longitude would not move it. Undefined where there is no area.
 */
export function areaCentroid(polygons: readonly (readonly Ring[])[]): LonLat | undefined {
  const rings = polygons.flat();
  const [lon0, lat0] = rings[0]?.[0] ?? [0, 0];
  let area = 0;
  let lonMoment = 0;
  let latMoment = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [lonA, latA] = ring[i - 1] ?? [lon0, lat0];
      const [lonB, latB] = ring[i] ?? [lon0, lat0];
      const cross = (lonA - lon0) * (latB - lat0) - (lonB - lon0) * (latA - lat0);
      area += cross / 2;
      lonMoment += (cross * (lonA + lonB - 2 * lon0)) / 6;
      latMoment += (cross * (latA + latB - 2 * lat0)) / 6;
    }
  }
  return area > 0 ? [lon0 + lonMoment / area, lat0 + latMoment / area] : undefined;
}
