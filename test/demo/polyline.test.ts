import { describe, expect, it } from 'vitest';
import type { EastNorth } from '../../geodata/demo/frame.ts';
import { lineMetres, metresToSegment, roundCorners, simplify } from '../../geodata/demo/polyline.ts';
import { mulberry32 } from '../oracles/random.ts';

describe('a line', () => {
  it('keeps within the tolerance of what it was simplified from', () => {
    const random = mulberry32(5);
    const walk: EastNorth[] = Array.from({ length: 200 }, (_, at) => [at * 100, random() * 150]);
    const simple = simplify(walk, 60);
    expect(simple.length).toBeLessThan(walk.length);
    for (const place of walk) {
      const metres = simple.slice(1).map((to, at) => metresToSegment(place, simple[at] as EastNorth, to));
      expect(Math.min(...metres)).toBeLessThanOrEqual(60);
    }
  });

  it('of points that lie straight becomes its two ends', () => {
    const straight: EastNorth[] = Array.from({ length: 9 }, (_, at) => [at * 30, at * 40]);
    expect(simplify(straight, 1)).toEqual([straight[0], straight[8]]);
  });

  it('becomes shorter, and keeps its ends, when its corners are rounded', () => {
    const corner: EastNorth[] = [
      [0, 0],
      [1_000, 0],
      [1_000, 1_000],
    ];
    const round = roundCorners(corner, 200);
    expect([round[0], round[round.length - 1]]).toEqual([corner[0], corner[2]]);
    expect(lineMetres(round)).toBeLessThan(lineMetres(corner));
    expect(lineMetres(round)).toBeGreaterThan(lineMetres(corner) - 200);
  });
});
