import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../../server/files/gbk-text.ts';

describe('text as GBK', () => {
  it('has the bytes that the standard gives', () => {
    expect(encodeGbk('编号,1')).toEqual(Uint8Array.of(0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x31));
    expect(encodeGbk('１２（镕）')).toEqual(Uint8Array.of(0xa3, 0xb1, 0xa3, 0xb2, 0xa3, 0xa8, 0xe9, 0x46, 0xa3, 0xa9));
  });

  it('is read back as it was, for every common Chinese character', () => {
    const text = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(
      '',
    );
    const bytes = encodeGbk(text);
    expect(bytes).toHaveLength(2 * text.length);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe(text);
  });

  it('refuses a character that GBK lacks', () => {
    expect(() => encodeGbk('村👮')).toThrow('GBK has no character 👮 (U+1f46e).');
  });
});
