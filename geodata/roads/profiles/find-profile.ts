import { unknownId } from '../../errors.ts';
import type { SpeedProfile } from '../profile.ts';
import { car } from './car.ts';
import { type Condition, withCondition } from './conditions.ts';
import { ruralMountain, ruralPlain } from './rural.ts';
import { withoutMotorways } from './without-motorways.ts';

const BASE_PROFILES: readonly SpeedProfile[] = [car, ruralPlain, ruralMountain];

const PROFILES: ReadonlyMap<string, SpeedProfile> = new Map(
  [...BASE_PROFILES, ...BASE_PROFILES.map(withoutMotorways)].map((profile) => [profile.id, profile]),
);

/** Every id {@link findProfile} knows: the three profiles, then each with `+no-motorways`. */
export const PROFILE_IDS: readonly string[] = [...PROFILES.keys()];

/**
 * The profile of an id, under a condition (`base` where none is given; the list is `CONDITIONS`).
 * @throws unknown-id for an id not in {@link PROFILE_IDS} or a condition that does not exist
 */
export function findProfile(id: string, condition: Condition = 'base'): SpeedProfile {
  const profile = PROFILES.get(id);
  if (!profile) throw unknownId('speed profile', id);
  return withCondition(profile, condition);
}
