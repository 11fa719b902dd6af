import type { WritableElements } from '../../geodata/osm/write-osm.ts';

type Point = readonly [x: number, y: number];

interface Segment {
  readonly way: number;
  readonly from: number;
  readonly to: number;
  readonly a: Point;
  readonly b: Point;
}

/** Below this, positions on the grid of 1e-7 degrees are too coarse to tell a crossing from a touch. */
const TOUCH = 1e-3;

/** Pairs of roads that cross without a common node, as `way x way`: each segment against each other, sorted by west. */
export function crossingsWithoutNode({ nodes, ways }: WritableElements): string[] {
  const positions = new Map(nodes.map(({ id, lonE7, latE7 }) => [id, [lonE7, latE7] as Point]));
  const segments = ways
    .filter(({ tags }) => tags['highway'] !== undefined)
    .flatMap(({ id, nodeIds }) =>
      Array.from(nodeIds)
        .slice(1)
        .map((to, at): Segment => {
          const from = nodeIds[at] as number;
          return { way: id, from, to, a: positions.get(from) as Point, b: positions.get(to) as Point };
        }),
    )
    .sort((p, q) => west(p) - west(q));
  const found: string[] = [];
  segments.forEach((p, index) => {
    const east = Math.max(p.a[0], p.b[0]);
    for (let next = index + 1; next < segments.length; next++) {
      const q = segments[next] as Segment;
      if (west(q) > east) break;
      const areJoined = [q.from, q.to].includes(p.from) || [q.from, q.to].includes(p.to);
      if (!areJoined && cross(p, q)) found.push(`${p.way} x ${q.way}`);
    }
  });
  return found;
}

function west({ a, b }: Segment): number {
  return Math.min(a[0], b[0]);
}

function cross(p: Segment, q: Segment): boolean {
  return Math.max(shares(p, q), shares(q, p)) < -TOUCH;
}

/** Product of the sides of `p` that the ends of `q` lie on, as shares of their distance: below 0 for two sides. */
function shares({ a, b }: Segment, q: Segment): number {
  const side = ([x, y]: Point): number => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
  const [first, second] = [side(q.a), side(q.b)];
  const whole = Math.abs(first) + Math.abs(second);
  return whole === 0 ? 0 : (first / whole) * (second / whole);
}
