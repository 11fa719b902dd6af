import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { type CellResolution, cellAt, cellBoundary } from '../../geodata/hexgrid/cells.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { RowsToInsert } from './places-json.ts';
import { polygonWkb } from './wkb.ts';

/**
 * The resolutions whose cells are stored with a version. Not 9: seven times the rows of 8, for cells that a map of a
 * county can show only when it no longer shows the county.
 */
export const STORED_RESOLUTIONS = [7, 8] as const satisfies readonly CellResolution[];
export type StoredResolution = (typeof STORED_RESOLUTIONS)[number];

const INSERT_HEXAGONS = `
  INSERT INTO hexagon (version_id, resolution, cell, geom)
  SELECT $1, resolution, cell, ST_GeomFromWKB(decode(ring, 'base64'), 4326)
  FROM jsonb_to_recordset($2::text::jsonb) AS row(resolution int, cell text, ring text)`;

/** A cell of a version. */
export interface HexagonCell {
  readonly resolution: StoredResolution;
  /** H3's id. */
  readonly cell: string;
}

/**
 * Every cell that an answer about the county may name: those of its area, and those that settlements stand in, which
 * are all of them where there is no boundary. Takes 40 ms for a county.
 */
export function hexagonCells(
  boundary: MultiPolygonRings | undefined,
  settlements: readonly LonLat[],
): readonly HexagonCell[] {
  return STORED_RESOLUTIONS.flatMap((resolution) => {
    const ofArea = boundary ? cellsOfArea(boundary, resolution) : [];
    const ofSettlements = settlements.map((coord) => cellAt(coord, resolution));
    return [...new Set([...ofArea, ...ofSettlements])].map((cell) => ({ resolution, cell }));
  });
}

/** The cells' rows, with their outlines. */
export function hexagons(cells: readonly HexagonCell[]): RowsToInsert {
  return { sql: INSERT_HEXAGONS, count: cells.length, rows: rowsOf(cells) };
}

function* rowsOf(cells: readonly HexagonCell[]): Generator<object> {
  for (const { resolution, cell } of cells) yield { resolution, cell, ring: polygonWkb(cellBoundary(cell)) };
}
