import { asOfField, word } from './shared-fields.ts';
import type { Template } from './template.ts';

/** 全县指标: figures of the whole county, one a row (clauses 4 and 15). */
export const COUNTY: Template = {
  kind: 'county',
  zh: '全县指标',
  en: 'County figures',
  titleWords: ['全县', '县局', '指标'],
  fields: [
    {
      key: 'indicator',
      zh: '指标',
      en: 'Figure',
      required: true,
      type: 'word',
      synonyms: ['指标名称', '项目', '指标项', 'indicator'],
      note: { zh: '县局民警总数、治安信息员专项经费', en: 'officers of the county bureau; informant funds' },
      example: '治安信息员专项经费',
      words: [
        word(
          'officers',
          '县局民警总数',
          'Officers of the county bureau',
          '民警总数',
          '县局民警数',
          '全局民警总数',
          '全县民警总数',
          'officers',
        ),
        word(
          'informantFundsYuan',
          '治安信息员专项经费',
          'Informant funds',
          '信息员专项经费',
          '专项经费',
          '信息员经费',
          '治安信息员经费',
          'informantFundsYuan',
        ),
      ],
    },
    {
      key: 'value',
      zh: '数值',
      en: 'Value',
      required: true,
      type: 'decimal',
      synonyms: ['值', '数据', '数量', '指标值', 'value'],
      note: {
        zh: '经费须写明单位：填在“单位”列，或写成 20万元',
        en: 'money needs its unit: in the column of units, or written as 20万元',
      },
      example: 20,
      range: { least: 0, most: 1_000_000_000 },
      units: { 人: 1, 名: 1, 元: 1, 万元: 10_000, 万: 10_000, yuan: 1 },
    },
    {
      key: 'unit',
      zh: '单位',
      en: 'Unit',
      required: false,
      type: 'word',
      synonyms: ['计量单位', '数值单位', 'unit'],
      note: { zh: '人、元或万元', en: 'persons, yuan or ten thousand yuan' },
      example: '万元',
      words: [
        word('persons', '人', 'persons', '名'),
        word('yuan', '元', 'yuan', '人民币元', '元/年'),
        word('ten-thousand-yuan', '万元', 'ten-thousand-yuan', '万', '万元/年'),
      ],
    },
    asOfField('截止日期', false),
  ],
  identity: ['indicator'],
  rules: [],
};
