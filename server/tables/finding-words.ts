import { problemRuleText } from '../files/problem-words.ts';
import type { Language } from '../language.ts';
import { DELIVERY_WORDS, isDeliveryRule } from './delivery-words.ts';
import type { Finding } from './finding.ts';

/**
 * The rules that a table's rows are held against: key, and wording without a full stop. `{name}` stands for a figure
 * of the finding's `data`. What `problem-words.ts` words in the same way is not worded again. Keys are stable: receipts,
 * tests and interfaces look them up, people read the words.
 */
export const FINDING_WORDS = {
  'column-unknown': {
    zh: '不认识这一列，请说明它对应哪一项，或选择忽略（只问一次）',
    en: 'the column is not known; say what it means, or to ignore it (asked once)',
  },
  'field-twice': {
    zh: '“{first}”和“{second}”两列对应同一项，请只留一列或说明忽略哪一列',
    en: 'the columns "{first}" and "{second}" stand for the same field; keep one, or say which to ignore',
  },
  'header-unit': {
    zh: '按表头写明的单位换算，数值乘以 {scale}',
    en: 'numbers were multiplied by {scale}, as the header states',
  },
  'required-missing': { zh: '必填，未填写', en: 'a value is required and missing' },
  'blank-mark': { zh: '按未填写处理', en: 'read as an empty cell' },
  'full-width': { zh: '全角字符已按半角读取', en: 'full-width characters were read as half-width' },
  'spaces-in-text': { zh: '已去掉文字中间的空格', en: 'spaces inside the text were taken out' },
  'ideographic-zero': { zh: '“〇”已按数字 0 读取', en: 'an ideographic zero was read as 0' },
  'thousands-separator': { zh: '已去掉千位分隔符', en: 'the thousands separator was taken out' },
  'unit-behind-number': { zh: '已去掉数字后面的单位“{unit}”', en: 'the unit {unit} behind the number was taken off' },
  'unit-multiplied': {
    zh: '已按单位“{unit}”换算，数值乘以 {scale}',
    en: 'multiplied by {scale}, as its unit {unit} states',
  },
  'number-range': { zh: '应在 {least} 至 {most} 之间', en: 'must lie between {least} and {most}' },
  'date-as-text': { zh: '日期已按 {date} 读取', en: 'the date was read as {date}' },
  'date-serial': {
    zh: '日期显示成了数字，已按 {date} 读取',
    en: 'the date had become a number and was read as {date}',
  },
  'date-impossible': { zh: '日历上没有这一天', en: 'no calendar has this day' },
  'date-incomplete': {
    zh: '日期没有写到日，请写成 2024-06-30 的样式',
    en: 'the date names no day; write it like 2024-06-30',
  },
  'date-malformed': { zh: '不是日期，请写成 2024-06-30 的样式', en: 'not a date; write it like 2024-06-30' },
  'as-of-differs': {
    zh: '与多数行的日期 {usual} 相差一年以上',
    en: 'more than a year from {usual}, the date of most rows',
  },
  'code-rounded': {
    zh: '代码已被表格软件改成科学计数法，末几位已丢失，请按文本格式重新填写',
    en: 'a spreadsheet has rounded the code and lost its last digits; enter it again as text',
  },
  'code-as-number': {
    zh: '代码是数字格式，位数完整，已按文本读取',
    en: 'the code was a number with all its digits and was read as text',
  },
  'code-format': { zh: '已去掉代码前后多余的字符', en: 'signs around the code were taken off' },
  'code-not-digits': { zh: '代码应全部是数字', en: 'the code must consist of digits' },
  'code-digits': {
    zh: '代码有 {found} 位，应为 {wanted} 位',
    en: 'the code has {found} digits; {wanted} are expected',
  },
  'code-not-village': {
    zh: '代码末三位是 000，是乡镇的代码，不是村（社区）的',
    en: 'the code ends in 000: it is a township\u2019s, not that of a village or community',
  },
  'code-county': { zh: '代码不属于本县（{usual}）', en: 'the code is not of this county ({usual})' },
  'word-read': { zh: '已按“{word}”读取', en: 'read as {word}' },
  'word-unknown': { zh: '无法识别，应为：{words}', en: 'not known; one of {words} is expected' },
  'text-long': { zh: '超过 {most} 个字', en: 'longer than {most} characters' },
  'hours-from-date': {
    zh: '时段被表格软件改成了日期，已按 {from}-{to} 时读取',
    en: 'a spreadsheet had made a date of the hours; they were read as {from} to {to}',
  },
  'hours-impossible': {
    zh: '不是一天内的时段，请写成 0-8、8-20、20-24 的样式（跨午夜的请分成两行）',
    en: 'no hours of a day; write them like 0-8, 8-20, 20-24 (in two rows where they pass midnight)',
  },
  'degrees-minutes-seconds': {
    zh: '度分秒已换算为 {degrees}',
    en: 'degrees, minutes and seconds were read as {degrees}',
  },
  'coordinate-malformed': { zh: '度分秒写法有误', en: 'the degrees, minutes and seconds are not written rightly' },
  'coordinate-not-number': { zh: '坐标不是数字', en: 'the coordinate is not a number' },
  'coordinates-swapped': { zh: '经度和纬度填反了', en: 'longitude and latitude are swapped' },
  'coordinate-half': { zh: '经度和纬度只填了一个', en: 'only one of longitude and latitude is filled in' },
  'coordinate-zero': {
    zh: '经纬度都是 0，不是真实位置',
    en: 'longitude and latitude are both 0, which is no real place',
  },
  'crs-missing': {
    zh: '有坐标但没有写明坐标系',
    en: 'there are coordinates, but their reference system is not stated',
  },
  'crs-unsupported': {
    zh: '坐标系无法识别或不支持（可填 CGCS2000、WGS84、GCJ-02、BD-09，或高斯投影带）',
    en: 'the reference system is not known (CGCS2000, WGS84, GCJ-02, BD-09 or a Gauss-Krueger zone)',
  },
  'crs-for-degrees': {
    zh: '坐标是以米计的投影坐标，坐标系却是经纬度，请写明投影带或中央经线',
    en: 'the coordinates are metres of a projection, but the system is one of degrees; name the zone or the meridian',
  },
  'crs-for-metres': {
    zh: '坐标是经纬度，坐标系却是投影坐标系',
    en: 'the coordinates are degrees, but the system is one of a projection',
  },
  'geometry-not-point': {
    zh: '几何类型不对：小区可为点或面，其他表只能是点',
    en: 'the geometry must be a point, or an area of a compound',
  },
  'ring-short': { zh: '面的环少于 4 个坐标点', en: 'a ring of the area has fewer than 4 positions' },
  'ring-open': { zh: '面的环未闭合', en: 'a ring of the area does not end where it starts' },
  'id-twice': { zh: '与第 {firstRow} 行重复', en: 'row {firstRow} has it already' },
  'name-similar': {
    zh: '与第 {firstRow} 行名称相同或相近，请核对是否同一处',
    en: 'nearly the same name as row {firstRow}; see whether it is the same place',
  },
  'secondment-exceeds-rolls': {
    zh: '借调出 {sum} 人，超过在编 {limit} 人',
    en: '{sum} seconded out, more than the {limit} on the rolls',
  },
  'duty-not-rolls-less-seconded': {
    zh: '在岗 {found} 人，不等于在编 {from} 人减借调出 {less} 人',
    en: '{found} on duty post are not the {from} on the rolls less the {less} seconded out',
  },
  'teams-exceed-duty': {
    zh: '社区、案件办理、综合指挥民警共 {sum} 人，超过在岗民警 {limit} 人',
    en: 'community, case and command officers are {sum} together, more than the {limit} on duty post',
  },
  'village-auxiliaries-exceed': {
    zh: '社区驻村辅警 {sum} 人，超过辅警 {limit} 人',
    en: '{sum} auxiliaries bound to villages, more than the {limit} auxiliaries',
  },
  'online-exceed-devices': {
    zh: '在线设备 {sum} 台，超过设备 {limit} 台',
    en: '{sum} devices online, more than the {limit} devices',
  },
  'covered-exceed-buildings': {
    zh: '已覆盖楼栋 {sum} 个，超过楼栋 {limit} 个',
    en: '{sum} buildings covered, more than the {limit} buildings',
  },
  'networked-not-built': { zh: '已联网，但尚未建成', en: 'networked, though not yet built' },
  'household-size': {
    zh: '平均每户 {ratio} 人，不在 {least} 至 {most} 人之间',
    en: '{ratio} persons a household, not between {least} and {most}',
  },
  'money-unit-missing': { zh: '没有写明单位是元还是万元', en: 'whether it is yuan or ten thousand yuan is not stated' },
  'money-fraction': { zh: '换算后不是整数元', en: 'not a whole number of yuan' },
} as const satisfies Record<string, Record<Language, string>>;

