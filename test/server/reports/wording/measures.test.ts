import { describe, expect, it } from 'vitest';
import {
  kilometresPhrase,
  kilometresText,
  limitKilometres,
  limitMinutes,
  minutesPhrase,
  minutesText,
  percentText,
} from '../../../../server/reports/wording/measures.ts';

describe('figures in reports', () => {
  it('have one decimal, and their unit in the language', () => {
    expect([minutesText(20_520), kilometresText(123_456)]).toEqual(['34.2', '12.3']);
    expect([minutesPhrase(600, 'zh'), kilometresPhrase(10_000, 'en')]).toEqual(['1.0 分钟', '1.0 km']);
    expect([limitMinutes(18_000, 'zh'), limitKilometres(275_000, 'en')]).toEqual(['30 分钟', '27.5 km']);
  });

  it('stay on their side of the limit, down to a decisecond and a decimetre', () => {
    for (let off = -60; off <= 60; off++) {
      expect(Math.sign(Number(minutesText(18_000 + off, 18_000)) - 30)).toBe(Math.sign(off));
      expect(Math.sign(Number(kilometresText(300_000 + off, 300_000)) - 30)).toBe(Math.sign(off));
    }
  });
});

describe('percentText', () => {
  it.each([
    [1, 2, '50.0%'],
    [3, 3, '100.0%'],
    [0, 7, '0.0%'],
    [9_999, 10_000, '99.99%'],
    [1, 5000, '0.02%'],
    [999_999, 1_000_000, '99.9999%'],
  ])('writes %i of %i as %s', (part, whole, text) => {
    expect(percentText(part, whole)).toBe(text);
  });

  it('is no number where there is nothing to take a share of', () => {
    expect(percentText(0, 0)).toBeUndefined();
  });
});
