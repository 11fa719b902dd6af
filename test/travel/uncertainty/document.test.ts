import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BANDS, SPEED_GROUPS } from '../../../geodata/travel/uncertainty/speed-bands.ts';

describe('docs/uncertainty.md', () => {
  it('gives the bands of the code, two digits after the point', () => {
    const text = readFileSync(new URL('../../../docs/uncertainty.md', import.meta.url), 'utf8');
    const rows = text.match(/^\| [a-z-]+ \| \d.*$/gm);
    expect(rows).toEqual(
      SPEED_GROUPS.map((group) => {
        const { low, high, mark } = DEFAULT_BANDS[group];
        return `| ${group} | ${low.toFixed(2)} | ${high.toFixed(2)} | ${mark} |`;
      }),
    );
  });
});
