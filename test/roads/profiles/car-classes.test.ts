import { describe, expect, it } from 'vitest';
import { CAR_CLASS_KMH, car } from '../../../geodata/roads/profiles/car.ts';
import { testWays } from './tag-table.ts';

describe('car: the class of a road gives its speed', () => {
  testWays(
    car,
    `
    | highway        | forward | backward |
    | motorway       | 90      |          |
    | motorway_link  | 45      | 45       |
    | trunk          | 85      | 85       |
    | trunk_link     | 40      | 40       |
    | primary        | 65      | 65       |
    | primary_link   | 30      | 30       |
    | secondary      | 55      | 55       |
    | secondary_link | 25      | 25       |
    | tertiary       | 40      | 40       |
    | tertiary_link  | 20      | 20       |
    | unclassified   | 25      | 25       |
    | residential    | 25      | 25       |
    | living_street  | 10      | 10       |
    | service        | 15      | 15       |
    | winter_road    | 20      | 20       |
    | ice_road       | 15      | 15       |`,
  );

  it('has a speed for these sixteen classes and no other', () => {
    expect(CAR_CLASS_KMH.size).toBe(16);
  });
});

describe('car: other ways need an access tag', () => {
  testWays(
    car,
    `
    | highway    | route  | access | forward | backward |
    | track      |        |        |         |          |
    | path       |        |        |         |          |
    | footway    |        |        |         |          |
    | cycleway   |        |        |         |          |
    | pedestrian |        |        |         |          |
    | bridleway  |        |        |         |          |
    | road       |        |        |         |          |
    | bus_stop   |        |        |         |          |
    | track      |        | yes    | 10      | 10       |
    | path       |        | yes    | 10      | 10       |
    | pedestrian |        | yes    | 10      | 10       |
    |            | bus    |        |         |          |
    |            | bus    | yes    | 10      | 10       |
    |            |        | yes    |         |          |`,
  );

  it('keeps no way named after a property every object has', () => {
    const tags = Object.assign(Object.create(null), { highway: 'constructor' });
    expect(car.way(tags)).toBeUndefined();
  });
});

describe('car: ways refused outright', () => {
  testWays(
    car,
    `
    | highway     | area | oneway     | impassable | status     | service          | forward | backward |
    | residential | yes  |            |            |            |                  |         |          |
    | residential | no   |            |            |            |                  | 25      | 25       |
    | residential |      | reversible |            |            |                  |         |          |
    | residential |      |            | yes        |            |                  |         |          |
    | residential |      |            | no         |            |                  | 25      | 25       |
    | residential |      |            |            | impassable |                  |         |          |
    | service     |      |            |            |            | emergency_access |         |          |
    | service     |      |            |            |            | driveway         | 15      | 15       |
    | service     |      |            |            |            | parking_aisle    | 15      | 15       |`,
  );

  describe('because they are being built or only planned', () => {
    testWays(
      car,
      `
      | highway      | route | railway      | construction | proposed | forward | backward |
      | construction |       |              |              |          |         |          |
      | proposed     |       |              |              |          |         |          |
      | residential  |       | construction |              |          |         |          |
      | residential  |       | abandoned    |              |          | 25      | 25       |
      | primary      |       |              | yes          |          |         |          |
      | primary      |       |              | primary      |          |         |          |
      | primary      |       |              | no           |          | 65      | 65       |
      | primary      |       |              | widening     |          | 65      | 65       |
      | primary      |       |              | minor        |          | 65      | 65       |
      | primary      |       |              |              | trunk    | 65      | 65       |
      |              | ferry |              |              | yes      |         |          |`,
    );
  });

  describe('even where an access tag says yes', () => {
    testWays(
      car,
      `
      | highway      | access | forward | backward |
      | steps        | yes    |         |          |
      | construction | yes    |         |          |
      | proposed     | yes    |         |          |
      | reversible   | yes    |         |          |
      | impassable   | yes    |         |          |`,
    );
  });
});

describe('car: lanes for shared cars only', () => {
  testWays(
    car,
    `
    | highway | hov:lanes              | hov:lanes:backward | forward | backward |
    | primary | designated             |                    |         |          |
    | primary | designated\\|designated |                    |         |          |
    | primary | designated\\|yes        |                    | 65      | 65       |
    | primary | designated\\|           |                    | 65      | 65       |
    | primary |                        | designated         | 65      |          |`,
  );
});

describe('car: what changes only the liking of a road, not its time', () => {
  testWays(
    car,
    `
    | highway     | width | lanes | lane_markings | side_road | service | priority | oneway      | forward | backward |
    | residential | 3     |       |               |           |         |          |             | 25      | 25       |
    | residential |       | 1     |               |           |         |          |             | 25      | 25       |
    | residential |       |       | no            |           |         |          |             | 25      | 25       |
    | residential |       |       |               | yes       |         |          |             | 25      | 25       |
    | residential |       |       |               |           | alley   |          |             | 25      | 25       |
    | residential |       |       |               |           |         | forward  |             | 25      | 25       |
    | residential |       |       |               |           |         |          | alternating | 25      | 25       |`,
  );
});
