import { asOfField, word } from './shared-fields.ts';
import type { Template } from './template.ts';

/** 道路里程核对: kilometres by class on the transport bureau's books, to hold the road network against. */
export const ROAD_LENGTHS: Template = {
  kind: 'road-lengths',
  zh: '道路里程核对',
  en: 'Official road lengths',
  titleWords: ['里程', '公路', '道路'],
  fields: [
    {
      key: 'rank',
      zh: '等级(高速/国/省/县/乡/村)',
      en: 'Class',
      required: true,
      type: 'word',
      synonyms: [
        '等级',
        '等级(国/省/县/乡/村)',
        '公路等级',
        '道路等级',
        '行政等级',
        '公路行政等级',
        '技术等级',
        '类别',
        'rank',
      ],
      note: {
        zh: '高速、国道、省道、县道、乡道、村道',
        en: 'motorway, national, provincial, county, township, village',
      },
      example: '县道',
      words: [
        word('motorway', '高速', 'motorway', '高速公路'),
        word('national', '国道', 'national', '国', '普通国道'),
        word('provincial', '省道', 'provincial', '省', '普通省道'),
        word('county', '县道', 'county', '县'),
        word('township', '乡道', 'township', '乡'),
        word('village', '村道', 'village', '村'),
      ],
    },
    {
      key: 'kilometres',
      zh: '公里数(交通局)',
      en: 'Kilometres (transport bureau)',
      required: true,
      type: 'decimal',
      synonyms: ['公里数', '里程', '里程(公里)', '里程数', '公里', '通车里程', '总里程', 'kilometres', 'km'],
      note: { zh: '单位：公里', en: 'in kilometres' },
      example: 312.6,
      range: { least: 0, most: 100_000 },
      units: { 公里: 1, km: 1, 千米: 1, 米: 0.001, m: 0.001, 万公里: 10_000 },
    },
    asOfField('截止日期', false),
  ],
  identity: ['rank'],
  rules: [],
};
