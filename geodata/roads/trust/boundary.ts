import type { LonLat } from '../../units.ts';

/** Closed rings of polygons, WGS 84 degrees; holes and outer rings alike. */
export type BoundaryPolygons = readonly (readonly (readonly LonLat[])[])[];

const BANDS = 512;

/**
 * A county's outline, to ask what lies inside: edges by bands of latitude, so that a question looks at a few of them.
 * Inside is what an odd number of edges lies east of (even-odd rule).
 */
export class Boundary {
  private readonly edges: Float64Array;
  private readonly bands: number[][];
  private readonly south: number;
  private readonly bandHeight: number;

  constructor(polygons: BoundaryPolygons) {
    const edges: number[] = [];
    for (const ring of polygons.flat()) {
      ring.forEach(([lon, lat], i) => {
        const next = ring[i + 1];
        if (next) edges.push(lon, lat, next[0], next[1]);
      });
    }
    this.edges = Float64Array.from(edges);
    const lats = polygons.flat(2).map(([, lat]) => lat);
    this.south = lats.reduce((least, lat) => Math.min(least, lat), Infinity);
    const north = lats.reduce((most, lat) => Math.max(most, lat), -Infinity);
    this.bandHeight = Math.max(1e-9, (north - this.south) / BANDS);
    this.bands = Array.from({ length: BANDS }, () => []);
    for (let edge = 0; edge < edges.length; edge += 4) {
      const [first, last] = this.bandRange(edges[edge + 1]!, edges[edge + 3]!);
      for (let band = first; band <= last; band++) this.bands[band]!.push(edge);
    }
  }

  contains([lon, lat]: LonLat): boolean {
    const [band] = this.bandRange(lat, lat);
    let inside = false;
    for (const edge of this.bands[band] ?? []) {
      const [ax, ay, bx, by] = this.edgeAt(edge);
      if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
    return inside;
  }

  /** Share of a straight line that lies inside, 0 .. 1. */
  shareInside(from: LonLat, to: LonLat): number {
    const cuts = this.cuts(from, to);
    let share = 0;
    for (let i = 1; i < cuts.length; i++) {
      const middle = (cuts[i - 1]! + cuts[i]!) / 2;
      const place: LonLat = [from[0] + (to[0] - from[0]) * middle, from[1] + (to[1] - from[1]) * middle];
      if (this.contains(place)) share += cuts[i]! - cuts[i - 1]!;
    }
    return share;
  }

  /** Where a line crosses the outline, as shares of its way, with 0 and 1. */
  private cuts(from: LonLat, to: LonLat): number[] {
    const [first, last] = this.bandRange(from[1], to[1]);
    const cuts = [0, 1];
    const seen = new Set<number>();
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    for (let band = first; band <= last; band++) {
      for (const edge of this.bands[band]!) {
        if (seen.has(edge)) continue;
        seen.add(edge);
        const [ax, ay, bx, by] = this.edgeAt(edge);
        const [ex, ey] = [bx - ax, by - ay];
        const cross = dx * ey - dy * ex;
        if (cross === 0) continue;
        const t = ((ax - from[0]) * ey - (ay - from[1]) * ex) / cross;
        const u = ((ax - from[0]) * dy - (ay - from[1]) * dx) / cross;
        if (t > 0 && t < 1 && u >= 0 && u <= 1) cuts.push(t);
      }
    }
    return cuts.sort((a, b) => a - b);
  }

  private edgeAt(edge: number): [number, number, number, number] {
    const { edges } = this;
    return [edges[edge]!, edges[edge + 1]!, edges[edge + 2]!, edges[edge + 3]!];
  }

  /** Outside the outline's latitudes the nearest band answers, rightly: none of its edges reaches there. */
  private bandRange(latA: number, latB: number): [number, number] {
    const bandOf = (lat: number): number =>
      Math.min(BANDS - 1, Math.max(0, Math.floor((lat - this.south) / this.bandHeight)));
    return [bandOf(Math.min(latA, latB)), bandOf(Math.max(latA, latB))];
  }
}
