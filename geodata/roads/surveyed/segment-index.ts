import { buildSnapGrid, type SnapGrid } from '../snap-grid.ts';
import type { PlanLine } from './plan-lines.ts';

/** Cells are laid over whole microdegrees: a box is widened by what rounding may hide. */
const ROUNDING_E6 = 2;

/**
 * Straight pieces of lines by place, in a uniform grid. A piece is numbered by its first point, points being counted
 * through all lines.
 */
export class SegmentIndex {
  /** Line of each point. */
  readonly lineOf: Uint32Array;
  /** First point of each line, and their count at the end. */
  readonly pointOffset: Uint32Array;
  private readonly grid: SnapGrid;
  private readonly stamp: Uint32Array;
  private stampNow = 0;

  constructor(lines: readonly PlanLine[]) {
    this.pointOffset = new Uint32Array(lines.length + 1);
    lines.forEach(({ lonE7 }, i) => {
      this.pointOffset[i + 1] = this.pointOffset[i]! + lonE7.length;
    });
    const count = this.pointOffset[lines.length]!;
    this.lineOf = new Uint32Array(count);
    const lonE6 = new Int32Array(count);
    const latE6 = new Int32Array(count);
    lines.forEach((line, i) => {
      for (let vertex = 0; vertex < line.lonE7.length; vertex++) {
        const point = this.pointOffset[i]! + vertex;
        this.lineOf[point] = i;
        lonE6[point] = Math.round(line.lonE7[vertex]! / 10);
        latE6[point] = Math.round(line.latE7[vertex]! / 10);
      }
    });
    this.grid = buildSnapGrid(this.pointOffset, lonE6, latE6);
    this.stamp = new Uint32Array(count);
  }

  /** Visits every piece that may reach into a box, once; some that do not may be among them. 1e-7 degrees. */
  each(westE7: number, southE7: number, eastE7: number, northE7: number, visit: (piece: number) => void): void {
    const { westE6, southE6, cellLonE6, cellLatE6, columns, rows, offset, segment } = this.grid;
    const cellOf = (valueE7: number, widen: number, origin: number, size: number): number =>
      Math.floor((valueE7 / 10 + widen - origin) / size);
    const firstColumn = Math.max(0, cellOf(westE7, -ROUNDING_E6, westE6, cellLonE6));
    const lastColumn = Math.min(columns - 1, cellOf(eastE7, ROUNDING_E6, westE6, cellLonE6));
    const firstRow = Math.max(0, cellOf(southE7, -ROUNDING_E6, southE6, cellLatE6));
    const lastRow = Math.min(rows - 1, cellOf(northE7, ROUNDING_E6, southE6, cellLatE6));
    const now = ++this.stampNow;
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = row * columns + column;
        for (let i = offset[cell]!; i < offset[cell + 1]!; i++) {
          const piece = segment[i]!;
          if (this.stamp[piece] === now) continue;
          this.stamp[piece] = now;
          visit(piece);
        }
      }
    }
  }
}
