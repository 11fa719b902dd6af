import type { CellResolution } from '../hexgrid/cells.ts';
import { type SharedSettlement, shareOut } from '../hexgrid/share-out.ts';
import type { Compound } from '../records/county-records.ts';
import type { LonLat } from '../units.ts';
import {
  classesOf,
  EQUIPPED_CLASSES,
  type EquippedReading,
  NETWORKED_CLASSES,
  type RateDenominator,
  type Ratio,
  ratio,
  type VideoClass,
} from './video-rates.ts';

/** Whole numbers by class of compound; a class that is absent has none. */
export type ByVideoClass = Readonly<Partial<Record<VideoClass, number>>>;

/** The households that live in a cell's compounds. */
export interface CellVideo {
  /** H3 id. */
  readonly cell: string;
  /** Whole households by the class of compound they live in. */
  readonly households: ByVideoClass;
  /** Compounds that stand in the cell and do not say their households, by class. */
  readonly unknownHouseholds: ByVideoClass;
}

/** A county's compounds by cell. For every class the cells' figures and `unplaced` add up to the county's exactly. */
export interface VideoHexagons {
  /** Cells with compounds, sorted by id. */
  readonly cells: readonly CellVideo[];
  /** Compounds with neither a point nor an area: they are in no cell. */
  readonly unplaced: Omit<CellVideo, 'cell'> & { readonly compoundIds: readonly string[] };
}

/** A share of a cell's households, its denominator named. */
export interface HouseholdRate {
  readonly ratio: Ratio;
  readonly denominator: RateDenominator;
}

/**
 * Shares the households of compounds out to cells: by the area of the compound's ground in each cell, in whole
 * households that add up to the compound's, or whole to the cell of its point where it has no ground. Each compound is
 * shared out once, whatever it counts as, so a cell's numerators lie within its denominators.
 */
export function videoByHexagon(compounds: readonly Compound[], resolution: CellResolution): VideoHexagons {
  const cells = new Map<string, Tally>();
  const unplaced = emptyTally();
  const compoundIds: string[] = [];
  for (const compound of compounds) {
    const classes = classesOf(compound);
    const settlement = settlementOf(compound);
    if (!settlement) {
      compoundIds.push(compound.id);
      count(unplaced, classes, compound.households ?? 0, compound.households === undefined ? 1 : 0);
      continue;
    }
    const shares = shareOut([settlement], resolution, []);
    shares.cells.forEach((cell, index) => {
      const tally = cells.get(cell) ?? emptyTally();
      cells.set(cell, tally);
      count(tally, classes, shares.households[index] ?? 0, shares.unknownHouseholdsByCell[index] ?? 0);
    });
  }
  const sorted = [...cells.keys()].sort();
  return {
    cells: sorted.map((cell) => ({ cell, ...(cells.get(cell) ?? emptyTally()) })),
    unplaced: { ...unplaced, compoundIds },
  };
}

/** Share of the households of compounds that are due who live in equipped ones. */
export function equippedHouseholds(
  cell: Omit<CellVideo, 'cell'>,
  reading: EquippedReading = 'accepted',
): HouseholdRate {
  return { ratio: ratio(sumOf(cell, EQUIPPED_CLASSES[reading]), sumOf(cell, ['due'])), denominator: 'due' };
}

/** Share of the households of compounds that are due, or of equipped ones, who live in networked compounds. */
export function networkedHouseholds(
  cell: Omit<CellVideo, 'cell'>,
  reading: EquippedReading = 'accepted',
  over: 'equipped' | 'due' = 'due',
): HouseholdRate {
  const networked = sumOf(cell, NETWORKED_CLASSES[reading]);
  if (over === 'due') return { ratio: ratio(networked, sumOf(cell, ['due'])), denominator: 'due' };
  return { ratio: ratio(networked, sumOf(cell, EQUIPPED_CLASSES[reading])), denominator: reading };
}

interface Tally {
  readonly households: Partial<Record<VideoClass, number>>;
  readonly unknownHouseholds: Partial<Record<VideoClass, number>>;
}

function emptyTally(): Tally {
  return { households: {}, unknownHouseholds: {} };
}

function count(tally: Tally, classes: readonly VideoClass[], households: number, unknown: number): void {
  for (const name of classes) {
    tally.households[name] = (tally.households[name] ?? 0) + households;
    tally.unknownHouseholds[name] = (tally.unknownHouseholds[name] ?? 0) + unknown;
  }
}

/** A compound as sharing out takes it. One with ground alone stands at the first corner of it. */
function settlementOf({ coord, area, households }: Compound): SharedSettlement | undefined {
  const place: LonLat | undefined = coord ?? area?.[0]?.[0]?.[0];
  return place && { coord: place, households, footprint: area };
}

function sumOf({ households }: Omit<CellVideo, 'cell'>, classes: readonly VideoClass[]): number {
  return classes.reduce((sum, name) => sum + (households[name] ?? 0), 0);
}
