import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halveTile, planTiles, type TableTile, tileSize } from '../../../server/routing/table-tiles.ts';

const tables = fc.record({
  sources: fc.integer({ min: 0, max: 60 }),
  targets: fc.integer({ min: 0, max: 60 }),
  mostCells: fc.integer({ min: 1, max: 400 }),
  mostCoordinates: fc.integer({ min: 2, max: 50 }),
});

/** How often each cell is in a tile, row-major. */
function coverage(tiles: readonly TableTile[], sources: number, targets: number): number[] {
  const counts = new Array<number>(sources * targets).fill(0);
  for (const tile of tiles) {
    for (let s = tile.firstSource; s < tile.endSource; s++) {
      for (let t = tile.firstTarget; t < tile.endTarget; t++) counts[s * targets + t]! += 1;
    }
  }
  return counts;
}

describe('the tiles of a table', () => {
  it('hold every cell once, under both limits', () => {
    fc.assert(
      fc.property(tables, ({ sources, targets, mostCells, mostCoordinates }) => {
        const tiles = planTiles(sources, targets, { mostCells, mostCoordinates });
        expect(coverage(tiles, sources, targets).every((count) => count === 1)).toBe(true);
        for (const size of tiles.map(tileSize)) {
          expect(size.sources * size.targets).toBeLessThanOrEqual(mostCells);
          expect(size.sources + size.targets).toBeLessThanOrEqual(mostCoordinates);
        }
      }),
      { seed: 7 },
    );
  });

  it.each([
    [1, 5000, 10_000, 3000, 2],
    [2, 3000, 10_000, 3000, 2],
    [30, 900, 10_000, 3000, 3],
    [300, 300, 10_000, 3000, 9],
    [900, 30, 10_000, 3000, 3],
  ])('of %i x %i are few: under %i cells and %i coordinates, %i', (sources, targets, cells, coordinates, count) => {
    expect(planTiles(sources, targets, { mostCells: cells, mostCoordinates: coordinates })).toHaveLength(count);
  });

  it('fall into two halves that hold the same cells, down to one cell', () => {
    const pending = planTiles(7, 12, { mostCells: 1000, mostCoordinates: 100 });
    const single: TableTile[] = [];
    for (let tile = pending.pop(); tile; tile = pending.pop()) {
      const halves = halveTile(tile);
      if (halves) pending.push(...halves);
      else single.push(tile);
    }
    expect(single).toHaveLength(84);
    expect(coverage(single, 7, 12).every((count) => count === 1)).toBe(true);
  });
});
