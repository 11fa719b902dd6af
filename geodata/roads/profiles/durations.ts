import type { Seconds } from '../../units.ts';

const CLOCK = /^\d{1,2}(?::\d{1,2}){0,2}$/;
const ISO_8601 = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i;
const SHORTEST_SECONDS = 1;
/** No crossing takes two days: a longer duration is a mistake, and would make every search span it. */
const LONGEST_SECONDS = 2 * 24 * 3600;

/**
 * A `duration` tag in whole seconds, at least 1: `MM`, `HH:MM`, `HH:MM:SS` or ISO 8601 `PT1H30M`.
 * Undefined where the value has none of these forms, or says more than two days.
 */
export function parseDuration(value: string): Seconds | undefined {
  const seconds = CLOCK.test(value) ? clockSeconds(value) : isoSeconds(value);
  if (seconds === undefined || seconds > LONGEST_SECONDS) return undefined;
  return Math.max(seconds, SHORTEST_SECONDS);
}

function clockSeconds(value: string): Seconds {
  const fields = value.split(':').map(Number);
  if (fields.length === 1) fields.unshift(0);
  const [hours = 0, minutes = 0, seconds = 0] = fields;
  return hours * 3600 + minutes * 60 + seconds;
}

function isoSeconds(value: string): Seconds | undefined {
  const match = ISO_8601.exec(value);
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
