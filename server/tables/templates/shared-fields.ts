import type { TemplateField, TemplateWord } from './template.ts';

const POSITION_GROUPS = [
  '坐标',
  '经纬度',
  '位置',
  '地理坐标',
  '中心点坐标',
  '村委会坐标',
  '中心点',
  '村委会',
  '点位坐标',
];

/** Longitude, latitude and their reference system, as three columns. */
export interface PositionHeaders {
  /** Stands before 经度 and 纬度, such as 村委会. */
  readonly prefixZh: string;
  readonly prefixEn: string;
  readonly required: boolean;
  readonly concealed?: boolean;
}

/** The columns of a place's position. Degrees, or metres of a projection whose system the row or the import names. */
export function positionFields({ prefixZh, prefixEn, required, concealed }: PositionHeaders): TemplateField[] {
  const header = (zh: string, en: string) => ({
    zh: `${prefixZh}${zh}`,
    en: prefixEn === '' ? en : `${prefixEn} ${en.toLowerCase()}`,
  });
  const hidden = concealed ? { concealed } : {};
  return [
    {
      key: 'lon',
      ...header('经度', 'Longitude'),
      ...hidden,
      required,
      type: 'longitude',
      synonyms: ['经度', 'lon', 'lng', 'longitude', 'x', 'x坐标', '东经', '横坐标', '经度坐标', '经度X', '中心经度'],
      groups: POSITION_GROUPS,
      note: {
        zh: '十进制度，如 116.208333；也可写度分秒（116°12′30″），或投影坐标的东坐标（米）',
        en: 'decimal degrees such as 116.208333; degrees, minutes and seconds, or the easting in metres, are read too',
      },
      example: 116.208333,
    },
    {
      key: 'lat',
      ...header('纬度', 'Latitude'),
      ...hidden,
      required,
      type: 'latitude',
      synonyms: ['纬度', 'lat', 'latitude', 'y', 'y坐标', '北纬', '纵坐标', '纬度坐标', '纬度Y', '中心纬度'],
      groups: POSITION_GROUPS,
      note: {
        zh: '十进制度，如 31.762500；也可写度分秒（31°45′45″），或投影坐标的北坐标（米）',
        en: 'decimal degrees such as 31.762500; degrees, minutes and seconds, or the northing in metres, are read too',
      },
      example: 31.7625,
    },
    crsField(required),
  ];
}

function crsField(required: boolean): TemplateField {
  return {
    key: 'crs',
    zh: '坐标系',
    en: 'Coordinate system',
    required,
    type: 'crs',
    synonyms: ['crs', '坐标系统', '坐标系类型', '坐标参考系', '坐标类型', 'srs'],
    groups: POSITION_GROUPS,
    note: {
      zh: '坐标从哪里来就填哪个：GPS 或天地图为 CGCS2000 或 WGS84，高德、腾讯地图为 GCJ-02，百度地图为 BD-09',
      en: 'that of the source: CGCS2000 or WGS84 for GPS and Tianditu, GCJ-02 for Amap and Tencent, BD-09 for Baidu',
    },
    example: 'CGCS2000',
    words: CRS_WORDS,
  };
}

/** What the drop-down of 坐标系 offers; other systems, such as a Gauss-Krueger zone, may be typed. */
const CRS_WORDS: readonly TemplateWord[] = ['CGCS2000', 'WGS84', 'GCJ-02', 'BD-09'].map((name) => ({
  value: name,
  zh: name,
  en: name,
  synonyms: [],
}));

/** 截止日期: the day that a table's figures are of. */
export function asOfField(zh: '数据截止日期' | '截止日期', required: boolean): TemplateField {
  return {
    key: 'asOf',
    zh,
    en: 'As-of date',
    required,
    type: 'date',
    synonyms: ['数据截止日期', '截止日期', '截止时间', '数据截止时间', '统计日期', '统计截止日期', '数据日期', 'asof'],
    note: { zh: '数据统计到哪一天，如 2024-06-30', en: 'the day that the figures are of, such as 2024-06-30' },
    example: '2024-06-30',
  };
}

/** How a count of something is described. */
export interface CountHeaders {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly required?: boolean;
  readonly synonyms: readonly string[];
  readonly groups?: readonly string[];
  readonly underGroup?: readonly string[];
  readonly note: TemplateField['note'];
  readonly example: number;
  readonly most: number;
  /** Units that a cell may carry, such as 人. */
  readonly units: readonly string[];
}

/** A column of whole numbers from 0; 万 behind a number is read as ten thousand. */
export function countField({ most, units, required = false, ...field }: CountHeaders): TemplateField {
  const scales: Record<string, number> = {};
  for (const unit of units) {
    scales[unit] = 1;
    scales[`万${unit}`] = 10_000;
  }
  return { ...field, required, type: 'count', range: { least: 0, most }, units: { ...scales, 万: 10_000 } };
}

/** The two words of a yes or no column, as templates offer them. */
export const YES_NO: readonly TemplateWord[] = [
  { value: 'yes', zh: '是', en: 'yes', synonyms: ['有', '已', '对', '√', '✓', '✔', '☑', 'y', 'true', '1'] },
  {
    value: 'no',
    zh: '否',
    en: 'no',
    synonyms: ['无', '未', '没有', '不是', '错', '×', '✗', '✘', 'x', 'n', 'false', '0'],
  },
];

/** A word of a list, for short. */
export function word(value: string, zh: string, en: string, ...synonyms: string[]): TemplateWord {
  return { value, zh, en, synonyms };
}

/** The station that a row belongs to, by 机构代码 or by name. */
export function stationField(zh: string, required: boolean): TemplateField {
  return {
    key: 'stationId',
    zh,
    en: 'Station',
    required,
    type: 'text',
    synonyms: [
      '所属派出所',
      '派出所',
      '所属所',
      '辖区派出所',
      '管辖派出所',
      '派出所名称',
      '所属派出所名称',
      'station',
      'stationId',
    ],
    note: { zh: '派出所的名称或机构代码，与派出所表一致', en: "the station's name or id, as in the table of stations" },
    example: '城关派出所',
  };
}
