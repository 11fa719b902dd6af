import { describe, expect, it } from 'vitest';
import type { AboutView } from '../../../../server/api/contract/about.ts';
import { matrixText } from '../../../../server/api/views/matrix-text.ts';
import type { SnappedPoint } from '../../../../server/routing/travel-times.ts';
import { mulberry32 } from '../../../oracles/random.ts';

const ABOUT = { profile: 'car', note: '”\n' } as unknown as AboutView;

function pointView(point: SnappedPoint | undefined): object | null {
  return point ? { coord: point.coord } : null;
}

/** A matrix of whole tenths, some cells of which no road reaches. */
function randomMatrix(rows: number, columns: number) {
  const random = mulberry32(rows + columns);
  const cells = () =>
    Float64Array.from({ length: rows * columns }, () =>
      random() < 0.1 ? Number.NaN : Math.floor(random() * 30_000) / 10,
    );
  const points = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      i % 3 === 1 ? undefined : { coord: [117 + i / 8, 32] as const, metres: 12.3 },
    );
  const provenance = { engine: 'embedded', profile: 'car', source: '' } as const;
  return { seconds: cells(), metres: cells(), sources: points(rows), targets: points(columns), provenance };
}

describe('matrixText', () => {
  it.each([
    [1, 1],
    [1, 5000],
    [5000, 1],
    [2, 4001],
    [130, 170],
  ])('of %i x %i is the JSON of its rows, NaN as null, in short pieces', (rows, columns) => {
    const matrix = randomMatrix(rows, columns);
    const pieces = [...matrixText(ABOUT, matrix, pointView)];
    const rowsOf = (cells: Float64Array) =>
      Array.from({ length: rows }, (_, row) =>
        Array.from(cells.subarray(row * columns, (row + 1) * columns), (cell) => (Number.isNaN(cell) ? null : cell)),
      );
    expect(pieces.join('')).toBe(
      JSON.stringify({
        about: ABOUT,
        seconds: rowsOf(matrix.seconds),
        metres: rowsOf(matrix.metres),
        sources: matrix.sources.map(pointView),
        targets: matrix.targets.map(pointView),
      }),
    );
    const cellsIn = (piece: string): number => piece.split(',').length;
    for (const piece of pieces.slice(1, -1)) expect(cellsIn(piece)).toBeLessThanOrEqual(Math.max(4001, columns + 1));
  });
});
