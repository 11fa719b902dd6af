import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../oracles/random.ts';
import { type KnownSum, solveSums } from './solve-sums.ts';

function sum(total: number, ...names: string[]): KnownSum {
  return { total, parts: new Map(names.map((name) => [name, 1])) };
}

describe('what sums determine', () => {
  it('is a part, once the other parts are known by a difference', () => {
    expect(solveSums([sum(10, 'a', 'b'), sum(17, 'a', 'b', 'c')])).toEqual(new Map([['c', 7]]));
  });

  it('is nothing where every sum hides two parts together', () => {
    expect(solveSums([sum(10, 'a', 'b'), sum(17, 'a', 'b', 'c', 'd')]).size).toBe(0);
  });

  it('is found where no two sums alone tell it', () => {
    expect(solveSums([sum(5, 'a', 'b'), sum(7, 'b', 'c'), sum(6, 'a', 'c')])).toEqual(
      new Map([
        ['a', 2],
        ['b', 3],
        ['c', 4],
      ]),
    );
  });

  it('is what no other solution changes, on random sums', () => {
    const random = mulberry32(11);
    for (let round = 0; round < 60; round++) {
      const names = ['a', 'b', 'c', 'd'];
      const values = new Map(names.map((name) => [name, Math.floor(random() * 3)]));
      const sums = Array.from({ length: 3 }, () => {
        const members = names.filter(() => random() < 0.5);
        return sum(
          members.reduce((total, name) => total + (values.get(name) ?? 0), 0),
          ...members,
        );
      });
      const found = solveSums(sums);
      // All solutions with whole parts from -4 to 6: what they agree in is what is determined.
      const agreed = agreedValues(names, sums);
      for (const [name, value] of found) expect(value).toBe(values.get(name));
      for (const name of names) expect({ name, found: found.has(name) }).toEqual({ name, found: agreed.has(name) });
    }
  });
});

/** Parts that have one value in every solution within a box that is wide enough for three sums of noughts and ones. */
function agreedValues(names: readonly string[], sums: readonly KnownSum[]): Set<string> {
  const seen = new Map(names.map((name) => [name, new Set<number>()]));
  const least = -4;
  const span = 11;
  for (let code = 0; code < span ** names.length; code++) {
    const values = names.map((_, index) => (Math.floor(code / span ** index) % span) + least);
    const fits = sums.every(
      ({ parts, total }) =>
        names.reduce((left, name, i) => left - (parts.get(name) ?? 0) * (values[i] ?? 0), total) === 0,
    );
    if (fits) for (const [i, name] of names.entries()) seen.get(name)?.add(values[i] ?? 0);
  }
  return new Set(names.filter((name) => seen.get(name)?.size === 1));
}
