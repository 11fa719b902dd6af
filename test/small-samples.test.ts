import { describe, expect, it } from 'vitest';
import { LEAST_HOUSEHOLDS, withheldHouseholds } from '../geodata/small-samples.ts';
import { mulberry32 } from './oracles/random.ts';

describe('figures of few households', () => {
  it('are withheld below thirty, and with each the next smallest of its part', () => {
    const households = [29, 30, 31, 0, undefined, 12, 400, 50];
    const part = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b'];
    expect(withheldHouseholds(households, [part])).toEqual([true, true, false, false, false, true, false, true]);
  });

  it('need no companion where two of a part are withheld', () => {
    expect(withheldHouseholds([5, 6, 90], [['a', 'a', 'a']])).toEqual([true, true, false]);
  });

  it('hide behind a companion in every partition', () => {
    const withheld = withheldHouseholds(
      [5, 40, 60, 80],
      [
        ['a', 'a', 'b', 'b'],
        ['x', 'y', 'x', 'y'],
      ],
    );
    expect(withheld).toEqual([true, true, true, true]);
  });

  it('can never be told from the sums of parts and the figures shown', () => {
    const random = mulberry32(11);
    for (let round = 0; round < 300; round++) {
      const count = 1 + Math.floor(random() * 30);
      const households = Array.from({ length: count }, () => (random() < 0.1 ? undefined : Math.floor(random() * 90)));
      const partitions = [3, 5].map((parts) =>
        Array.from({ length: count }, () => `part ${Math.floor(random() * parts)}`),
      );
      const withheld = withheldHouseholds(households, partitions);
      households.forEach((value, i) => {
        if (value !== undefined && value > 0 && value < LEAST_HOUSEHOLDS) expect(withheld[i]).toBe(true);
      });
      for (const partOf of partitions) {
        for (const part of new Set(partOf)) {
          const members = partOf.flatMap((name, i) => (name === part && households[i] ? [i] : []));
          const hidden = members.filter((i) => withheld[i]);
          // One hidden figure is told by the sum, unless it is all that the part has.
          expect(hidden.length === 1 && members.length > 1).toBe(false);
        }
      }
    }
  });
});
