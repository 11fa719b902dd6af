import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import type { Metres } from '../units.ts';
import type { Settlement, Station } from './places.ts';

/** Beyond this a settlement, station or cell centre is reported as off the road, not joined to it. */
export const SNAP_LIMIT_METRES: Metres = 5000;

/** How a county's places and hexagons are joined to the road: never to motorways, slip roads or ferries. */
export const COUNTY_SNAP = { limitMetres: SNAP_LIMIT_METRES, joinableOnly: true } as const;

/** A county's places: what catchments and groups are computed for. */
export interface CountyPlaces {
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  /** Without one there are only the cells that settlements stand in. */
  readonly boundary: MultiPolygonRings | undefined;
}
