import type { LonLat } from '../units.ts';
import { toWgs84 } from './convert.ts';
import {
  BD09,
  GCJ02,
  gaussKrueger,
  type ReferenceSystem,
  referenceSystemCode,
  referenceSystemName,
  sameCoordinates,
  WEB_MERCATOR,
  WGS84,
} from './reference-system.ts';
import { gcj02ToWgs84, wgs84ToGcj02 } from './shifted-degrees.ts';

/** One way to read the two numbers of every row of a file. */
export interface Reading {
  readonly system: ReferenceSystem;
  /** The columns of x and y are exchanged. Also how Chinese surveyors write metres: X northward, Y eastward. */
  readonly swapped: boolean;
  /** Degrees typed as DD.MMSS: 117.3015 for 117 degrees 30' 15". */
  readonly sexagesimal: boolean;
  /**
   * A correction made once too often before the file came: `shifted-twice` to GCJ-02 what was GCJ-02 already,
   * `over-corrected` from GCJ-02 what was WGS 84.
   */
  readonly doubled?: 'shifted-twice' | 'over-corrected';
}

/** The numbers as the file claims they are. */
export function claimedReading(system: ReferenceSystem): Reading {
  return { system, swapped: false, sexagesimal: false };
}

/** Degrees from a county's middle within which its zone's meridian is looked for: its own and the neighbours'. */
const MERIDIAN_DEGREES = 4.5;

/**
 * Every reading a file may have that comes from near a place, the claimed one first, none twice. Degrees before metres,
 * as written before swapped, so that of two that say the same the plainer is found first.
 * @param near some place of the county; decides the zones of Gauss-Krueger
 */
export function plausibleReadings(claimed: ReferenceSystem, near: LonLat): Reading[] {
  const degrees: Reading[] = [WGS84, GCJ02, BD09].map(claimedReading);
  const doubled = (['shifted-twice', 'over-corrected'] as const).map((kind) => ({
    ...claimedReading(WGS84),
    doubled: kind,
  }));
  const metres = [...zonesNear(near), WEB_MERCATOR].map(claimedReading);
  const written = [...degrees, ...doubled, ...metres];
  const readings = [
    claimedReading(claimed),
    ...written,
    ...written.map((reading) => ({ ...reading, swapped: true })),
    ...[false, true].map((swapped) => ({ system: WGS84, swapped, sexagesimal: true })),
  ];
  return readings.filter((reading, index) => readings.findIndex((other) => saySame(reading, other)) === index);
}

/** Where a reading puts a row, WGS 84; undefined where it puts it nowhere. */
export function locate({ system, swapped, sexagesimal, doubled }: Reading, x: number, y: number): LonLat | undefined {
  const [first, second] = swapped ? [y, x] : [x, y];
  if (sexagesimal) {
    const [lon, lat] = [fromSexagesimal(first), fromSexagesimal(second)];
    return lon === undefined || lat === undefined ? undefined : toWgs84(system, lon, lat);
  }
  const place = toWgs84(system, first, second);
  if (!place || !doubled) return place;
  return doubled === 'shifted-twice' ? gcj02ToWgs84(gcj02ToWgs84(place)) : wgs84ToGcj02(place);
}

/** The reading in words: Chinese first, English complete. */
export function readingName({ system, swapped, sexagesimal, doubled }: Reading, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const parts = [
    referenceSystemName(system, language),
    swapped ? (zh ? '两列对调' : 'columns swapped') : '',
    sexagesimal ? (zh ? '度分秒写作 DD.MMSS' : 'typed as DD.MMSS') : '',
    doubled === 'shifted-twice' ? (zh ? '重复加偏(GCJ-02 两次)' : 'shifted to GCJ-02 twice') : '',
    doubled === 'over-corrected' ? (zh ? '重复纠偏' : 'corrected from GCJ-02 once too often') : '',
  ];
  return parts.filter((part) => part !== '').join(zh ? ',' : ', ');
}

/** One text for a reading, for comparing. */
export function readingCode({ system, swapped, sexagesimal, doubled }: Reading): string {
  return [referenceSystemCode(system), swapped ? 'swapped' : '', sexagesimal ? 'dd.mmss' : '', doubled ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

function zonesNear([lon]: LonLat): ReferenceSystem[] {
  const meridians = Array.from({ length: 21 }, (_, index) => 75 + 3 * index);
  return meridians
    .filter((meridian) => Math.abs(meridian - lon) <= MERIDIAN_DEGREES)
    .flatMap((meridian) => [
      gaussKrueger(3, meridian, false),
      gaussKrueger(3, meridian, true),
      gaussKrueger(6, meridian, true),
    ])
    .flatMap((zone) => (zone ? [zone] : []));
}

function saySame(a: Reading, b: Reading): boolean {
  return (
    a.swapped === b.swapped &&
    a.sexagesimal === b.sexagesimal &&
    a.doubled === b.doubled &&
    sameCoordinates(a.system, b.system)
  );
}

/** Ten thousandths of a second of arc: what a double holds of DD.MMSS without noise. */
const PARTS = 10_000;

function fromSexagesimal(value: number): number | undefined {
  const [whole, sign] = [Math.round(Math.abs(value) * 10_000 * PARTS) / PARTS, value < 0 ? -1 : 1];
  const degrees = Math.floor(whole / 10_000);
  const minutes = Math.floor(whole / 100) - 100 * degrees;
  const seconds = whole - 10_000 * degrees - 100 * minutes;
  if (degrees > 180 || minutes >= 60 || seconds >= 60) return undefined;
  return sign * (degrees + minutes / 60 + seconds / 3600);
}
