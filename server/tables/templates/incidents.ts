import { asOfField, countField } from './shared-fields.ts';
import type { Template } from './template.ts';

/** 警情: calls counted by settlement and band of the day. Never single calls. */
export const INCIDENTS: Template = {
  kind: 'incidents',
  zh: '警情',
  en: 'Incidents',
  titleWords: ['警情', '接处警', '出警'],
  fields: [
    {
      key: 'settlement',
      zh: '居民点编号或名称',
      en: 'Settlement id or name',
      required: true,
      type: 'code',
      synonyms: [
        '居民点编号',
        '居民点名称',
        '居民点',
        '自然村',
        '自然村名称',
        '自然村编号',
        '编号或名称',
        'settlement',
        'settlementId',
      ],
      note: { zh: '与自然村（居民点）表一致', en: 'as in the table of settlements' },
      example: '990321100201-01',
    },
    {
      key: 'hours',
      zh: '时段',
      en: 'Hours',
      required: true,
      type: 'hours',
      synonyms: ['时间段', '发案时段', '警情时段', '接警时段', 'hours'],
      note: {
        zh: '起止整点，如 0-8、8-20、20-24；文本格式，以免表格软件改成日期',
        en: 'whole hours from and to, such as 0-8, 8-20, 20-24; as text, lest a spreadsheet makes a date of it',
      },
      example: '8-20',
    },
    countField({
      key: 'count',
      zh: '件数',
      en: 'Calls',
      required: true,
      synonyms: ['警情数', '警情件数', '数量', '起数', '有效警情数', '警情量', 'count'],
      note: { zh: '该时段的有效警情件数', en: 'valid calls in these hours' },
      example: 17,
      most: 10_000_000,
      units: ['件', '起', '次', '条'],
    }),
    asOfField('截止日期', true),
  ],
  identity: ['settlement', 'hours', 'asOf'],
  rules: [],
};
