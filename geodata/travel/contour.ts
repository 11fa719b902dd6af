import type { LonLat } from '../units.ts';
import { type ContourGrid, type ContourRaster, contourGrid } from './contour-grid.ts';
import { tidyRing } from './contour-ring.ts';
import { traceRing } from './contour-trace.ts';

/**
 * The `coordinates` of a GeoJSON MultiPolygon: closed rings, outer counterclockwise and first, holes clockwise
 * (RFC 7946).
 */
export type ContourPolygons = LonLat[][][];

/**
 * For each threshold, the ground where the raster's value is at most the threshold, as valid polygons:
 * marching squares with linear interpolation along the grid's edges.
 *
 * - Membership: a node is inside exactly where its value <= the threshold. NaN is outside. Everything beyond
 *   the raster is outside, so ground that runs off it ends half a step beyond the last nodes: pad the raster
 *   to avoid that.
 * - A crossing stands half-way where either value is not finite, else at its linear fraction held within 0.02
 *   to 0.98, so that no ring passes through a node.
 * - A saddle (two opposite corners inside) is joined where the mean of its four corners is <= the threshold,
 *   else apart. Joining can only come with a rising threshold, so that thresholds nest: a lower one's ground
 *   lies within a higher one's, and may share its edge where values jump.
 * - Coordinates are whole millionths of a degree. Rounding keeps rings simple: it moves every node of a grid
 *   line alike, so the rounded lines are a grid again, and each crossing stays strictly between its two nodes
 *   as long as 2 % of a step is more than a millionth of a degree. Hence the least step; 0.0001 degrees is
 *   about 10 m.
 * - Points are left out only where they are exactly on the line between their neighbours.
 *
 * Polygons, and rings, begin with their first crossing of a grid row, and stand in that order, from the
 * south-west. A threshold with no ground gives none. Throws where the shape and `values` disagree, a step is
 * too small, or a threshold is not finite.
 *
 * Source: Maple, Geometric design and space planning using the marching squares and marching cube algorithms,
 * 2003.
 */
export function contourPolygons(raster: ContourRaster, thresholds: readonly number[]): ContourPolygons[] {
  const grid = contourGrid(raster);
  const ringOfEdge = new Int32Array(2 * grid.values.length);
  return thresholds.map((threshold) => {
    if (!Number.isFinite(threshold)) throw new Error(`A contour threshold of ${threshold} is not a number.`);
    return polygonsAt(grid, threshold, ringOfEdge);
  });
}

/**
 * Sweeps the horizontal grid edges row by row from the south-west. A ring not met before is outer where the
 * sweep enters the ground, and a hole where it leaves it; a hole belongs to the polygon of the crossing before
 * it on the same row, since nothing but ground lies between the two. So no ring is ever searched for. Ring
 * numbers in `ringOfEdge` count from 1.
 */
function polygonsAt(grid: ContourGrid, threshold: number, ringOfEdge: Int32Array): ContourPolygons {
  const { values } = grid;
  const polygons: ContourPolygons = [];
  const polygonOfRing: number[] = [];
  let polygonBefore = 0;
  ringOfEdge.fill(0);
  for (let node = 0; node + 1 < values.length; node++) {
    const inside = values[node]! <= threshold;
    if (inside === values[node + 1]! <= threshold) continue;
    const edge = 2 * node;
    if (ringOfEdge[edge] === 0) {
      const outer = !inside;
      const polygon = outer ? polygons.length : polygonBefore;
      polygonOfRing.push(polygon);
      const ring = tidyRing(traceRing(grid, threshold, edge, ringOfEdge, polygonOfRing.length));
      if (outer) polygons.push([ring]);
      else polygons[polygon]?.push(ring);
    }
    polygonBefore = polygonOfRing[ringOfEdge[edge]! - 1] as number;
  }
  return polygons;
}
