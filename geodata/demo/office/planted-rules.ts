/** What is planted in the county's files, and what an importer has to make of it. */
export interface PlantedRule {
  /** As `Finding` has it: an error keeps its row out, a doubt wants a look, a repair is certain. */
  readonly level: 'error' | 'doubt' | 'repair';
  readonly zh: string;
  readonly en: string;
}

/** Hints rather than an importer's own names: it may word and divide its rules otherwise. */
export type PlantedRuleName =
  | 'code-digits-lost'
  | 'duplicate-code'
  | 'coordinates-missing'
  | 'online-over-devices'
  | 'unknown-unit'
  | 'negative-count'
  | 'not-a-number'
  | 'date-impossible'
  | 'axes-swapped'
  | 'unknown-settlement'
  | 'hours-impossible'
  | 'posts-do-not-add-up'
  | 'shifted-position'
  | 'full-width-digits'
  | 'thousands-separator'
  | 'unit-behind-number'
  | 'date-as-text'
  | 'code-as-number'
  | 'degrees-minutes-seconds';

/** Every kind of mistake in the files, by its hint. */
export const PLANTED_RULES: Readonly<Record<PlantedRuleName, PlantedRule>> = {
  'code-digits-lost': {
    level: 'error',
    zh: '区划代码被表格软件改成科学记数法，后几位已经丢失',
    en: 'The code was turned into scientific notation and has lost its last digits',
  },
  'duplicate-code': {
    level: 'error',
    zh: '代码与前面的一行重复',
    en: 'An earlier row has the same code',
  },
  'coordinates-missing': {
    level: 'error',
    zh: '没有经纬度，名称与已有的一个自然村相近',
    en: 'No position, and a name close to that of a natural village already listed',
  },
  'online-over-devices': {
    level: 'error',
    zh: '在线设备数大于设备数',
    en: 'More devices online than there are devices',
  },
  'unknown-unit': { level: 'error', zh: '没有这个代码的社区', en: 'No community has this code' },
  'negative-count': { level: 'error', zh: '数量是负数', en: 'The count is negative' },
  'not-a-number': { level: 'error', zh: '应填数字的地方是文字', en: 'Text where a number belongs' },
  'date-impossible': { level: 'error', zh: '日历上没有这一天', en: 'No calendar has this day' },
  'axes-swapped': { level: 'error', zh: '经度和纬度填反了', en: 'Longitude and latitude are swapped' },
  'unknown-settlement': { level: 'error', zh: '没有这个编号的居民点', en: 'No settlement has this id' },
  'hours-impossible': { level: 'error', zh: '一天没有这个时段', en: 'No day has these hours' },
  'posts-do-not-add-up': {
    level: 'doubt',
    zh: '在岗民警数不等于在编数减借调出数',
    en: 'Officers on duty are not those on the rolls less those seconded out',
  },
  'shifted-position': {
    level: 'doubt',
    zh: '坐标系写 CGCS2000，坐标却是 GCJ-02（偏约500米）',
    en: 'Labelled CGCS2000, but the position is GCJ-02, some 500 m off',
  },
  'full-width-digits': { level: 'repair', zh: '数字是全角的', en: 'The digits are full-width' },
  'thousands-separator': { level: 'repair', zh: '数字带千位分隔符', en: 'The number has a thousands separator' },
  'unit-behind-number': { level: 'repair', zh: '数字后面带“户”字', en: 'The unit 户 stands behind the number' },
  'date-as-text': { level: 'repair', zh: '日期是文字', en: 'The date is text' },
  'code-as-number': {
    level: 'repair',
    zh: '区划代码是数字格式，位数还全',
    en: 'The code is a number, with all its digits',
  },
  'degrees-minutes-seconds': {
    level: 'repair',
    zh: '坐标是度分秒',
    en: 'The coordinate is in degrees, minutes and seconds',
  },
};
