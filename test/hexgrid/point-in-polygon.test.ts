import { describe, expect, it } from 'vitest';
import { pointPosition } from '../../geodata/hexgrid/point-in-polygon.ts';
import type { LonLat } from '../../geodata/units.ts';

const square = (west: number, size: number): LonLat[] => [
  [west, 32],
  [west + size, 32],
  [west + size, 32 + size],
  [west, 32 + size],
  [west, 32],
];
const hole: LonLat[] = [
  [117.25, 32.25],
  [117.75, 32.25],
  [117.75, 32.75],
  [117.25, 32.75],
  [117.25, 32.25],
];

describe('pointPosition', () => {
  it.each<[LonLat, string]>([
    [[117.1, 32.1], 'inside'],
    [[117.5, 32.5], 'outside'],
    [[117.25, 32.5], 'edge'],
    [[117, 32.5], 'edge'],
    [[118, 33], 'edge'],
    [[118.5, 32.5], 'outside'],
    [[119.5, 32.5], 'inside'],
  ])('finds %j %s of a square with a hole and another square', (coord, position) => {
    expect(pointPosition([[square(117, 1), hole], [square(119, 1)]], coord)).toBe(position);
  });

  it('finds every point outside of nothing', () => {
    expect(pointPosition([], [117, 32])).toBe('outside');
  });
});
