import type { StyleSpecification } from 'maplibre-gl';
import { areas, land } from './layers/areas.ts';
import { compounds } from './layers/compounds.ts';
import { groups } from './layers/groups.ts';
import { hexagons } from './layers/hexagons.ts';
import { marks } from './layers/marks.ts';
import { roads } from './layers/roads.ts';
import { rooms } from './layers/rooms.ts';
import { routes } from './layers/routes.ts';
import { settlements } from './layers/settlements.ts';
import { stations } from './layers/stations.ts';
import type { MapPart, TileSet } from './map-part.ts';

/** The map's themes, from the ground up. */
export const MAP_PARTS: readonly MapPart[] = [
  land,
  hexagons,
  roads,
  areas,
  groups,
  routes,
  settlements,
  compounds,
  rooms,
  stations,
  marks,
];

/** Above all of them their labels, where a later one has the better claim to a place. */
const LABELLED_PARTS: readonly MapPart[] = [roads, settlements, compounds, rooms, areas, routes, stations];

/** The whole style of a county's map: no glyphs and no sprite, so that nothing is asked for but tiles. */
export function mapStyle(tiles: TileSet): StyleSpecification {
  return {
    version: 8,
    sources: Object.assign({}, ...MAP_PARTS.map(({ sources }) => sources(tiles))),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#e6e8ea' } },
      ...MAP_PARTS.flatMap(({ layers }) => layers),
      ...LABELLED_PARTS.flatMap(({ labels }) => labels),
    ],
  };
}
