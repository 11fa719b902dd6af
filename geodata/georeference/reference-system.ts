/**
 * What the two numbers of a position mean. Plain data. x is longitude or easting, y latitude or northing, whatever the
 * axis order of the authority's definition: EPSG:4490 itself puts latitude first, the columns of a table do not.
 */
export type ReferenceSystem = DegreeSystem | { readonly kind: 'web-mercator' } | GaussKruegerSystem;

/**
 * Degrees. CGCS2000 (EPSG:4490) and WGS 84 are the same numbers at this scale: they differ by centimetres (DOMAIN.md
 * section 3). GCJ-02 is what 高德 and 腾讯 maps show, BD-09 what 百度 maps show, each shifted by hundreds of metres.
 */
export interface DegreeSystem {
  readonly kind: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09';
}

/** Metres of CGCS2000 in a Gauss-Krueger zone, false easting 500,000 m. */
export interface GaussKruegerSystem {
  readonly kind: 'gauss-krueger';
  /** Width of its zones: 三度带, 六度带. It changes the zone's number, never the coordinates of a meridian. */
  readonly zoneDegrees: 3 | 6;
  /** Degrees east, a whole multiple of 3; in six-degree zones an odd one. */
  readonly centralMeridian: number;
  /** Whether eastings begin with the number of the zone, 带号: 39,500,000 m at the central meridian of zone 39. */
  readonly zonePrefix: boolean;
}

export const WGS84: ReferenceSystem = { kind: 'wgs84' };
export const CGCS2000: ReferenceSystem = { kind: 'cgcs2000' };
export const GCJ02: ReferenceSystem = { kind: 'gcj02' };
export const BD09: ReferenceSystem = { kind: 'bd09' };
export const WEB_MERCATOR: ReferenceSystem = { kind: 'web-mercator' };

/** Central meridians of China's zones: 75 to 135 degrees east (EPSG:4491 to 4554). */
const WESTERNMOST_MERIDIAN = 75;
const EASTERNMOST_MERIDIAN = 135;

/** The zone of a central meridian, or undefined where China has no such zone. */
export function gaussKrueger(
  zoneDegrees: 3 | 6,
  centralMeridian: number,
  zonePrefix: boolean,
): GaussKruegerSystem | undefined {
  const inChina = centralMeridian >= WESTERNMOST_MERIDIAN && centralMeridian <= EASTERNMOST_MERIDIAN;
  const isMeridian = zoneDegrees === 3 ? centralMeridian % 3 === 0 : (centralMeridian + 3) % 6 === 0;
  return inChina && isMeridian ? { kind: 'gauss-krueger', zoneDegrees, centralMeridian, zonePrefix } : undefined;
}

/** Number of a zone 带号: 25 to 45 of three degrees, 13 to 23 of six. No number stands for zones of both widths. */
export function zoneNumber({ zoneDegrees, centralMeridian }: GaussKruegerSystem): number {
  return zoneDegrees === 3 ? centralMeridian / 3 : (centralMeridian + 3) / 6;
}

/** The zone of a number, or undefined where China has none. */
export function gaussKruegerZone(
  zoneDegrees: 3 | 6,
  zone: number,
  zonePrefix: boolean,
): GaussKruegerSystem | undefined {
  return gaussKrueger(zoneDegrees, zoneDegrees === 3 ? 3 * zone : 6 * zone - 3, zonePrefix);
}

/**
 * One text for each system, for comparing and for keeping beside the original values; `parseReferenceSystem` reads it:
 * EPSG codes where there are some.
 */
export function referenceSystemCode(system: ReferenceSystem): string {
  if (system.kind === 'gauss-krueger') return `EPSG:${epsgOfZone(system)}`;
  return CODES[system.kind];
}

/** The system in words: Chinese first, English complete. */
export function referenceSystemName(system: ReferenceSystem, language: 'zh' | 'en'): string {
  if (system.kind !== 'gauss-krueger') return NAMES[system.kind][language];
  const { zoneDegrees, centralMeridian, zonePrefix } = system;
  const zone = zoneNumber(system);
  if (language === 'zh')
    return `CGCS2000 高斯-克吕格 ${zoneDegrees}度带 ${zonePrefix ? `第${zone}带(带号)` : `中央经线${centralMeridian}°(无带号)`}`;
  return `CGCS2000 Gauss-Krueger ${zoneDegrees}-degree ${zonePrefix ? `zone ${zone}, with prefix` : `meridian ${centralMeridian}E, no prefix`}`;
}

/** Whether two systems give every pair of numbers the same meaning. */
export function sameCoordinates(a: ReferenceSystem, b: ReferenceSystem): boolean {
  return meaning(a) === meaning(b);
}

const CODES = {
  wgs84: 'EPSG:4326',
  cgcs2000: 'EPSG:4490',
  gcj02: 'GCJ-02',
  bd09: 'BD-09',
  'web-mercator': 'EPSG:3857',
} as const;

const NAMES = {
  wgs84: { zh: 'WGS 84 经纬度', en: 'WGS 84 degrees' },
  cgcs2000: { zh: '2000国家大地坐标系(CGCS2000)经纬度', en: 'CGCS2000 degrees' },
  gcj02: { zh: 'GCJ-02(高德、腾讯)经纬度', en: 'GCJ-02 degrees (Amap, Tencent)' },
  bd09: { zh: 'BD-09(百度)经纬度', en: 'BD-09 degrees (Baidu)' },
  'web-mercator': { zh: 'Web 墨卡托(EPSG:3857)', en: 'Web Mercator (EPSG:3857)' },
} as const;

/** EPSG numbers the zones from west to east: 4491 and 4502 of six degrees, 4513 and 4534 of three, the former with prefix. */
function epsgOfZone({ zoneDegrees, centralMeridian, zonePrefix }: GaussKruegerSystem): number {
  const place = (centralMeridian - WESTERNMOST_MERIDIAN) / zoneDegrees;
  if (zoneDegrees === 6) return (zonePrefix ? 4491 : 4502) + place;
  return (zonePrefix ? 4513 : 4534) + place;
}

function meaning(system: ReferenceSystem): string {
  if (system.kind === 'gauss-krueger') {
    const { centralMeridian, zonePrefix } = system;
    return `${centralMeridian} ${zonePrefix ? zoneNumber(system) : ''}`;
  }
  return system.kind === 'cgcs2000' ? 'wgs84' : system.kind;
}
