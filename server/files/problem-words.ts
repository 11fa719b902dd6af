import type { InputProblem } from '../../geodata/errors.ts';
import type { Language } from '../language.ts';
import { isReadingRule, READING_WORDS } from '../tables/reading-words.ts';
import { ROAD_PROBLEM_WORDS } from './road-problem-words.ts';

/**
 * What can be wrong with a user's file: the rule's key, as `InputProblem.rule` carries it, and its
 * wording; what keeps a table from being read at all is in `server/tables/reading-words.ts`. Keys are
 * stable: receipts, tests and the interface look them up, people read the words.
 */
const PROBLEM_WORDS = {
  'not-utf8': {
    zh: '文件不是 UTF-8 编码（可能是 GBK），请另存为“CSV UTF-8”后再导入',
    en: 'the file is not UTF-8 (perhaps GBK); save it as "CSV UTF-8" and import it again',
  },
  'file-type': { zh: '只支持 .csv、.geojson、.json 文件', en: 'only .csv, .geojson and .json files are read' },
  'file-empty': { zh: '文件中没有数据', en: 'the file holds no data' },
  'csv-quotes': { zh: '引号不成对', en: 'a quotation mark is not closed or stands in the wrong place' },
  'row-ragged': { zh: '单元格数与表头不一致', en: 'the number of cells differs from the header' },
  'column-missing': { zh: '缺少必填列', en: 'a required column is missing' },
  'column-twice': { zh: '该列出现两次', en: 'the column occurs twice' },
  'json-malformed': { zh: '不是有效的 JSON', en: 'not valid JSON' },
  'not-feature-collection': { zh: '不是 GeoJSON 要素集合', en: 'not a GeoJSON FeatureCollection' },
  'not-feature': { zh: '不是 GeoJSON 要素', en: 'not a GeoJSON Feature' },
  'geometry-not-point': { zh: '几何类型必须是点', en: 'the geometry must be a Point' },
  'geometry-not-polygon': { zh: '几何类型必须是面', en: 'the geometry must be a Polygon or MultiPolygon' },
  'ring-short': { zh: '环的坐标点少于 4 个', en: 'a ring has fewer than 4 positions' },
  'ring-open': { zh: '环未闭合', en: 'a ring does not end where it starts' },
  'crs-missing': { zh: '未填写坐标系', en: 'the coordinate reference system is not stated' },
  'crs-unsupported': {
    zh: '坐标系必须是 WGS84 或 CGCS2000，请先转换（不会自动纠偏）',
    en: 'the coordinate reference system must be WGS84 or CGCS2000; convert first, nothing is shifted silently',
  },
  'name-missing': { zh: '缺少名称', en: 'the name is missing' },
  'id-twice': { zh: '编号与前面的行重复', en: 'the id already occurs in an earlier row' },
  'id-rounded': {
    zh: '编号已被表格软件改成科学计数法，请按文本格式重新填写',
    en: 'a spreadsheet has turned the id into a rounded number; enter it again as text',
  },
  'coordinate-missing': { zh: '缺少坐标', en: 'the coordinate is missing' },
  'coordinate-not-number': { zh: '坐标不是十进制度数', en: 'the coordinate is not a number of decimal degrees' },
  'coordinate-range': { zh: '坐标超出范围', en: 'the coordinate is out of range' },
  'coordinates-swapped': { zh: '经度和纬度疑似填反', en: 'longitude and latitude look swapped' },
  'count-not-number': { zh: '不是数字', en: 'not a number' },
  'count-negative': { zh: '不能为负数', en: 'must not be negative' },
  'count-fraction': { zh: '必须是整数', en: 'must be a whole number' },
  'kind-unknown': { zh: '类别无法识别', en: 'the kind is not known' },
  'station-unknown': { zh: '没有这个派出所', en: 'no station has this id or name' },
  'station-ambiguous': {
    zh: '有多个派出所叫这个名称，请填写机构代码',
    en: 'several stations have this name; give the id',
  },
  'county-code-malformed': {
    zh: '县区划代码应为六位数字（GB/T 2260）',
    en: 'the county code must be six digits (GB/T 2260)',
  },
  'id-missing': { zh: '缺少编号', en: 'the id is missing' },
  'count-range': { zh: '数字超出范围', en: 'the number is out of range' },
  'text-unusable': { zh: '含有无法保存的字符', en: 'holds characters that cannot be stored' },
  'outside-county': { zh: '在县界之外', en: 'lies outside the county' },
  'townships-overlap': { zh: '乡镇界互相重叠', en: 'the townships overlap' },
  'area-self-crossing': { zh: '边界自相交', en: 'the outline crosses itself' },
  'groups-not-listed': {
    zh: '应为 {"groups":[{"centre":"…","members":["…"]}]}',
    en: 'must be {"groups":[{"centre":"...","members":["..."]}]}',
  },
  'group-id-twice': { zh: '协作组编号重复', en: 'the id of the group already occurs' },
  'centre-missing': { zh: '缺少中心派出所', en: 'the central station is missing' },
  'no-members': { zh: '没有成员派出所', en: 'the group has no member station' },
  'station-twice': { zh: '同一派出所在组内出现两次', en: 'a station is named twice in the group' },
  'station-in-two-groups': { zh: '派出所已在另一个协作组', en: 'a station is already in another group' },
  'member-urban': { zh: '城区派出所不能作成员', en: 'an urban station cannot be a member' },
  'personal-column': { zh: '疑似个人信息列，请删除后再导入', en: 'the column looks personal; remove it' },
  'personal-id-number': { zh: '疑似身份证号，请删除后再导入', en: 'looks like a personal ID number; remove it' },
  'personal-mobile': { zh: '疑似手机号，请删除后再导入', en: 'looks like a mobile number; remove it' },
  'personal-flat-address': { zh: '疑似到户的住址，请删除后再导入', en: 'looks like the address of a flat; remove it' },
  ...ROAD_PROBLEM_WORDS,
} as const satisfies Record<string, Record<Language, string>>;

