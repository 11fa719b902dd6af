import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { expect, it } from 'vitest';
import type { TilePosition } from '../../../server/tiles/tile-address.ts';
import { type TileFeature, writeTile } from '../../../server/tiles/write-tile.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { decodeTile } from '../../oracles/vector-tile.ts';

const TYPES = ['point', 'lines', 'polygons'] as const;

function randomFeature(random: () => number): TileFeature {
  const whole = (count: number): number => Math.floor(random() * count);
  const type = TYPES[whole(3)] ?? 'point';
  const position = (): TilePosition => [whole(4224) - 64, whole(4224) - 64];
  const part = (): TilePosition[] => Array.from({ length: type === 'point' ? 1 : 3 + whole(200) }, position);
  const parts = type === 'point' ? [part()] : Array.from({ length: 1 + whole(3) }, part);
  const properties = { class: `第${whole(5)}类`, ...(random() < 0.5 ? { name: `r${whole(100)}` } : {}) };
  return { type, properties, parts };
}

it('writes random features as the same bytes as @maplibre/vt-pbf', () => {
  const random = mulberry32(43);
  for (let round = 0; round < 50; round++) {
    const layers = ['one', 'two'].map((name) => {
      const features = Array.from({ length: 1 + Math.floor(random() * 40) }, () => randomFeature(random));
      return [name, features] as const;
    });
    const asGeojsonVt = layers.map(([name, features]) => {
      const theirs = features.map(({ type, properties, parts }) => ({
        type: TYPES.indexOf(type) + 1,
        geometry: type === 'point' ? parts[0] : parts,
        tags: properties,
      }));
      return [name, { features: theirs }];
    });
    const expected = fromGeojsonVt(Object.fromEntries(asGeojsonVt), { version: 2, extent: 4096 });
    expect(Buffer.from(writeTile(layers)).equals(Buffer.from(expected))).toBe(true);
  }
});

it('keeps every character of Unicode', () => {
  const characters = ['\u7530', '\u{10000}', '\u{1f3d8}', '\u{20bb7}', '\u{2a6d6}', '\u{30000}', '\u{10ffff}'];
  const features = characters.map((name) => ({
    type: 'point' as const,
    properties: { name },
    parts: [[[1, 1]]] as const,
  }));
  const decoded = decodeTile(writeTile([['names', features]]));
  expect(decoded['names']?.features.map(({ properties }) => properties['name'])).toEqual(characters);
});
