import { describe, expect, it } from 'vitest';
import { type DispatchInput, dispatch, type StationDrive } from '../../../geodata/dispatch/dispatch.ts';
import type { Duty } from '../../../geodata/dispatch/duty-hours.ts';
import { DEFAULT_RULE, type ResponseRule } from '../../../geodata/travel/two-limit-rule.ts';
import type { Language } from '../../../server/language.ts';
import { dispatchSentences, dispatchStatus } from '../../../server/reports/dispatch-report.ts';
import { station } from '../../grouping/county-arrays.ts';

const BY_DAY: Duty = { period: 'day', workingDay: true, pooled: false, turnoutDs: 1200 };
const BY_NIGHT: Duty = { period: 'night', workingDay: true, pooled: true, turnoutDs: 3000 };
const DAY_OFF: Duty = { period: 'day', workingDay: false, pooled: true, turnoutDs: 1200 };

const RULE_ZH =
  '达标标准：路网里程不超过 30 公里，且行车时间少于 30 分钟（由同一条路线同时满足）；只看行车，不含出动。';
const ESTIMATED_ZH = '用时均为估算：出动（接警至出发）按设定值，行车按最快路线，含路外连接。';

/** 乙 heads a group with the members 甲 and 丁, 丙 stands alone; the place is 甲`s. */
const stations = ['甲', '乙', '丙', '丁'].map((id) => station(id));

/** Minutes of the drives of 甲, 乙, 丙, 丁, undefined: no route; a minute is 0.8 km. */
function sentences(
  minutes: readonly (number | undefined)[],
  rest: Partial<DispatchInput> = {},
  language: Language = 'zh',
): string[] {
  const drives = minutes.map(
    (m): StationDrive => ({
      cost: m === undefined ? undefined : { ds: Math.round(m * 600), dm: Math.round(m * 8000) },
    }),
  );
  const input = { stations, drives, centreOf: [1, 1, 2, 1], ownStation: 0, duty: BY_DAY, ...rest };
  return dispatchSentences(dispatch(input), stations, language, rest.rule);
}

