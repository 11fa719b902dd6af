import { geojsonFeatures, type SourceFeature } from './geojson-features.ts';
import type { ProblemList } from './input-problems.ts';
import { geojsonPosition, type Position } from './position.ts';
import type { SourceTable } from './source-table.ts';

/**
 * A GeoJSON FeatureCollection of Points as a table: a feature is a row, counting from 1, a property
 * a column. Reports geometries that are not points; what `geojsonFeatures` refuses is thrown.
 */
export function geojsonTable(text: string, problems: ProblemList): SourceTable {
  const features = geojsonFeatures(text, problems, false);
  return {
    headers: propertyRows(features),
    rows: features.map((feature) => ({
      row: feature.row,
      cells: feature.properties,
      point: pointOf(feature, problems),
    })),
    coordinates: 'points',
  };
}

/** Property -> row of the first feature that has it. */
export function propertyRows(features: readonly SourceFeature[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { row, properties } of features) {
    for (const property of properties.keys()) if (!rows.has(property)) rows.set(property, row);
  }
  return rows;
}

function pointOf({ row, geometry }: SourceFeature, problems: ProblemList): Position | undefined {
  if (geometry.type === 'Point') return geojsonPosition(geometry.coordinates);
  problems.add(row, 'geometry', 'geometry-not-point');
  return undefined;
}
