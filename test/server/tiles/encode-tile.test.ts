import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { TileRow } from '../../../server/db/tile-rows.ts';
import { encodeTile } from '../../../server/tiles/encode-tile.ts';
import { inTile, type Tile } from '../../oracles/mercator.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { decodeTile } from '../../oracles/vector-tile.ts';

const TILE: Tile = { z: 12, x: 3379, y: 1664 };

/** Degrees of a position in the tile: `inTile` undone. */
function at(x: number, y: number): Position {
  const world = 2 ** TILE.z * 4096;
  const lon = ((x + TILE.x * 4096) / world) * 360 - 180;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + TILE.y * 4096)) / world))) * 180) / Math.PI;
  return [lon, lat];
}

/** Where the tile has a place, not rounded. */
function exactly([lon = Number.NaN, lat = Number.NaN]: Position = []): [x: number, y: number] {
  return inTile([lon, lat], TILE);
}

function row(geometry: TileRow['geometry'], properties: Record<string, string> = {}): TileRow {
  return { properties, geometry };
}

function polygons(...rows: readonly TileRow[]) {
  return decodeTile(encodeTile({ shapes: rows }, TILE))['shapes']?.features.map(({ parts }) => parts) ?? [];
}

/** Surveyor's formula, of a closed ring. */
function area(ring: readonly (readonly [number, number])[]): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]) / 2, 0);
}

function square(x: number, y: number, side: number, isClockwise = true): Position[] {
  const ring = [at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)];
  return isClockwise ? ring : ring.toReversed();
}

describe('an encoded tile', () => {
  it('has every vertex of random lines and points within a unit of its place, in order', () => {
    const random = mulberry32(42);
    const somewhere = (): Position => at(random() * 4096, random() * 4096);
    const lines = Array.from({ length: 200 }, () => Array.from({ length: 2 + Math.floor(random() * 30) }, somewhere));
    const rows = lines.map((line, i) => row({ type: 'LineString', coordinates: line }, { id: `L${i}` }));
    const points = Array.from({ length: 200 }, somewhere);
    const pointRows = points.map((point) => row({ type: 'Point', coordinates: point }));
    const decoded = decodeTile(encodeTile({ lines: rows, points: pointRows }, TILE));
    expect(decoded['lines']).toMatchObject({ version: 2, extent: 4096 });
    decoded['lines']?.features.forEach(({ type, properties, parts }, i) => {
      expect([type, properties]).toEqual(['lines', { id: `L${i}` }]);
      expect(parts.length).toBe(1);
      expect(parts[0]?.length).toBe(lines[i]?.length);
      parts[0]?.forEach(([x, y], k) => {
        const [exactX, exactY] = exactly(lines[i]?.[k]);
        expect(Math.max(Math.abs(x - exactX), Math.abs(y - exactY))).toBeLessThan(0.501);
      });
    });
    expect(decoded['points']?.features.length).toBe(200);
    decoded['points']?.features.forEach(({ parts }, i) => {
      const [exactX, exactY] = exactly(points[i]);
      const [x, y] = parts[0]?.[0] ?? [Number.NaN, Number.NaN];
      expect(exactX - x).toBeCloseTo(0.5, 0);
      expect([x, y]).toEqual([Math.floor(exactX), Math.floor(exactY)]);
    });
  });

  it('keeps a point at its last edge, where MapLibre would leave out one that was rounded up', () => {
    const place = row({ type: 'Point', coordinates: at(4095.9, 0.1) });
    expect(polygons(place)).toEqual([[[[4095, 0]]]]);
  });

  it('winds outer rings one way and holes the other, whichever way they came', () => {
    for (const isClockwise of [true, false]) {
      for (const isHoleClockwise of [true, false]) {
        const rings = [square(100, 100, 1000, isClockwise), square(300, 300, 200, isHoleClockwise)];
        const [[outer = [], hole = []] = []] = polygons(row({ type: 'Polygon', coordinates: rings }));
        expect([area(outer), area(hole)]).toEqual([1_000_000, -40_000]);
      }
    }
  });

  it('puts each part of an area before its own holes', () => {
    const coordinates = [
      [square(0, 0, 100), square(10, 10, 20)],
      [square(200, 0, 100), square(210, 10, 30)],
    ];
    const [parts = []] = polygons(row({ type: 'MultiPolygon', coordinates }));
    expect(parts.map(area)).toEqual([10_000, -400, 10_000, -900]);
  });

  it('leaves out rings that rounding makes flat, and the holes of an outer ring that is left out', () => {
    const tiny = square(500.1, 500.1, 0.2);
    const sliver = [at(0, 0), at(900, 0.1), at(900, 0.2), at(0, 0)];
    expect(polygons(row({ type: 'Polygon', coordinates: [tiny] }))).toEqual([]);
    expect(polygons(row({ type: 'Polygon', coordinates: [sliver] }))).toEqual([]);
    expect(polygons(row({ type: 'Polygon', coordinates: [sliver, square(10, 10, 20)] }))).toEqual([]);
    const [parts = []] = polygons(row({ type: 'Polygon', coordinates: [square(0, 0, 900), tiny] }));
    expect(parts.map(area)).toEqual([810_000]);
  });

  it('leaves out lines that rounding makes a point, and points that round to the one before', () => {
    const short = [at(10, 10), at(10.2, 10.3)];
    const dense = [at(10, 10), at(10.2, 10.3), at(20, 10), at(20.3, 10.1), at(10, 10)];
    expect(polygons(row({ type: 'LineString', coordinates: short }))).toEqual([]);
    const both = row({ type: 'MultiLineString', coordinates: [short, dense] });
    expect(polygons(both)).toEqual([
      [
        [
          [10, 10],
          [20, 10],
          [10, 10],
        ],
      ],
    ]);
  });

  it('keeps texts whole, whatever they hold, and features without any', () => {
    const texts = ['𠮷田村', "O'Brien", '', '__proto__', 'string:1', '1', 'true'];
    const rows = texts.map((name) => row({ type: 'Point', coordinates: at(1, 1) }, { name }));
    const decoded = decodeTile(encodeTile({ p: [...rows, row({ type: 'Point', coordinates: at(2, 2) })] }, TILE));
    expect(decoded['p']?.features.map(({ properties }) => properties)).toEqual([
      ...texts.map((name) => ({ name })),
      {},
    ]);
  });

  it('without a feature has no layer, and without a layer no bytes', () => {
    const place = row({ type: 'Point', coordinates: at(1, 1) });
    expect(Object.keys(decodeTile(encodeTile({ none: [], some: [place] }, TILE)))).toEqual(['some']);
    expect(encodeTile({ none: [] }, TILE)).toEqual(new Uint8Array());
  });
});
