import type { ExpressionSpecification } from 'maplibre-gl';
import type { MeasureName } from '../address/work-choice.ts';
import type { CoverageCell } from '../api/coverage.ts';

/** A measure of coverage; response times have a scale of their own. */
export type CoverageMeasure = Exclude<MeasureName, 'response'>;

/** Classes of a share of households: none, under half, under four fifths, under all, all. */
export const SHARE_CLASSES = ['zero', 'low', 'middle', 'high', 'all'] as const;
/** Bands of volunteer posts: 不足, 达标, 偏多; `open` where they cannot be told or do not apply. */
export const BAND_CLASSES = ['short', 'meets', 'over', 'open'] as const;
/** The cell's figures are withheld 样本过小. */
export const WITHHELD = 'withheld';

export type CellClass = (typeof SHARE_CLASSES)[number] | (typeof BAND_CLASSES)[number] | typeof WITHHELD;

/** Brown to teal, and orange, green-grey, violet: told apart by colour-blind eyes, and of different lightness. */
export const CLASS_COLOURS: Readonly<Record<CellClass, string>> = {
  zero: '#7a4305',
  low: '#c8913f',
  middle: '#eedfb4',
  high: '#6fbcb1',
  all: '#01665e',
  short: '#b5540b',
  meets: '#a9d3c8',
  over: '#54398a',
  open: '#e3ddd0',
  [WITHHELD]: '#8e959c',
};

const HALF = 0.5;
const FOUR_FIFTHS = 0.8;

/** The classes of a measure, in the order of its legend; cells without anything to measure have none. */
export function classesOf(measure: CoverageMeasure): readonly CellClass[] {
  return measure === 'volunteers' ? [...BAND_CLASSES, WITHHELD] : [...SHARE_CLASSES, WITHHELD];
}

/** The class of a cell; undefined where it has no compound that is due, or no unit. */
export function classOf(cell: CoverageCell, measure: CoverageMeasure): CellClass | undefined {
  if (measure === 'volunteers') {
    if (cell.volunteersSampleTooSmall) return WITHHELD;
    if (!cell.volunteers) return undefined;
    const { band } = cell.volunteers;
    return band === 'short' || band === 'meets' || band === 'over' ? band : 'open';
  }
  if (cell.videoSampleTooSmall) return WITHHELD;
  if (!cell.video || cell.video.due === 0) return undefined;
  const share = cell.video[measure] / cell.video.due;
  if (share === 0) return 'zero';
  if (share < HALF) return 'low';
  if (share < FOUR_FIFTHS) return 'middle';
  return share < 1 ? 'high' : 'all';
}

/** The colour of a feature's class, by its state `class`. */
export const CLASS_EXPRESSION: ExpressionSpecification = [
  'match',
  ['to-string', ['feature-state', 'class']],
  ...(Object.entries(CLASS_COLOURS).flat() as [string, string]),
  'rgba(0,0,0,0)',
];
