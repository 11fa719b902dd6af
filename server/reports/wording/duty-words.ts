import type { StationDuty } from '../../../geodata/grouping/duty/duty-account.ts';
import type { DutyMeasure } from '../../../geodata/grouping/duty/duty-figure.ts';
import type { Language } from '../../language.ts';

/** What duty arithmetic counts, in words. */
export const DUTY_MEASURE_WORDS: Readonly<Record<DutyMeasure, Readonly<Record<Language, string>>>> = {
  officers: { zh: '在岗民警', en: 'officers' },
  auxiliaries: { zh: '辅警', en: 'auxiliaries' },
  vehicles: { zh: '车辆', en: 'vehicles' },
  rooms: { zh: '警务室', en: 'police rooms' },
  'round-the-clock-rooms': { zh: '7×24警务室', en: 'round-the-clock rooms' },
  'day-posts': { zh: '白班岗位', en: 'posts by day' },
  'night-posts': { zh: '夜班岗位', en: 'posts by night' },
  command: { zh: '综合指挥占用', en: 'bound by command' },
  response: { zh: '值班出警占用', en: 'bound by night duty and response' },
  cases: { zh: '案件办理占用', en: 'bound by case work' },
  villages: { zh: '可下沉村（社区）', en: 'left for the villages' },
  'duty-shortfall': { zh: '值班缺口', en: 'short for duty' },
  'case-shortfall': { zh: '办案缺口', en: 'short for case work' },
  'vehicles-on-duty': { zh: '值班车辆', en: 'vehicles on duty' },
  'vehicles-free': { zh: '备用车辆', en: 'vehicles free' },
  'vehicle-shortfall': { zh: '车辆缺口', en: 'short of vehicles' },
};

/** What a station is in a plan. */
export const DUTY_ROLE_WORDS: Readonly<Record<StationDuty['role'], Readonly<Record<Language, string>>>> = {
  centre: { zh: '中心派出所', en: 'central station' },
  member: { zh: '成员派出所', en: 'member station' },
  alone: { zh: '未编组', en: 'stands alone' },
};
