import { cellsOfArea } from '../hexgrid/area-cells.ts';
import type { CellResolution } from '../hexgrid/cells.ts';
import { type CellShares, shareOut } from '../hexgrid/share-out.ts';
import type { CountyPlaces } from './county-places.ts';

/** A county's households and people by cell: of its area, and of the cells that settlements stand in. */
export function sharesOfCounty({ settlements, boundary }: CountyPlaces, resolution: CellResolution): CellShares {
  return shareOut(settlements, resolution, boundary ? cellsOfArea(boundary, resolution) : []);
}
