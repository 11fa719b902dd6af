import type { TileLayer } from '../db/tile-bounds.ts';
import type { LonLatBox } from '../db/tile-rows.ts';

/** A layer inside the tiles; every field is a text. */
export interface VectorLayer {
  readonly id: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a map must know to ask for tiles: TileJSON 3.0.0. */
export interface TileJson {
  readonly tilejson: '3.0.0';
  readonly name: TileLayer;
  /** One address, with {z}, {x} and {y}. */
  readonly tiles: readonly [string];
  readonly vector_layers: readonly VectorLayer[];
  /** Degrees; absent where the layer has nothing. */
  readonly bounds?: readonly [west: number, south: number, east: number, north: number];
  readonly minzoom: number;
  readonly maxzoom: number;
  /** To be shown on the map. */
  readonly attribution?: string;
}

/** A unit is half a metre there; beyond, the map enlarges these tiles and loses nothing that is known. */
const DEEPEST_USEFUL_ZOOM = 14;

type LayerFacts = Pick<TileJson, 'vector_layers' | 'minzoom' | 'attribution'>;

const AREA_FIELDS = { kind: 'county or township', id: 'Division code, or the id of the import', name: 'Name' };

const FACTS: Readonly<Record<TileLayer, LayerFacts>> = {
  roads: {
    vector_layers: [
      {
        id: 'roads',
        description: 'Each piece of road once; classes below primary from zoom 9 to 12 on',
        fields: { class: "OSM's class of road", name: 'Name, where known', ref: 'Number, where known' },
      },
    ],
    minzoom: 5,
    attribution: '© OpenStreetMap contributors',
  },
  areas: {
    vector_layers: [
      { id: 'areas', description: 'The county and its townships', fields: AREA_FIELDS },
      { id: 'area-labels', description: 'A point inside each of them, in one tile of a zoom', fields: AREA_FIELDS },
    ],
    minzoom: 0,
  },
  settlements: {
    vector_layers: [
      {
        id: 'settlements',
        description: 'Settlements; the natural ones from zoom 9 on',
        fields: { id: 'Id of the import', name: 'Name', kind: 'administrative or natural' },
      },
    ],
    minzoom: 6,
  },
  hexagons: {
    vector_layers: [{ id: 'hexagons', description: 'H3 cells of the county', fields: { cell: "H3's id of the cell" } }],
    minzoom: 6,
  },
};

/**
 * The TileJSON of a layer.
 * @param url where its tiles are, with {z}, {x} and {y}
 * @param bounds of `layerBounds`: tiles outside are not asked for
 */
export function tileJson(layer: TileLayer, url: string, bounds?: LonLatBox): TileJson {
  return {
    tilejson: '3.0.0',
    name: layer,
    tiles: [url],
    ...FACTS[layer],
    ...(bounds && { bounds: [bounds.west, bounds.south, bounds.east, bounds.north] }),
    maxzoom: DEEPEST_USEFUL_ZOOM,
  };
}