describe('dispatchSentences', () => {
  it('has the own station answer on a working day, its centre support and the soonest other be next', () => {
    expect(sentences([8.4, 22.1, 31.2, 12])).toEqual([
      '工作日白天：由属地派出所甲所出警，出动约 2 分钟，行车 8.4 分钟、6.7 公里（达标），约 10.4 分钟到达。',
      '中心支援：乙所，出动约 2 分钟，行车 22.1 分钟、17.7 公里（达标），约 24.1 分钟到达。',
      '接替：丁所，出动约 2 分钟，行车 12.0 分钟、9.6 公里（达标），约 14.0 分钟到达。',
      RULE_ZH,
      ESTIMATED_ZH,
    ]);
  });

  it('has the central station answer by night, and says that the own one stays as it is', () => {
    expect(sentences([8.4, 22.1, 31.2, 12], { duty: BY_NIGHT }).slice(0, 3)).toEqual([
      '夜间集约值班：由中心派出所乙所出警，出动约 5 分钟，行车 22.1 分钟、17.7 公里（达标），约 27.1 分钟到达。',
      '属地派出所甲所建制不变，社区警务仍在本所；此时值班集约到中心派出所，从本所行车 8.4 分钟、6.7 公里（达标）。',
      '接替：丙所，出动约 5 分钟，行车 31.2 分钟、25.0 公里（不达标），约 36.2 分钟到达。',
    ]);
    expect(sentences([undefined, 22, 31, 12], { duty: DAY_OFF }).slice(0, 2)).toEqual([
      '非工作日白天集约值班：由中心派出所乙所出警，出动约 2 分钟，行车 22.0 分钟、17.6 公里（达标），约 24.0 分钟到达。',
      '属地派出所甲所建制不变，社区警务仍在本所；此时值班集约到中心派出所，从本所经道路不能到达。',
    ]);
  });

  it('tells the centre`s clock once where it is next too', () => {
    expect(sentences([8.4, 10, 31.2, 12])[2]).toBe('接替：中心派出所乙所。');
  });

  it('says so where the own station heads the group or stands alone', () => {
    expect(sentences([8, 22, 9, 12], { ownStation: 1 }).slice(0, 2)).toEqual([
      '工作日白天：由属地派出所乙所出警，出动约 2 分钟，行车 22.0 分钟、17.6 公里（达标），约 24.0 分钟到达。',
      '乙所即为本协作组的中心派出所，没有另外的中心支援。',
    ]);
    expect(sentences([8, 22, 9, 12], { ownStation: 1, duty: BY_NIGHT })[0]).toMatch(
      /^夜间集约值班：由中心派出所乙所出警，/,
    );
    const alone = sentences([8, 22, 9, 12], { ownStation: 2, duty: BY_NIGHT });
    expect(alone[0]).toMatch(/^夜间：由属地派出所丙所出警（本所值班），出动约 5 分钟/);
    expect(alone[1]).toBe('丙所未编入协作组，没有中心支援。');
  });

  it('says who stands in where no road leads from the one responsible', () => {
    const byDay = sentences([undefined, 22, 31, 12]);
    expect(byDay[0]).toMatch(/^工作日白天：属地派出所甲所经道路不能到达，由丁所出警，/);
    expect(byDay[1]).toMatch(/^中心支援：乙所，/);
    const byCentre = sentences([undefined, 11, 31, 12]);
    expect(byCentre[0]).toMatch(/由中心派出所乙所出警，/);
    expect(byCentre[1]).toMatch(/^接替：丁所，/);
    const byNight = sentences([8, undefined, 31, 12], { duty: BY_NIGHT });
    expect(byNight[0]).toMatch(/^夜间集约值班：中心派出所乙所经道路不能到达，由丙所出警，/);
    expect(byNight[2]).toBe('接替：没有其他值班的派出所能经道路到达。');
    expect(sentences([8, undefined, 31, 12])[1]).toBe('中心支援：乙所经道路不能到达。');
  });

  it('says so where there is no own station, and where nobody gets there', () => {
    expect(sentences([8, 22, 9, 12], { ownStation: undefined }).slice(0, 2)).toEqual([
      '工作日白天：属地派出所未确定，由最先到达的甲所出警，出动约 2 分钟，行车 8.0 分钟、6.4 公里（达标），约 10.0 分钟到达。',
      '接替：丙所，出动约 2 分钟，行车 9.0 分钟、7.2 公里（达标），约 11.0 分钟到达。',
    ]);
    expect(sentences([8, undefined, undefined, 12], { duty: BY_NIGHT })[0]).toBe(
      '夜间集约值班：没有值班的派出所能经道路到达。',
    );
  });

  it('says where the rule is kept by another route than the fastest, and where that is not known', () => {
    const cost = { ds: 12_000, dm: 310_000 };
    const judged = (own: StationDrive) => sentences([], { drives: [own, own, own, own] })[0];
    expect(judged({ cost, status: 'marginal' })).toContain('行车 20.0 分钟、31.0 公里（临界，按另一条路线判定）');
    expect(judged({ cost, status: 'fail' })).toContain('31.0 公里（不达标）');
    expect(judged({ cost })).toContain('31.0 公里（是否达标未判定）');
  });

  it('says that the rule is kept also where only that is known', () => {
    expect(sentences([20, 22, 31, 12], { drives: near({ ds: 12_000, dm: 295_000 }) })[0]).toContain(
      '29.5 公里（达标）',
    );
  });

  it('keeps figures on their side of the limits that it names', () => {
    const rule: ResponseRule = { ...DEFAULT_RULE, limitDs: 12_000, combine: 'time' };
    const [first, , , limits] = sentences([19.999, 22, 31, 12], { rule });
    expect(first).toContain('行车 19.998 分钟、16.0 公里（临界）');
    expect(limits).toBe('达标标准：行车时间少于 20 分钟（仅时间）；只看行车，不含出动。');
  });

  it('writes a turnout without needless decimals', () => {
    const turnout = (turnoutDs: number) => sentences([8, 22, 9, 12], { duty: { ...BY_DAY, turnoutDs } })[0];
    expect(turnout(900)).toContain('出动约 1.5 分钟');
    expect(turnout(1000)).toContain('出动约 1.7 分钟');
  });

  it('is complete in English', () => {
    expect(sentences([8.4, 22.1, 31.2, 12], {}, 'en').slice(0, 3)).toEqual([
      'Working day, daytime: the own station 甲所 answers: turnout about 2 min, drive 8.4 min, 6.7 km (meets), arrival in about 10.4 min.',
      'Central support: 乙所: turnout about 2 min, drive 22.1 min, 17.7 km (meets), arrival in about 24.1 min.',
      'Next in line: 丁所: turnout about 2 min, drive 12.0 min, 9.6 km (meets), arrival in about 14.0 min.',
    ]);
    expect(sentences([8.4, 22.1, 31.2, 12], { duty: BY_NIGHT }, 'en').slice(0, 2)).toEqual([
      'Night, duty pooled: the central station 乙所 answers: turnout about 5 min, drive 22.1 min, 17.7 km (meets), arrival in about 27.1 min.',
      'The establishment of the own station 甲所 is unchanged and community policing stays there; its duty is pooled at the central station now. From its own house: drive 8.4 min, 6.7 km (meets).',
    ]);
  });

  it('holds in each language no word of the other, and in none a word of merging', () => {
    for (const duty of [BY_DAY, BY_NIGHT, DAY_OFF]) {
      for (const ownStation of [undefined, 0, 1, 2]) {
        for (const minutes of [[8, 22, 9, 12], [undefined, 22, 9, 12], [8, undefined, 9, 12], NOWHERE]) {
          const names = /[甲乙丙丁]所/g;
          const zh = sentences(minutes, { duty, ownStation }).join('').replace(names, '');
          const en = sentences(minutes, { duty, ownStation }, 'en').join(' ').replace(names, 'X');
          expect(zh).not.toMatch(/[A-Za-z]|撤|并入|合并|undefined/);
          expect(en).not.toMatch(/\p{Script=Han}|merge|undefined/u);
        }
      }
    }
  });
});

