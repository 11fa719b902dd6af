import type { MatrixAnswer as Matrix, SnappedPoint } from '../../routing/travel-times.ts';
import type { AboutView } from '../contract/about.ts';

/** Cells that are written before others get their turn: some 20 KB, in about a millisecond. */
const CELLS_AT_A_TIME = 4000;

/**
 * A matrix as JSON, in pieces to be sent one after another: the largest, of 1,000,000 cells, is 13 MB, and at once
 * would keep the thread from everybody else for more than a second.
 */
export function* matrixText(
  about: AboutView,
  { seconds, metres, sources, targets }: Matrix,
  pointView: (point: SnappedPoint | undefined) => object | null,
): Generator<string> {
  yield `{"about":${JSON.stringify(about)},"seconds":[`;
  yield* rowsText(seconds, targets.length);
  yield '],"metres":[';
  yield* rowsText(metres, targets.length);
  yield `],"sources":${JSON.stringify(sources.map(pointView))},"targets":${JSON.stringify(targets.map(pointView))}}`;
}

function* rowsText(cells: Float64Array, columns: number): Generator<string> {
  const rowsAtATime = Math.max(1, Math.floor(CELLS_AT_A_TIME / columns));
  for (let first = 0; first < cells.length; first += rowsAtATime * columns) {
    const rows: string[] = [];
    for (let row = first; row < Math.min(first + rowsAtATime * columns, cells.length); row += columns) {
      rows.push(JSON.stringify(Array.from(cells.subarray(row, row + columns), tenthOrNull)));
    }
    yield (first === 0 ? '' : ',') + rows.join();
  }
}

function tenthOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 10) / 10;
}
