import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_COUNTING } from '../../../geodata/grouping/counting-rule.ts';
import { type Explanation, explainSettlement } from '../../../geodata/grouping/explain.ts';
import { snapPoints } from '../../../geodata/roads/snap.ts';
import { TwoLimitRule } from '../../../geodata/travel/two-limit-rule.ts';
import { explainReport } from '../../../server/reports/explain-report.ts';
import { settlement, station } from '../../grouping/county-arrays.ts';
import { asciiScene } from '../../scenes/ascii-scene.ts';
import { metreADecisecond } from '../../scenes/profiles.ts';
import { openScene } from '../../scenes/scene.ts';

/** Station b serves c first, a is the centre, d stands by; a minute is 600 m of road. */
let explanation: Explanation;

beforeAll(async () => {
  const roads = asciiScene('a------b------c------d', { cellMetres: 600, tags: { bc: { highway: 'unclassified' } } });
  const scene = await openScene(roads, metreADecisecond);
  const at = [scene.node('b'), scene.node('a'), scene.node('d')];
  const stations = ['乙', '甲', '丁'].map((id, i) => station(id, { coord: at[i] }));
  const [east, north] = [7 * 2 * 600, 400];
  const places = [settlement('丙', { coord: scene.at(east, north), township: '丙乡', population: 120 })];
  explanation = explainSettlement({
    rule: new TwoLimitRule(scene.network),
    stations,
    settlements: places,
    stationPlacements: snapPoints(scene.network, at),
    settlementPlacements: snapPoints(scene.network, [scene.at(east, north)]),
    ownStation: [{ station: 0, rule: 'township' }],
    centreOf: [1, 1, 2],
    counting: { ...DEFAULT_COUNTING, limitDs: 9000 },
    settlement: 0,
  });
});

describe('explainReport', () => {
  it('says who responds first and who supports', () => {
    const report = explainReport(explanation, false, 'zh');
    expect(report).toContain('居民点响应说明：丙村（丙乡，120 人）');
    expect(report).toContain('二、属地先期响应：乙所（属地依据：按所在乡镇）');
    expect(report).toContain('三、中心支援响应：甲所');
  });

  it('withholds the figures of few households', () => {
    expect(explainReport(explanation, true, 'zh')).toContain('居民点响应说明：丙村（丙乡，样本过小）');
    expect(explainReport(explanation, true, 'en')).not.toContain('120');
  });

  it('shows the drive by class of road, the estimated leg marked, the total against both limits', () => {
    const support = explainReport(explanation, false, 'zh').split('三、')[1]!.split('四、')[0]!;
    const cells = support.split('\n').map((line) => line.trim().split(/\s{2,}/));
    expect(cells).toContainEqual(['省道', '4.2', '7.0']);
    expect(cells).toContainEqual(['村道', '4.2', '7.0']);
    expect(cells).toContainEqual(['派出所至道路（估算）', '0.0', '0.0']);
    expect(cells).toContainEqual(['道路至居民点（估算，虚拟连接线）', '0.5', '2.1']);
    expect(cells).toContainEqual(['合计', '8.9', '16.1']);
    expect(cells).toContainEqual(['限值', '不超过 30 公里', '少于 15 分钟']);
    expect(support).toContain('结果：不达标（行车时间超限）');
    expect(support).toContain('依据：最快路线也要 16.1 分钟，不少于 15 分钟，因此任何路线都不达标。');
  });

  it('names the stations nearby, marks the one responsible and says who could come instead', () => {
    const others = explainReport(explanation, false, 'zh').split('四、')[1]!;
    const rows = others.split('\n').map((line) => line.trim().split(/\s{2,}/));
    expect(rows).toContainEqual(['3', '甲所（现响应派出所）', '8.9', '16.1']);
    expect(others).toMatch(/由(乙|丁)所响应可达标（最快路线 4\.7 公里、9\.1 分钟）。/);
    const alone = explainReport({ ...explanation, alternative: undefined }, false, 'zh');
    expect(alone).toContain('由其他任何派出所响应均不达标。');
  });

  it('says so where the own station heads the group or no road leads there', () => {
    const report = explainReport({ ...explanation, centre: undefined, nearest: [] }, false, 'zh');
    expect(report).toContain('属地派出所即为本协作组的中心派出所，或未编组');
    expect(report).toContain('没有派出所能经道路到达。');
  });

  it('shows only the limits that hold', () => {
    const limitRow = (change: Partial<Explanation['counting']>) =>
      explainReport({ ...explanation, counting: { ...explanation.counting, ...change } }, false, 'en')
        .split('\n')
        .find((line) => line.startsWith('limit'))
        ?.split(/\s{2,}/);
    expect(limitRow({})).toEqual(['limit', 'at most 30 km', 'under 15 min']);
    expect(limitRow({ combine: 'time' })).toEqual(['limit', '—', 'under 15 min']);
    expect(limitRow({ combine: 'distance' })).toEqual(['limit', 'at most 30 km', '—']);
    expect(limitRow({ metric: 'straight' })).toEqual(['limit', '—', 'under 15 min']);
  });

  it('is complete in English', () => {
    const report = explainReport(explanation, false, 'en').replace(/[甲乙丁]所|丙村|丙乡/g, '');
    expect(report).not.toMatch(/\p{Script=Han}/u);
    expect(report).toContain('Even the fastest route takes 16.1 min, not under 15 min, so no route meets the rule.');
  });
});
