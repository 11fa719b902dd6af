import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../../geodata/grouping/adjacency.ts';
import { DEFAULT_COUNTING } from '../../../geodata/grouping/counting-rule.ts';
import { type Evaluation, evaluateResponses } from '../../../geodata/grouping/evaluate.ts';
import type { Proposal } from '../../../geodata/grouping/propose.ts';
import { groupsReport } from '../../../server/reports/groups-report.ts';
import { type ArrayCounty, arrayInput, drive, settlement, station } from '../../grouping/county-arrays.ts';

const MINUTES = [
  [5, 20, 34.2],
  [20, 6, undefined],
];
const county: ArrayCounty = {
  stations: [station('甲', { officers: 6 }), station('乙'), station('丙')],
  settlements: [
    settlement('东', { population: 100 }),
    settlement('西', { population: 200, township: '西乡' }),
    settlement('南', { population: 300, township: '南乡' }),
  ],
  owners: [0, 1, 1],
  toSettlement: (from, to) => drive(MINUTES[from]?.[to], 12.5),
  toStation: () => drive(8, 6),
};
const plan = [{ id: 'g', centreId: '甲', memberIds: ['乙'] }];

function evaluated(change: Partial<ArrayCounty> = {}): Evaluation {
  return evaluateResponses(arrayInput({ ...county, ...change }, plan));
}

/** Body of the section with this heading. */
function section(report: string, heading: string): string {
  const parts = report.split(/\n\n(?=[一二三四五六七八九十]+、|\d+\. \D+\n\n)/);
  return parts.find((part) => part.split('\n')[0]?.includes(heading)) ?? '';
}

describe('groupsReport', () => {
  const report = groupsReport(evaluated(), 'zh');

  it('begins with the counting rule and what the result was made of', () => {
    const head = section(report, '统计口径');
    expect(report.startsWith('警务协作组测算报告\n\n一、统计口径\n')).toBe(true);
    expect(head).toContain('达标标准：路网里程不超过 30 公里，且行车时间少于 30 分钟');
    expect(head).toContain('加权基数：人口');
    expect(head).toContain('速度参数：rural-plain');
    expect(head).toContain('路网：SHA-256 00ff');
  });

  it('shows a group with its farthest settlements, rate, percentile and result', () => {
    const row = section(report, '协作组达标情况').split('\n').at(-1);
    expect(row?.split(/\s{2,}/)).toEqual(['甲所', '乙所', '12.5 东村', '34.2 南村', '50.0%', '34.2', '不达标']);
  });

  it('shows pooled headcounts with the number of stations that gave one, and — for none', () => {
    const row = section(report, '其他指标').split('\n').at(-1);
    expect(row?.split(/\s{2,}/)).toEqual(['甲所', '3', '2', '12.5', '0.0%', '0', '6（1/2 所）', '—', '—']);
  });

  it('shows the drive from the centre to each member', () => {
    const row = section(report, '中心派出所至成员').split('\n').at(-1);
    expect(row?.split(/\s{2,}/)).toEqual(['甲所', '乙所', '6.0', '8.0', '达标']);
  });

  it('lists each settlement over the limit with the reason and its own station`s first response', () => {
    const row = section(report, '超限居民点').split('\n').at(-1);
    expect(row?.split(/\s{2,}/)).toEqual(['南村', '南乡', '甲所', '12.5', '34.2', '行车时间超限', '乙所', '—']);
  });

  it('lists lone stations, here one without a settlement, and adds everything up', () => {
    const lone = section(report, '未编组派出所').split('\n').at(-1);
    expect(lone?.split(/\s{2,}/)).toEqual(['丙所', '—', '—', '—', '—', '无统计对象']);
    const total = section(report, '合计').split('\n').at(-1);
    expect(total?.trim().split(/\s{2,}/)).toEqual(['合计', '3', '2', '300', '600', '50.0%']);
  });

  it('says that every establishment stays, and never speaks of merging', () => {
    expect(section(report, '说明')).toContain('各派出所建制保持不变');
    expect(report).not.toMatch(/撤并|合并/);
    expect(groupsReport(evaluated(), 'en')).not.toMatch(/merg/i);
  });

  it('mentions what is out of the ordinary only where it is there', () => {
    const calm = section(report, '说明');
    for (const word of ['虚拟连接线', '另有路线', '直线距离', '不相连', '启发式']) expect(calm).not.toContain(word);
    const input = arrayInput(county, plan, DEFAULT_COUNTING);
    const uneasy = evaluateResponses({
      ...input,
      adjacency: adjacencyOf([], 3),
      ownStation: input.ownStation.map(({ station: own }) => ({ station: own, rule: 'straight-line' })),
      responses: {
        ...input.responses,
        stationConnectors: [true, false, false],
        settlements: input.responses.settlements.map((response) => ({ ...response, connector: true })),
      },
    });
    const notes = section(groupsReport(uneasy, 'zh'), '说明');
    expect(notes).toContain('有 3 个居民点距道路超过 300 米');
    expect(notes).toContain('甲所距道路超过 300 米');
    expect(notes).toContain('有 3 个居民点道路不通，按直线距离暂定属地派出所');
    expect(notes).toContain('辖区不相连：甲所');
  });

  it('says of which base the weights are where people are not known throughout', () => {
    const settlements = [settlement('东'), ...county.settlements.slice(1)];
    expect(section(groupsReport(evaluated({ settlements }), 'zh'), '说明')).toContain('有 1 个居民点缺人口数');
    expect(section(groupsReport(evaluated({ settlements }), 'en'), 'Notes')).toContain(
      '1 settlement(s) have no population',
    );
  });

  it('calls a heuristic a heuristic, and says why stations stand alone', () => {
    const proposal: Proposal = {
      proposer: { name: 'greedy-cover', kind: 'heuristic' },
      groups: plan,
      alone: [
        {
          station: 2,
          urban: false,
          ownFailing: [0],
          obstacles: [
            { kind: 'settlements-fail', centre: 0, settlements: [1, 2] },
            { kind: 'not-adjacent', centre: 1, settlements: [] },
          ],
        },
      ],
    };
    const proposed = groupsReport(evaluated(), 'zh', proposal);
    expect(section(proposed, '说明')).toContain('启发式算法（greedy-cover）得出，逐一满足规则，但未证明最优');
    expect(section(proposed, '未能编组的原因').split('\n').slice(2)).toEqual([
      '丙所：没有可编入的协作组；本辖区内有居民点超限：东村',
      '  甲所：若由该所牵头，本辖区有居民点超限：西村、南村',
      '  乙所：辖区不相邻',
    ]);
    expect(section(groupsReport(evaluated(), 'en', proposal), 'Notes')).toContain('not proven best');
  });

  it('is complete in English', () => {
    const english = groupsReport(evaluated(), 'en');
    const names = /[甲乙丙]所|[东西南]村|[西南]乡/g;
    expect(english.replace(names, '')).not.toMatch(/\p{Script=Han}/u);
    expect(section(english, 'Settlements over the limit')).toContain('every route is too slow');
  });
});
