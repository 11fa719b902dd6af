import type { LonLat } from '../units.ts';
import { apportion } from './apportion.ts';
import { cellsOfArea } from './area-cells.ts';
import { type CellResolution, cellAt, checkCells } from './cells.ts';
import { clipAreaToCell } from './clip.ts';
import type { MultiPolygonRings } from './polygon.ts';

const WEIGHTS_PER_SQUARE_METRE = 10_000;

/** What sharing out needs to know of a settlement. Numbers are whole; an absent one is unknown, which is not zero. */
export interface SharedSettlement {
  readonly coord: LonLat;
  readonly households?: number | undefined;
  readonly population?: number | undefined;
  /** The ground its people live on, where known: see `matchFootprints`. */
  readonly footprint?: MultiPolygonRings | undefined;
}

/** Columns over `cells`, one entry a cell. Sums over cells equal sums over settlements exactly. */
export interface CellShares {
  /** Cell ids, sorted: those of the area, and those outside it that received people or an unknown number. */
  readonly cells: readonly string[];
  /** 1 where the cell is not in the area that was asked for, 0 elsewhere. */
  readonly outsideArea: Uint8Array;
  /** Whole households. */
  readonly households: Float64Array;
  /** Whole people. */
  readonly population: Float64Array;
  /**
   * Settlements that stand in the cell and whose households are not known: the cell's figure is then a lower
   * bound.
   */
  readonly unknownHouseholdsByCell: Int32Array;
  readonly unknownPopulationByCell: Int32Array;
  /** Settlements whose households are not known; none of them is in `households`. */
  readonly unknownHouseholds: number;
  readonly unknownPopulation: number;
}

/**
 * Shares the households and people of settlements out to H3 cells, in whole numbers (dasymetric mapping). A
 * settlement with a footprint is spread by the area of footprint in each cell, to the square centimetre, with
 * ties to the lower cell id; one without, or with a footprint of no area, goes whole to the cell it stands in.
 * Each settlement is shared out on its own: adding one never moves another's people, and the order of
 * settlements does not matter.
 *
 * Throws where an area cell is of another resolution, or a number of households or people is negative or not
 * whole.
 */
export function shareOut(
  settlements: readonly SharedSettlement[],
  resolution: CellResolution,
  areaCells: readonly string[],
): CellShares {
  checkCells(areaCells, resolution);
  const grounds = settlements.map((settlement) => groundOf(settlement, resolution));
  const households = tallyOf(
    grounds,
    settlements.map((settlement) => settlement.households),
  );
  const population = tallyOf(
    grounds,
    settlements.map((settlement) => settlement.population),
  );
  const area = new Set(areaCells);
  const reached = [households, population].flatMap((tally) => [...tally.known.keys(), ...tally.unknown.keys()]);
  const cells = [...new Set([...areaCells, ...reached])].sort();
  return {
    cells,
    outsideArea: Uint8Array.from(cells, (cell) => (area.has(cell) ? 0 : 1)),
    households: Float64Array.from(cells, (cell) => households.known.get(cell) ?? 0),
    population: Float64Array.from(cells, (cell) => population.known.get(cell) ?? 0),
    unknownHouseholdsByCell: Int32Array.from(cells, (cell) => households.unknown.get(cell) ?? 0),
    unknownPopulationByCell: Int32Array.from(cells, (cell) => population.unknown.get(cell) ?? 0),
    unknownHouseholds: households.unknownCount,
    unknownPopulation: population.unknownCount,
  };
}

/** Where a settlement's people live: cells in order of id, each with its whole square centimetres of footprint. */
interface Ground {
  readonly home: string;
  readonly cells: readonly string[];
  readonly weights: readonly number[];
}

function groundOf(settlement: SharedSettlement, resolution: CellResolution): Ground {
  const home = cellAt(settlement.coord, resolution);
  const footprint = settlement.footprint ?? [];
  const cells = cellsOfArea(footprint, resolution);
  const weights = cells.map((cell) => Math.round(clipAreaToCell(footprint, cell) * WEIGHTS_PER_SQUARE_METRE));
  if (!weights.some((weight) => weight > 0)) return { home, cells: [home], weights: [1] };
  return { home, cells, weights };
}

interface Tally {
  readonly known: ReadonlyMap<string, number>;
  readonly unknown: ReadonlyMap<string, number>;
  readonly unknownCount: number;
}

function tallyOf(grounds: readonly Ground[], totals: readonly (number | undefined)[]): Tally {
  const known = new Map<string, number>();
  const unknown = new Map<string, number>();
  let unknownCount = 0;
  grounds.forEach((ground, index) => {
    const total = totals[index];
    if (total === undefined) {
      add(unknown, ground.home, 1);
      unknownCount++;
      return;
    }
    const shares = apportion(total, ground.weights);
    ground.cells.forEach((cell, position) => {
      add(known, cell, shares[position] as number);
    });
  });
  return { known, unknown, unknownCount };
}

function add(sums: Map<string, number>, cell: string, amount: number): void {
  if (amount > 0) sums.set(cell, (sums.get(cell) ?? 0) + amount);
}
