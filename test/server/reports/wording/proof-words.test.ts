import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE, type ResponseRule, type Verdict } from '../../../../geodata/travel/two-limit-rule.ts';
import { proofText } from '../../../../server/reports/wording/proof-words.ts';

type Figures = readonly [minutes: number, kilometres: number];

function cost([minutes, kilometres]: Figures) {
  return { ds: Math.round(minutes * 600), dm: Math.round(kilometres * 10_000) };
}

function verdict(
  status: Verdict['status'],
  proof: Verdict['proof'],
  figures: { readonly fastest?: Figures; readonly proven?: Figures; readonly straight?: number } = {},
): Verdict {
  const fastest = figures.fastest && cost(figures.fastest);
  return {
    status,
    proof,
    cost: figures.proven ? cost(figures.proven) : fastest,
    fastest,
    offRoad: { ds: 0, dm: 0 },
    straightMetres: (figures.straight ?? 1) * 1000,
  };
}

interface Case {
  readonly rule?: Partial<ResponseRule>;
  readonly verdict: Verdict;
  readonly zh: string;
  readonly en: string;
}

const CASES: readonly Case[] = [
  {
    verdict: verdict('pass', 'fastest', { fastest: [18.4, 12.3] }),
    zh: '最快路线 12.3 公里、18.4 分钟，里程不超过 30 公里，时间少于 30 分钟，达标。',
    en: 'The fastest route is 12.3 km and 18.4 min, at most 30 km and under 30 min, so it meets the rule.',
  },
  {
    verdict: verdict('marginal', 'fastest', { fastest: [28.4, 12.3] }),
    zh: '最快路线 12.3 公里、28.4 分钟，里程不超过 30 公里，时间少于 30 分钟，达标（用到限值的 90% 及以上，属临界）。',
    en: 'The fastest route is 12.3 km and 28.4 min, at most 30 km and under 30 min, so it meets the rule (near the limit: 90% of it or more is used).',
  },
  {
    verdict: verdict('fail', 'fastest', { fastest: [34.2, 40] }),
    zh: '最快路线也要 34.2 分钟，不少于 30 分钟，因此任何路线都不达标。',
    en: 'Even the fastest route takes 34.2 min, not under 30 min, so no route meets the rule.',
  },
  {
    rule: { combine: 'time' },
    verdict: verdict('pass', 'fastest', { fastest: [20, 40] }),
    zh: '最快路线 20.0 分钟，少于 30 分钟，达标。',
    en: 'The fastest route takes 20.0 min, under 30 min, so it meets the rule.',
  },
  {
    rule: { combine: 'or' },
    verdict: verdict('pass', 'fastest', { fastest: [20, 40] }),
    zh: '最快路线 20.0 分钟，少于 30 分钟，满足一项即可，达标。',
    en: 'The fastest route takes 20.0 min, under 30 min, one of the two is enough: it meets the rule.',
  },
  {
    rule: { metric: 'straight' },
    verdict: verdict('pass', 'fastest', { fastest: [20, 35], straight: 25 }),
    zh: '直线距离 25.0 公里，不超过 30 公里；最快路线 20.0 分钟，少于 30 分钟，达标。',
    en: 'The straight distance is 25.0 km, at most 30 km; the fastest route takes 20.0 min, under 30 min, so it meets the rule.',
  },
  {
    verdict: verdict('pass', 'shortest', { fastest: [22, 31.2], proven: [25.1, 26.9] }),
    zh: '最快路线长 31.2 公里，超过 30 公里；改走最短路线为 26.9 公里、25.1 分钟，里程和时间都在限值以内，达标。',
    en: 'The fastest route is 31.2 km long, over 30 km; the shortest route, 26.9 km and 25.1 min, is within both limits, so it meets the rule.',
  },
  {
    verdict: verdict('fail', 'shortest', { fastest: [22, 33], proven: [25, 31.5] }),
    zh: '最短路线也有 31.5 公里，超过 30 公里，因此任何路线都不达标。',
    en: 'Even the shortest route is 31.5 km, over 30 km, so no route meets the rule.',
  },
  {
    rule: { combine: 'distance' },
    verdict: verdict('pass', 'shortest', { fastest: [40, 33], proven: [55, 20] }),
    zh: '最短路线 20.0 公里，不超过 30 公里，达标。',
    en: 'The shortest route is 20.0 km, at most 30 km, so it meets the rule.',
  },
  {
    rule: { combine: 'or' },
    verdict: verdict('pass', 'shortest', { fastest: [40, 33], proven: [55, 20] }),
    zh: '最快路线也要 40.0 分钟，不少于 30 分钟；最短路线 20.0 公里，不超过 30 公里，满足一项即可，达标。',
    en: 'Even the fastest route takes 40.0 min, not under 30 min; the shortest route is 20.0 km, at most 30 km, one of the two is enough: it meets the rule.',
  },
  {
    rule: { combine: 'or' },
    verdict: verdict('fail', 'shortest', { fastest: [40, 33], proven: [55, 31] }),
    zh: '最快路线也要 40.0 分钟，不少于 30 分钟；最短路线也有 31.0 公里，超过 30 公里，因此任何路线都不达标。',
    en: 'Even the fastest route takes 40.0 min, not under 30 min; even the shortest route is 31.0 km, over 30 km, so no route meets the rule.',
  },
  {
    verdict: verdict('pass', 'quickest-within-length', { fastest: [20, 31.2], proven: [26, 27] }),
    zh: '最快路线长 31.2 公里，超过 30 公里；30 公里以内的路线中最快的为 27.0 公里、26.0 分钟，里程和时间都在限值以内，达标。',
    en: 'The fastest route is 31.2 km long, over 30 km; the quickest of the routes within 30 km, 27.0 km and 26.0 min, is within both limits, so it meets the rule.',
  },
  {
    verdict: verdict('fail', 'quickest-within-length', { fastest: [22, 33], proven: [31, 29] }),
    zh: '30 公里以内的路线中最快的也要 31.0 分钟，不少于 30 分钟；而用时少于 30 分钟的路线都超过 30 公里，因此没有一条路线同时满足两项要求，不达标。',
    en: 'Even the quickest of the routes within 30 km takes 31.0 min, not under 30 min; every route under 30 min is longer than 30 km, so no single route meets both limits: it fails.',
  },
  {
    rule: { metric: 'straight', combine: 'distance' },
    verdict: verdict('pass', 'straight-line', { straight: 26 }),
    zh: '直线距离 26.0 公里，不超过 30 公里，达标。',
    en: 'The straight distance is 26.0 km, at most 30 km, so it meets the rule.',
  },
  {
    rule: { metric: 'straight' },
    verdict: verdict('fail', 'straight-line', { fastest: [20, 35], straight: 30.4 }),
    zh: '直线距离 30.4 公里，超过 30 公里，不达标。',
    en: 'The straight distance is 30.4 km, over 30 km, so it fails.',
  },
  {
    rule: { metric: 'straight', combine: 'or' },
    verdict: verdict('pass', 'straight-line', { fastest: [20, 45], straight: 35 }),
    zh: '直线距离 35.0 公里，超过 30 公里；最快路线 20.0 分钟，少于 30 分钟，满足一项即可，达标。',
    en: 'The straight distance is 35.0 km, over 30 km; the fastest route takes 20.0 min, under 30 min, one of the two is enough: it meets the rule.',
  },
  {
    rule: { metric: 'straight', combine: 'or' },
    verdict: verdict('fail', 'straight-line', { fastest: [40, 45], straight: 35 }),
    zh: '直线距离 35.0 公里，超过 30 公里；最快路线也要 40.0 分钟，不少于 30 分钟，不达标。',
    en: 'The straight distance is 35.0 km, over 30 km; even the fastest route takes 40.0 min, not under 30 min, so it fails.',
  },
  {
    rule: { metric: 'straight', combine: 'or' },
    verdict: verdict('fail', 'straight-line', { straight: 35 }),
    zh: '直线距离 35.0 公里，超过 30 公里；路网不通，从派出所到该居民点没有连通的道路，不达标。',
    en: 'The straight distance is 35.0 km, over 30 km; the road network does not lead from the station to the settlement, so it fails.',
  },
  {
    verdict: verdict('fail', 'no-route'),
    zh: '路网不通，从派出所到该居民点没有连通的道路，按不达标计。',
    en: 'The road network does not lead from the station to the settlement, counted as failing.',
  },
  {
    verdict: verdict('fail', 'no-road'),
    zh: '派出所或居民点附近没有可通行的道路，按不达标计。',
    en: 'There is no drivable road near the station or the settlement, counted as failing.',
  },
];

describe('proofText', () => {
  it.each(CASES)('says: $zh', ({ rule, verdict: given, zh, en }) => {
    const full = { ...DEFAULT_RULE, ...rule };
    expect(proofText(given, full, 'zh')).toBe(zh);
    expect(proofText(given, full, 'en')).toBe(en);
  });

  it('never rounds a figure onto or across its limit', () => {
    const justUnder = { ds: 17_999, dm: 300_000 };
    const passes: Verdict = { ...verdict('marginal', 'fastest'), cost: justUnder, fastest: justUnder };
    expect(proofText(passes, DEFAULT_RULE, 'zh')).toContain('最快路线 30.0 公里、29.998 分钟');
    const justOver = { ds: 100, dm: 300_001 };
    const fails: Verdict = { ...verdict('fail', 'shortest'), cost: justOver, fastest: justOver };
    expect(proofText(fails, DEFAULT_RULE, 'zh')).toContain('最短路线也有 30.0001 公里');
  });
});
