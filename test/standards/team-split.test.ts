import { describe, expect, it } from 'vitest';
import { splitTeams } from '../../geodata/standards/team-split.ts';

const STRENGTHS = Array.from({ length: 60 }, (_, index) => index + 1);

describe('splitTeams', () => {
  it.each(STRENGTHS)('shares %i officers out whole, with 40 %% or more to the community team', (strength) => {
    const { community, cases, command } = splitTeams(strength);
    expect(community + cases + command).toBe(strength);
    expect(5 * community).toBeGreaterThanOrEqual(2 * strength);
    expect(5 * (community - 1)).toBeLessThan(2 * strength);
  });

  it('splits the rest 2:1 by largest remainder', () => {
    for (const strength of STRENGTHS) {
      const { community, cases, command } = splitTeams(strength);
      expect([cases, command]).toEqual(largestRemainder(strength - community, [2, 1]));
    }
  });

  it('is 4:4:2 wherever the strength allows it', () => {
    expect(splitTeams(10)).toEqual({ community: 4, cases: 4, command: 2 });
    expect(splitTeams(15)).toEqual({ community: 6, cases: 6, command: 3 });
    expect(splitTeams(20)).toEqual({ community: 8, cases: 8, command: 4 });
    expect(splitTeams(0)).toEqual({ community: 0, cases: 0, command: 0 });
  });

  it('keeps the 40 % where a plain largest remainder breaks it: at 8 and 18', () => {
    const broken = STRENGTHS.filter((strength) => 5 * largestRemainder(strength, [4, 4, 2])[0]! < 2 * strength);
    expect(broken).toEqual(expect.arrayContaining([8, 18]));
    expect(largestRemainder(8, [4, 4, 2])).toEqual([3, 3, 2]);
    expect(largestRemainder(18, [4, 4, 2])).toEqual([7, 7, 4]);
    expect(splitTeams(8)).toEqual({ community: 4, cases: 3, command: 1 });
    expect(splitTeams(18)).toEqual({ community: 8, cases: 7, command: 3 });
  });
});

/** Hamilton's method, the first among equal remainders first. */
function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const order = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = total - shares.reduce((a, b) => a + b, 0);
  for (const { index } of order.slice(0, left)) shares[index]! += 1;
  return shares;
}
