import { describe, expect, it } from 'vitest';
import { checkCounting, conditionOf, DEFAULT_COUNTING, isCounted } from '../../geodata/grouping/counting-rule.ts';
import { CONDITIONS } from '../../geodata/roads/profiles/conditions.ts';
import { findProfile, PROFILE_IDS } from '../../geodata/roads/profiles/find-profile.ts';
import { settlement } from './county-arrays.ts';

describe('the counting rule', () => {
  it('is by default every settlement, by road, both limits, 30 km and 30 min, by day', () => {
    expect(DEFAULT_COUNTING).toEqual({
      scope: 'settlements',
      metric: 'road',
      combine: 'and',
      limitDm: 300_000,
      limitDs: 18_000,
      condition: 'base',
    });
  });

  it('looks past natural villages in scope administrative alone', () => {
    const [natural, administrative] = [settlement('n'), settlement('a', { kind: 'administrative' })];
    for (const scope of ['station', 'settlements', 'share'] as const) {
      expect(isCounted(natural, { ...DEFAULT_COUNTING, scope })).toBe(true);
    }
    expect(isCounted(natural, { ...DEFAULT_COUNTING, scope: 'administrative' })).toBe(false);
    expect(isCounted(administrative, { ...DEFAULT_COUNTING, scope: 'administrative' })).toBe(true);
  });

  it('reads the condition off every profile there is', () => {
    for (const id of PROFILE_IDS) {
      for (const condition of CONDITIONS) expect(conditionOf(findProfile(id, condition).id)).toBe(condition);
    }
  });

  it.each([undefined, 0, -5, 100.5, Number.NaN])('refuses a share of %s per cent', (sharePercent) => {
    expect(() => checkCounting({ ...DEFAULT_COUNTING, scope: 'share', sharePercent }, 'car')).toThrow(
      `A share of ${sharePercent} % is not above 0 and at most 100.`,
    );
  });

  it('refuses a limit of nothing, and a condition that the network was not made for', () => {
    expect(() => checkCounting({ ...DEFAULT_COUNTING, limitDm: 0 }, 'car')).toThrow('Limits of 0 dm and 18000 ds');
    expect(() => checkCounting({ ...DEFAULT_COUNTING, condition: 'night' }, 'rural-plain')).toThrow(
      'The counting rule is for condition night, the network for rural-plain.',
    );
    expect(() => checkCounting(DEFAULT_COUNTING, 'rural-plain+night')).toThrow('condition base');
    expect(() => checkCounting({ ...DEFAULT_COUNTING, condition: 'night' }, 'rural-plain+night')).not.toThrow();
  });
});
