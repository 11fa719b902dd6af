import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STANDARD_RULES } from '../../geodata/standards/rule-set.ts';

const LINES = readFileSync(new URL('../../docs/standards.md', import.meta.url), 'utf8').split('\n');

/** Rows of the table under a heading, without its head. */
function rowsUnder(heading: string): string[] {
  const from = LINES.indexOf(`## ${heading}`);
  const to = LINES.findIndex((line, index) => index > from && line.startsWith('## '));
  return LINES.slice(from, to)
    .filter((line) => line.startsWith('|'))
    .slice(2);
}

describe('docs/standards.md', () => {
  it('has a row for every rule, with its formula, offices and deadline', () => {
    expect(rowsUnder('Rules')).toEqual(
      STANDARD_RULES.map(({ id, title, unit, formula, lead, responsible, deadline }) => {
        const offices = `${lead.join('、')} / ${responsible.join('、') || '—'}`;
        return `| \`${id}\` ${title.zh} ${title.en} | ${unit} | ${formula.en} | ${offices} | ${deadline ?? '—'} |`;
      }),
    );
  });

  it('has a row for every switch, the default first', () => {
    const text = ({ value, name }: { value: string; name: { en: string } }) => `\`${value}\` (${name.en})`;
    expect(rowsUnder('Switches')).toEqual(
      STANDARD_RULES.flatMap(({ id, switches }) =>
        switches.map(({ key, name, values }) => {
          const [first, ...others] = values.map(text);
          return `| \`${id}\` | \`${key}\` ${name.en} | ${first} | ${others.join('; ')} |`;
        }),
      ),
    );
  });

  it('has a row for every threshold', () => {
    expect(rowsUnder('Thresholds')).toEqual(
      STANDARD_RULES.flatMap(({ id, thresholds }) =>
        thresholds.map(
          ({ key, name, value, unit, least, most }) =>
            `| \`${id}\` | \`${key}\` ${name.en} | ${value} ${unit.en} | ${least} to ${most} |`,
        ),
      ),
    );
  });
});