/** What a rule says, with `{name}` for figures; of rules of reading, of deliveries and of `problem-words.ts` too. Others are their key. */
export function findingRuleText(rule: string, language: Language): string {
  if (isFindingRule(rule)) return FINDING_WORDS[rule][language];
  if (isDeliveryRule(rule)) return DELIVERY_WORDS[rule][language];
  return problemRuleText(rule, language);
}

/** What is wrong, with its figures and without a full stop; not where it is. */
export function findingReason({ rule, data }: Pick<Finding, 'rule' | 'data'>, language: Language): string {
  return findingRuleText(rule, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const figure = data && Object.hasOwn(data, name) ? data[name] : undefined;
    return figure === undefined ? whole : String(figure);
  });
}

/** What a finding without a file is about. */
const DELIVERY = { zh: '整批文件', en: 'the delivery' } as const;

/** A finding as a line for people: `派出所.xlsx［Sheet1］第 7 行“在岗民警数”列：…`, with the value where it carries one. */
export function findingText(finding: Finding, language: Language): string {
  const reason = findingReason(finding, language);
  const { sheet, row, column, value } = finding;
  const file = finding.file || DELIVERY[language];
  if (language === 'zh') {
    const place = `${row === undefined ? '' : `第 ${row} 行`}${column === undefined ? '' : `“${column}”列`}`;
    return `${file}${sheet === undefined ? '' : `［${sheet}］`}${place}：${reason}${value === undefined ? '' : `（填的是“${value}”）`}`;
  }
  const place = [row === undefined ? [] : `row ${row}`, column === undefined ? [] : `column "${column}"`]
    .flat()
    .join(', ');
  const where = `${file}${sheet === undefined ? '' : ` [${sheet}]`}${place === '' ? '' : ` ${place}`}`;
  return `${where}: ${reason}${value === undefined ? '' : ` (found "${value}")`}`;
}

function isFindingRule(rule: string): rule is keyof typeof FINDING_WORDS {
  return Object.hasOwn(FINDING_WORDS, rule);
}
