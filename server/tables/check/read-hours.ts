import type { CellReader, CellReport, HourBand } from './cell-report.ts';
import { halfWidth } from './half-width.ts';

const BAND = /^(\d{1,2})(?::00|[时点])?[-–—~～至到](\d{1,2})(?::00|[时点])?$/;
/** What a spreadsheet makes of 8-20, which it takes for 20 August. */
const BAND_AS_DATE = /^\d{4}-(\d{2})-(\d{2})$/;
const LAST_HOUR = 24;

/** Reads a band of whole hours, such as 0-8 or 20:00至24:00. One that a spreadsheet has turned into a date is repaired. */
export const readHours: CellReader = (value, report) => {
  if (typeof value !== 'string') return impossible(report);
  const text = halfWidth(value, report).replace(/\s/g, '');
  const asDate = BAND_AS_DATE.exec(text);
  const band = bandOf(asDate ?? BAND.exec(text));
  if (!band) return impossible(report);
  if (asDate) report('repair', 'hours-from-date', { from: band.fromHour, to: band.toHour });
  return band;
};

function bandOf(parts: readonly string[] | null): HourBand | undefined {
  const [fromHour, toHour] = [Number(parts?.[1]), Number(parts?.[2])];
  return fromHour < toHour && toHour <= LAST_HOUR ? { fromHour, toHour } : undefined;
}

function impossible(report: CellReport): undefined {
  report('error', 'hours-impossible');
  return undefined;
}
