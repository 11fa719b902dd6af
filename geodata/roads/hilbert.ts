const ORDER = 16;
const SIDE = 1 << ORDER;

/**
 * The order in which points lie along a Hilbert curve over their bounding box: a permutation of
 * indexes, ties by index. Columns laid out in this order keep a bounded search inside few cache
 * lines, so that its cost follows the reach and not the map.
 */
export function hilbertOrder(xs: readonly number[], ys: readonly number[]): Uint32Array {
  const [minX, scaleX] = extent(xs);
  const [minY, scaleY] = extent(ys);
  const keys = Float64Array.from(xs, (x, i) => {
    const position = hilbertPosition(Math.floor((x - minX) * scaleX), Math.floor((ys[i]! - minY) * scaleY));
    return position;
  });
  return Uint32Array.from(xs.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

function extent(values: readonly number[]): [min: number, scale: number] {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max > min ? (SIDE - 1) / (max - min) : 0];
}

/** Distance along the curve of a cell of a 2^16 x 2^16 grid. */
function hilbertPosition(cellX: number, cellY: number): number {
  let x = cellX;
  let y = cellY;
  let position = 0;
  for (let side = SIDE >> 1; side > 0; side >>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    position += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = SIDE - 1 - x;
        y = SIDE - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return position;
}
