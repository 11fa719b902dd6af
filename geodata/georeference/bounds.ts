import type { MultiPolygonRings } from '../hexgrid/polygon.ts';

/** West, south, east and north of an area; undefined of one without points. */
export function boundsOf(area: MultiPolygonRings): readonly [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of area)
    for (const ring of rings)
      for (const [lon, lat] of ring) {
        [west, south] = [Math.min(west, lon), Math.min(south, lat)];
        [east, north] = [Math.max(east, lon), Math.max(north, lat)];
      }
  return west <= east ? [west, south, east, north] : undefined;
}
