import { describe, expect, it } from 'vitest';
import { headerKey } from '../../../../server/files/header-key.ts';
import { TABLE_KINDS } from '../../../../server/tables/table-kind.ts';
import { knownHeaders } from '../../../../server/tables/templates/known-headers.ts';
import { columnKey, matchColumns } from '../../../../server/tables/templates/match-columns.ts';
import { TEMPLATES } from '../../../../server/tables/templates/templates.ts';

const { stations, units, settlements } = TEMPLATES;

function fieldOf(header: string, group: string | undefined, template = stations, remembered = {}): string | undefined {
  const column = group === undefined ? { index: 0, header } : { index: 0, header, group };
  const match = matchColumns([column], template, remembered);
  if (match.ignored.length > 0) return 'ignored';
  return [...match.positionsOfField.keys()][0];
}

describe('the columns of a table', () => {
  it.each(TABLE_KINDS)('are all found by the headers of the template of %s, in both languages', (kind) => {
    for (const language of ['zh', 'en'] as const) {
      const columns = TEMPLATES[kind].fields.map((field, index) => ({ index, header: `${field[language]}*` }));
      const { positionsOfField, unknown } = matchColumns(columns, TEMPLATES[kind]);
      expect(unknown).toEqual([]);
      expect([...positionsOfField.keys()]).toEqual(TEMPLATES[kind].fields.map(({ key }) => key));
    }
  });

  it.each([
    ['编制数', '民警', 'authorised'],
    ['在编', '民警', 'onRolls'],
    ['其中：社区', '民警', undefined],
    ['社区', '民警', 'community'],
    ['在岗数', '辅警', undefined],
    ['总数', '辅警', 'auxiliaries'],
    ['社区驻村', '辅警', 'villageAuxiliaries'],
    ['经度', '坐标', 'lon'],
    ['经度', '经纬度', 'lon'],
    ['编制', undefined, 'authorised'],
    ['社区', undefined, undefined],
    ['类型', '基本情况', 'kind'],
    ['　派出所 名称＊', undefined, 'name'],
    ['在岗\n民警数（人）', undefined, 'onDuty'],
    ['序号', undefined, 'ignored'],
    ['星座', undefined, undefined],
  ])('%s below %s means %s', (header, group, field) => {
    expect(fieldOf(header, group)).toBe(field);
  });

  it('mean what the county said they mean, and that goes before the template', () => {
    expect(fieldOf('星座', undefined, stations, { 星座: 'kind' })).toBe('kind');
    expect(fieldOf('户数(常住)', undefined, units, { '户数(常住)': 'ignore' })).toBe('ignored');
    expect(fieldOf('户数(户籍)', undefined, units, { '户数(常住)': 'ignore' })).toBe('households');
    expect(fieldOf('星座', undefined, settlements, { 星座: 'onDuty' })).toBe(undefined);
  });

  it('are remembered with their upper header and their remarks', () => {
    expect(columnKey({ header: '人数（户籍）', group: ' 人 口 ' })).toBe('人口/人数(户籍)');
    expect(columnKey({ header: '人口', group: '人口' })).toBe('人口');
  });

  it('that mean one field are all listed, in no order of preference', () => {
    const columns = ['户数(户籍)', '户数(常住)'].map((header, index) => ({ index, header }));
    expect(matchColumns(columns, units).positionsOfField.get('households')).toEqual([0, 1]);
  });
});

describe('the headers that any template knows', () => {
  it('are there by their key, upper ones and those below them included', () => {
    for (const header of ['派出所名称', '民警', '核定', '经度', '序号', '户数(口径:户籍/常住)', 'Station name']) {
      expect(knownHeaders().has(headerKey(header)), header).toBe(true);
    }
    expect(knownHeaders().has('东庄')).toBe(false);
  });
});

describe('the templates', () => {
  it('name only fields that they have in their rules and identities', () => {
    for (const kind of TABLE_KINDS) {
      const { fields, identity, similarNames, rules } = TEMPLATES[kind];
      const named = rules.flatMap((rule) => {
        if (rule.test === 'at-most') return [...rule.parts, rule.whole];
        if (rule.test === 'difference') return [rule.result, rule.from, rule.less];
        return rule.test === 'ratio' ? [rule.over, rule.under] : [rule.flag, rule.field];
      });
      const similar = similarNames ? [similarNames.name, similarNames.within] : [];
      const keys = fields.map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining([...identity, ...similar, ...named]));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('give no two words of a list the same spelling', () => {
    for (const field of TABLE_KINDS.flatMap((kind) => TEMPLATES[kind].fields)) {
      const shared = (field.words ?? []).flatMap((one) =>
        (field.words ?? []).filter(
          (other) => other !== one && spellings(one).some((text) => spellings(other).includes(text)),
        ),
      );
      expect(shared, field.zh).toEqual([]);
    }
  });
});

function spellings({
  value,
  zh,
  en,
  synonyms,
}: {
  value: string;
  zh: string;
  en: string;
  synonyms: readonly string[];
}) {
  return [value, zh, en, ...synonyms].map(headerKey);
}
