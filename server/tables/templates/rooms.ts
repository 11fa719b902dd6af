import { asOfField, positionFields, stationField, word } from './shared-fields.ts';
import type { Template } from './template.ts';

/** 警务室: police rooms (clause 20). */
export const ROOMS: Template = {
  kind: 'rooms',
  zh: '警务室',
  en: 'Police rooms',
  titleWords: ['警务室', '警务站'],
  fields: [
    {
      key: 'id',
      zh: '编号',
      en: 'Id',
      required: false,
      type: 'code',
      synonyms: ['警务室编号', '警务室代码', 'id'],
      note: { zh: '不填则以所属派出所加名称为准', en: 'without it, the station and the name stand for it' },
      example: 'JWS-01',
    },
    {
      key: 'name',
      zh: '名称',
      en: 'Name',
      required: true,
      type: 'text',
      synonyms: ['警务室名称', '警务室', '警务站名称', '警务室(站)名称', '警务室(站)', 'name'],
      note: { zh: '警务室的名称', en: 'name of the room' },
      example: '城东警务室',
    },
    stationField('所属所', true),
    {
      key: 'kinds',
      zh: '类别(社区/农村/7×24/样板)',
      en: 'Kinds (community, rural, round-the-clock, model)',
      required: true,
      type: 'word-list',
      synonyms: ['类别', '类型', '警务室类别', '警务室类型', 'kind', 'kinds'],
      note: { zh: '可填多个，用顿号隔开，如 农村、样板', en: 'several may be given, separated by commas' },
      example: '农村',
      words: [
        word('community', '社区', 'community', '社区警务室', '城区', '城市'),
        word('rural', '农村', 'rural', '农村警务室', '驻村', '乡村'),
        word('round-the-clock', '7×24', 'round-the-clock', '7*24', '7x24', '24小时', '7×24小时', '全天候'),
        word('model', '样板', 'model', '样板警务室', '示范'),
      ],
    },
    ...positionFields({ prefixZh: '', prefixEn: '', required: false }),
    {
      key: 'hours',
      zh: '值守时段',
      en: 'Hours',
      required: false,
      type: 'text',
      synonyms: ['值守时间', '值班时段', '开放时间', '值班时间', 'hours'],
      note: { zh: '如 08:00-20:00', en: 'such as 08:00-20:00' },
      example: '08:00-20:00',
    },
    asOfField('截止日期', false),
  ],
  identity: ['id'],
  similarNames: { name: 'name', within: 'stationId' },
  rules: [],
};
