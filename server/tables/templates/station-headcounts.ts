import { type CountHeaders, countField } from './shared-fields.ts';
import type { TemplateField } from './template.ts';

const OFFICERS = ['民警', '民警数', '公安民警', '警力', '民警情况', '民警(人)'];
const AUXILIARIES = ['辅警', '辅警数', '警务辅助人员', '辅警情况'];

/** Officers of a station, as clauses 4 and 6 count them. */
export const OFFICER_FIELDS: readonly TemplateField[] = [
  officers({
    key: 'authorised',
    zh: '编制数',
    en: 'Authorised posts',
    synonyms: ['编制', '核定编制', '编制人数', '民警编制数', '民警编制', '政法编制数', '核定编制数', 'authorised'],
    underGroup: ['编制', '编制数', '核定'],
    note: { zh: '机构编制部门核定的民警编制', en: 'posts authorised for officers' },
    example: 10,
  }),
  officers({
    key: 'onRolls',
    zh: '在编数',
    en: 'On the rolls',
    required: true,
    synonyms: ['在编', '在编人数', '在编民警数', '在编民警', '实有民警数', '民警在编数', 'onRolls'],
    underGroup: ['在编', '在编数', '实有', '实有数'],
    note: { zh: '在编民警，含借调出的', en: 'officers on the rolls, those seconded out included' },
    example: 9,
  }),
  officers({
    key: 'secondedOut',
    zh: '借调出数',
    en: 'Seconded out',
    synonyms: [
      '借调出',
      '借调数',
      '借调',
      '借调人数',
      '借出数',
      '被借调数',
      '借调出人数',
      '借调出民警数',
      'secondedOut',
    ],
    underGroup: ['借调', '借调出', '借出', '借调数'],
    note: { zh: '被借调到其他单位的民警', en: 'officers seconded to other units' },
    example: 1,
  }),
  officers({
    key: 'onDuty',
    zh: '在岗民警数',
    en: 'Officers on duty post',
    required: true,
    synonyms: [
      '在岗民警',
      '在岗数',
      '在岗',
      '在岗人数',
      '民警数',
      '民警',
      '民警人数',
      '民警在岗数',
      'onDuty',
      'officers',
    ],
    underGroup: ['在岗', '在岗数', '实际在岗'],
    note: { zh: '在编减借调出', en: 'those on the rolls less those seconded out' },
    example: 8,
  }),
  officers({
    key: 'community',
    zh: '社区民警数',
    en: 'Community officers',
    required: true,
    synonyms: ['社区民警', '社区警务民警数', '社区警务队', '社区警务队民警数', '社区(驻村)民警数', 'community'],
    underGroup: ['社区', '社区民警', '社区警务', '社区警务队'],
    note: { zh: '专职社区（驻村）民警', en: 'full-time community or village officers' },
    example: 4,
  }),
  officers({
    key: 'cases',
    zh: '案件办理民警数',
    en: 'Case officers',
    synonyms: ['案件办理民警', '案件民警数', '办案民警数', '办案民警', '案件办理队', '案件办理队民警数', 'cases'],
    underGroup: ['案件', '案件办理', '办案', '案件办理队'],
    note: { zh: '案件办理队民警', en: 'officers of the case team' },
    example: 3,
  }),
  officers({
    key: 'command',
    zh: '综合指挥民警数',
    en: 'Command officers',
    synonyms: ['综合指挥民警', '指挥民警数', '综合指挥室', '综合指挥室民警数', '综合指挥', 'command'],
    underGroup: ['综合指挥', '指挥', '综合', '综合指挥室'],
    note: { zh: '综合指挥室民警', en: 'officers of the command room' },
    example: 1,
  }),
];

/** Auxiliaries of a station, all of them and those bound to villages. */
export const AUXILIARY_FIELDS: readonly TemplateField[] = [
  auxiliaries({
    key: 'auxiliaries',
    zh: '辅警数',
    en: 'Auxiliaries',
    required: true,
    synonyms: ['辅警', '辅警人数', '辅警总数', '警务辅助人员数', '警务辅助人员', '全部辅警数', 'auxiliaries'],
    underGroup: ['总数', '合计', '小计', '人数', '数量', '全部'],
    note: { zh: '全部辅警，含社区驻村辅警', en: 'all of them, those bound to villages included' },
    example: 16,
  }),
  auxiliaries({
    key: 'villageAuxiliaries',
    zh: '其中社区驻村辅警数',
    en: 'Of them bound to villages',
    synonyms: [
      '社区驻村辅警数',
      '其中:社区驻村辅警数',
      '驻村辅警数',
      '社区辅警数',
      '其中驻村辅警',
      '社区(驻村)辅警数',
      'villageAuxiliaries',
    ],
    underGroup: ['社区驻村', '驻村', '社区', '其中社区驻村', '其中:社区驻村', '其中社区驻村辅警数', '社区驻村辅警数'],
    note: { zh: '辅警中在社区、村的', en: 'those of the auxiliaries who work in communities and villages' },
    example: 10,
  }),
];

type Headcount = Omit<CountHeaders, 'most' | 'units' | 'groups'>;

function officers(field: Headcount): TemplateField {
  return countField({ ...field, groups: OFFICERS, most: 10_000, units: ['人', '名', '个'] });
}

function auxiliaries(field: Headcount): TemplateField {
  return countField({ ...field, groups: AUXILIARIES, most: 10_000, units: ['人', '名', '个'] });
}
