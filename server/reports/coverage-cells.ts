import type { Geometry } from 'geojson';
import type { CountyPlace } from '../counties/county-places-by-level.ts';
import type { TableColumn, TableValue } from './table.ts';

/** A part of a whole in per cent, to a thousandth; undefined where there is no whole. Nothing is decided on it. */
export function percentValue(numerator: number, denominator: number): number | undefined {
  return denominator === 0 ? undefined : Math.round((100_000 * numerator) / denominator) / 1000;
}

/** Digits of a density or an estimate that people can use. */
export function roundedTo(value: number | undefined, decimals: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(decimals));
}

/** Where a place is, as a feature's geometry: its ground where that is known, else its point. */
export function placeGeometry({ area, coord }: Pick<CountyPlace, 'area' | 'coord'>): Geometry | undefined {
  if (area) {
    const coordinates = area.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
    return { type: 'MultiPolygon', coordinates };
  }
  return coord && { type: 'Point', coordinates: [...coord] };
}

/** A column with how to fill it. */
export interface FilledColumn<Row> extends TableColumn {
  readonly of: (row: Row) => TableValue;
}

/** Rows by columns that know how to fill themselves. */
export function filledRows<Row>(
  columns: readonly FilledColumn<Row>[],
  rows: readonly Row[],
  geometryOf: (row: Row) => Geometry | undefined,
) {
  return {
    columns: columns.map(({ of: _, ...column }): TableColumn => column),
    rows: rows.map((row) => {
      const geometry = geometryOf(row);
      return { values: columns.map(({ of }) => of(row)), ...(geometry ? { geometry } : {}) };
    }),
  };
}
