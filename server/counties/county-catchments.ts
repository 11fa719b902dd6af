import { COUNTY_SNAP, type CountyPlaces } from '../../geodata/catchment/county-places.ts';
import type { EngineRequest, EngineResponse } from '../../geodata/engine/calls.ts';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { type CellResolution, cellAt, cellCentre } from '../../geodata/hexgrid/cells.ts';
import { type CellShares, shareOut } from '../../geodata/hexgrid/share-out.ts';
import { isAreaWithheld, withheldSettlements } from '../../geodata/small-samples.ts';
import type { ResponseRule } from '../../geodata/travel/two-limit-rule.ts';

/** Stations kept for each settlement and cell: the soonest and who comes next. */
export const NEAREST_STATIONS = 3;

export interface CatchmentChoices {
  readonly rule: ResponseRule;
  readonly resolution: CellResolution;
}

/** A county's catchments, row by row with the places they are about. */
export interface CountyCatchments extends EngineResponse<'catchments'> {
  readonly places: CountyPlaces;
  /** Cells with their households and people; row i of `cells` is about `shares.cells[i]`. */
  readonly shares: CellShares;
  /** One a settlement, and one a cell: figures that no exit may show 样本过小. */
  readonly withheld: { readonly settlements: readonly boolean[]; readonly cells: readonly boolean[] };
}

/** Whatever runs the catchment job: a pool of threads, or an engine on this one. */
export type RunCatchments = (
  request: Omit<EngineRequest<'catchments'>, 'stationRange'>,
) => Promise<EngineResponse<'catchments'>>;

/** Computes a county's catchments: its settlements, and the H3 cells of its area. */
export async function countyCatchments(
  places: CountyPlaces,
  choices: CatchmentChoices,
  run: RunCatchments,
): Promise<CountyCatchments> {
  const areaCells = places.boundary ? cellsOfArea(places.boundary, choices.resolution) : [];
  const shares = shareOut(places.settlements, choices.resolution, areaCells);
  const found = await run({
    stations: places.stations.map((station) => station.coord),
    settlements: places.settlements.map((settlement) => settlement.coord),
    cellCentres: shares.cells.map(cellCentre),
    rule: choices.rule,
    nearest: NEAREST_STATIONS,
    snap: COUNTY_SNAP,
  });
  const withheld = withheldSettlements(places.settlements);
  const cells = withheldCells(places, withheld, shares, choices.resolution);
  return { ...found, places, shares, withheld: { settlements: withheld, cells } };
}

/** Settlements of a county have no footprints: each stands in one cell with all of its people. */
function withheldCells(
  { settlements }: CountyPlaces,
  withheld: readonly boolean[],
  { cells, households, population }: CellShares,
  resolution: CellResolution,
): boolean[] {
  const holding = new Set(settlements.filter((_, i) => withheld[i]).map(({ coord }) => cellAt(coord, resolution)));
  return cells.map((cell, i) =>
    isAreaWithheld({ households: households[i], population: population[i] }, holding.has(cell)),
  );
}
