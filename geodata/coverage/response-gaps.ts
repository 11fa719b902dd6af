import type { Metres, Seconds } from '../units.ts';
import { type FoundGaps, type GapPlace, gapOf, type Shortage, touchedBy, type UnjudgedPlace } from './gap.ts';

/** How a settlement, or a cell, is reached from its own station or from its group's centre. */
export interface ResponsePlace {
  readonly place: GapPlace;
  /** Of the deciding route; both undefined where there is no route. */
  readonly seconds?: Seconds | undefined;
  readonly metres?: Metres | undefined;
  /** What the rule decided (DOMAIN.md 1.1). Undefined where it could not, such as for a place off every road. */
  readonly passes: boolean | undefined;
  readonly households?: number | undefined;
  readonly population?: number | undefined;
}

/** Of the rule that decided: a time must stay below its limit, a distance within it. */
export interface ResponseLimits {
  readonly seconds: Seconds;
  readonly metres: Metres;
}

const SECONDS_PER_MINUTE = 60;
const METRES_PER_KILOMETRE = 1000;

/**
 * Places that fail, with the whole minutes and kilometres over the limits. One that fails although neither figure of
 * its route is over, as where only a slower route is short enough, has a shortage of time that no number closes.
 */
export function responseGaps(places: readonly ResponsePlace[], limits: ResponseLimits): FoundGaps {
  const failing = places.filter(({ passes }) => passes === false);
  const unjudged = places.filter(({ passes }) => passes === undefined);
  return {
    gaps: failing.map((found) => gapOf('response', found.place, shortagesOf(found, limits), touchedBy([found]))),
    unjudged: unjudged.map(({ place }): UnjudgedPlace => ({ kind: 'response', place })),
  };
}

function shortagesOf({ seconds, metres }: ResponsePlace, limits: ResponseLimits): Shortage[] {
  const shortages: Shortage[] = [];
  if (seconds !== undefined && seconds >= limits.seconds) {
    const minutes = Math.floor((seconds - limits.seconds) / SECONDS_PER_MINUTE) + 1;
    shortages.push(timeShortage(seconds, limits, minutes));
  }
  if (metres !== undefined && metres > limits.metres) {
    const kilometres = Math.ceil((metres - limits.metres) / METRES_PER_KILOMETRE);
    const [value, threshold] = [metres, limits.metres];
    shortages.push({ value, threshold, unit: 'metres', toClose: kilometres, closedBy: 'kilometres' });
  }
  return shortages.length > 0 ? shortages : [timeShortage(seconds, limits, undefined)];
}

function timeShortage(value: Seconds | undefined, limits: ResponseLimits, toClose: number | undefined): Shortage {
  return { value, threshold: limits.seconds, unit: 'seconds', toClose, closedBy: 'minutes' };
}
