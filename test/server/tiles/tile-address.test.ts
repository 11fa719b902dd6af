import { describe, expect, it } from 'vitest';
import { parseTileAddress, tileAddress, tileGround, tileProjection } from '../../../server/tiles/tile-address.ts';
import { inTile, type Tile } from '../../oracles/mercator.ts';
import { mulberry32 } from '../../oracles/random.ts';

const random = mulberry32(41);

function anyTile(z: number): Tile {
  return { z, x: Math.floor(random() * 2 ** z), y: Math.floor(random() * 2 ** z) };
}

describe('an address', () => {
  it.each([
    ['0', '0', '0'],
    ['3', '7', '0'],
    ['16', '65535', '65535'],
  ])('is read from %s/%s/%s', (z, x, y) => {
    expect(parseTileAddress(z, x, y)).toEqual({ z: Number(z), x: Number(x), y: Number(y) });
  });

  it.each([
    ['1', '2', '0'],
    ['0', '0', '1'],
    ['17', '0', '0'],
    ['-1', '0', '0'],
    ['3', '1.5', '0'],
    ['3', '01', '0'],
    ['3', '1e0', '0'],
    ['3', ' 1', '0'],
    ['3', '', '0'],
    ['3', '0x1', '0'],
    ['3', 'NaN', '0'],
    ['3', '9999999999999999999999', '0'],
  ])('is not %s/%s/%s', (z, x, y) => {
    expect(parseTileAddress(z, x, y)).toBeUndefined();
  });

  it('is made of whole numbers within the pyramid only', () => {
    expect(tileAddress(2, 3, 3)).toEqual({ z: 2, x: 3, y: 3 });
    for (const [z, x, y] of [
      [2, 4, 0],
      [2, 0, -1],
      [2.5, 0, 0],
      [2, Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 0, 0],
    ] as const) {
      expect(tileAddress(z, x, y)).toBeUndefined();
    }
  });
});

describe('the ground of a tile', () => {
  it('of the whole world ends where Web Mercator does', () => {
    const { west, south, east, north } = tileGround({ z: 0, x: 0, y: 0 }).box;
    expect([west, east]).toEqual([-180, 180]);
    expect(north).toBeCloseTo(85.051_128_78, 8);
    expect(south).toBeCloseTo(-85.051_128_78, 8);
  });

  it('meets its neighbours at the very same number', () => {
    for (let i = 0; i < 200; i++) {
      const { z, x, y } = anyTile(1 + Math.floor(random() * 15));
      const { box } = tileGround({ z, x, y });
      expect(tileGround({ z, x: x + 1, y }).box.west).toBe(box.east);
      expect(tileGround({ z, x, y: y + 1 }).box.north).toBe(box.south);
    }
  });

  it('has its corners, and its buffer 64 units further out, where EPSG:3857 puts them', () => {
    for (let i = 0; i < 200; i++) {
      const tile = anyTile(Math.floor(random() * 17));
      const { box, bufferedBox } = tileGround(tile);
      const corners = [
        inTile([box.west, box.north], tile),
        inTile([box.east, box.south], tile),
        inTile([bufferedBox.west, bufferedBox.north], tile),
        inTile([bufferedBox.east, bufferedBox.south], tile),
      ].flat();
      for (const [index, expected] of [0, 0, 4096, 4096, -64, -64, 4160, 4160].entries())
        expect(corners[index]).toBeCloseTo(expected, 3);
    }
  });

  it('tolerates a quarter of a unit, and never more, whichever way it goes', () => {
    for (let i = 0; i < 200; i++) {
      const tile = anyTile(4 + Math.floor(random() * 13));
      const { box, toleranceDegrees } = tileGround(tile);
      const lat = random() < 0.5 ? box.south : box.north;
      const [x, y] = inTile([box.west, lat], tile);
      const [eastX] = inTile([box.west + toleranceDegrees, lat], tile);
      const [, northY] = inTile([box.west, lat + toleranceDegrees], tile);
      expect(eastX - x).toBeLessThan(0.2501);
      expect(y - northY).toBeLessThan(0.2501);
    }
    const [x, y] = inTile([117, 32], tile12);
    const [, northY] = inTile([117, 32 + tileGround(tile12).toleranceDegrees], tile12);
    expect(y - northY).toBeGreaterThan(0.249);
    expect(x).toBeGreaterThan(0);
  });
});

/** At 117 E, 32 N. */
const tile12: Tile = { z: 12, x: 3379, y: 1664 };

it('projects as EPSG:3857 does, to a thousandth of a unit', () => {
  for (let i = 0; i < 500; i++) {
    const tile = anyTile(Math.floor(random() * 17));
    const [lon, lat] = [random() * 360 - 180, random() * 170 - 85] as const;
    const [x, y] = tileProjection(tile)(lon, lat);
    const [expectedX, expectedY] = inTile([lon, lat], tile);
    expect(x).toBeCloseTo(expectedX, 3);
    expect(y).toBeCloseTo(expectedY, 3);
  }
});
