import { COUNTY_SNAP, type CountyPlaces } from '../../geodata/catchment/county-places.ts';
import { sharesOfCounty } from '../../geodata/catchment/county-shares.ts';
import type { EngineRequest, EngineResponse } from '../../geodata/engine/calls.ts';
import { type CellResolution, cellAt, cellCentre } from '../../geodata/hexgrid/cells.ts';
import type { CellShares } from '../../geodata/hexgrid/share-out.ts';
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

/**
 * Computes a county's catchments: its settlements, and the H3 cells of its area.
 * @param shares of these places at this resolution, where they are known already: they do not depend on the rule
 */
export async function countyCatchments(
  places: CountyPlaces,
  choices: CatchmentChoices,
  run: RunCatchments,
  shares: CellShares = sharesOfCounty(places, choices.resolution),
): Promise<CountyCatchments> {
  const found = await run(catchmentsRequest(places, shares, choices.rule));
  const withheld = withheldSettlements(places.settlements);
  const cells = withheldCells(places, withheld, shares, choices.resolution);
  return { ...found, places, shares, withheld: { settlements: withheld, cells } };
}

/** The catchment job of a county: all of its stations, settlements and cells. */
export function catchmentsRequest(
  { stations, settlements }: CountyPlaces,
  { cells }: CellShares,
  rule: ResponseRule,
): EngineRequest<'catchments'> {
  return {
    stations: stations.map(({ coord }) => coord),
    settlements: settlements.map(({ coord }) => coord),
    cellCentres: cells.map(cellCentre),
    rule,
    nearest: NEAREST_STATIONS,
    snap: COUNTY_SNAP,
  };
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
