import type { Settlement } from '../catchment/places.ts';
import { CONDITIONS, type Condition } from '../roads/profiles/conditions.ts';
import { DEFAULT_RULE, type ResponseRule } from '../travel/two-limit-rule.ts';

/**
 * What must pass for a group to pass 统计范围:
 * - `station` 站到站: the member stations themselves. - `administrative` 全部行政村委会: every settlement of
 *   that kind. - `settlements` 全部自然村: every settlement loaded, which is the administrative ones where no
 *   natural village is. - `share` 人口加权: settlements with at least `sharePercent` of the weight.
 */
export type CountingScope = 'station' | 'administrative' | 'settlements' | 'share';

/** A counting rule 统计口径 (DOMAIN.md 1.1): shown next to every number that it made. */
export interface CountingRule extends ResponseRule {
  readonly scope: CountingScope;
  /** Per cent, above 0, at most 100. Required for `share`, and of no meaning otherwise. */
  readonly sharePercent?: number;
  /** Light and weather that the network's speeds were made for 情景. */
  readonly condition: Condition;
}

/** By road, every settlement, both limits, by day and dry: the stricter and safer reading of clause 6. */
export const DEFAULT_COUNTING: CountingRule = { ...DEFAULT_RULE, scope: 'settlements', condition: 'base' };

/**
 * Refuses a rule that means nothing or does not go with the network.
 * @param profile `meta.profile` of the network
 * @throws Error with the values
 */
export function checkCounting(counting: CountingRule, profile: string): void {
  const { scope, sharePercent, limitDm, limitDs } = counting;
  if (!(limitDm > 0 && limitDs > 0)) throw new Error(`Limits of ${limitDm} dm and ${limitDs} ds are not above 0.`);
  if (scope === 'share' && !(sharePercent !== undefined && sharePercent > 0 && sharePercent <= 100)) {
    throw new Error(`A share of ${sharePercent} % is not above 0 and at most 100.`);
  }
  if (conditionOf(profile) !== counting.condition) {
    throw new Error(`The counting rule is for condition ${counting.condition}, the network for ${profile}.`);
  }
}

/** Whether the figures of a report look at a settlement. In scope `station` they do, beside the stations that decide. */
export function isCounted({ kind }: Settlement, { scope }: CountingRule): boolean {
  return scope !== 'administrative' || kind === 'administrative';
}

/** The condition in a profile's id: `rural-plain+night` is `night`, `rural-plain` is `base`. */
export function conditionOf(profile: string): Condition {
  const suffix = profile.slice(profile.lastIndexOf('+') + 1);
  return CONDITIONS.find((condition) => condition === suffix) ?? 'base';
}
