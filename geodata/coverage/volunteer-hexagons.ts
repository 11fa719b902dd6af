import type { Settlement } from '../catchment/places.ts';
import { apportion } from '../hexgrid/apportion.ts';
import { type CellResolution, cellAt } from '../hexgrid/cells.ts';
import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import { shareOut } from '../hexgrid/share-out.ts';
import type { VillageUnit } from '../records/county-records.ts';
import { EXACT_ZERO, type ExactSum, numberOf, plusShare } from './exact-sum.ts';
import { type DensityEstimate, densityPrior, estimateDensity, rawDensity } from './volunteer-estimate.ts';
import { postCountOf } from './volunteer-figures.ts';
import { type VolunteerBand, type VolunteerReading, volunteerNeed } from './volunteer-need.ts';

/** What sharing out needs to know of a settlement. */
export type VolunteerSettlement = Pick<Settlement, 'coord' | 'unitCode' | 'households'> & {
  readonly footprint?: MultiPolygonRings | undefined;
};

/**
 * The part of a unit that lies in a cell: of its `posts`, exactly `part / whole`. The parts of a unit add up to its
 * whole.
 */
export interface UnitShare {
  readonly unitCode: string;
  readonly cell: string;
  readonly posts: number;
  readonly part: number;
  readonly whole: number;
  /** Whole households of the unit in the cell; they add up to the unit's. */
  readonly households: number;
}

/** A cell's posts: never where one is, but household shares of the counts of units. */
export interface CellVolunteers {
  readonly cell: string;
  readonly posts: number;
  readonly households: number;
  /** Posts per 100 households. Undefined where no household falls to the cell. */
  readonly rawPer100Households: number | undefined;
  readonly estimate: DensityEstimate | undefined;
  /** The same shares of what rural units have and need; undefined where no rural unit lies in the cell. */
  readonly rural: RuralShare | undefined;
}

export interface RuralShare {
  readonly posts: number;
  readonly least: number;
  readonly most: number;
  /** Decided on the exact fractions. */
  readonly band: VolunteerBand;
}

export interface VolunteerHexagons {
  /** Sorted by cell. */
  readonly cells: readonly CellVolunteers[];
  /** In the order of the units, then by cell: what the cells are made of. */
  readonly shares: readonly UnitShare[];
  /** Units in no cell: they do not report posts, or households, or stand nowhere. */
  readonly unplaced: readonly string[];
}

/**
 * Shares the posts of every unit over cells in proportion to the households of its settlements there; whole to the cell
 * of its committee where no settlement of it gives households. The estimate takes its prior from the county's units and
 * a cell's share as if it were a count, since policy defines neither on cells (DOMAIN.md 1.4).
 */
export function volunteersByHexagon(
  units: readonly VillageUnit[],
  settlements: readonly VolunteerSettlement[],
  resolution: CellResolution,
  reading?: VolunteerReading,
): VolunteerHexagons {
  const bySettlement = settlementsByUnit(settlements);
  const prior = densityPrior(units.flatMap((unit) => postCountOf(unit) ?? []));
  const tallies = new Map<string, Tally>();
  const shares: UnitShare[] = [];
  const unplaced: string[] = [];
  for (const unit of units) {
    const own = sharesOfUnit(unit, bySettlement.get(unit.code) ?? [], resolution);
    if (own.length === 0) unplaced.push(unit.code);
    for (const share of own) {
      shares.push(share);
      tallies.set(share.cell, addShare(tallies.get(share.cell) ?? EMPTY, share, unit, reading));
    }
  }
  const cells = [...tallies.keys()].sort().map((cell): CellVolunteers => {
    const { posts, households, rural } = tallies.get(cell) ?? EMPTY;
    const count = households > 0 ? { posts: numberOf(posts), households } : undefined;
    return {
      cell,
      posts: numberOf(posts),
      households,
      rawPer100Households: count && rawDensity(count),
      estimate: count && prior && estimateDensity(count, prior),
      rural: rural && ruralShare(rural),
    };
  });
  return { cells, shares, unplaced };
}

interface Tally {
  readonly posts: ExactSum;
  readonly households: number;
  readonly rural: RuralSums | undefined;
}

interface RuralSums {
  readonly posts: ExactSum;
  readonly least: ExactSum;
  readonly most: ExactSum;
}

const EMPTY: Tally = { posts: EXACT_ZERO, households: 0, rural: undefined };
const NO_RURAL: RuralSums = { posts: EXACT_ZERO, least: EXACT_ZERO, most: EXACT_ZERO };

function settlementsByUnit(settlements: readonly VolunteerSettlement[]): Map<string, VolunteerSettlement[]> {
  const byUnit = new Map<string, VolunteerSettlement[]>();
  for (const settlement of settlements) {
    if (settlement.unitCode === undefined || !settlement.households) continue;
    byUnit.set(settlement.unitCode, [...(byUnit.get(settlement.unitCode) ?? []), settlement]);
  }
  return byUnit;
}

function sharesOfUnit(
  unit: VillageUnit,
  settlements: readonly VolunteerSettlement[],
  resolution: CellResolution,
): UnitShare[] {
  const count = postCountOf(unit);
  const parts = count && partsOfUnit(unit, settlements, resolution);
  if (!count || !parts) return [];
  const weights = parts.map(({ part }) => part);
  const whole = weights.reduce((sum, part) => sum + part, 0);
  const households = apportion(count.households, weights);
  return parts.map(({ cell, part }, index) => ({
    unitCode: unit.code,
    cell,
    posts: count.posts,
    part,
    whole,
    households: households[index] ?? 0,
  }));
}

function partsOfUnit(
  { coord }: VillageUnit,
  settlements: readonly VolunteerSettlement[],
  resolution: CellResolution,
): { cell: string; part: number }[] | undefined {
  if (settlements.length === 0) return coord && [{ cell: cellAt(coord, resolution), part: 1 }];
  const { cells, households } = shareOut(settlements, resolution, []);
  return cells.map((cell, index) => ({ cell, part: households[index] ?? 0 })).filter(({ part }) => part > 0);
}

function addShare(tally: Tally, share: UnitShare, unit: VillageUnit, reading: VolunteerReading | undefined): Tally {
  const { posts, part, whole } = share;
  const { setting, least, most } = volunteerNeed(unit, reading);
  const rural = tally.rural ?? NO_RURAL;
  return {
    posts: plusShare(tally.posts, posts, part, whole),
    households: tally.households + share.households,
    rural:
      setting === 'rural' && least !== undefined && most !== undefined
        ? {
            posts: plusShare(rural.posts, posts, part, whole),
            least: plusShare(rural.least, least, part, whole),
            most: plusShare(rural.most, most, part, whole),
          }
        : tally.rural,
  };
}

function ruralShare({ posts, least, most }: RuralSums): RuralShare {
  return { posts: numberOf(posts), least: numberOf(least), most: numberOf(most), band: bandOf(posts, least, most) };
}

function bandOf(posts: ExactSum, least: ExactSum, most: ExactSum): VolunteerBand {
  if (isBelow(posts, least)) return 'short';
  return isBelow(most, posts) ? 'over' : 'meets';
}

function isBelow(first: ExactSum, second: ExactSum): boolean {
  return first.numerator * second.denominator < second.numerator * first.denominator;
}