describe('dispatchStatus', () => {
  const statusOf = (drive: StationDrive, rule?: ResponseRule) => {
    const drives = stations.map(() => drive);
    const { ranking } = dispatch({ stations, drives, centreOf: [0, 1, 2, 3], ownStation: 0, duty: BY_DAY, rule });
    return dispatchStatus(ranking[0]!, 'en', rule);
  };

  it('is one word for what the fastest route decides, a missing one included', () => {
    expect(statusOf({ cost: { ds: 6000, dm: 60_000 } })).toBe('meets');
    expect(statusOf({ cost: { ds: 17_000, dm: 60_000 } })).toBe('near the limit');
    expect(statusOf({ cost: { ds: 18_000, dm: 60_000 } })).toBe('fails');
    expect(statusOf({ cost: undefined })).toBe('fails');
  });

  it('says what is not known, and what another route or the straight distance decided', () => {
    const cost = { ds: 12_000, dm: 310_000 };
    expect(statusOf({ cost })).toBe('not decided under the rule');
    expect(statusOf({ cost, status: 'pass' })).toBe('meets, by another route');
    expect(statusOf({ cost, status: 'pass' }, { ...DEFAULT_RULE, metric: 'straight' })).toBe('meets');
  });
});

const NOWHERE = [undefined, undefined, undefined, undefined];

function near(cost: StationDrive['cost']): StationDrive[] {
  return stations.map(() => ({ cost }));
}
