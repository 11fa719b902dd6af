import type { Position } from 'geojson';
import type { TileRow } from '../db/tile-rows.ts';
import { type TileAddress, type TilePosition, tileProjection } from './tile-address.ts';
import { type TileFeature, writeTile } from './write-tile.ts';

/**
 * A tile as bytes, a Mapbox Vector Tile. Lines and polygons are rounded to whole units, points go to the unit they
 * stand in: a point of the tile then has coordinates 0 .. 4095 and is drawn, in another tile it has others and
 * MapLibre leaves it out. Rings are wound as the specification asks; what rounding makes a line without length or a
 * ring without area is left out, and so is a layer without features. No feature at all: no bytes, which is a valid
 * tile.
 * @param layers rows by layer, clipped and simplified already
 */
export function encodeTile(layers: Readonly<Record<string, readonly TileRow[]>>, address: TileAddress): Uint8Array {
  const project = tileProjection(address);
  const encoded = Object.entries(layers).map(
    ([name, rows]) => [name, rows.flatMap((row) => featureOf(row, project) ?? [])] as const,
  );
  return writeTile(encoded.filter(([, features]) => features.length > 0));
}

type Project = ReturnType<typeof tileProjection>;
type Part = TilePosition[];

/** Undefined where rounding leaves nothing of it. */
function featureOf({ properties, geometry }: TileRow, project: Project): TileFeature | undefined {
  const feature = (type: TileFeature['type'], parts: readonly Part[]): TileFeature | undefined =>
    parts.length > 0 ? { type, properties, parts } : undefined;
  const toLine = (line: readonly Position[]): Part[] => lineOf(roundedPoints(line, project));
  const toRings = (rings: readonly Position[][]): Part[] => ringsOf(rings.map((ring) => roundedPoints(ring, project)));
  switch (geometry.type) {
    case 'Point':
      return feature('point', [[positionOf(geometry.coordinates, project, Math.floor)]]);
    case 'LineString':
      return feature('lines', toLine(geometry.coordinates));
    case 'MultiLineString':
      return feature('lines', geometry.coordinates.flatMap(toLine));
    case 'Polygon':
      return feature('polygons', toRings(geometry.coordinates));
    case 'MultiPolygon':
      return feature('polygons', geometry.coordinates.flatMap(toRings));
  }
}

function positionOf([lon = 0, lat = 0]: Position, project: Project, toUnit: (units: number) => number): TilePosition {
  const [x, y] = project(lon, lat);
  return [toUnit(x), toUnit(y)];
}

/** Points that round to the one before are left out. */
function roundedPoints(points: readonly Position[], project: Project): Part {
  const rounded: Part = [];
  for (const point of points) {
    const next = positionOf(point, project, Math.round);
    if (!isSame(rounded.at(-1), next)) rounded.push(next);
  }
  return rounded;
}

function isSame(a: TilePosition | undefined, b: TilePosition | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function lineOf(points: Part): Part[] {
  return points.length > 1 ? [points] : [];
}

/** Outer ring and holes, not closed; none of the holes where nothing is left of the outer ring. */
function ringsOf(rings: readonly Part[]): Part[] {
  const [outer, ...holes] = rings.map((ring) => (isSame(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring));
  if (!outer || doubleArea(outer) === 0) return [];
  return [wound(outer, 1), ...holes.filter((hole) => doubleArea(hole) !== 0).map((hole) => wound(hole, -1))];
}

/** Specification 4.3.3.3: by the surveyor's formula outer rings have a positive area, holes a negative one. */
function wound(ring: Part, sign: 1 | -1): Part {
  return Math.sign(doubleArea(ring)) === sign ? ring : ring.toReversed();
}

function doubleArea(ring: Part): number {
  let [x, y] = ring.at(-1) ?? [0, 0];
  let sum = 0;
  for (const [nextX, nextY] of ring) {
    sum += x * nextY - nextX * y;
    [x, y] = [nextX, nextY];
  }
  return sum;
}
