import { describe, expect, it } from 'vitest';
import { compareDuty } from '../../../geodata/grouping/duty/compare-duty.ts';
import { dutyAccount } from '../../../geodata/grouping/duty/duty-account.ts';
import { publicAccess } from '../../../geodata/grouping/duty/public-access.ts';
import { DEFAULT_ROSTER } from '../../../geodata/grouping/duty/roster.ts';
import { evaluateResponses } from '../../../geodata/grouping/evaluate.ts';
import type { Language } from '../../../server/language.ts';
import { dutyReport } from '../../../server/reports/duty-report.ts';
import { type ArrayCounty, arrayInput, drive, settlement, station } from '../../grouping/county-arrays.ts';
import { dutyStation } from '../../grouping/duty/duty-cases.ts';

const PLAN = [{ id: 'g', centreId: '甲', memberIds: ['乙', '丙'] }];
const MINUTES = [5, 12, 28];
const county: ArrayCounty = {
  stations: [station('甲'), station('乙'), station('丙')],
  settlements: [100, 200, 300].map((population, index) => settlement(`s${index}`, { population })),
  owners: [0, 1, 2],
  toSettlement: (from, to) => drive(from === to ? 4 : MINUTES[to], 10),
};

function report(language: Language, officers: readonly (number | undefined)[] = [14, 11, 11]): string {
  const stations = ['甲', '乙', '丙'].map((id, index) => dutyStation(id, officers[index]));
  const comparison = compareDuty(
    dutyAccount(stations, [], DEFAULT_ROSTER),
    dutyAccount(stations, PLAN, DEFAULT_ROSTER),
  );
  const of = publicAccess(evaluateResponses(arrayInput(county, [])), evaluateResponses(arrayInput(county, PLAN)));
  const access = { of, settlements: county.settlements };
  const names = stations.map((each) => each.station);
  return dutyReport({ comparison, stations: names, access, strayRoomIds: ['r9'] }, language);
}

function rowOf(text: string, start: string): string[] | undefined {
  const row = text.split('\n').find((line) => line.startsWith(start));
  return row?.split(/\s{2,}/);
}

describe('dutyReport', () => {
  it('sets the county before beside after, and says what is freed', () => {
    const text = report('zh');
    expect(rowOf(text, '在岗民警')).toEqual(['在岗民警', '36', '36', '0']);
    expect(rowOf(text, '综合指挥占用')).toEqual(['综合指挥占用', '15', '5', '-10']);
    expect(rowOf(text, '可下沉村')).toEqual(['可下沉村（社区）', '2', '14', '+12']);
    expect(rowOf(text, '夜班岗位')).toEqual(['夜班岗位', '6', '2', '-4']);
    expect(rowOf(text, '甲所协作组')).toEqual(['甲所协作组（3 所）', '36', '4', '2', '16', '是', '是', '+12']);
    expect(text).toContain('最少民警：每个指挥点 10 人，每增加一个成员派出所加 3 人');
  });

  it('tells how far the public is from the station that handles cases, before and after', () => {
    const row = report('zh')
      .split('\n')
      .filter((line) => line.startsWith('合计'))
      .at(-1);
    expect(row?.split(/\s{2,}/)).toEqual(['合计', '3', '10.0', '10.0', '4.0', '18.7', '2', '—']);
  });

  it('gives no number that needs an unknown headcount, and names whose it is', () => {
    const text = report('zh', [14, undefined, 11]);
    expect(rowOf(text, '可下沉村')).toEqual(['可下沉村（社区）', '—', '—', '—']);
    expect(rowOf(text, '甲所协作组')?.slice(1)).toEqual(['—', '4', '2', '16', '—', '—', '—']);
    expect(text).toContain('下列派出所缺在岗民警：乙所；未知不按 0 计');
    expect(report('en', [14, undefined, 11])).toContain('Not known (officers): 乙所;');
  });

  it.each(['zh', 'en'] as const)('keeps the establishment and never speaks of merging, in %s', (language) => {
    const text = report(language);
    expect(text).toContain(language === 'zh' ? '保持建制不变' : 'establishment of every station is unchanged');
    expect(text).not.toMatch(/撤并|合并|merge|undefined|NaN/);
    expect(text.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it('is complete in English: no Chinese but names', () => {
    const text = report('en').replace(/[甲乙丙]所|s\d村/g, '');
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(text).toContain('Police rooms that name no station, or one that is not known, and are not counted: 1.');
  });
});
