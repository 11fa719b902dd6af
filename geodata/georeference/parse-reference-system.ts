import { parseWktSystem } from './projected-wkt.ts';
import {
  BD09,
  CGCS2000,
  GCJ02,
  gaussKrueger,
  gaussKruegerZone,
  type ReferenceSystem,
  sameCoordinates,
  WEB_MERCATOR,
  WGS84,
} from './reference-system.ts';

/**
 * The reference system that a text names, as Chinese offices and their programs write it: a cell 坐标系, an EPSG code, a
 * name or a definition (WKT) from a `.prj`. Case, width, spaces and punctuation do not matter. Nothing is guessed: other
 * datums (北京54, 西安80, UTM) and names that leave the zone open are undefined, and so is a blank.
 *
 * 带号 and a bare zone number say that eastings begin with it; 中央经线 and a bare meridian say that they do not, as EPSG's
 * names do. Where the zone's width is not written either, its number tells: 25 to 45 are three degrees wide, 13 to 23 six.
 */
export function parseReferenceSystem(text: string): ReferenceSystem | undefined {
  const trimmed = text.normalize('NFKC').trim();
  if (/^\s*(proj|geog|geod)\w*\s*[[(]/i.test(trimmed)) return parseWktSystem(trimmed);
  const name = bare(trimmed);
  return SYSTEM_OF_NAME.get(name) ?? systemOfAuthorityCode(name) ?? systemOfZoneName(trimmed);
}

/** Names that stand for themselves, in the form that `bare` gives. */
const NAMES: readonly (readonly [system: ReferenceSystem, names: readonly string[]])[] = [
  [
    WGS84,
    ['wgs84', '84', 'wgs1984', 'gcswgs1984', 'gps', '84坐标', '84坐标系', 'wgs84坐标', 'wgs84坐标系', 'wgs84经纬度'],
  ],
  [
    WGS84,
    [
      'crs84',
      'ogccrs84',
      'urnogcdefcrsogc13crs84',
      'urnogcdefcrsogccrs84',
      'wgs84gps',
      'gps坐标',
      'gps坐标系',
      '地球坐标',
    ],
  ],
  [
    WGS84,
    ['wgs84degrees', '世界大地坐标系1984', 'worldgeodeticsystem1984', '地球坐标系', 'gpswgs84', 'wgs84大地坐标系'],
  ],
  [
    CGCS2000,
    [
      'cgcs2000',
      '2000',
      'cgcs',
      '国家2000',
      '2000国家大地坐标系',
      '国家大地2000',
      '大地2000',
      '2000坐标系',
      '2000坐标',
    ],
  ],
  [
    CGCS2000,
    [
      '国家2000大地坐标系',
      '国家2000坐标系',
      '2000国家大地坐标',
      'cgcs2000坐标系',
      'cgcs2000坐标',
      '中国大地坐标系2000',
    ],
  ],
  [
    CGCS2000,
    ['chinageodeticcoordinatesystem2000', 'gcschinageodeticcoordinatesystem2000', 'gcscgcs2000', '国家大地坐标系2000'],
  ],
  [
    CGCS2000,
    ['cgcs2000经纬度', 'cgcs2000degrees', '国家大地坐标系', '2000国家大地坐标系cgcs2000', 'cgcs20002000国家大地坐标系'],
  ],
  [
    CGCS2000,
    [
      'cgcs2000国家大地坐标系',
      '2000大地坐标系',
      '2000国家大地坐标系cgcs2000经纬度',
      '天地图',
      '天地图坐标',
      '天地图坐标系',
      '2000系',
    ],
  ],
  [
    GCJ02,
    [
      'gcj02',
      'gcj',
      '火星',
      '火星坐标',
      '火星坐标系',
      '高德',
      '高德坐标',
      '高德坐标系',
      '高德地图',
      '腾讯',
      '腾讯坐标',
      '腾讯坐标系',
    ],
  ],
  [
    GCJ02,
    [
      '腾讯地图',
      'gcj02坐标',
      'gcj02坐标系',
      '国测局坐标',
      '国测局坐标系',
      '国测局',
      'gcj02火星坐标',
      'gcj02火星坐标系',
      '火星坐标系gcj02',
    ],
  ],
  [
    GCJ02,
    [
      'gcj02经纬度',
      'gcj02高德腾讯经纬度',
      'gcj02高德',
      'gcj02高德腾讯',
      'gcj02degreesamaptencent',
      'amap',
      '高德gcj02',
      '腾讯gcj02',
    ],
  ],
  [
    BD09,
    [
      'bd09',
      'bd09ll',
      'bd',
      '百度',
      '百度坐标',
      '百度坐标系',
      '百度地图',
      'bd09坐标',
      'bd09坐标系',
      '百度bd09',
      'bd09百度',
    ],
  ],
  [
    BD09,
    ['bd09经纬度', 'bd09百度经纬度', 'bd09degreesbaidu', 'baidu', '百度经纬度坐标', '百度坐标系bd09', '百度经纬度'],
  ],
  [
    WEB_MERCATOR,
    ['webmercator', 'web墨卡托', '墨卡托', 'web墨卡托投影', 'wgs84pseudomercator', 'wgs1984webmercatorauxiliarysphere'],
  ],
  [
    WEB_MERCATOR,
    ['wgs1984webmercator', 'web墨卡托epsg3857', 'webmercatorepsg3857', 'pseudomercator', '球面墨卡托', '天地图墨卡托'],
  ],
];

const SYSTEM_OF_NAME: ReadonlyMap<string, ReferenceSystem> = new Map(
  NAMES.flatMap(([system, names]) => names.map((name) => [name, system] as const)),
);

/** Lower case, and only letters, Chinese characters and digits. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9\u4e00-\u9fff]/g, '');
}

/**
 * `EPSG:4548`, `4548`, `urn:ogc:def:crs:EPSG::4548`, `http://www.opengis.net/def/crs/EPSG/0/4548`, and `CGCS2000(EPSG:4490)`
 * where both say the same.
 */
function systemOfAuthorityCode(name: string): ReferenceSystem | undefined {
  const [, before = '', code = '', after = ''] = /^(|.*(?:epsg|esri))0?(\d{4,6})(\D.*)?$/.exec(name) ?? [];
  const system = systemOfEpsg(Number(code));
  const rest =
    before.replace(/^(urnogcdefcrs|https?wwwopengisnetdefcrs|坐标系)?(epsg|esri)?$|(epsg|esri)$/, '') + after;
  if (!system || rest === '') return system;
  const named = SYSTEM_OF_NAME.get(rest) ?? systemOfZoneName(rest);
  return named && sameCoordinates(named, system) ? system : undefined;
}

/** EPSG 4326, 4490, 3857 and its forerunners, and 4491 to 4554, China's zones of CGCS2000. Others are undefined. */
export function systemOfEpsg(code: number): ReferenceSystem | undefined {
  if (code === 4326) return WGS84;
  if (code === 4490) return CGCS2000;
  if (code === 3857 || code === 900_913 || code === 102_100 || code === 102_113 || code === 3785) return WEB_MERCATOR;
  if (code >= 4491 && code <= 4501) return gaussKruegerZone(6, 13 + code - 4491, true);
  if (code >= 4502 && code <= 4512) return gaussKruegerZone(6, 13 + code - 4502, false);
  if (code >= 4513 && code <= 4533) return gaussKruegerZone(3, 25 + code - 4513, true);
  if (code >= 4534 && code <= 4554) return gaussKruegerZone(3, 25 + code - 4534, false);
  return undefined;
}

const OTHER_DATUM = /wgs|utm|xian|西安|beijing|北京|bj-?54|pulkovo|krasovsky/i;
const CGCS2000_WORDS = /cgcs|china.?2000|china geodetic|国家2000|2000国家|国家大地|大地2000|2000坐标|2000大地/i;
const PROJECTED_WORDS = /gk|gauss|kr[uü]e?ger|高斯|degree|带|中央|cm|zone|meridian|投影/i;

/**
 * `CGCS2000_3_Degree_GK_CM_117E`, `CGCS2000 / 3-degree Gauss-Kruger zone 39`, `CGCS2000 3度带 117`, `2000坐标系三度带39带号`,
 * `国家2000 中央经线117`: a zone of CGCS2000 by its number or meridian.
 */
function systemOfZoneName(text: string): ReferenceSystem | undefined {
  const name = text.replace(/_/g, ' ');
  if (OTHER_DATUM.test(name) || !CGCS2000_WORDS.test(name) || !PROJECTED_WORDS.test(name)) return undefined;
  const zoneDegrees = widthOf(name);
  const numbers = numbersOf(name);
  if (numbers.length !== 1 || zoneDegrees === undefined) return undefined;
  return zoneOfNumber(numbers[0] ?? Number.NaN, zoneDegrees, name);
}

/** 3 or 6 where the name says so, 0 where it says nothing, undefined where it says both. */
function widthOf(name: string): 3 | 6 | 0 | undefined {
  const three = /(?<![\d.])3[\s-]*(?:度|degree|°)|三度/i.test(name);
  const six = /(?<![\d.])6[\s-]*(?:度|degree|°)|六度/i.test(name);
  if (three && six) return undefined;
  return three ? 3 : six ? 6 : 0;
}

/** The zone's number or meridian: the numbers left when datum and width are taken out. */
function numbersOf(name: string): number[] {
  const rest = name.replace(/2000/g, ' ').replace(/(?<![\d.])[36][\s-]*(?:度分?带?|degrees?|°\s*带?)/gi, ' ');
  return (rest.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

function zoneOfNumber(number: number, zoneDegrees: 3 | 6 | 0, name: string): ReferenceSystem | undefined {
  const withoutPrefix = /无带号|不含带号|不带带号|去带号|no prefix/i.test(name);
  if (number >= 75) {
    const width = zoneDegrees || 3;
    return gaussKrueger(width, number, !withoutPrefix && /(?<!不|无)(?:含|加|有|带)带号|with prefix/i.test(name));
  }
  const width = zoneDegrees || (number >= 25 ? 3 : 6);
  return gaussKruegerZone(width, number, !withoutPrefix);
}
