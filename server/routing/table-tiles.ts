/** A rectangle of a table: sources `firstSource .. endSource - 1`, targets alike. */
export interface TableTile {
  readonly firstSource: number;
  readonly endSource: number;
  readonly firstTarget: number;
  readonly endTarget: number;
}

/** What one request may hold. */
export interface TileLimits {
  /** Sources x targets. OSRM refuses more than the square of its `--max-table-size` (`TooBig`). */
  readonly mostCells: number;
  /** Sources + targets. */
  readonly mostCoordinates: number;
}

/**
 * Cuts a table into tiles under the limits, each cell in exactly one, row by row of tiles. Near-square
 * tiles where both sides are long, since a server searches once for each row and each column of a tile;
 * long ones where one side is short.
 */
export function planTiles(sources: number, targets: number, limits: TileLimits): TableTile[] {
  const height = tileHeight(sources, targets, limits);
  const width = Math.max(1, Math.min(targets, Math.floor(limits.mostCells / height), limits.mostCoordinates - height));
  const tiles: TableTile[] = [];
  for (let firstSource = 0; firstSource < sources; firstSource += height) {
    const endSource = Math.min(sources, firstSource + height);
    for (let firstTarget = 0; firstTarget < targets; firstTarget += width) {
      tiles.push({ firstSource, endSource, firstTarget, endTarget: Math.min(targets, firstTarget + width) });
    }
  }
  return tiles;
}

/** The two halves of a tile, cut across its longer side; undefined for a single cell. */
export function halveTile(tile: TableTile): readonly [TableTile, TableTile] | undefined {
  const { sources, targets } = tileSize(tile);
  if (sources * targets <= 1) return undefined;
  if (sources >= targets) {
    const middle = tile.firstSource + (sources >> 1);
    return [
      { ...tile, endSource: middle },
      { ...tile, firstSource: middle },
    ];
  }
  const middle = tile.firstTarget + (targets >> 1);
  return [
    { ...tile, endTarget: middle },
    { ...tile, firstTarget: middle },
  ];
}

export function tileSize(tile: TableTile): { readonly sources: number; readonly targets: number } {
  return { sources: tile.endSource - tile.firstSource, targets: tile.endTarget - tile.firstTarget };
}

function tileHeight(sources: number, targets: number, { mostCells, mostCoordinates }: TileLimits): number {
  const square = Math.floor(Math.sqrt(mostCells));
  const tallest = Math.max(square, Math.floor(mostCells / Math.max(1, targets)));
  return Math.max(1, Math.min(sources, tallest, mostCoordinates >> 1));
}
