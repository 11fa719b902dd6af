import { describe, expect, it } from 'vitest';
import { DEFAULT_COUNTING } from '../../../geodata/grouping/counting-rule.ts';
import type { Judged, PlanRobustness } from '../../../geodata/grouping/robustness/plan-robustness.ts';
import { certain, DEFAULT_LEVELS, estimated } from '../../../geodata/grouping/robustness/probability.ts';
import { DEFAULT_BANDS } from '../../../geodata/travel/uncertainty/speed-bands.ts';
import { robustnessReport, robustnessTable } from '../../../server/reports/robustness-report.ts';
import { checkTable } from '../../../server/reports/table.ts';
import { settlement, station } from '../../grouping/county-arrays.ts';

const sure: Judged = { probability: certain(true), status: 'pass', settled: true };
const near: Judged = { probability: estimated(160, 200), status: 'marginal', settled: true };
const poor: Judged = { probability: estimated(98, 200), status: 'fail', settled: false };
const robustness: PlanRobustness = {
  sampleCount: 200,
  levels: DEFAULT_LEVELS,
  settlements: [sure, near, poor],
  units: [poor, undefined],
  plan: poor,
  expectedOutOfReach: 123.4,
  weight: 600,
  weights: {
    base: 'population',
    of: Float64Array.of(0, 200, 400),
    withoutPopulation: 0,
    withoutHouseholds: 0,
    withheldCount: 1,
  },
};
const input = {
  stations: [station('甲'), station('乙')],
  settlements: ['东', '西', '南'].map((id) => settlement(id)),
  centreOfSettlement: [0, 0, 0],
  units: [
    { centre: 0, stations: [0, 1] },
    { centre: 1, stations: [1] },
  ],
  robustness,
  counting: DEFAULT_COUNTING,
  uncertainty: { bands: DEFAULT_BANDS, commonShare: 0.5, seed: 7 },
};

describe('robustnessReport', () => {
  it('gives the plan, the groups, and the doubtful settlements, the least probable first', () => {
    const report = robustnessReport(input, 'zh');
    expect(report).toContain('49% (42.2~55.9%) 不达标（增加抽样可能改变）');
    expect(report).toContain('达标 1，临界 1，不达标 1');
    expect(report).toContain('（样本过小未计 1 处）');
    const doubtful = report.slice(report.indexOf('不能确定达标的居民点'));
    expect(doubtful.indexOf('南村')).toBeGreaterThan(0);
    expect(doubtful.indexOf('南村')).toBeLessThan(doubtful.indexOf('西村'));
    expect(doubtful).not.toContain('东村');
  });

  it('says what the speeds were drawn from, in either language', () => {
    expect(robustnessReport(input, 'zh')).toMatch(/随机种子：\s*7/);
    const report = robustnessReport(input, 'en');
    expect(report).toMatch(/Samples:\s+200/);
    expect(report).toContain('secondary 0.44~1.56');
    expect(report).not.toMatch(/[未达标区]/);
  });

  it('rounds no probability onto a level, nothing or all', () => {
    const shares = [0.94996, 0.99996, 0.49996, 0.00004].map((share) => ({ share, low: share / 2, high: 1 }));
    const settlements = shares.map((probability): Judged => ({ ...near, probability }));
    const table = robustnessTable({
      ...input,
      settlements: shares.map((_, index) => settlement(`s${index}`)),
      centreOfSettlement: shares.map(() => 0),
      robustness: { ...robustness, settlements },
    });
    expect(table.rows.map(({ values }) => values[3])).toEqual([94.996, 99.996, 49.996, 0.004]);
  });

  it('has a sound table of all settlements without a figure of people', () => {
    const table = robustnessTable(input);
    checkTable(table);
    expect(table.rows.map(({ values }) => values[3])).toEqual([100, 80, 49]);
    expect(table.columns.some(({ key }) => /population|weight|household/.test(key))).toBe(false);
  });
});
