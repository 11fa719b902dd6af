import type { Investigation, RowContradiction, StatedPoint } from '../../geodata/georeference/investigation.ts';
import { lengthOf, median, offsetMetres } from '../../geodata/georeference/offset.ts';
import { locate, type Reading } from '../../geodata/georeference/readings.ts';
import type { Metres } from '../../geodata/units.ts';

/** A row is no neighbour of its known place from here on. */
const LEAST_ASTRAY_METRES: Metres = 300;
/** How much farther than most rows it must lie, and how near another reading must bring it, in medians of the table. */
const ASTRAY_MEDIANS = 8;
const NEAR_MEDIANS = 2;
/** Another reading must come within this at least, however exact the others are. */
const NEAR_METRES: Metres = 25;

/**
 * The rows of an investigation, and those that stand alone: in a table whose positions agree with their known places,
 * one that lies far off, and which another reading brings there. A mixture of systems takes many rows to be seen; one
 * wrong row beside exact ones takes itself.
 */
export function withLoneRows(
  { verdict, rows, candidates, claimed }: Pick<Investigation, 'verdict' | 'rows' | 'candidates' | 'claimed'>,
  points: readonly StatedPoint[],
): readonly RowContradiction[] {
  if (verdict === 'contradicted') return rows;
  const metresBy = (reading: Reading) => points.map((point) => metresFromKnown(reading, point));
  const asClaimed = metresBy(claimed.reading);
  const usual = median(asClaimed.filter((metres) => metres !== undefined));
  if (usual === undefined) return rows;
  const found = new Set(rows.map(({ index }) => index));
  const astray = Math.max(LEAST_ASTRAY_METRES, ASTRAY_MEDIANS * usual);
  const near = Math.max(NEAR_METRES, NEAR_MEDIANS * usual);
  const alone = asClaimed.flatMap((metres, index): RowContradiction[] => {
    if (metres === undefined || metres < astray || found.has(index)) return [];
    const point = points[index] as StatedPoint;
    const fitting = candidates.find(({ reading }) => (metresFromKnown(reading, point) ?? Infinity) <= near);
    return fitting ? [{ index, reading: fitting.reading, why: 'known-place', odds: 1 }] : [];
  });
  return [...rows, ...alone].sort((a, b) => a.index - b.index);
}

function metresFromKnown(reading: Reading, { x, y, known }: StatedPoint): Metres | undefined {
  const place = known && locate(reading, x, y);
  return known && place ? lengthOf(offsetMetres(known, place)) : undefined;
}
