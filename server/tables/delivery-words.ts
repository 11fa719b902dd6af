import type { Language } from '../language.ts';

/**
 * What can be wrong with tables that are held against one another, or with a delivery as a whole: the rule's key and its
 * wording, as `server/tables/finding-words.ts` has those of single tables.
 */
export const DELIVERY_WORDS = {
  'crs-unknown': {
    zh: '坐标系无法识别，请选择该文件的坐标系',
    en: 'the reference system is not known; say which the file is in',
  },
  'position-outside-system': {
    zh: '坐标在所写坐标系中没有意义',
    en: 'the coordinates mean nothing in the system that is stated',
  },
  'crs-contradicted': {
    zh: '坐标系写的是{claimed}，但位置更像是{better}，整体偏移约 {metres} 米（方位 {bearing}°）；请改正坐标系，或确认原坐标系无误',
    en: 'the system is stated as {claimedEn}, but the positions read as {betterEn}, shifted by some {metres} m (bearing {bearing}); correct the system, or confirm it',
  },
  'crs-contradicted-plainly': {
    zh: '坐标系写的是{claimed}，但位置更像是{better}；请改正坐标系，或确认原坐标系无误',
    en: 'the system is stated as {claimedEn}, but the positions read as {betterEn}; correct the system, or confirm it',
  },
  'crs-mixed': {
    zh: '同一文件中混有两种坐标系：约 {percent}% 的行像是{better}，其余为{claimed}',
    en: 'two reference systems are mixed in one file: some {percent} % of the rows read as {betterEn}, the others as {claimedEn}',
  },
  'position-suspect': {
    zh: '此行位置更像是{better}（与{claimed}相差约 {metres} 米），请核对',
    en: 'this row reads as {betterEn} (some {metres} m from {claimedEn}); check it',
  },
  'position-nowhere': {
    zh: '此行按{claimed}不在本县，按{better}则在本县，请核对',
    en: 'as {claimedEn} this row lies outside the county, as {betterEn} inside; check it',
  },
  'outside-county': { zh: '位置在县界之外', en: 'the position lies outside the county' },
  'id-in-other-table': {
    zh: '该代码或名称已在前面的行或另一张表中出现',
    en: 'an earlier row, or another table, has the same code or name already',
  },
  'station-unknown': {
    zh: '没有这个派出所（按机构代码或名称查找）',
    en: 'no station has this code or name',
  },
  'station-ambiguous': {
    zh: '有多个派出所叫这个名称，请填写机构代码',
    en: 'several stations have this name; give the code',
  },
  'unit-unknown': { zh: '没有这个代码的村（社区）', en: 'no village or community has this code' },
  'unit-moved-township': {
    zh: '代码属于{code}，表中写的是{stated}，可能已调整乡镇',
    en: 'its code belongs to {code}, the table says {stated}: it may have moved township',
  },
  'unit-outside-township': {
    zh: '位置在{place}，表中写的是{stated}',
    en: 'its place lies in {place}, the table says {stated}',
  },
  'unit-without-place': {
    zh: '没有坐标，也没有自然村，不参与响应时间测算',
    en: 'it has neither a position nor natural villages and takes no part in response times',
  },
  'unit-match-offered': {
    zh: '有 {candidates} 个居民点可能是它，请选择',
    en: '{candidates} settlement(s) may be it; choose one',
  },
  'unit-unmatched': { zh: '没有找到对应的居民点', en: 'no settlement was found for it' },
  'settlement-unknown': { zh: '没有这个居民点（按编号或名称查找）', en: 'no settlement has this id or name' },
  'settlement-ambiguous': {
    zh: '有多个居民点叫这个名称，请填写编号',
    en: 'several settlements have this name; give the id',
  },
  'hours-overlap': { zh: '与该居民点的另一时段重叠', en: 'the hours overlap others of the settlement' },
  'geometry-unusable': { zh: '面不完整或坐标有误', en: 'the area is not whole, or its coordinates mean nothing' },
  'boundary-twice': { zh: '有不止一份县界', en: 'there is more than one outline of the county' },
  'townships-twice': { zh: '有不止一份乡镇界', en: 'there is more than one layer of townships' },
  'table-kind-unknown': {
    zh: '无法识别这是哪一张表，请选择表的种类',
    en: 'what table this is cannot be told; say which kind it is',
  },
  'table-kind-ambiguous': {
    zh: '可能是不止一种表，请选择表的种类',
    en: 'it may be more than one kind of table; say which it is',
  },
  'roads-twice': { zh: '有不止一份路网文件', en: 'there is more than one file of roads' },
  'station-gone': {
    zh: '现有版本中有 {records} 个居民点的派出所已不在新表中，所属派出所留空',
    en: '{records} settlement(s) that are there already name a station that is gone; it is left open',
  },
  'record-without-referent': {
    zh: '现有版本中有 {records} 条记录所指的派出所或居民点已不存在，未保留',
    en: '{records} record(s) that are there already refer to something that is gone and are not kept',
  },
  'file-name-twice': {
    zh: '有两个文件同名，只看了第一个',
    en: 'two files have the same name; only the first was looked at',
  },
  'no-good-row': {
    zh: '{rows} 行中没有一行可用，提交会清空现有数据',
    en: 'none of its {rows} row(s) is sound: committed, it would empty what is there',
  },
  'fewer-rows': {
    zh: '提交后以新表为准：由 {before} 条变为 {after} 条，请确认不是只报了一部分',
    en: 'the new table takes the place of what is there: {after} record(s) instead of {before}; see that it is not a part only',
  },
  'no-stations': { zh: '没有派出所', en: 'there is no station' },
  'no-settlements': { zh: '没有居民点', en: 'there is no settlement' },
  'no-roads': {
    zh: '没有路网：请附上 .osm.pbf 文件',
    en: 'there are no roads: add an .osm.pbf file',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type DeliveryRule = keyof typeof DELIVERY_WORDS;

export function isDeliveryRule(rule: string): rule is DeliveryRule {
  return Object.hasOwn(DELIVERY_WORDS, rule);
}
