import { describe, expect, it } from 'vitest';
import {
  kilometresPhrase,
  kilometresText,
  limitKilometres,
  limitMinutes,
  minutesPhrase,
  minutesText,
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