export type ProblemRule = keyof typeof PROBLEM_WORDS;

/** Stands in `InputProblem.column` where a problem is of a whole row or a whole file. */
export const WHOLE_ROW = '*';

/**
 * One problem as a line for people, without a full stop: where it is, what is wrong and, where the
 * problem carries it, the value found. A rule this catalogue does not know is printed as its key.
 */
export function problemText(problem: InputProblem, language: Language): string {
  const words = problemRuleText(problem.rule, language);
  return language === 'zh' ? textInChinese(problem, words) : textInEnglish(problem, words);
}

/** What a rule says, wherever it is broken; a rule this catalogue does not know is its own text. */
export function problemRuleText(rule: string, language: Language): string {
  if (isReadingRule(rule)) return READING_WORDS[rule][language];
  return isProblemRule(rule) ? PROBLEM_WORDS[rule][language] : rule;
}

function isProblemRule(rule: string): rule is ProblemRule {
  return Object.hasOwn(PROBLEM_WORDS, rule);
}

function textInChinese({ sheet, row, column, value }: InputProblem, words: string): string {
  const inSheet = sheet === undefined ? '' : `工作表“${sheet}”`;
  const where = inSheet + (column === WHOLE_ROW ? `第 ${row} 行` : `第 ${row} 行“${column}”列`);
  return `${where}：${words}${value === undefined ? '' : `（填的是“${value}”）`}`;
}

function textInEnglish({ sheet, row, column, value }: InputProblem, words: string): string {
  const inSheet = sheet === undefined ? 'Row' : `Sheet "${sheet}", row`;
  const where = column === WHOLE_ROW ? `${inSheet} ${row}` : `${inSheet} ${row}, column "${column}"`;
  return `${where}: ${words}${value === undefined ? '' : ` (found "${value}")`}`;
}
