import type { Queryable, QueryOptions } from '../db/db.ts';
import type { StoredResolution } from '../db/hexagons.ts';
import type { TileLayer } from '../db/tile-bounds.ts';
import {
  readAreaLabelTile,
  readAreaTile,
  readHexagonTile,
  readRoadTile,
  readSettlementTile,
  type TileRow,
} from '../db/tile-rows.ts';
import { encodeTile } from './encode-tile.ts';
import { roadClassesAt } from './road-zooms.ts';
import { type TileAddress, tileGround } from './tile-address.ts';

/** Below it a county is smaller than a screen, and its natural villages would cover it. */
const ALL_SETTLEMENTS_ZOOM = 9;

export interface TileOptions extends QueryOptions {
  /** Of the hexagons, whatever the zoom, so that colours by cell fit. Default 8. */
  readonly resolution?: StoredResolution;
}

/**
 * One tile of one layer of a version, as MVT: what `tileJson` says of the layer, nothing about people. Nothing there,
 * be it the ground or the version, is no bytes at all. A version that was imported before roads and hexagons were
 * stored (migration 6) has none of them: importing its files again gives them.
 */
export async function countyTile(
  db: Queryable,
  versionId: number,
  layer: TileLayer,
  address: TileAddress,
  options: TileOptions = {},
): Promise<Uint8Array> {
  return encodeTile(await readLayers(db, versionId, layer, address, options), address);
}

/** Rows by the name of the layer inside the tile. */
async function readLayers(
  db: Queryable,
  versionId: number,
  layer: TileLayer,
  address: TileAddress,
  { signal, resolution = 8 }: TileOptions,
): Promise<Record<string, TileRow[]>> {
  const ground = tileGround(address);
  const options = { signal };
  switch (layer) {
    case 'roads':
      return { roads: await readRoadTile(db, versionId, ground, roadClassesAt(address.z), options) };
    case 'areas':
      return {
        areas: await readAreaTile(db, versionId, ground, options),
        'area-labels': await readAreaLabelTile(db, versionId, ground, options),
      };
    case 'settlements': {
      const kinds = address.z < ALL_SETTLEMENTS_ZOOM ? ['administrative'] : ['administrative', 'natural'];
      return { settlements: await readSettlementTile(db, versionId, ground, kinds, options) };
    }
    case 'hexagons':
      return { hexagons: await readHexagonTile(db, versionId, ground, resolution, options) };
  }
}
