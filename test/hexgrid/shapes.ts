import type { LonLat } from '../../geodata/units.ts';

/** A closed counterclockwise ring along meridians and parallels, in degrees. */
export function rectangle(west: number, south: number, east: number, north: number): LonLat[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/**
 * A closed counterclockwise ring of 5 to 14 corners, mostly concave, within `radius` degrees of its centre and
 * never less than a fifth of it.
 */
export function star(random: () => number, [lon, lat]: LonLat, radius: number): LonLat[] {
  const corners = 5 + Math.floor(10 * random());
  const ring = Array.from({ length: corners }, (_, corner): LonLat => {
    const angle = (2 * Math.PI * (corner + 0.8 * random())) / corners;
    const distance = radius * (0.2 + 0.8 * random());
    return [lon + distance * Math.cos(angle), lat + distance * Math.sin(angle)];
  });
  return [...ring, ring[0] as LonLat];
}

/** The star shrunk to a tenth about its centre: it always fits inside as a hole. */
export function holeOf(ring: readonly LonLat[], [lon, lat]: LonLat): LonLat[] {
  return ring.map(([ringLon, ringLat]) => [lon + (ringLon - lon) / 10, lat + (ringLat - lat) / 10]);
}
