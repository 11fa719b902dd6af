import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FINDING_WORDS, findingReason, findingRuleText } from '../../../server/tables/finding-words.ts';
import { TABLE_KINDS } from '../../../server/tables/table-kind.ts';
import { TEMPLATES } from '../../../server/tables/templates/templates.ts';

const CHECK_FOLDER = new URL('../../../server/tables/check/', import.meta.url);

/** Rules that the sources of the check name beside a level, or as `rule`. */
function rulesOfSources(): string[] {
  const sources = readdirSync(CHECK_FOLDER).map((name) => readFileSync(new URL(name, CHECK_FOLDER), 'utf8'));
  const named = /(?:'(?:error|doubt|repair)',\s*|rule: |fail\(report, )'([a-z-]+)'/g;
  return sources.flatMap((source) => [...source.matchAll(named)].map(([, rule]) => rule ?? ''));
}

describe('the catalogue of rules', () => {
  it('words every rule that the check or a template can report', () => {
    const rules = [
      ...rulesOfSources(),
      ...TABLE_KINDS.flatMap((kind) => TEMPLATES[kind].rules.map(({ rule }) => rule)),
    ];
    expect(rules.length).toBeGreaterThan(50);
    // A rule without words is its own text.
    for (const language of ['zh', 'en'] as const) {
      expect(rules.filter((rule) => findingRuleText(rule, language) === rule)).toEqual([]);
    }
  });

  it('asks for the same figures in both languages, and ends no sentence', () => {
    for (const [rule, { zh, en }] of Object.entries(FINDING_WORDS)) {
      const figures = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
      expect(figures(zh), rule).toEqual(figures(en));
      expect(`${zh}${en}`, rule).not.toMatch(/[。.]$/);
    }
  });

  it('fills in figures, and leaves what it lacks to be seen', () => {
    expect(findingReason({ rule: 'id-twice', data: { firstRow: 7 } }, 'zh')).toBe('与第 7 行重复');
    expect(findingReason({ rule: 'id-twice' }, 'en')).toBe('row {firstRow} has it already');
  });

  it('falls back on the words for reading files, then on those for problems, then on the key', () => {
    expect(findingRuleText('quote-open', 'en')).toBe('a quotation mark is never closed');
    expect(findingRuleText('member-urban', 'en')).toBe('an urban station cannot be a member');
    expect(findingRuleText('no-such-rule', 'zh')).toBe('no-such-rule');
  });
});
