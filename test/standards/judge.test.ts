import { describe, expect, it } from 'vitest';
import { atLeast, atLeastPercent, countOf, judge, type Requirement, worst } from '../../geodata/standards/judge.ts';
import { mulberry32 } from '../oracles/random.ts';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });
const text = (requirement: Requirement, numerator: number, denominator = 1) => {
  const { verdict, met } = judge(share(numerator, denominator), requirement);
  return `${verdict} ${met ? 'met' : 'unmet'}`;
};

describe('judge', () => {
  it.each([
    // 40 %: near from 36 to 44 %, both included.
    [35, 100, 'fail unmet'],
    [359, 1000, 'fail unmet'],
    [36, 100, 'near unmet'],
    [399, 1000, 'near unmet'],
    [2, 5, 'near met'],
    [44, 100, 'near met'],
    [441, 1000, 'pass met'],
    [1, 1, 'pass met'],
    [0, 5, 'fail unmet'],
  ])('finds %i of %i against at least 40 %% %s', (numerator, denominator, expected) => {
    expect(text(atLeastPercent(40), numerator, denominator)).toBe(expected);
  });

  it.each([
    [8, 10, 'fail unmet'],
    [89, 99, 'fail unmet'],
    [9, 10, 'near unmet'],
    [99, 100, 'near unmet'],
    [100, 100, 'pass met'],
  ])('finds %i of %i against 100 %% %s: all is all', (numerator, denominator, expected) => {
    expect(text(atLeastPercent(100), numerator, denominator)).toBe(expected);
  });

  it.each([
    [1, 1, 'pass met'],
    [1, 0, 'fail unmet'],
    [5, 4, 'fail unmet'],
    [5, 5, 'pass met'],
    [15, 13, 'fail unmet'],
    [15, 14, 'near unmet'],
    [15, 16, 'pass met'],
    [200_000, 180_000, 'near unmet'],
    [200_000, 179_999, 'fail unmet'],
    [200_000, 200_000, 'pass met'],
  ])('holds a head count to at least %i: %i is %s', (least, count, expected) => {
    expect(text(atLeast(least), count)).toBe(expected);
  });

  it('holds a number to exactly what is asked, near on both sides of it', () => {
    const exactly = { kind: 'exactly', threshold: countOf(20) } as const;
    expect([17, 18, 20, 22, 23].map((count) => text(exactly, count))).toEqual([
      'fail unmet',
      'near unmet',
      'pass met',
      'near unmet',
      'fail unmet',
    ]);
  });

  it('holds a number to a range, both ends included', () => {
    const range = { kind: 'range', least: 1, most: 2 } as const;
    expect([0, 1, 2, 3].map((count) => text(range, count))).toEqual([
      'fail unmet',
      'pass met',
      'pass met',
      'fail unmet',
    ]);
    expect(text({ kind: 'range', least: 1, most: 20 }, 22)).toBe('near unmet');
  });

  it('agrees with exact fractions on random values', () => {
    const random = mulberry32(40);
    const below = (most: number) => Math.floor(random() * most);
    for (let round = 0; round < 5000; round++) {
      const value = share(below(400), 1 + below(400));
      const percent = 1 + below(100);
      const scaled = BigInt(value.numerator) * 100n;
      const wanted = BigInt(percent) * BigInt(value.denominator);
      const distance = scaled > wanted ? scaled - wanted : wanted - scaled;
      const met = scaled >= wanted;
      const isNear = 10n * distance <= wanted && (!met || percent < 100);
      expect(judge(value, atLeastPercent(percent))).toEqual({
        verdict: isNear ? 'near' : met ? 'pass' : 'fail',
        met,
      });
    }
  });

  it('never judges a larger share worse', () => {
    const order = ['fail unmet', 'near unmet', 'near met', 'pass met'];
    for (const percent of [1, 7, 40, 99, 100]) {
      const ranks = Array.from({ length: 201 }, (_, part) => order.indexOf(text(atLeastPercent(percent), part, 200)));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });
});

describe('worst', () => {
  it('takes an unmet near before a met one, and a failure before both', () => {
    const pass = { verdict: 'pass', met: true } as const;
    const met = { verdict: 'near', met: true } as const;
    const unmet = { verdict: 'near', met: false } as const;
    const fail = { verdict: 'fail', met: false } as const;
    expect(worst(pass, met)).toBe(met);
    expect(worst(unmet, met, pass)).toBe(unmet);
    expect(worst(met, fail, unmet)).toBe(fail);
  });
});
