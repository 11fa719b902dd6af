import { cosine } from '../portable-math.ts';
import type { MicroDegrees } from '../units.ts';

/** Cells, row by row from the south-west, with the segments that pass through each: CSR. */
export interface SnapGrid {
  readonly westE6: MicroDegrees;
  readonly southE6: MicroDegrees;
  /** Width and height of a cell, microdegrees. */
  readonly cellLonE6: MicroDegrees;
  readonly cellLatE6: MicroDegrees;
  readonly columns: number;
  readonly rows: number;
  readonly offset: Uint32Array;
  /** A segment is named by the index of its first point. */
  readonly segment: Uint32Array;
}

/** Ground side of a cell where roads are spread evenly: about one segment's length. */
const SEGMENTS_PER_CELL = 1.5;
const MIN_CELL_E6 = 500;

/**
 * Indexes the segments of all roads by a uniform grid.
 * @param roadPointOffset CSR of roads over points
 */
export function buildSnapGrid(roadPointOffset: Uint32Array, lonE6: Int32Array, latE6: Int32Array): SnapGrid {
  const [west, east] = range(lonE6);
  const [south, north] = range(latE6);
  const segmentCount = lonE6.length - (roadPointOffset.length - 1);
  const cosLat = cosine((((south + north) / 2) * Math.PI) / 180e6);
  const area = Math.max(1, (east - west) * cosLat) * Math.max(1, north - south);
  const side = Math.max(MIN_CELL_E6, Math.sqrt((area * SEGMENTS_PER_CELL) / Math.max(1, segmentCount)));
  const cellLatE6 = Math.ceil(side);
  const cellLonE6 = Math.ceil(side / cosLat);
  const columns = Math.floor((east - west) / cellLonE6) + 1;
  const rows = Math.floor((north - south) / cellLatE6) + 1;
  const shape = { westE6: west, southE6: south, cellLonE6, cellLatE6, columns, rows };

  const offset = new Uint32Array(columns * rows + 1);
  const eachCell = (visit: (cell: number, segment: number) => void): void => {
    for (let road = 0; road + 1 < roadPointOffset.length; road++) {
      for (let point = roadPointOffset[road]!; point + 1 < roadPointOffset[road + 1]!; point++) {
        cellsOfSegment(shape, lonE6[point]!, latE6[point]!, lonE6[point + 1]!, latE6[point + 1]!, (cell) =>
          visit(cell, point),
        );
      }
    }
  };
  eachCell((cell) => {
    offset[cell + 1]!++;
  });
  for (let cell = 0; cell < columns * rows; cell++) offset[cell + 1]! += offset[cell]!;
  const fill = offset.slice();
  const segment = new Uint32Array(offset[columns * rows]!);
  eachCell((cell, point) => {
    segment[fill[cell]!++] = point;
  });
  return { ...shape, offset, segment };
}

type GridShape = Omit<SnapGrid, 'offset' | 'segment'>;

/** Visits the cells that a segment passes through, row by row. */
function cellsOfSegment(
  grid: GridShape,
  lonA: number,
  latA: number,
  lonB: number,
  latB: number,
  visit: (cell: number) => void,
): void {
  const xA = (lonA - grid.westE6) / grid.cellLonE6;
  const yA = (latA - grid.southE6) / grid.cellLatE6;
  const xB = (lonB - grid.westE6) / grid.cellLonE6;
  const yB = (latB - grid.southE6) / grid.cellLatE6;
  const firstRow = Math.floor(Math.min(yA, yB));
  const lastRow = Math.floor(Math.max(yA, yB));
  for (let row = firstRow; row <= lastRow; row++) {
    const xAtBottom = xAt(xA, yA, xB, yB, row);
    const xAtTop = xAt(xA, yA, xB, yB, row + 1);
    const from = Math.floor(Math.min(xAtBottom, xAtTop));
    const to = Math.floor(Math.max(xAtBottom, xAtTop));
    for (let column = from; column <= to; column++) visit(row * grid.columns + column);
  }
}

/** x of the segment at height y, held within the segment. */
function xAt(xA: number, yA: number, xB: number, yB: number, y: number): number {
  if (yA === yB) return y <= yA ? xA : xB;
  const part = Math.min(1, Math.max(0, (y - yA) / (yB - yA)));
  return xA + (xB - xA) * part;
}

function range(values: Int32Array): [min: number, max: number] {
  let min = values[0] ?? 0;
  let max = min;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}
