import type { LonLat } from '../../geodata/units.ts';
import { geojsonFeatures, type SourceFeature } from './geojson-features.ts';
import { propertyRows } from './geojson-rows.ts';
import { type ProblemList, problemList } from './input-problems.ts';
import { fieldReader, findColumns } from './place-fields.ts';
import { assignIds, repeatedIds } from './place-ids.ts';
import { geojsonPosition, positionProblem } from './position.ts';
import type { ProblemRule } from './problem-words.ts';
import { reportPersonalData } from './report-personal-data.ts';
import { readUtf8 } from './utf8-file.ts';

/** An area: a county, a township, a jurisdiction, a compound. */
export interface AreaFeature {
  readonly id: string;
  /** The id where the file gives no name. */
  readonly name: string;
  /** Polygons of closed rings, the outer ring first and holes after it, wound as the file winds them. */
  readonly polygons: readonly (readonly (readonly LonLat[])[])[];
}

const AREA_COLUMNS = {
  id: ['区划代码', 'id', 'code', 'osm_id', '@id', 'adcode'],
  name: ['名称', 'name'],
} as const;

/**
 * Reads areas from a GeoJSON FeatureCollection or Feature of Polygons and MultiPolygons, in WGS 84
 * or CGCS2000. Checks that rings are closed, have four positions or more and lie on the globe;
 * whether they cross themselves is not looked at. All or nothing: throws one `input-invalid` with
 * every problem of the file, of each ring the first.
 */
export async function readAreaFeatures(path: string): Promise<AreaFeature[]> {
  const problems = problemList(path);
  const features = geojsonFeatures(await readUtf8(path, problems), problems, true);
  const rows = features.map(({ row, properties }) => ({ row, cells: properties }));
  const headers = propertyRows(features);
  reportPersonalData({ headers, rows }, problems);
  const columns = findColumns(headers, AREA_COLUMNS, problems);
  const fields = rows.map((row) => fieldReader(row, columns, AREA_COLUMNS, problems));
  const ids = assignIds(fields.map(({ row, text }) => ({ row, id: text('id'), name: text('name') ?? '' })));
  for (const index of repeatedIds(ids)) fields[index]?.report('id', 'id-twice');
  const areas = features.map((feature, index) => {
    const id = ids[index] ?? '';
    return { id, name: fields[index]?.text('name') ?? id, polygons: polygonsOf(feature, problems) };
  });
  problems.throwIfAny();
  return areas;
}

function polygonsOf({ row, geometry }: SourceFeature, problems: ProblemList): LonLat[][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const isAreal = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  if (!isAreal || !isFilledList(polygons) || !polygons.every(isFilledList)) {
    problems.add(row, 'geometry', 'geometry-not-polygon');
    return [];
  }
  return polygons.map((rings) => rings.map((ring) => ringOf(ring, row, problems)));
}

function isFilledList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function ringOf(value: unknown, row: number, problems: ProblemList): LonLat[] {
  const ring = Array.isArray(value) ? value.map(positionPair) : [];
  const rule = ringProblem(ring);
  if (rule) problems.add(row, 'geometry', rule);
  return ring;
}

function positionPair(value: unknown): LonLat {
  const { lon, lat } = geojsonPosition(value);
  return [lon, lat];
}

function ringProblem(ring: readonly LonLat[]): ProblemRule | undefined {
  for (const [lon, lat] of ring) {
    const problem = positionProblem({ lon, lat });
    if (problem) return problem.rule;
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (!first || !last || ring.length < 4) return 'ring-short';
  return first[0] === last[0] && first[1] === last[1] ? undefined : 'ring-open';
}
