import type { Settlement } from '../catchment/places.ts';
import { type CellResolution, cellAt } from '../hexgrid/cells.ts';
import type { CountyRecords, VideoDevice } from '../records/county-records.ts';
import type { ShownRecords } from '../records/shown-records.ts';
import { isAreaWithheld, LEAST_POSTS } from '../small-samples.ts';
import { deviceGround } from './device-ground.ts';
import { type CellVideo, equippedHouseholds, networkedHouseholds, videoByHexagon } from './video-hexagons.ts';
import type { EquippedReading } from './video-rates.ts';
import type { DensityEstimate } from './volunteer-estimate.ts';
import { type CellVolunteers, volunteersByHexagon } from './volunteer-hexagons.ts';
import type { VolunteerBand, VolunteerReading } from './volunteer-need.ts';

/** What coverage by hexagon is made of: records as they are shown, and devices, of which nothing but areas comes out. */
export interface CoverageHexagonsInput {
  readonly shown: Pick<ShownRecords<Settlement>, 'settlements' | 'units' | 'compounds' | 'withheld'>;
  readonly devices: readonly VideoDevice[];
  readonly resolution: CellResolution;
  readonly equipped: EquippedReading;
  readonly volunteers: VolunteerReading;
}

/** Whole households that live in compounds: those due, of these in equipped ones, of these in networked ones. */
export interface VideoHouseholds {
  readonly due: number;
  readonly equipped: number;
  readonly networked: number;
  /** Compounds due that do not say their households, or whose households are withheld. */
  readonly unknownCompounds: number;
}

/** The posts of a cell as they may leave: a density and a band, never the posts. */
export interface VolunteerDensity {
  readonly households: number;
  readonly rawPer100Households: number | undefined;
  readonly estimate: DensityEstimate | undefined;
  /** Of its share of rural units; undefined where it has none. */
  readonly band: VolunteerBand | undefined;
}

/** A cell of which anything is known. Each part is undefined where the cell has none of it, or may not show it. */
export interface CoverageCell {
  readonly cell: string;
  readonly video: VideoHouseholds | undefined;
  /** Few households live in its compounds, or one of them is withheld 样本过小. */
  readonly videoWithheld: boolean;
  readonly volunteers: VolunteerDensity | undefined;
  /** Few households or posts, or it holds a withheld unit or settlement. */
  readonly volunteersWithheld: boolean;
  /** Ground of compounds that devices look over, of all of it in the cell, 0 to 1. */
  readonly watchedShare: number | undefined;
}

export interface CoverageHexagons {
  /** Sorted by id. */
  readonly cells: readonly CoverageCell[];
  /** All compounds together; cells, withheld ones included, and `unplaced` add up to it exactly. */
  readonly county: VideoHouseholds;
  /** Compounds that are in no cell. */
  readonly unplaced: VideoHouseholds;
  /** Units that are in no cell: without posts, households or place, or withheld. */
  readonly unplacedUnits: number;
}

/** Coverage of every cell that has compounds, units or watched ground: sums of what is shown, withheld where few. */
export function coverageHexagons(input: CoverageHexagonsInput): CoverageHexagons {
  const { shown, devices, resolution, equipped } = input;
  const video = videoByHexagon(shown.compounds, resolution);
  const volunteers = volunteersByHexagon(shown.units, shown.settlements, resolution, input.volunteers);
  const videoOf = new Map(video.cells.map((cell) => [cell.cell, cell]));
  const volunteersOf = new Map(volunteers.cells.map((cell) => [cell.cell, cell]));
  const sharesOf = watchedShares(shown.compounds, devices, resolution);
  const [hiddenVideo, hiddenUnits] = [cellsOfWithheldCompounds(input), cellsOfWithheldUnits(input)];
  const ids = new Set([
    ...[...videoOf.keys(), ...volunteersOf.keys(), ...sharesOf.keys()],
    ...[...hiddenVideo, ...hiddenUnits],
  ]);
  const households = (cell: Omit<CellVideo, 'cell'>) => videoHouseholds(cell, equipped);
  const whole = videoByHexagon(
    shown.compounds.map(({ coord: _, area: __, ...compound }) => compound),
    resolution,
  );
  return {
    cells: [...ids].sort().map((cell): CoverageCell => {
      const ofVideo = videoOf.get(cell);
      const ofPosts = volunteersOf.get(cell);
      const counted = ofVideo && households(ofVideo);
      const videoWithheld = isAreaWithheld({ households: counted?.due }, hiddenVideo.has(cell));
      const volunteersWithheld = isDensityWithheld(ofPosts, hiddenUnits.has(cell));
      return {
        cell,
        video: videoWithheld ? undefined : counted,
        videoWithheld,
        volunteers: volunteersWithheld ? undefined : ofPosts && densityOf(ofPosts),
        volunteersWithheld,
        watchedShare: sharesOf.get(cell),
      };
    }),
    county: households(whole.unplaced),
    unplaced: households(video.unplaced),
    unplacedUnits: volunteers.unplaced.length,
  };
}

function videoHouseholds(cell: Omit<CellVideo, 'cell'>, reading: EquippedReading): VideoHouseholds {
  const { numerator: equipped, denominator: due } = equippedHouseholds(cell, reading).ratio;
  const networked = networkedHouseholds(cell, reading).ratio.numerator;
  return { due, equipped, networked, unknownCompounds: cell.unknownHouseholds.due ?? 0 };
}

function densityOf({ households, rawPer100Households, estimate, rural }: CellVolunteers): VolunteerDensity {
  return { households, rawPer100Households, estimate, band: rural?.band };
}

function isDensityWithheld(cell: CellVolunteers | undefined, holdsWithheld: boolean): boolean {
  const fewPosts = cell !== undefined && cell.posts > 0 && cell.posts < LEAST_POSTS;
  return fewPosts || isAreaWithheld({ households: cell?.households }, holdsWithheld);
}

function cellsOfWithheldCompounds({ shown, resolution }: CoverageHexagonsInput): Set<string> {
  const hidden = shown.compounds.filter((_, index) => shown.withheld.compounds[index]);
  return new Set(videoByHexagon(hidden, resolution).cells.map(({ cell }) => cell));
}

/** Where withheld settlements stand, all settlements of withheld units, and the committees of these. */
function cellsOfWithheldUnits({ shown, resolution }: CoverageHexagonsInput): Set<string> {
  const hidden = shown.units.filter((_, index) => shown.withheld.units[index]);
  const codes = new Set(hidden.map(({ code }) => code));
  const settlements = shown.settlements.filter(
    ({ unitCode }, index) => shown.withheld.settlements[index] || (unitCode !== undefined && codes.has(unitCode)),
  );
  const coords = [...settlements, ...hidden].flatMap(({ coord }) => (coord ? [coord] : []));
  return new Set(coords.map((coord) => cellAt(coord, resolution)));
}

/** Of cells with surveyed ground of compounds, where devices are loaded at all. */
function watchedShares(
  compounds: CountyRecords['compounds'],
  devices: readonly VideoDevice[],
  resolution: CellResolution,
): Map<string, number> {
  if (devices.length === 0) return new Map();
  const grounds = deviceGround(
    devices,
    compounds.flatMap(({ area }) => (area ? [area] : [])),
    resolution,
  );
  return new Map(
    grounds.map(({ cell, builtUpSquareMetres, watchedSquareMetres }) => [
      cell,
      watchedSquareMetres / builtUpSquareMetres,
    ]),
  );
}
