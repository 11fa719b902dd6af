import type { CellReader, CellReport } from './cell-report.ts';
import { halfWidth } from './half-width.ts';

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const BEFORE = /^(?:(东经|E)|(北纬|N)|(西经|W)|(南纬|S))\s*:?\s*/i;
const BEHIND = /\s*(?:(E)|(N)|(W)|(S))$/i;
const SEXAGESIMAL =
  /^(\d{1,3}(?:\.\d+)?)\s*[°º˚度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*[′'’´分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:[″"”“秒]|''|′′|’’)\s*)?$/;

type Axis = 'lon' | 'lat';

/**
 * Reads longitude or latitude: a decimal number, or degrees, minutes and seconds with or without their hemisphere, which
 * is a repair. A hemisphere of the other axis is an error. Ranges are looked at where both axes are known.
 */
export function degreesReader(axis: Axis): CellReader {
  return (value, report) => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : fail(report, 'coordinate-not-number');
    if (typeof value === 'boolean') return fail(report, 'coordinate-not-number');
    const text = halfWidth(value, report);
    if (PLAIN.test(text)) return Number(text);
    if (GROUPED.test(text)) return ungrouped(text, report);
    return degreesOfText(text, axis, report);
  };
}

function degreesOfText(text: string, axis: Axis, report: CellReport): number | undefined {
  const before = BEFORE.exec(text);
  const rest = before ? text.slice(before[0].length) : text;
  const behind = BEHIND.exec(rest);
  const figures = behind ? rest.slice(0, rest.length - behind[0].length) : rest;
  const degrees = PLAIN.test(figures) && (before || behind) ? Number(figures) : sexagesimal(figures);
  if (degrees === undefined || (before && behind))
    return fail(report, /[°º˚度分秒′″]/.test(text) ? 'coordinate-malformed' : 'coordinate-not-number');
  const [, east, north, west, south] = before ?? behind ?? [];
  if (axis === 'lon' ? north || south : east || west) return fail(report, 'coordinates-swapped');
  const signed = west || south ? -degrees : degrees;
  report('repair', 'degrees-minutes-seconds', { degrees: Number(signed.toFixed(7)) });
  return signed;
}

function sexagesimal(text: string): number | undefined {
  const [, degrees, minutes, seconds] = SEXAGESIMAL.exec(text) ?? [];
  if (degrees === undefined) return undefined;
  const isFraction = [degrees, minutes].map((part) => part?.includes('.') ?? false);
  const hasFinerBelow =
    (isFraction[0] && (minutes ?? seconds) !== undefined) || (isFraction[1] && seconds !== undefined);
  if (hasFinerBelow || (minutes === undefined && seconds !== undefined)) return undefined;
  if (Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return undefined;
  return Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
}

function ungrouped(text: string, report: CellReport): number {
  report('repair', 'thousands-separator');
  return Number(text.replace(/,/g, ''));
}

function fail(report: CellReport, rule: string): undefined {
  report('error', rule);
  return undefined;
}
