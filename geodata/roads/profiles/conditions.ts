import { unknownId } from '../../errors.ts';
import type { KilometresPerHour } from '../../units.ts';
import type { SpeedProfile, Travel, WayTravel } from '../profile.ts';

/** Conditions of light and weather. `base`: dry, by day, the profile as it stands. */
export const CONDITIONS = ['base', 'night', 'rain', 'heavy-rain', 'snow', 'ice'] as const;

export type Condition = (typeof CONDITIONS)[number];

/** What a condition does to every speed: times the factor, then no more than the cap. */
export interface ConditionEffect {
  readonly factor: number;
  /** km/h; Infinity: no cap. */
  readonly capKmh: KilometresPerHour;
  /** `study`: a number read in a study elsewhere and rounded. `law`: a legal limit. `estimate`: no source. */
  readonly mark: 'study' | 'law' | 'estimate';
  readonly source: string;
}

/** Effects by condition, DOMAIN.md section 6; `base` has none. None was measured on rural roads in China. */
export const CONDITION_EFFECTS: Readonly<Record<Exclude<Condition, 'base'>, ConditionEffect>> = {
  night: { factor: 0.8, capKmh: Infinity, mark: 'study', source: 'German ambulances, 22 % slower at night' },
  rain: { factor: 0.93, capKmh: Infinity, mark: 'study', source: 'light rain, US freeways, 4.7 mph slower' },
  'heavy-rain': { factor: 0.8, capKmh: Infinity, mark: 'study', source: 'heavy rain, US freeways, 19.6 mph slower' },
  snow: { factor: 0.7, capKmh: Infinity, mark: 'estimate', source: 'no source' },
  ice: {
    factor: 1,
    capKmh: 30,
    mark: 'law',
    source: 'Road traffic regulation, art. 46: ice, mud, or sight below 50 m',
  },
};

/**
 * A profile under a condition; its id ends in `+night` and the like. Every speed changes, that of
 * the off-road leg too; times fixed by a `duration` tag, turn costs and obstacles do not. `base`
 * gives the profile itself.
 * @throws unknown-id for a condition not in {@link CONDITIONS}
 */
export function withCondition(profile: SpeedProfile, condition: Condition): SpeedProfile {
  if (!CONDITIONS.includes(condition)) throw unknownId('condition', condition);
  if (condition === 'base') return profile;
  const { factor, capKmh } = CONDITION_EFFECTS[condition];
  const slowed = (kmh: KilometresPerHour): KilometresPerHour => Math.min(kmh * factor, capKmh);
  return {
    ...profile,
    id: `${profile.id}+${condition}`,
    way: (tags) => slowedWay(profile.way(tags), slowed),
    offRoad: { ...profile.offRoad, kmh: slowed(profile.offRoad.kmh) },
  };
}

type Slow = (kmh: KilometresPerHour) => KilometresPerHour;

function slowedWay(way: WayTravel | undefined, slowed: Slow): WayTravel | undefined {
  return way && { ...way, forward: slowedTravel(way.forward, slowed), backward: slowedTravel(way.backward, slowed) };
}

function slowedTravel(travel: Travel | undefined, slowed: Slow): Travel | undefined {
  return travel && 'kmh' in travel ? { kmh: slowed(travel.kmh) } : travel;
}
