import { readFile } from 'node:fs/promises';
import { toWgs84 } from '../../geodata/georeference/convert.ts';
import { parseReferenceSystem } from '../../geodata/georeference/parse-reference-system.ts';
import { type RoadAttributes, roadAttributes } from '../../geodata/roads/surveyed/road-attributes.ts';
import { DEFAULT_ROAD_MAPPING, parseRoadMapping, type RoadMapping } from '../../geodata/roads/surveyed/road-mapping.ts';
import type { SurveyedLine } from '../../geodata/roads/surveyed/surveyed-line.ts';
import type { LonLat } from '../../geodata/units.ts';
import { geojsonFeatures, type SourceFeature } from '../files/geojson-features.ts';
import { propertyRows } from '../files/geojson-rows.ts';
import { type ProblemList, problemList } from '../files/input-problems.ts';
import { positionProblem } from '../files/position.ts';
import { WHOLE_ROW } from '../files/problem-words.ts';
import { reportPersonalData } from '../files/report-personal-data.ts';
import { readUtf8 } from '../files/utf8-file.ts';
import { readShapefiles } from '../tables/formats/shapefile/read-shapefiles.ts';
import { openZip } from '../tables/formats/zip-archive.ts';
import type { CellValue, Grid } from '../tables/grid.ts';

/** A position of a file in WGS 84; undefined where the numbers lie nowhere in its reference system. */
export type ToWgs84 = (x: number, y: number) => LonLat | undefined;

export interface RoadLinesOptions {
  /** A JSON file as `parseRoadMapping` takes it. Default: the usual names. */
  readonly classesFile?: string | undefined;
  /** Default: what a Shapefile's `.prj` declares, else WGS 84 or CGCS2000 degrees. */
  readonly toWgs84?: ToWgs84 | undefined;
}

/** Surveyed lines as a file has them, checked. */
export interface RoadLines {
  readonly lines: readonly SurveyedLine[];
  /** Features that the mapping leaves out. */
  readonly ignoredFeatures: number;
}

/**
 * Reads surveyed road lines from GeoJSON (LineString, MultiLineString) or a zip of one Shapefile. All or nothing: throws
 * one `input-invalid` with every problem of the file, before anything is built. `row` counts features from 1.
 * @throws GeodataError `input-invalid`; a file that is not there is Node's own error
 */
export async function readRoadLines(path: string, options: RoadLinesOptions = {}): Promise<RoadLines> {
  const mapping = await readMapping(options.classesFile);
  const problems = problemList(path);
  const { features, convert } = await readFeatures(path, options.toWgs84, problems);
  if (features.length === 0) return problems.fail(1, WHOLE_ROW, 'file-empty');
  const headers = propertyRows(features);
  reportPersonalData({ headers, rows: features.map(({ row, properties }) => ({ row, cells: properties })) }, problems);
  const classField = findFields(headers, mapping, problems);
  let ignoredFeatures = 0;
  const lines: SurveyedLine[] = [];
  for (const { row, properties, geometry } of features) {
    const parts = lineParts(row, geometry, convert, problems);
    if (classField === undefined) continue;
    const found = roadAttributes(properties, classField, mapping);
    for (const { field, rule, value } of found.problems) problems.add(row, field, rule, value);
    if (found.attributes) lines.push(...parts.map((points) => lineOf(row, points, found.attributes!)));
    else if (found.problems.length === 0) ignoredFeatures++;
  }
  problems.throwIfAny();
  return { lines, ignoredFeatures };
}

/**
 * The conversion of a reference system named in words, as `--crs` takes them.
 * @returns undefined for a name that is not known
 */
export function conversionFrom(name: string): ToWgs84 | undefined {
  const system = parseReferenceSystem(name);
  return system && ((x, y) => toWgs84(system, x, y));
}

async function readMapping(path: string | undefined): Promise<RoadMapping> {
  if (path === undefined) return DEFAULT_ROAD_MAPPING;
  const problems = problemList(path);
  const text = await readUtf8(path, problems);
  const { mapping, problems: found } = parseRoadMapping(jsonOf(text, problems));
  for (const { member, rule } of found) problems.add(1, member, rule);
  problems.throwIfAny();
  return mapping;
}

