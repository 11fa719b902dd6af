import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import { townFile, townPoint } from '../town-scene.ts';

/** Three stations along the county road, a village each; a kilometre takes 100 s. The first village has few households. */
const STATIONS = [
  ['a', '甲派出所', townPoint(0, 20), 4, 9],
  ['b', '乙派出所', townPoint(1000, 20), 5, 10],
  ['c', '丙派出所', townPoint(3000, 20), 6, 12],
] as const;
const VILLAGES = [
  ['甲村', townPoint(100, 20), 11, 7_001, 'a'],
  ['戊村', townPoint(200, 20), 40, 300, 'a'],
  ['乙村', townPoint(1100, 20), 404, 1_200, 'b'],
  ['丙村', townPoint(2900, 20), 303, 1_003, 'c'],
  ['丁村', townPoint(2000, 900), 505, 2_000, 'c'],
] as const;

interface OptimiseAnswer {
  readonly status: string;
  readonly stages: readonly { readonly value: number; readonly bound: number; readonly gap: number }[];
  readonly plan: Readonly<Record<string, string | null>>;
  readonly groups: readonly { readonly centre: string; readonly members: readonly string[] }[];
  readonly standAlone: readonly string[];
  readonly conflict?: { readonly rules: readonly { readonly name: string; readonly text: string }[] };
  readonly rules: readonly { readonly name: string }[];
}

describe('hubshed optimise', () => {
  let folder = '';
  let files: string[] = [];
  beforeEach(async () => {
    const town = await townFile();
    folder = town.folder;
    const stations = join(folder, 'stations.csv');
    const settlements = join(folder, 'villages.csv');
    await writeFile(stations, `id,name,lon,lat,officers,auxiliaries\n${STATIONS.join('\n')}\n`);
    const rows = VILLAGES.map(([name, ...rest]) => [name, name, ...rest]);
    await writeFile(settlements, `id,name,lon,lat,households,population,station\n${rows.join('\n')}\n`);
    files = ['--pbf', town.pbf, '--stations', stations, '--settlements', settlements, '--profile', 'rural-plain'];
  });

  const run = (...options: string[]) => runCommand(['optimise', ...files, ...options]);
  const answerTo = async (...options: string[]): Promise<OptimiseAnswer> => {
    const { code, out, err } = await run('--json', ...options);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out) as OptimiseAnswer;
  };

  it('proves one group about the station that people reach soonest', async () => {
    const answer = await answerTo();
    expect(answer.status).toBe('optimal');
    expect(answer.stages.map(({ gap }) => gap)).toEqual([0, 0]);
    expect(answer.stages[0]).toMatchObject({ value: 1, bound: 1 });
    expect(answer.groups).toEqual([{ id: 'b', centre: 'b', members: ['a', 'c'] }]);
    expect(answer.plan).toEqual({ a: 'b', b: 'b', c: 'b' });
    expect(answer.rules.map(({ name }) => name)).toEqual(['reach', 'contiguity', 'eligibility']);
  });

  it('follows locks by name, sizes and strength, and writes a plan that groups reads', async () => {
    const planFile = join(folder, 'plan.json');
    const limits = ['--max-group', '2', '--min-officers', '11', '--auxiliaries-per-officer', '2'];
    const answer = await answerTo(...limits, '--forbid-centre', '丙派出所', '--plan-out', planFile);
    expect(answer.groups).toEqual([{ id: 'b', centre: 'b', members: ['c'] }]);
    expect(answer.standAlone).toEqual(['a']);
    expect(JSON.parse(await readFile(planFile, 'utf8'))).toEqual({ groups: answer.groups });
    const groups = await runCommand(['groups', ...files, '--groups', planFile]);
    expect(groups.code).toBe(0);
    expect(groups.out).toContain('乙派出所');
    const again = await answerTo('--goal', 'change', '--today', planFile);
    expect(again.stages[0]).toMatchObject({ value: 0 });
    expect(again.groups).toEqual(answer.groups);
  });

  it('takes what a roster needs for the least strength, and weights for a goal', async () => {
    const roster = await answerTo('--roster', '2', '--post-officers', '5', '--max-group', '2', '--alone', 'allowed');
    expect(roster.rules.map(({ name }) => name)).toContain('min-officers');
    const weighted = await answerTo('--weights', 'command-posts=1,people-time=1000');
    // 甲's people are all withheld, so that it costs nothing to join; 丙's people lose by a centre farther away.
    expect(weighted.groups).toEqual([{ id: 'b', centre: 'b', members: ['a'] }]);
    expect(weighted.stages).toHaveLength(1);
  });

  it('names the rules that contradict each other, and ends with exit code 4', async () => {
    const { code, out, err } = await run('--json', '--alone', 'forbidden', '--max-group', '2', '--max-people', '9000');
    expect(code).toBe(4);
    expect(err).toContain('no plan keeps all rules together');
    const answer = JSON.parse(out) as OptimiseAnswer;
    expect(answer.status).toBe('infeasible');
    expect(answer.conflict?.rules.map(({ name }) => name)).toEqual(['no-lone-stations', 'max-group-size']);
    expect(answer.conflict?.rules[1]?.text).toBe('at most 2 stations in a group');
  });

  it('writes a report in Chinese that keeps every station’s establishment, and tells no figure of few households', async () => {
    const { code, out } = await run('--lang', 'zh', '--goal', 'people-time,worst-share,officers-on-duty-posts,change');
    expect(code).toBe(0);
    expect(out).toMatch(/已证明最优/);
    expect(out).toMatch(/建制保持不变/);
    expect(out).toMatch(/样本过小，不计入人口/);
    expect(out).not.toMatch(/撤并|合并|7001|undefined|NaN|Infinity/);
  });

  it('refuses what it does not know, every station at once', async () => {
    const unknown = await run('--lock-centre', '戊派出所', '--lock-member', 'x=a');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toMatch(/戊派出所[\s\S]*"x"/);
    expect((await run('--goal', 'change', '--weights', 'change=1')).code).toBe(2);
    expect((await run('--goal', 'cheapest')).code).toBe(2);
    expect((await run('--weights', 'change=0.5')).code).toBe(2);
    expect((await run('--lock-member', 'a')).code).toBe(2);
  });

  it('gives what it has when there is no time, and says how far that is proved', async () => {
    const answer = await answerTo('--time-limit', '0');
    expect(answer).toMatchObject({ status: 'limit', plan: { a: null, b: null, c: null } });
    expect(answer.stages).toEqual([{ objectives: ['command-posts'], value: 3, bound: 0, gap: 1 }]);
    const none = await run('--time-limit', '0', '--alone', 'forbidden', '--lang', 'zh');
    expect(none.code).toBe(4);
    expect(none.err).toContain('时限内没有找到方案');
  });

  it('does not take an unknown strength for none', async () => {
    const stations = join(folder, 'bare.csv');
    await writeFile(stations, `id,name,lon,lat\n${STATIONS.map((row) => row.slice(0, 3)).join('\n')}\n`);
    const { code, err } = await runCommand([
      'optimise',
      ...files.map((file) => (file.endsWith('stations.csv') ? stations : file)),
      ...['--min-officers', '15'],
    ]);
    expect(code).toBe(3);
    expect(err).toContain('甲派出所, 乙派出所, 丙派出所');
  });
});
