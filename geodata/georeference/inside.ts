import type { MultiPolygonRings, Ring } from '../hexgrid/polygon.ts';
import type { LonLat } from '../units.ts';

/** Whether a place lies in an area: by even and odd crossings over all its rings, holes and islands included. */
export function isInside(area: MultiPolygonRings, place: LonLat): boolean {
  let crossings = 0;
  for (const rings of area) for (const ring of rings) crossings += crossingsEastward(ring, place);
  return crossings % 2 === 1;
}

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

function crossingsEastward(ring: Ring, [lon, lat]: LonLat): number {
  let crossings = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[lonA, latA], [lonB, latB]] = [ring[i]!, ring[j]!];
    if (latA > lat !== latB > lat && lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)) crossings++;
  }
  return crossings;
}
