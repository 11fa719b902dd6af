import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../server/reports/display-width.ts';

describe('displayWidth', () => {
  it.each([
    ['Latin letters', 'abc', 3],
    ['Chinese', '派出所', 6],
    ['rare Chinese beyond the first plane', '𠀀𰻝', 4],
    ['full-width signs', '（：，', 6],
    ['half-width katakana', 'ｱｲ', 2],
    ['Hangul', '한국', 4],
    ['Hangul in parts', '\u1112\u1161\u11AB', 2],
    ['accents', 'e\u0301é', 2],
    ['an emoji', '🚓', 2],
    ['a family of four joined', '👨‍👩‍👧‍👦', 2],
    ['a sign of ambiguous width', '—×℃', 3],
    ['nothing', '', 0],
    ['invisible joiners', '\u200B\uFEFF', 0],
  ])('counts %s', (_, text, cells) => {
    expect(displayWidth(text)).toBe(cells);
  });
});
