import { describe, expect, it } from 'vitest';
import { checkRuleSet } from '../../geodata/standards/check-rule-set.ts';
import { OFFICES } from '../../geodata/standards/offices.ts';
import {
  alternativeReadings,
  DEFAULT_RULE_SET,
  isEnabled,
  ruleOf,
  STANDARD_RULES,
  settingsOf,
} from '../../geodata/standards/rule-set.ts';

describe('the default rules', () => {
  it('are the clauses that are counted, each once, in order', () => {
    expect(STANDARD_RULES.map(({ id }) => id)).toEqual([
      'c3',
      'c4A',
      'c4B',
      'c4C',
      'c5',
      'c6a',
      'c6b',
      'c6c',
      'c12-coverage',
      'c12-network',
      'c15-rural',
      'c15-urban',
      'c15-analysts',
      'c15-funds',
      'c19',
      'c20',
      'c21',
    ]);
  });

  it.each(STANDARD_RULES)(
    '$id has words in both languages, a known office and thresholds within their bounds',
    (rule) => {
      const texts = [
        rule.title,
        rule.text,
        rule.formula,
        ...rule.switches.flatMap(({ name, values }) => [name, ...values.map((value) => value.name)]),
      ];
      for (const { zh, en } of texts) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
        expect(en).not.toBe('');
      }
      expect(rule.lead.length).toBeGreaterThan(0);
      for (const office of [...rule.lead, ...rule.responsible]) expect(OFFICES).toHaveProperty(office);
      for (const { value, least, most } of rule.thresholds) {
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(most);
      }
      for (const { values } of rule.switches)
        expect(new Set(values.map(({ value }) => value)).size).toBe(values.length);
    },
  );

  it('hold a county to all but the optional clause 19', () => {
    expect(STANDARD_RULES.filter((rule) => !isEnabled(rule, DEFAULT_RULE_SET)).map(({ id }) => id)).toEqual(['c19']);
  });
});

describe('settingsOf', () => {
  it('takes the first value of every switch, and a county’s edits before them', () => {
    const rule = ruleOf('c5');
    expect(settingsOf(rule, DEFAULT_RULE_SET)).toEqual({
      switches: { comparison: 'at-least', assistant: 'not-counted' },
      thresholds: { villageAuxiliaries: 1, communityAuxiliaries: 2 },
    });
    const edited = { rules: { c5: { switches: { assistant: 'stands-in' }, thresholds: { communityAuxiliaries: 3 } } } };
    expect(settingsOf(rule, edited)).toEqual({
      switches: { comparison: 'at-least', assistant: 'stands-in' },
      thresholds: { villageAuxiliaries: 1, communityAuxiliaries: 3 },
    });
  });

  it('survives a trip through JSON', () => {
    const edited = { rules: { c4C: { enabled: false, thresholds: { officers: 6 } } } };
    expect(checkRuleSet(JSON.parse(JSON.stringify(edited)))).toEqual([]);
    expect(settingsOf(ruleOf('c4C'), JSON.parse(JSON.stringify(edited))).thresholds).toEqual({ officers: 6 });
  });
});

describe('alternativeReadings', () => {
  it('turns one switch at a time', () => {
    const rule = ruleOf('c6a');
    const readings = alternativeReadings(rule, settingsOf(rule, DEFAULT_RULE_SET));
    expect(readings.map(({ key, value }) => `${key}=${value}`)).toEqual([
      'ratio=exactly',
      'villageAuxiliaries=not-counted',
      'seats=towns',
    ]);
    expect(readings[0]?.settings.switches).toEqual({
      ratio: 'exactly',
      villageAuxiliaries: 'counted',
      seats: 'towns-and-townships',
    });
  });
});

describe('checkRuleSet', () => {
  it('takes the default rules and any sound edit', () => {
    expect(checkRuleSet(DEFAULT_RULE_SET)).toEqual([]);
    for (const rule of STANDARD_RULES) {
      for (const { key, value } of alternativeReadings(rule, settingsOf(rule, DEFAULT_RULE_SET))) {
        expect(checkRuleSet({ rules: { [rule.id]: { switches: { [key]: value } } } })).toEqual([]);
      }
    }
  });

  it.each([
    [null, 'not-an-object '],
    [[], 'not-an-object '],
    [{}, 'not-an-object rules'],
    [{ rules: [] }, 'not-an-object rules'],
    [{ rules: {}, version: 2 }, 'unknown-key version'],
    [{ rules: { c7: {} } }, 'unknown-rule rules.c7'],
    [{ rules: { c5: 1 } }, 'not-an-object rules.c5'],
    [{ rules: { c5: { deadline: '2030' } } }, 'unknown-key rules.c5.deadline'],
    [{ rules: { c5: { enabled: 'yes' } } }, 'not-a-boolean rules.c5.enabled yes'],
    [{ rules: { c5: { switches: { ratio: 'exactly' } } } }, 'unknown-switch rules.c5.switches.ratio'],
    [{ rules: { c5: { switches: { comparison: 'roughly' } } } }, 'unknown-value rules.c5.switches.comparison roughly'],
    [{ rules: { c5: { switches: { comparison: 1 } } } }, 'unknown-value rules.c5.switches.comparison 1'],
    [{ rules: { c4A: { thresholds: { percent: 40 } } } }, 'unknown-threshold rules.c4A.thresholds.percent'],
    [
      { rules: { c4A: { thresholds: { sharePercent: 0.4 } } } },
      'not-a-whole-number rules.c4A.thresholds.sharePercent 0.4',
    ],
    [
      { rules: { c4A: { thresholds: { sharePercent: '40' } } } },
      'not-a-whole-number rules.c4A.thresholds.sharePercent 40',
    ],
    [{ rules: { c4A: { thresholds: { sharePercent: 101 } } } }, 'out-of-range rules.c4A.thresholds.sharePercent 101'],
    [
      { rules: { 'c15-analysts': { thresholds: { leastAnalysts: 3 } } } },
      'least-above-most rules.c15-analysts.thresholds.leastAnalysts 3',
    ],
  ])('refuses %j by name', (value, expected) => {
    const lines = checkRuleSet(value).map((problem) =>
      [problem.kind, problem.path, ...(problem.value === undefined ? [] : [problem.value])].join(' '),
    );
    expect(lines).toEqual([expected]);
  });

  it('says everything at once', () => {
    const problems = checkRuleSet({ rules: { c9: {}, c5: { switches: { a: 'b' }, thresholds: { c: 1 } } } });
    expect(problems.map(({ path }) => path)).toEqual(['rules.c9', 'rules.c5.switches.a', 'rules.c5.thresholds.c']);
  });
});
