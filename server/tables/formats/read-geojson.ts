import type { Geometry } from 'geojson';
import type { CellNote, CellValue, Grid } from '../grid.ts';
import { type Pace, startPace } from '../pacing.ts';
import { refusal } from '../refusal.ts';
import { cellBudget } from './cell-budget.ts';
import { decodeText } from './decode-text.ts';
import { geometryOf } from './geometry-of.ts';

/**
 * A GeoJSON FeatureCollection (RFC 7946) as a grid: the first row names all properties in the order in which they first
 * appear, a feature is a row (the first is row 2 as a spreadsheet numbers it). A feature's own `id` stands in for a
 * property of that name. The `crs` member of the 2008 specification is the stated reference system; without it there
 * is none, since Chinese software leaves it out for every system.
 * @throws `input-invalid` for anything that is no collection
 */
export async function readGeojson(file: string, bytes: Uint8Array, pace: Pace = startPace()): Promise<Grid> {
  const { text, encoding } = decodeText(file, bytes);
  const root = asObject(parsed(file, text));
  const features = root['type'] === 'FeatureCollection' ? root['features'] : undefined;
  if (!Array.isArray(features)) throw refusal(file, 'geojson-not-collection');
  const columns = new Map<string, number>();
  const rows: CellValue[][] = [[]];
  const geometries: (Geometry | undefined)[] = [undefined];
  const notes: CellNote[] = [];
  const budget = cellBudget(file);
  pace.expect(features.length);
  for (const [i, member] of features.entries()) {
    const feature = asObject(member);
    const note = (rule: CellNote['rule']) => notes.push({ row: i + 1, level: 'error', rule });
    if (feature['type'] !== 'Feature') note('geojson-not-feature');
    const geometry = geometryOf(feature['geometry']);
    if (geometry === 'malformed') note('geojson-geometry');
    geometries.push(geometry === 'malformed' ? undefined : geometry);
    const cells = featureCells(feature, columns);
    budget.spendRow(cells, i + 1);
    rows.push(cells);
    pace.count(1);
    await pace.rest();
  }
  rows[0] = [...columns.keys()];
  const statedCrs = asObject(asObject(root['crs'])['properties'])['name'];
  return {
    ...{ file, format: 'geojson', encoding, rows, merges: [], geometries, notes },
    ...(typeof statedCrs === 'string' ? { statedCrs } : {}),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(file, 'geojson-malformed');
  }
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}

function featureCells(feature: JsonObject, columns: Map<string, number>): CellValue[] {
  const properties = Object.entries(asObject(feature['properties']));
  if (feature['id'] !== undefined && !properties.some(([name]) => name === 'id'))
    properties.push(['id', feature['id']]);
  const cells: CellValue[] = [];
  for (const [name, value] of properties) {
    const column = columns.get(name) ?? columns.size;
    columns.set(name, column);
    while (cells.length < column) cells.push(null);
    cells[column] = cellOf(value);
  }
  return cells;
}

/** Lists and objects as their JSON; an empty text is blank. */
function cellOf(value: unknown): CellValue {
  if (typeof value === 'string') return value || null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}
