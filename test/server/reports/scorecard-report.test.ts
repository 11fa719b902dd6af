import { describe, expect, it } from 'vitest';
import { evaluateStandards } from '../../../geodata/standards/evaluate-standards.ts';
import { DEFAULT_RULE_SET, STANDARD_RULES } from '../../../geodata/standards/rule-set.ts';
import { scorecardReport } from '../../../server/reports/scorecard-report.ts';
import { scorecardTable, scorecardUnitsTable } from '../../../server/reports/scorecard-tables.ts';
import { checkTable, type Table } from '../../../server/reports/table.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { compound, county, room, staffed, village } from '../../standards/county.ts';
import { diceOf, randomCounty, randomRuleSet, withGaps } from '../../standards/random-county.ts';

const input = county({
  ...staffed(
    { onDuty: 10, community: 4, twoTeams: true, auxiliaries: 20, asOf: '2026-06-30' },
    { onDuty: 4, community: 1, twoTeams: false, auxiliaries: 3, analysts: 1, asOf: '2026-09-30' },
    {},
  ),
  units: [village('v0', { auxiliaries: 0, households: 45, volunteers: 2 }), village('v1', { auxiliaries: 1 })],
  compounds: [compound('a', { state: 'accepted', networked: true }), compound('b')],
  rooms: [room('r', { kinds: ['model', 'rural'] })],
  facts: { informantFundsYuan: 200_000 },
});
const results = evaluateStandards(input, DEFAULT_RULE_SET);

function records({ columns, rows }: Table): Record<string, unknown>[] {
  return rows.map(({ values }) => Object.fromEntries(columns.map(({ key }, index) => [key, values[index]])));
}

/** A report's lines that begin with a clause, in one section. */
function linesOf(report: string, heading: string, ruleId: string): string[] {
  const section = report.slice(report.indexOf(heading)).split(/\n\n[二三四五六]、|\n\n[2-6]\. /)[0] ?? '';
  return section.split('\n').filter((line) => line.startsWith(`${ruleId} `));
}

