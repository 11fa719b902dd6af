import type { Grid } from '../grid.ts';

/** Cells of all sheets. */
export function cellCount(grids: readonly Grid[]): number {
  let count = 0;
  for (const { rows } of grids) for (const row of rows) count += row.length;
  return count;
}
