import { MICRODEGREES_PER_DEGREE, type MicroDegrees } from '../units.ts';

const LEAST_STEP_DEGREES = 1e-4;

/** Values at the nodes of a regular grid in degrees, WGS 84. Nodes are points: there is no pixel area around them. */
export interface ContourRaster {
  readonly columns: number;
  readonly rows: number;
  /** Degrees, of the first column. */
  readonly west: number;
  /** Degrees, of the first row. */
  readonly south: number;
  /** Degrees between columns, from 0.0001 (`contourPolygons` says why). */
  readonly stepLon: number;
  /** Degrees between rows, from 0.0001. */
  readonly stepLat: number;
  /** `columns * rows` values, row after row from the south, each from the west. Infinity: never reached. */
  readonly values: Float32Array;
}

/**
 * A raster within a frame of nodes that are never reached, so that every ring closes. Node `n` stands at column
 * `n % width`, row `floor(n / width)`; its edge to the east is `2n`, its edge to the north `2n + 1`.
 */
export interface ContourGrid {
  readonly width: number;
  readonly height: number;
  /** One per node; Infinity on the frame. */
  readonly values: Float32Array;
  /** Whole microdegrees, `width` of them. */
  readonly lonOfColumn: Int32Array;
  /** Whole microdegrees, `height` of them. */
  readonly latOfRow: Int32Array;
}

/** Frames a raster and rounds its grid lines to whole microdegrees. Throws where the raster is not one. */
export function contourGrid(raster: ContourRaster): ContourGrid {
  checkRaster(raster);
  const { columns, rows } = raster;
  const width = columns + 2;
  const height = rows + 2;
  const values = new Float32Array(width * height).fill(Infinity);
  for (let row = 0; row < rows; row++) {
    values.set(raster.values.subarray(row * columns, (row + 1) * columns), (row + 1) * width + 1);
  }
  return {
    width,
    height,
    values,
    lonOfColumn: gridLines(raster.west, raster.stepLon, width),
    latOfRow: gridLines(raster.south, raster.stepLat, height),
  };
}

function gridLines(first: number, step: number, count: number): Int32Array {
  const lines = new Int32Array(count);
  for (let i = 0; i < count; i++) lines[i] = microDegrees(first + (i - 1) * step);
  return lines;
}

function microDegrees(degrees: number): MicroDegrees {
  return Math.round(degrees * MICRODEGREES_PER_DEGREE);
}

function checkRaster({ columns, rows, west, south, stepLon, stepLat, values }: ContourRaster): void {
  if (!Number.isInteger(columns) || !Number.isInteger(rows) || columns < 1 || rows < 1) {
    throw new Error(`A raster of ${columns} x ${rows} nodes has no shape.`);
  }
  if (values.length !== columns * rows) {
    throw new Error(`A raster of ${columns} x ${rows} nodes came with ${values.length} values.`);
  }
  if (!(stepLon >= LEAST_STEP_DEGREES && stepLat >= LEAST_STEP_DEGREES)) {
    throw new Error(`Raster steps of ${stepLon} x ${stepLat} degrees are below ${LEAST_STEP_DEGREES}.`);
  }
  const east = west + columns * stepLon;
  const north = south + rows * stepLat;
  if (!(west - stepLon >= -360 && east <= 360 && south - stepLat >= -180 && north <= 180)) {
    throw new Error(`A raster from ${west}, ${south} to ${east}, ${north} is not on the globe.`);
  }
}
