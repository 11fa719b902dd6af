import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { rfc7946Geometry } from '../../../server/files/geojson-geometry.ts';

const COUNTERCLOCKWISE: Position[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const CLOCKWISE = [...COUNTERCLOCKWISE].reverse();

describe('rfc7946Geometry', () => {
  it('rounds to six decimals and leaves no negative zero', () => {
    const { coordinates } = rfc7946Geometry({ type: 'Point', coordinates: [117.123_456_78, -0.000_000_1] }) as {
      coordinates: number[];
    };
    expect(coordinates).toStrictEqual([117.123_457, 0]);
  });

  it.each<[string, Position[]]>([
    ['clockwise', CLOCKWISE],
    ['counterclockwise', COUNTERCLOCKWISE],
  ])('winds outer rings counterclockwise and holes clockwise, both given %s', (_, ring) => {
    expect(rfc7946Geometry({ type: 'Polygon', coordinates: [ring, ring] })).toEqual({
      type: 'Polygon',
      coordinates: [COUNTERCLOCKWISE, CLOCKWISE],
    });
    expect(rfc7946Geometry({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] })).toEqual({
      type: 'MultiPolygon',
      coordinates: [[COUNTERCLOCKWISE], [COUNTERCLOCKWISE, CLOCKWISE]],
    });
  });

  it('keeps the order of a line, and goes into collections', () => {
    const lines: Geometry[] = [
      { type: 'LineString', coordinates: CLOCKWISE },
      { type: 'MultiPoint', coordinates: CLOCKWISE },
      { type: 'MultiLineString', coordinates: [CLOCKWISE] },
    ];
    const collection: Geometry = { type: 'GeometryCollection', geometries: lines };
    expect(rfc7946Geometry(collection)).toEqual(collection);
  });

  it('leaves its input alone', () => {
    const ring = CLOCKWISE.map((position) => Object.freeze([...position]) as Position);
    rfc7946Geometry({ type: 'Polygon', coordinates: [Object.freeze(ring) as Position[]] });
    expect(ring).toEqual(CLOCKWISE);
  });
});
