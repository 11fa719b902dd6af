import type { ProblemList } from './input-problems.ts';
import { WHOLE_ROW } from './problem-words.ts';

/** A GeoJSON feature (RFC 7946, 3.2) with its properties as text and its geometry unread. */
export interface SourceFeature {
  /** Position in the collection, counting from 1. */
  readonly row: number;
  /** '' for null; JSON for what is neither text nor number nor boolean. A feature's own `id` stands in for a missing property `id`. */
  readonly properties: ReadonlyMap<string, string>;
  readonly geometry: JsonObject;
}

/** An object out of `JSON.parse`, of which nothing is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The features of a GeoJSON text. `loneFeature` says whether one Feature will do for a collection.
 * Reports members that are not features; throws `input-invalid` at once on anything that is no
 * GeoJSON of the kind asked for, is empty, or declares another coordinate reference system than
 * WGS 84 or CGCS2000 (the `crs` member of the 2008 specification, which old software still writes).
 */
export function geojsonFeatures(text: string, problems: ProblemList, loneFeature: boolean): SourceFeature[] {
  const root = parseJson(text, problems);
  const members = collectionMembers(root, loneFeature);
  if (!members) return problems.fail(1, WHOLE_ROW, 'not-feature-collection');
  if (!isSupportedCrs(root)) return problems.fail(1, 'crs', 'crs-unsupported');
  if (members.length === 0) return problems.fail(1, WHOLE_ROW, 'file-empty');
  return members.flatMap((member, index) => {
    const feature = asObject(member);
    if (feature.type === 'Feature') return [sourceFeature(feature, index + 1)];
    problems.add(index + 1, WHOLE_ROW, 'not-feature');
    return [];
  });
}

function parseJson(text: string, problems: ProblemList): JsonObject {
  if (text.trim() === '') return problems.fail(1, WHOLE_ROW, 'file-empty');
  try {
    return asObject(JSON.parse(text));
  } catch {
    return problems.fail(1, WHOLE_ROW, 'json-malformed');
  }
}

function collectionMembers(root: JsonObject, loneFeature: boolean): readonly unknown[] | undefined {
  if (root.type === 'FeatureCollection' && Array.isArray(root.features)) return root.features;
  return loneFeature && root.type === 'Feature' ? [root] : undefined;
}

const SUPPORTED_CRS = /^(?:urn:ogc:def:crs:)?(?:OGC:[\d.]*:CRS84|EPSG:[\d.]*:?(?:4326|4490))$/i;

function isSupportedCrs(root: JsonObject): boolean {
  if (root.crs === undefined || root.crs === null) return true;
  return SUPPORTED_CRS.test(String(asObject(asObject(root.crs).properties).name));
}

function sourceFeature(feature: JsonObject, row: number): SourceFeature {
  const properties = new Map(
    Object.entries(asObject(feature.properties)).map(([key, value]) => [key.trim(), propertyText(value)]),
  );
  if (feature.id !== undefined && !properties.get('id')) properties.set('id', propertyText(feature.id));
  return { row, properties, geometry: asObject(feature.geometry) };
}

function propertyText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}
