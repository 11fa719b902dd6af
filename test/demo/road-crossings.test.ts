import { describe, expect, it } from 'vitest';
import type { EastNorth } from '../../geodata/demo/frame.ts';
import { joinCrossings } from '../../geodata/demo/road-crossings.ts';
import type { RoadLine } from '../../geodata/demo/road-lines.ts';

describe('joining crossings', () => {
  const line = (...nodes: number[]): RoadLine => ({ kind: 'C', ref: '', name: '', underConstruction: false, nodes });

  it('gives two lines that cross one place in common', () => {
    const places: EastNorth[] = [
      [0, 0],
      [1_000, 1_000],
      [0, 1_000],
      [1_000, 0],
    ];
    const joined = joinCrossings({ places, lines: [line(0, 1), line(2, 3)] });
    expect(joined.lines.map(({ nodes }) => nodes)).toEqual([
      [0, 4, 1],
      [2, 4, 3],
    ]);
    expect(joined.places[4]).toEqual([500, 500]);
  });

  it('takes the end of a line for the crossing where it is almost there', () => {
    const places: EastNorth[] = [
      [0, 0],
      [1_000, 0],
      [500, -2],
      [500, 700],
    ];
    const joined = joinCrossings({ places, lines: [line(0, 1), line(2, 3)] });
    expect(joined.lines.map(({ nodes }) => nodes)).toEqual([
      [0, 2, 1],
      [2, 3],
    ]);
  });

  it('leaves lines alone that do not cross', () => {
    const places: EastNorth[] = [
      [0, 0],
      [1_000, 0],
      [0, 50],
      [1_000, 50],
    ];
    const lines = [line(0, 1), line(2, 3)];
    expect(joinCrossings({ places, lines })).toEqual({ places, lines });
  });
});
