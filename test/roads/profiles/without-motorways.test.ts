import { describe, expect, it } from 'vitest';
import { withCondition } from '../../../geodata/roads/profiles/conditions.ts';
import { ruralPlain } from '../../../geodata/roads/profiles/rural.ts';
import { withoutMotorways } from '../../../geodata/roads/profiles/without-motorways.ts';
import { testWays } from './tag-table.ts';

describe('without motorways: they and their slip roads are closed, nothing else', () => {
  testWays(
    withoutMotorways(ruralPlain),
    `
    | highway       | route | access | forward | backward |
    | motorway      |       |        |         |          |
    | motorway      |       | yes    |         |          |
    | motorway_link |       |        |         |          |
    | trunk         |       |        | 65      | 65       |
    | trunk_link    |       |        | 39      | 39       |
    | track         |       |        | 12      | 12       |
    |               | ferry |        | 5       | 5        |`,
  );

  it('says so in the id', () => {
    expect(withoutMotorways(ruralPlain).id).toBe('rural-plain+no-motorways');
  });

  it('may be combined with a condition in either order', () => {
    const trunk = Object.assign(Object.create(null), { highway: 'trunk' });
    const one = withCondition(withoutMotorways(ruralPlain), 'night').way(trunk);
    const other = withoutMotorways(withCondition(ruralPlain, 'night')).way(trunk);
    expect(one).toEqual(other);
    expect(one?.forward).toEqual({ kmh: 52 });
  });
});
