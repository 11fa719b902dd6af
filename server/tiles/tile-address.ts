import type { LonLatBox, TileGround } from '../db/tile-rows.ts';

/**
 * A square of the web map's pyramid (Web Mercator, EPSG:3857; OSM wiki, Slippy map tilenames): column x from the
 * west, row y from the north, of 2^z of each.
 */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Units along a tile's side. MapLibre computes in twice as many; this is the usual number of vector tiles. */
export const TILE_EXTENT = 4096;

/**
 * Lines and polygons reach so far beyond the tile, so that their ends and outlines are drawn outside: 8 of the 512
 * pixels a tile is drawn with, enough for a line 16 pixels wide.
 */
export const BUFFER_UNITS = 64;

/** A unit is then 0.13 m at 30 N: closer than anything is known. */
export const GREATEST_ZOOM = 16;

/** The address with these numbers; undefined where they are none, or beyond the pyramid or its deepest zoom. */
export function tileAddress(z: number, x: number, y: number): TileAddress | undefined {
  const isWithin = (value: number, count: number): boolean => Number.isInteger(value) && value >= 0 && value < count;
  if (!isWithin(z, GREATEST_ZOOM + 1) || !isWithin(x, 2 ** z) || !isWithin(y, 2 ** z)) return undefined;
  return { z, x, y };
}

/** The address in the parts of a path: digits without leading zeros, so that one tile has one path. */
export function parseTileAddress(z: string, x: string, y: string): TileAddress | undefined {
  const isNumber = (text: string): boolean => /^(0|[1-9]\d{0,5})$/.test(text);
  return [z, x, y].every(isNumber) ? tileAddress(Number(z), Number(x), Number(y)) : undefined;
}

/**
 * The ground of a tile. Tolerance: a quarter of a unit. With the 0.71 units that rounding to whole ones moves a corner
 * by, whatever is drawn lies within one unit of where it is, an eighth of a pixel. Half a unit saves 5 % of the bytes
 * of a road tile at zoom 8 and nothing at 12.
 */
export function tileGround(address: TileAddress): TileGround {
  const box = boxOf(address, 0);
  const unitLonDegrees = 360 / 2 ** address.z / TILE_EXTENT;
  const furthestLat = Math.max(Math.abs(box.south), Math.abs(box.north));
  // A unit is fewer degrees of latitude than of longitude.
  const toleranceDegrees = (unitLonDegrees * Math.cos((furthestLat * Math.PI) / 180)) / 4;
  return { box, bufferedBox: boxOf(address, BUFFER_UNITS / TILE_EXTENT), toleranceDegrees };
}

/** @param margin beyond each edge, in tiles */
function boxOf({ z, x, y }: TileAddress, margin: number): LonLatBox {
  const lonAt = (column: number): number => (column / 2 ** z) * 360 - 180;
  const latAt = (row: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
  return {
    west: lonAt(x - margin),
    south: latAt(y + 1 + margin),
    east: lonAt(x + 1 + margin),
    north: latAt(y - margin),
  };
}

/** Position in units of a tile, from its north-western corner, east and south. */
export type TilePosition = readonly [x: number, y: number];

/** How degrees become units of a tile: not rounded, outside 0 .. TILE_EXTENT where the place lies outside. */
export function tileProjection({ z, x, y }: TileAddress): (lon: number, lat: number) => TilePosition {
  const worldUnits = 2 ** z * TILE_EXTENT;
  return (lon, lat) => {
    const column = (lon + 180) / 360;
    const row = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
    return [column * worldUnits - x * TILE_EXTENT, row * worldUnits - y * TILE_EXTENT];
  };
}
