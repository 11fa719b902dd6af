import type { LonLat } from '../../geodata/units.ts';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const EARTH_RADIUS_METRES = 6_378_137;

/** Where a place lies in a tile of 4096 units, by way of the metres of EPSG:3857. Not rounded. */
export function inTile([lon, lat]: LonLat, { z, x, y }: Tile): [x: number, y: number] {
  const halfWorld = Math.PI * EARTH_RADIUS_METRES;
  const east = (lon / 180) * halfWorld;
  const north = EARTH_RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const tileMetres = (2 * halfWorld) / 2 ** z;
  return [((east + halfWorld) / tileMetres - x) * 4096, ((halfWorld - north) / tileMetres - y) * 4096];
}

/** The tiles of a zoom that a box touches, row by row. */
export function tilesOver(z: number, [west, south]: LonLat, [east, north]: LonLat): Tile[] {
  const column = (lon: number): number => Math.floor(inTile([lon, 0], { z, x: 0, y: 0 })[0] / 4096);
  const row = (lat: number): number => Math.floor(inTile([0, lat], { z, x: 0, y: 0 })[1] / 4096);
  const tiles: Tile[] = [];
  for (let y = row(north); y <= row(south); y++) {
    for (let x = column(west); x <= column(east); x++) tiles.push({ z, x, y });
  }
  return tiles;
}
