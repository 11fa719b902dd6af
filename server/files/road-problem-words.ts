import type { Language } from '../language.ts';

/** What can be wrong with surveyed road lines and the table that maps their classes. */
export const ROAD_PROBLEM_WORDS = {
  'road-class-missing': { zh: '没有填写道路等级', en: 'the class of the road is not given' },
  'road-class-unknown': {
    zh: '道路等级无法识别，请在等级对照表中说明',
    en: 'the class of the road is not known; say in the table of classes what it means',
  },
  'road-surface-unknown': { zh: '路面类型无法识别', en: 'the surface is not known' },
  'road-oneway-unknown': { zh: '通行方向无法识别', en: 'the direction of traffic is not known' },
  'road-bridge-unknown': { zh: '桥梁或隧道标记无法识别', en: 'the mark of a bridge or tunnel is not known' },
  'road-number': { zh: '应为不小于 0 的数字', en: 'must be a number, not below 0' },
  'road-mapping-member': { zh: '等级对照表中没有这一项', en: 'the table of classes has no such member' },
  'road-mapping-value': { zh: '等级对照表中这一项的值不可用', en: 'this value of the table of classes cannot be used' },
  'geometry-not-line': { zh: '几何类型必须是线', en: 'the geometry must be a LineString or MultiLineString' },
  'line-short': { zh: '线的坐标点少于 2 个', en: 'a line has fewer than 2 positions' },
  'shapefile-parts': {
    zh: '压缩包中应有且只有一个 Shapefile（同名的 .shp 和 .dbf）',
    en: 'the zip must hold one Shapefile, a .shp and a .dbf of one name, and no other',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Characters of which at least one stands in every word for a class, surface, direction or structure of roads. */
const ROAD_CHARACTERS = /[路道级桥隧街巷线速匝坝渠铁砼沥青砂石砖]/;
const SHORT_CODE = /^[A-Za-z]{1,2}\d{0,5}$/;
const LONGEST_TERM = 8;

/**
 * Whether a value that was not understood may be repeated in a message: a word about roads, or a code such as `G` or
 * `X012`. A shifted row may put a person's name anywhere; names hardly hold these characters and are not repeated.
 */
export function isRoadTerm(rule: string, value: string): boolean {
  if (!rule.startsWith('road-') || value.length > LONGEST_TERM) return false;
  return SHORT_CODE.test(value) || (ROAD_CHARACTERS.test(value) && /^[\p{L}]+$/u.test(value));
}