describe('scorecardReport', () => {
  const zh = scorecardReport(results, 'zh');
  const en = scorecardReport(results, 'en');

  it('gives every clause its value, standard, verdict, missing units and dates', () => {
    const [line] = linesOf(zh, '一、逐条结果', 'c4C');
    expect(line?.split(/ {2,}/)).toEqual([
      'c4C',
      '每所在编在岗民警',
      '1/2 (50.0%)',
      '≥ 100%',
      '不达标',
      '1',
      '1',
      '2026-06-30 至 2026-09-30',
    ]);
  });

  it('says that clauses without data have none, and what is missing', () => {
    expect(linesOf(zh, '一、逐条结果', 'c4A')[0]).toContain('无数据');
    expect(zh).toContain('全县指标：c4A 县局民警总数');
    expect(linesOf(zh, '三、缺数据的单位', 'c4B')[0]).toMatch(/s2所 +— +无数据 +缺数据：在岗民警数、社区民警数/);
  });

  it('lists the units that do not meet, with what they lack', () => {
    expect(linesOf(zh, '二、未达标', 'c15-rural')[0]).toContain('低于标准：最少 3、最多 5、缺 1、多 0');
    expect(linesOf(en, '2. Units that fail', 'c15-rural')[0]).toContain('below the standard: least 3, most 5,');
  });

  it('shows the other readings beside the one that holds', () => {
    const lines = linesOf(en, '4. Readings', 'c12-network');
    expect(lines[0]).toContain('1/1 (100.0%)');
    expect(lines.find((line) => line.includes('instead out of'))).toContain('1/2 (50.0%)');
  });

  it('shows the thresholds that a county has set, and an amount as it is', () => {
    const edited = { rules: { c4C: { thresholds: { officers: 6 } } } };
    const changed = evaluateStandards(input, edited);
    const row = records(scorecardTable(changed, 'zh')).find(({ ruleId }) => ruleId === 'c4C');
    expect(row?.['reading']).toContain('每所最少民警：6 人');
    const report = scorecardReport(changed, 'zh');
    expect(linesOf(report, '一、', 'c15-funds')[0]).toMatch(/200000 +≥ 200000 +达标/);
  });

  it('says which side of the standard a near value is on', () => {
    const near = evaluateStandards(county({ ...staffed({ onDuty: 42 }), facts: { officers: 100 } }), DEFAULT_RULE_SET);
    expect(linesOf(scorecardReport(near, 'zh'), '一、逐条结果', 'c4A')[0]).toContain('临界（已达）');
    expect(linesOf(scorecardReport(near, 'en'), '1. Clause', 'c4A')[0]).toContain('near (met)');
  });

  it('never rounds a share onto its standard', () => {
    const close = county({ ...staffed({ onDuty: 3999 }), facts: { officers: 10_000 } });
    expect(linesOf(scorecardReport(evaluateStandards(close, DEFAULT_RULE_SET), 'zh'), '一、', 'c4A')[0]).toContain(
      '39.99%',
    );
  });

  it('names the first ids of a long remark and counts the others', () => {
    const many = county({ units: Array.from({ length: 20 }, (_, index) => village(`v${10 + index}`)) });
    expect(scorecardReport(evaluateStandards(many, DEFAULT_RULE_SET), 'zh')).toContain('v21，另有 8 个');
  });

  it('speaks English without Chinese, names of places apart', () => {
    const { stations, records, ...rest } = input;
    const latin = {
      ...rest,
      stations: stations.map((station) => ({ ...station, name: station.id })),
      records: {
        ...records,
        units: records.units.map((unit) => ({ ...unit, name: unit.code })),
        compounds: records.compounds.map((row) => ({ ...row, name: row.id })),
        rooms: records.rooms.map((row) => ({ ...row, name: row.id })),
      },
    };
    expect(scorecardReport(evaluateStandards(latin, DEFAULT_RULE_SET), 'en')).not.toMatch(/\p{Script=Han}/u);
  });

  it('has words for whatever random counties come to', () => {
    const dice = diceOf(mulberry32(21));
    for (let round = 0; round < 60; round++) {
      const random = evaluateStandards(withGaps(dice, randomCounty(dice), 0.1), randomRuleSet(dice));
      for (const language of ['zh', 'en'] as const) {
        expect(scorecardReport(random, language)).not.toMatch(/undefined|NaN|Infinity/);
        checkTable(scorecardTable(random, language));
        checkTable(scorecardUnitsTable(random, language));
      }
    }
  });
});

describe('scorecardTable', () => {
  it('has a row for every clause and for every other reading of it', () => {
    const rows = records(scorecardTable(results, 'zh'));
    const enabled = STANDARD_RULES.filter(({ enabled }) => enabled);
    const others = enabled.flatMap(({ switches }) => switches.flatMap(({ values }) => values.slice(1)));
    expect(rows).toHaveLength(enabled.length + others.length);
    expect(rows.filter((row) => row['switch'] === undefined).map((row) => row['ruleId'])).toEqual(
      enabled.map(({ id }) => id),
    );
    expect(rows.find((row) => row['ruleId'] === 'c12-coverage')).toMatchObject({
      numerator: 1,
      denominator: 2,
      percent: 50,
      threshold: '≥ 100%',
      resultCode: 'fail',
      lead: '通信科',
      deadline: '2023-12-31',
    });
  });

  it('leaves the value of a clause without one empty', () => {
    expect(records(scorecardTable(results, 'en')).find((row) => row['ruleId'] === 'c6c')).toMatchObject({
      numerator: undefined,
      percent: undefined,
      resultCode: 'no-data',
    });
  });
});

describe('scorecardUnitsTable', () => {
  it('has a row for every unit behind a clause, by its id', () => {
    const rows = records(scorecardUnitsTable(results, 'en')).filter((row) => row['ruleId'] === 'c5');
    expect(rows.map((row) => [row['id'], row['numerator'], row['resultCode'], row['reasonCode']])).toEqual([
      ['v0', 0, 'fail', 'below'],
      ['v1', 1, 'pass', 'meets'],
    ]);
  });
});
