import type { OwnStationRule } from '../../../geodata/catchment/own-station.ts';
import type { GroupStatus } from '../../../geodata/grouping/evaluate.ts';
import type { FailReason } from '../../../geodata/grouping/fail-reason.ts';
import type { WeightBase } from '../../../geodata/grouping/weights.ts';
import type { RoadClass } from '../../../geodata/roads/road-class.ts';
import type { Language } from '../../language.ts';

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

/** Results 达标 / 临界 / 不达标 (DOMAIN.md glossary 72). */
export const STATUS_WORDS: Words<GroupStatus> = {
  pass: { zh: '达标', en: 'meets' },
  marginal: { zh: '临界', en: 'near the limit' },
  fail: { zh: '不达标', en: 'fails' },
  empty: { zh: '无统计对象', en: 'nothing to count' },
};

/** Why a place is over the limit, short enough for a table. */
export const REASON_WORDS: Words<FailReason> = {
  'too-slow': { zh: '行车时间超限', en: 'every route is too slow' },
  'too-long': { zh: '里程超限', en: 'every route is too long' },
  'too-slow-and-too-long': { zh: '行车时间和里程均超限', en: 'too slow and too long' },
  'no-single-route': { zh: '没有同时满足里程和时间的路线', en: 'no single route is both short and quick enough' },
  'no-route': { zh: '路网不通', en: 'the roads do not lead there' },
  'no-road': { zh: '附近没有可通行的道路', en: 'no drivable road nearby' },
};

/** How a settlement came to its own station. */
export const OWN_STATION_WORDS: Words<OwnStationRule> = {
  stated: { zh: '按数据表指定', en: 'named in the table' },
  township: { zh: '按所在乡镇', en: 'the one station of its township' },
  'township-nearest': { zh: '本乡镇内行车最快', en: 'the quickest by road in its township' },
  nearest: { zh: '全县行车最快', en: 'the quickest by road of all' },
  'straight-line': { zh: '道路不通，按直线距离暂定', en: 'no road leads there: the nearest as the crow flies' },
};

/** What the rate is weighted by. */
export const WEIGHT_WORDS: Words<WeightBase> = {
  population: { zh: '人口', en: 'population' },
  households: { zh: '户数', en: 'households' },
  settlements: { zh: '居民点个数', en: 'settlements, one each' },
};

/** Road classes by administrative rank, as OSM China tags them (DOMAIN.md section 6). */
export const ROAD_CLASS_WORDS: Words<RoadClass> = {
  motorway: { zh: '高速公路', en: 'motorway' },
  motorway_link: { zh: '高速公路匝道', en: 'motorway slip road' },
  trunk: { zh: '国道', en: 'national road' },
  trunk_link: { zh: '国道匝道', en: 'national slip road' },
  primary: { zh: '省道', en: 'provincial road' },
  primary_link: { zh: '省道匝道', en: 'provincial slip road' },
  secondary: { zh: '县道', en: 'county road' },
  secondary_link: { zh: '县道匝道', en: 'county slip road' },
  tertiary: { zh: '乡道', en: 'township road' },
  tertiary_link: { zh: '乡道匝道', en: 'township slip road' },
  unclassified: { zh: '村道', en: 'village road' },
  residential: { zh: '居民区道路', en: 'residential street' },
  living_street: { zh: '生活街区道路', en: 'living street' },
  service: { zh: '内部道路', en: 'service road' },
  track: { zh: '机耕路', en: 'farm track' },
  other: { zh: '其他道路', en: 'other road' },
  ferry: { zh: '轮渡', en: 'ferry' },
  shuttle_train: { zh: '汽车运输列车', en: 'car shuttle train' },
};