function jsonOf(text: string, problems: ProblemList): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return problems.fail(1, WHOLE_ROW, 'json-malformed');
  }
}

interface ReadFeatures {
  readonly features: readonly SourceFeature[];
  readonly convert: ToWgs84;
}

async function readFeatures(path: string, given: ToWgs84 | undefined, problems: ProblemList): Promise<ReadFeatures> {
  if (!path.toLowerCase().endsWith('.zip')) {
    const features = geojsonFeatures(await readUtf8(path, problems), problems, true);
    return { features, convert: given ?? asItIs };
  }
  const zip = openZip(path, await readFile(path));
  const [layer, ...others] = await readShapefiles(path, zip);
  if (!layer || others.length > 0) return problems.fail(1, WHOLE_ROW, 'shapefile-parts');
  const isDeclared = zip.entries.some(({ name }) => /\.prj$/i.test(name) && !name.startsWith('__MACOSX/'));
  const convert = given ?? (isDeclared ? conversionFrom(layer.statedCrs ?? '') : asItIs);
  return convert ? { features: layerFeatures(layer), convert } : problems.fail(1, '.prj', 'crs-unsupported');
}

/** The records of a layer as features, numbered without those marked as deleted. */
function layerFeatures({ rows, geometries }: Grid): SourceFeature[] {
  const [names = [], ...records] = rows;
  return records.map((record, index) => ({
    row: index + 1,
    properties: new Map(names.map((name, column) => [String(name), cellText(record[column])])),
    geometry: { ...geometries?.[index + 1] },
  }));
}

function cellText(value: CellValue | undefined): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

function asItIs(x: number, y: number): LonLat {
  return [x, y];
}

/** The class's field, and a problem for each field that the mapping names and the file does not have. */
function findFields(
  headers: ReadonlyMap<string, number>,
  mapping: RoadMapping,
  problems: ProblemList,
): string | undefined {
  const { classFields, widthField, surfaceField, onewayField, nameField, refField, speedField } = mapping;
  const others = [widthField, surfaceField, onewayField, nameField, refField, speedField];
  for (const field of [...others, mapping.bridgeField, mapping.levelField]) {
    if (field !== undefined && !headers.has(field)) problems.add(1, field, 'column-missing');
  }
  const classField = classFields.find((field) => headers.has(field));
  if (classField === undefined)
    problems.add(1, classFields.length === 1 ? classFields[0]! : '道路等级', 'column-missing');
  return classField;
}

function lineParts(
  row: number,
  geometry: SourceFeature['geometry'],
  convert: ToWgs84,
  problems: ProblemList,
): LonLat[][] {
  const { type, coordinates } = geometry;
  const parts: unknown = type === 'LineString' ? [coordinates] : coordinates;
  if ((type !== 'LineString' && type !== 'MultiLineString') || !Array.isArray(parts) || !parts.every(Array.isArray)) {
    problems.add(row, 'geometry', 'geometry-not-line');
    return [];
  }
  return parts.map((part: readonly unknown[]) => pointsOf(row, part, convert, problems));
}

/** Of each line the first bad position is reported. */
function pointsOf(row: number, part: readonly unknown[], convert: ToWgs84, problems: ProblemList): LonLat[] {
  const points: LonLat[] = [];
  for (const position of part) {
    const [x, y]: unknown[] = Array.isArray(position) ? position : [];
    const isPair = typeof x === 'number' && typeof y === 'number';
    const [lon, lat] = (isPair ? convert(x, y) : undefined) ?? [Number.NaN, Number.NaN];
    const problem =
      isPair && Number.isNaN(lon) ? ({ rule: 'coordinate-range' } as const) : positionProblem({ lon, lat });
    if (problem) {
      problems.add(row, 'geometry', problem.rule);
      return points;
    }
    points.push([lon, lat]);
  }
  if (points.length < 2) problems.add(row, 'geometry', 'line-short');
  return points;
}

function lineOf(feature: number, points: readonly LonLat[], { tags, level }: RoadAttributes): SurveyedLine {
  return { feature, points, tags, level };
}
