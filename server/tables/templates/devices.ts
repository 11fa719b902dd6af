import { positionFields } from './shared-fields.ts';
import type { Template, TemplateField } from './template.ts';

/** 视频设备: ground that cameras see. Used to compute areas, never served; the template asks for no name and no id. */
export const DEVICES: Template = {
  kind: 'devices',
  zh: '视频设备',
  en: 'Video devices',
  titleWords: ['设备', '摄像', '视频监控', '监控点'],
  fields: [
    ...positionFields({ prefixZh: '', prefixEn: '', required: true, concealed: true }),
    figure(
      'rangeMetres',
      '有效距离',
      'Range',
      ['有效距离(米)', '监控距离', '可视距离', '距离', 'range', 'rangeMetres'],
      '单位：米；不填为未知',
      'in metres; blank means unknown',
      60,
      1,
      5_000,
      { 米: 1, m: 1, 公里: 1_000, km: 1_000 },
    ),
    figure(
      'azimuth',
      '朝向方位角',
      'Azimuth',
      ['方位角', '朝向', '朝向角', 'azimuth', 'direction'],
      '正北为 0，顺时针，0–360 度；不填按全向',
      'degrees clockwise from north; blank means all around',
      135,
      0,
      360,
      { 度: 1, '°': 1 },
    ),
    figure(
      'fieldOfView',
      '视场角',
      'Field of view',
      ['视角', '视场', '水平视场角', 'fov', 'fieldOfView'],
      '水平视场角，1–360 度；不填按全向',
      'degrees across; blank means all around',
      90,
      1,
      360,
      { 度: 1, '°': 1 },
    ),
  ],
  identity: [],
  rules: [],
};

function figure(
  key: string,
  zh: string,
  en: string,
  synonyms: readonly string[],
  noteZh: string,
  noteEn: string,
  example: number,
  least: number,
  most: number,
  units: Readonly<Record<string, number>>,
): TemplateField {
  const note = { zh: noteZh, en: noteEn };
  return { key, zh, en, required: false, type: 'decimal', synonyms, note, example, range: { least, most }, units };
}
