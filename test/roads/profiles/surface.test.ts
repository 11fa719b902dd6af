import { describe } from 'vitest';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { testWays } from './tag-table.ts';

describe('surface: caps the speed', () => {
  testWays(
    car,
    `
    | highway | surface         | forward | backward |
    | trunk   | asphalt         | 85      | 85       |
    | trunk   | concrete        | 85      | 85       |
    | trunk   | concrete:plates | 85      | 85       |
    | trunk   | concrete:lanes  | 85      | 85       |
    | trunk   | paved           | 85      | 85       |
    | trunk   | made of cheese  | 85      | 85       |
    | trunk   | cement          | 80      | 80       |
    | trunk   | compacted       | 80      | 80       |
    | trunk   | fine_gravel     | 80      | 80       |
    | trunk   | paving_stones   | 60      | 60       |
    | trunk   | metal           | 60      | 60       |
    | trunk   | bricks          | 60      | 60       |
    | trunk   | grass           | 40      | 40       |
    | trunk   | wood            | 40      | 40       |
    | trunk   | sett            | 40      | 40       |
    | trunk   | grass_paver     | 40      | 40       |
    | trunk   | gravel          | 40      | 40       |
    | trunk   | unpaved         | 40      | 40       |
    | trunk   | ground          | 40      | 40       |
    | trunk   | dirt            | 40      | 40       |
    | trunk   | pebblestone     | 40      | 40       |
    | trunk   | tartan          | 40      | 40       |
    | trunk   | cobblestone     | 30      | 30       |
    | trunk   | clay            | 30      | 30       |
    | trunk   | snow            | 30      | 30       |
    | trunk   | earth           | 20      | 20       |
    | trunk   | stone           | 20      | 20       |
    | trunk   | rocky           | 20      | 20       |
    | trunk   | sand            | 20      | 20       |
    | trunk   | ice             | 20      | 20       |
    | trunk   | laterite        | 15      | 15       |
    | trunk   | mud             | 10      | 10       |`,
  );
});

describe('tracktype: caps the speed', () => {
  testWays(
    car,
    `
    | highway | tracktype | forward | backward |
    | trunk   | grade1    | 60      | 60       |
    | trunk   | grade2    | 40      | 40       |
    | trunk   | grade3    | 30      | 30       |
    | trunk   | grade4    | 25      | 25       |
    | trunk   | grade5    | 20      | 20       |
    | trunk   | grade6    | 85      | 85       |`,
  );
});

describe('smoothness: caps the speed, and closes where impassable', () => {
  testWays(
    car,
    `
    | highway | smoothness    | forward | backward |
    | trunk   | excellent     | 85      | 85       |
    | trunk   | good          | 85      | 85       |
    | trunk   | intermediate  | 80      | 80       |
    | trunk   | bad           | 40      | 40       |
    | trunk   | very_bad      | 20      | 20       |
    | trunk   | horrible      | 10      | 10       |
    | trunk   | very_horrible | 5       | 5        |
    | trunk   | impassable    |         |          |`,
  );
});

describe('caps never raise, hold after the limit, and the strictest wins', () => {
  testWays(
    car,
    `
    | highway     | maxspeed | surface | tracktype | smoothness | forward | backward |
    | residential |          | gravel  |           |            | 25      | 25       |
    | residential | 100      | gravel  |           |            | 40      | 40       |
    | residential | 30       | gravel  |           |            | 24      | 24       |
    | trunk       |          | gravel  | grade3    |            | 30      | 30       |
    | trunk       |          | gravel  | grade3    | horrible   | 10      | 10       |
    | trunk       |          | mud     | grade1    | bad        | 10      | 10       |
    | trunk       | 100      |         |           | impassable |         |          |`,
  );
});
