import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../geodata/osm/elements.ts';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { CONDITIONS, type Condition, withCondition } from '../../../geodata/roads/profiles/conditions.ts';
import { ruralMountain, ruralPlain } from '../../../geodata/roads/profiles/rural.ts';
import { testWays } from './tag-table.ts';

const tags = (pairs: Record<string, string>): Tags => Object.assign(Object.create(null), pairs);

describe('conditions: night is 0.80 of every speed', () => {
  testWays(
    withCondition(ruralPlain, 'night'),
    `
    | highway  | route | oneway | surface | duration | forward | backward |
    | trunk    |       |        |         |          | 52      | 52       |
    | tertiary |       | yes    |         |          | 28      |          |
    | trunk    |       |        | gravel  |          | 20      | 20       |
    |          | ferry |        |         |          | 4       | 4        |
    |          | ferry |        |         | 00:10    | 600 s   | 600 s    |
    | steps    |       |        |         |          |         |          |`,
  );
});

describe('conditions: rain is 0.93, heavy rain 0.80, snow 0.70', () => {
  testWays(withCondition(ruralPlain, 'rain'), '| highway | forward | backward |\n| primary | 55.8 | 55.8 |');
  testWays(withCondition(ruralPlain, 'heavy-rain'), '| highway | forward | backward |\n| primary | 48 | 48 |');
  testWays(withCondition(ruralPlain, 'snow'), '| highway | forward | backward |\n| primary | 42 | 42 |');
});

describe('conditions: ice caps at 30 km/h and slows nothing else', () => {
  testWays(
    withCondition(ruralPlain, 'ice'),
    `
    | highway      | forward | backward |
    | motorway     | 30      |          |
    | tertiary     | 30      | 30       |
    | unclassified | 28      | 28       |
    | track        | 12      | 12       |`,
  );
});

describe('conditions: what they leave alone', () => {
  it('gives the very profile back for base', () => {
    expect(withCondition(ruralPlain, 'base')).toBe(ruralPlain);
  });

  it.each(CONDITIONS.filter((condition) => condition !== 'base'))(
    'names a profile under %s by a suffix',
    (condition) => {
      expect(withCondition(ruralMountain, condition).id).toBe(`rural-mountain+${condition}`);
    },
  );

  it('keeps nodes, turn costs and restriction keys', () => {
    const night = withCondition(car, 'night');
    const signals = tags({ highway: 'traffic_signals' });
    expect(night.node(signals)).toEqual(car.node(signals));
    expect(night.turns).toEqual(car.turns);
    expect(night.restrictionKeys).toEqual(car.restrictionKeys);
  });

  it('keeps what a way is called', () => {
    const road = tags({ highway: 'trunk_link', name: '合淮路', ref: 'G206', lanes: '4', junction: 'roundabout' });
    const { forward, backward, ...kept } = withCondition(car, 'snow').way(road) ?? {};
    expect([forward, backward]).toEqual([{ kmh: 28 }, undefined]);
    expect(car.way(road)).toMatchObject(kept);
    expect(kept).toMatchObject({ name: '合淮路', ref: 'G206', lanes: 4, roundabout: true });
  });

  it('does not change the profile it is given', () => {
    withCondition(ruralPlain, 'snow').way(tags({ highway: 'trunk' }));
    expect(ruralPlain.way(tags({ highway: 'trunk' }))?.forward).toEqual({ kmh: 65 });
  });
});

describe('conditions: the leg off the road is slowed too', () => {
  it.each([
    ['night', 12],
    ['snow', 10.5],
    ['ice', 15],
  ] as const)('under %s the plain’s 15 km/h becomes %d', (condition, kmh) => {
    const { offRoad } = withCondition(ruralPlain, condition);
    expect(offRoad.kmh).toBeCloseTo(kmh, 9);
    expect(offRoad.detourFactor).toBe(1.3);
  });
});

describe('conditions: mistakes', () => {
  it('refuses a condition that does not exist, by name', () => {
    expect(() => withCondition(car, 'fog' as Condition)).toThrow('No condition is called fog.');
  });
});
