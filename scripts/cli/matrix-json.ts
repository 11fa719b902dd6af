import type { Placements } from '../../geodata/roads/snap.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { snappedCoord, snappedMetres } from './snap-options.ts';

/** Deciseconds and decimetres, row-major, as many columns as there are placements. */
interface Costs {
  readonly ds: Uint32Array;
  readonly dm: Uint32Array;
}

/**
 * A matrix as the JSON text `{"seconds", "metres", "snapped", "snapMetres"}`, a row a line and a row
 * a piece, so that its size is not bound by that of a string. Numbers have at most one decimal;
 * null stands for no route and no road.
 */
export function* matrixJson({ ds, dm }: Costs, placements: Placements): Generator<string> {
  const positions = Array.from({ length: placements.count }, (_, i) => i);
  yield* rowPieces('{"seconds":[', ds, placements.count);
  yield* rowPieces('],"metres":[', dm, placements.count);
  yield `],"snapped":${JSON.stringify(positions.map((i) => snappedCoord(placements, i) ?? null))},\n`;
  yield `"snapMetres":${JSON.stringify(positions.map((i) => snappedMetres(placements, i) ?? null))}}\n`;
}

function* rowPieces(opening: string, tenths: Uint32Array, columns: number): Generator<string> {
  yield `${opening}\n`;
  for (let start = 0; start < tenths.length; start += columns) {
    const cells = Array.from(tenths.subarray(start, start + columns), decimal).join(',');
    yield `[${cells}]${start + columns < tenths.length ? ',' : ''}\n`;
  }
}

function decimal(tenths: number): string {
  return tenths === UNREACHED ? 'null' : String(tenths / 10);
}
