import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../server/reports/display-width.ts';
import { textOfTable, textTable } from '../../../server/reports/text-table.ts';

describe('textTable', () => {
  it('lines up Chinese and numbers, and marks what is not known', () => {
    const columns = [{ header: '派出所' }, { header: '距离(km)' }, { header: 'note' }];
    const rows = [
      ['城关所', 3.5, 'a'],
      ['North', 12, undefined],
      [undefined, undefined, 'b'],
    ];
    expect(textTable(columns, rows)).toBe(
      [
        '派出所  距离(km)  note', //
        '------  --------  ----',
        '城关所       3.5  a',
        'North         12  —',
        '—              —  b',
      ].join('\n'),
    );
  });

  it('aligns as told', () => {
    const columns = [{ header: 'share', align: 'right' } as const, { header: 'n', align: 'left' } as const];
    expect(
      textTable(columns, [
        ['5 %', 1],
        ['10 %', 20],
      ]),
    ).toBe('share  n\n-----  --\n  5 %  1\n 10 %  20');
  });

  it('goes on in the next line where a column is too narrow', () => {
    const columns = [{ header: 'name', maxWidth: 10 }, { header: 'n' }];
    expect(
      textTable(columns, [
        ['固始县公安局西关派出所', 1],
        ['North East Police', 2],
      ]),
    ).toBe(
      [
        'name        n', //
        '----------  -',
        '固始县公安  1',
        '局西关派出',
        '所',
        'North East  2',
        'Police',
      ].join('\n'),
    );
  });

  it('breaks a word that is wider than the column, filling the line it begins in', () => {
    expect(textTable([{ header: 'x', maxWidth: 4 }], [['ab abcdefghij']])).toBe('x\n----\nab a\nbcde\nfghi\nj');
  });

  it('keeps line breaks and lets no control character through', () => {
    expect(textTable([{ header: 'x' }], [['a\r\nb\u001B[2J']])).toBe('x\n-----\na\nb\uFFFD[2J');
  });

  it('prints the header of a table without rows', () => {
    expect(textTable([{ header: 'a' }, { header: '乙' }], [])).toBe('a  乙\n-  --');
  });

  it('refuses a column in which a Chinese character has no room', () => {
    expect(() => textTable([{ header: 'x', maxWidth: 1 }], [])).toThrow(
      'Column x is 1 cells wide when at least 2 are needed.',
    );
  });

  it('loses no character, exceeds no width and leaves no space at the end of a line, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '村', '🚓', 'é', ','), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (cell, maxWidth) => {
        const lines = textTable([{ header: 'h', maxWidth }], [[cell]]).split('\n');
        expect(lines.slice(2).join('').replace(/ /g, '')).toBe(cell.replace(/ /g, ''));
        for (const line of lines) {
          expect(displayWidth(line)).toBeLessThanOrEqual(maxWidth);
          expect(line).toBe(line.trimEnd());
        }
      }),
      { seed: 20_240_602, numRuns: 300 },
    );
  });
});

describe('textOfTable', () => {
  it('puts units into the header and words yes and no, in either language', () => {
    const table = {
      columns: [
        { key: 'metres', zh: '距离', en: 'distance', unit: 'm' },
        { key: 'passes', zh: '达标', en: 'passes' },
      ],
      rows: [{ values: [30, true] }, { values: [undefined, false] }],
    };
    expect(textOfTable(table, 'zh')).toBe('距离(m)  达标\n-------  ----\n     30  是\n      —  否');
    expect(textOfTable(table, 'en')).toBe(
      'distance(m)  passes\n-----------  ------\n         30  yes\n          —  no',
    );
  });
});
