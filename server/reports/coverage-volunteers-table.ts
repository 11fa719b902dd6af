import type { DensityEstimate } from '../../geodata/coverage/volunteer-estimate.ts';
import type { UnitVolunteerRow, VolunteerSumRow } from '../counties/county-volunteers.ts';
import type { Language } from '../language.ts';
import { type FilledColumn, filledRows, placeGeometry, roundedTo } from './coverage-cells.ts';
import type { NamedTable } from './table-content.ts';
import { BAND_WORDS, SETTING_WORDS } from './wording/coverage-words.ts';

const TITLE = { zh: '治安信息员', en: 'Safety informants' };
/** Digits of a density per 100 households, in every form alike. */
export const DENSITY_DECIMALS = 3;

interface Dense {
  readonly rawPer100Households: number | undefined;
  readonly estimate: DensityEstimate | undefined;
}

/** The raw density beside its estimate and 95 % interval. */
export function densityColumns<Row extends Dense>(): FilledColumn<Row>[] {
  const rounded = (value: number | undefined) => roundedTo(value, DENSITY_DECIMALS);
  return [
    {
      ...{ key: 'per100Households', zh: '每百户信息员（原始）', en: 'per 100 households, raw' },
      of: ({ rawPer100Households }) => rounded(rawPer100Households),
    },
    {
      ...{ key: 'estimate', zh: '每百户信息员（经验贝叶斯）', en: 'per 100 households, estimated' },
      of: ({ estimate }) => rounded(estimate?.per100Households),
    },
    { key: 'estimateLow', zh: '95% 区间下限', en: '95% interval, from', of: ({ estimate }) => rounded(estimate?.low) },
    { key: 'estimateHigh', zh: '95% 区间上限', en: '95% interval, to', of: ({ estimate }) => rounded(estimate?.high) },
  ];
}

/** One row a village or community. */
export function unitVolunteersTable(rows: readonly UnitVolunteerRow[], language: Language): NamedTable {
  const columns: FilledColumn<UnitVolunteerRow>[] = [
    { key: 'id', zh: '区划代码', en: 'division code', of: ({ id }) => id },
    { key: 'name', zh: '名称', en: 'name', of: ({ name }) => name },
    { key: 'township', zh: '所属乡镇街道', en: 'township', of: ({ township }) => township },
    { key: 'stationId', zh: '所属派出所编号', en: 'own station id', of: ({ stationId }) => stationId },
    { key: 'setting', zh: '城乡', en: 'urban or rural', of: ({ need }) => SETTING_WORDS[need.setting][language] },
    { key: 'households', zh: '户数', en: 'households', of: ({ households }) => households },
    {
      key: 'settlementsLeftOut',
      zh: '未计入的居民点',
      en: 'settlements left out',
      of: (row) => row.settlementsLeftOut,
    },
    { key: 'posts', zh: '信息员数', en: 'posts', of: ({ posts }) => posts },
    {
      key: 'present',
      zh: '现有（农村人、城镇楼栋）',
      en: 'present (posts, or buildings)',
      of: ({ need }) => need.present,
    },
    { key: 'least', zh: '最少', en: 'least', of: ({ need }) => need.least },
    { key: 'most', zh: '最多', en: 'most', of: ({ need }) => need.most },
    { key: 'shortfall', zh: '缺', en: 'short by', of: ({ need }) => need.shortfall },
    { key: 'surplus', zh: '多', en: 'over by', of: ({ need }) => need.surplus },
    { key: 'band', zh: '结果', en: 'result', of: ({ band }) => BAND_WORDS[band][language] },
    { key: 'bandCode', zh: '结果代码', en: 'result code', of: ({ band }) => band },
    ...densityColumns<UnitVolunteerRow>(),
    { key: 'sampleTooSmall', zh: '样本过小', en: 'sample too small', of: ({ sampleTooSmall }) => sampleTooSmall },
  ];
  return { title: TITLE, ...filledRows(columns, rows, placeGeometry) };
}

/** One row a township, station or the county. */
export function volunteerSumsTable(rows: readonly VolunteerSumRow[]): NamedTable {
  const columns: FilledColumn<VolunteerSumRow>[] = [
    { key: 'id', zh: '编号', en: 'id', of: ({ id }) => id },
    { key: 'name', zh: '名称', en: 'name', of: ({ name }) => name },
    { key: 'units', zh: '村（社区）数', en: 'units', of: ({ unitCount }) => unitCount },
    {
      key: 'withheldUnits',
      zh: '未计入的村（社区）（样本过小）',
      en: 'units left out (too small)',
      of: (row) => row.withheldUnits,
    },
    { key: 'short', zh: '不足', en: 'short', of: ({ unitsByBand }) => unitsByBand.short },
    { key: 'meets', zh: '达标', en: 'meets', of: ({ unitsByBand }) => unitsByBand.meets },
    { key: 'over', zh: '偏多', en: 'over', of: ({ unitsByBand }) => unitsByBand.over },
    { key: 'unknown', zh: '无数据', en: 'no data', of: ({ unitsByBand }) => unitsByBand.unknown },
    { key: 'notApplicable', zh: '无统计对象', en: 'nothing to count', of: (row) => row.unitsByBand['not-applicable'] },
    { key: 'ruralPosts', zh: '农村现有', en: 'rural posts', of: ({ rural }) => rural.present },
    { key: 'ruralLeast', zh: '农村最少', en: 'rural least', of: ({ rural }) => rural.least },
    { key: 'ruralShortfall', zh: '农村缺', en: 'rural, short by', of: ({ rural }) => rural.shortfall },
    { key: 'ruralSurplus', zh: '农村多', en: 'rural, over by', of: ({ rural }) => rural.surplus },
    { key: 'urbanCovered', zh: '城镇已覆盖楼栋', en: 'urban buildings covered', of: ({ urban }) => urban.present },
    { key: 'urbanBuildings', zh: '城镇楼栋', en: 'urban buildings', of: ({ urban }) => urban.least },
    {
      key: 'urbanShortfall',
      zh: '城镇未覆盖楼栋',
      en: 'urban buildings not covered',
      of: ({ urban }) => urban.shortfall,
    },
    { key: 'countedUnits', zh: '密度所计村（社区）', en: 'units in the density', of: ({ counted }) => counted.units },
    { key: 'posts', zh: '信息员数', en: 'posts', of: ({ counted }) => counted.posts },
    { key: 'households', zh: '户数', en: 'households', of: ({ counted }) => counted.households },
    ...densityColumns<VolunteerSumRow>(),
  ];
  return { title: TITLE, ...filledRows(columns, rows, placeGeometry) };
}
