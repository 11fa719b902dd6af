import { describe, expect, it } from 'vitest';
import { DEFAULT_COUNTING } from '../../../../geodata/grouping/counting-rule.ts';
import type { Combine, DistanceMetric } from '../../../../geodata/travel/two-limit-rule.ts';
import {
  countingLines,
  labelledText,
  limitsText,
  provenanceLines,
} from '../../../../server/reports/wording/rule-words.ts';

describe('limitsText', () => {
  it.each<[DistanceMetric, Combine, string, string]>([
    [
      'road',
      'and',
      '路网里程不超过 30 公里，且行车时间少于 30 分钟（由同一条路线同时满足）',
      'road length at most 30 km and driving time under 30 min, by one and the same route',
    ],
    [
      'road',
      'or',
      '路网里程不超过 30 公里，或行车时间少于 30 分钟',
      'road length at most 30 km or driving time under 30 min',
    ],
    ['road', 'distance', '路网里程不超过 30 公里（仅距离）', 'road length at most 30 km (distance alone)'],
    ['road', 'time', '行车时间少于 30 分钟（仅时间）', 'driving time under 30 min (time alone)'],
    [
      'straight',
      'and',
      '直线距离不超过 30 公里，且行车时间少于 30 分钟',
      'straight distance at most 30 km and driving time under 30 min',
    ],
  ])('words %s, %s', (metric, combine, zh, en) => {
    const rule = { ...DEFAULT_COUNTING, metric, combine };
    expect([limitsText(rule, 'zh'), limitsText(rule, 'en')]).toEqual([zh, en]);
  });
});

describe('the head of a report', () => {
  it('names scope, condition and the meaning of marginal', () => {
    const counting = { ...DEFAULT_COUNTING, scope: 'share', sharePercent: 95, condition: 'night' } as const;
    const text = labelledText(countingLines(counting, 'zh'), 'zh');
    expect(text).toContain('统计范围：加权达标率不低于 95%');
    expect(text).toContain('情景：夜间');
    expect(text).toContain('临界：达标，但没有一条路线低于起作用的限值的 90%');
  });

  it('names profile, the assumption off the road, the network and the dataset', () => {
    const provenance = { profile: 'rural-plain', offRoad: { detourFactor: 1.3, kmh: 13.95 }, networkHash: 'ab12' };
    expect(labelledText(provenanceLines(provenance, 'en'), 'en').split('\n')).toEqual([
      'Speed profile: rural-plain',
      'Off-road legs: straight distance x 1.3 at 13.95 km/h, counted (estimated); beyond 300 m a virtual connector; never to a motorway; none beyond 5000 m',
      'Road network: SHA-256 ab12',
      'Dataset: —',
    ]);
    expect(labelledText(provenanceLines({ ...provenance, dataset: '2026 年版' }, 'zh'), 'zh')).toContain(
      '数据集：2026 年版',
    );
  });
});
