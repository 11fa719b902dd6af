/** China has one civil time, UTC+8, all year. */
const CIVIL_OFFSET_MS = 8 * 3600 * 1000;

/** A moment as a county's clocks show it: `2026-11-24T22:30`, whatever the time zone of the machine. */
export function civilTimeOf(moment: Date): string {
  return new Date(moment.getTime() + CIVIL_OFFSET_MS).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

/** The same day's date: `2026-11-24`. */
export function civilDateOf(moment: Date): string {
  return civilTimeOf(moment).slice(0, 'YYYY-MM-DD'.length);
}
