import type { Geometry } from 'geojson';
import { positionProblem } from '../../files/position.ts';
import type { GoodRow, StatedPosition } from '../checked-table.ts';
import { referenceSystem } from './read-crs.ts';

/** What the cells of a row, or its geometry, say about where it is. */
export interface StatedAxes {
  readonly x: number | undefined;
  readonly y: number | undefined;
  /** 坐标系 of the row. */
  readonly crs: string | undefined;
  /** 坐标系 of the file or of the import. */
  readonly tableCrs: string | undefined;
}

/** What is wrong with a position, and in which field. */
export interface AxisProblem {
  readonly field: 'lon' | 'lat' | 'crs';
  readonly rule: string;
}

/** Metres of a projection in China: eastings with a zone prefix reach 45 million, northings 6 million. */
const METRES = { least: 10_000, most: 70_000_000 };

/**
 * The first thing wrong with a position, or undefined. Degrees and metres of a projection both pass, as long as they
 * agree with the system that is named; whether the system is the right one is not decided here.
 */
export function axesProblem({ x, y, crs, tableCrs }: StatedAxes): AxisProblem | undefined {
  if (x === undefined || y === undefined) return { field: x === undefined ? 'lon' : 'lat', rule: 'coordinate-half' };
  if (x === 0 && y === 0) return { field: 'lon', rule: 'coordinate-zero' };
  const named = crs ?? tableCrs;
  if (named === undefined) return { field: 'crs', rule: 'crs-missing' };
  const system = referenceSystem(named);
  const isDegreeSystem = system !== undefined && system.kind !== 'gauss-krueger' && system.kind !== 'web-mercator';
  if (isMetres(x) && isMetres(y)) return isDegreeSystem ? { field: 'crs', rule: 'crs-for-degrees' } : undefined;
  const problem = positionProblem({ lon: x, lat: y });
  if (problem) return { field: problem.axis, rule: problem.rule };
  return system && !isDegreeSystem ? { field: 'crs', rule: 'crs-for-metres' } : undefined;
}

/** The position of a row that has no problem. */
export function statedPosition(x: number, y: number, crs: string | undefined): StatedPosition {
  return crs === undefined ? { x, y } : { x, y, crs };
}

type Area = NonNullable<GoodRow<'compounds'>['area']>;

/** The rings of a polygon or of several; undefined for other geometries. */
export function areaOf(geometry: Geometry): Area | undefined {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : undefined;
  return polygons?.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [x ?? Number.NaN, y ?? Number.NaN] as const)),
  );
}

/** What is wrong with an area, as a rule, or undefined. */
export function areaProblem(area: Area): string | undefined {
  for (const ring of area.flat()) {
    const first = ring[0];
    const last = ring[ring.length - 1];
    if (ring.length < 4) return 'ring-short';
    if (!ring.flat().every(Number.isFinite)) return 'coordinate-not-number';
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return 'ring-open';
  }
  return area.length === 0 ? 'ring-short' : undefined;
}

function isMetres(value: number): boolean {
  return Math.abs(value) >= METRES.least && Math.abs(value) <= METRES.most;
}
