import { figureText, percentText } from '../../geodata/figure-text.ts';
import type { Messages } from './zh.ts';

const SECONDS_PER_MINUTE = 60;
const METRES_PER_KILOMETRE = 1000;

/**
 * Minutes without the unit: one decimal, and more only where rounding would put the figure on the wrong
 * side of the limit (29.998 is not 30.0), as in the reports.
 */
export function minutesText(seconds: number, limitMinutes?: number): string {
  return figureText(seconds / SECONDS_PER_MINUTE, limitMinutes);
}

/** Kilometres, by the same rule. */
export function kilometresText(metres: number, limitKilometres?: number): string {
  return figureText(metres / METRES_PER_KILOMETRE, limitKilometres);
}

/** `34.2 分钟`, `34.2 min`; a dash for no answer. */
export function minutesPhrase(seconds: number | null, { units }: Messages, limitMinutes?: number): string {
  return seconds === null ? units.none : `${minutesText(seconds, limitMinutes)} ${units.minutes}`;
}

/** `28.9 公里`, `28.9 km`; a dash for no answer. */
export function kilometresPhrase(metres: number | null, { units }: Messages, limitKilometres?: number): string {
  return metres === null ? units.none : `${kilometresText(metres, limitKilometres)} ${units.kilometres}`;
}

/** The service's own figure: `2231.3 秒`. */
export function secondsPhrase(seconds: number, { units }: Messages): string {
  return `${seconds.toFixed(1)} ${units.seconds}`;
}

/** The service's own figure: `23599.0 米`. */
export function metresPhrase(metres: number, { units }: Messages): string {
  return `${metres.toFixed(1)} ${units.metres}`;
}

/** A share in per cent; a dash where there is nothing to take a share of. */
export function shareText(part: number, whole: number): string {
  return percentText(part, whole) ?? '—';
}

/** A number of things, in groups of three digits; a dash for no answer. */
export function countText(count: number | null | undefined): string {
  return count === null || count === undefined ? '—' : count.toLocaleString('en-US');
}

const KIBIBYTE = 1024;

/** The size of a file: `18 KB`, `3.2 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < KIBIBYTE * KIBIBYTE) return `${Math.max(1, Math.round(bytes / KIBIBYTE))} KB`;
  return `${(bytes / KIBIBYTE / KIBIBYTE).toFixed(1)} MB`;
}

/** A point of time as date and minute of the reader's clock. */
export function momentText(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
