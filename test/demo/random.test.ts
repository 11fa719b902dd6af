import { describe, expect, it } from 'vitest';
import { randomStream } from '../../geodata/demo/random.ts';

describe('a random stream', () => {
  it('depends on its seed and its name alone', () => {
    const draw = (seed: number, name: string): number[] => {
      const random = randomStream(seed, name);
      return [random.next(), random.next(), random.next()];
    };
    expect(draw(1, 'roads')).toEqual(draw(1, 'roads'));
    expect(draw(1, 'roads')).not.toEqual(draw(2, 'roads'));
    expect(draw(1, 'roads')).not.toEqual(draw(1, 'river'));
  });

  it('shuffles without losing or doubling an item', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = randomStream(7, 'cards').shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });
});
