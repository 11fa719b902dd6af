import { describe } from 'vitest';
import { RESTRICTED_ACCESS } from '../../../geodata/roads/profiles/access.ts';
import { CAR_CLASS_KMH, car } from '../../../geodata/roads/profiles/car.ts';
import { testWays } from './tag-table.ts';

describe('access: values on an ordinary road and on a track', () => {
  testWays(
    car,
    `
    | highway     | access            | forward | backward |
    | residential | no                |         |          |
    | residential | agricultural      |         |          |
    | residential | forestry          |         |          |
    | residential | emergency         |         |          |
    | residential | psv               |         |          |
    | residential | taxi              |         |          |
    | residential | share_taxi        |         |          |
    | residential | minibus           |         |          |
    | residential | bus               |         |          |
    | residential | foot              |         |          |
    | residential | emergency_vehicle |         |          |
    | residential | restricted        |         |          |
    | residential | military          |         |          |
    | residential | official          |         |          |
    | residential | private           | 25      | 25       |
    | residential | delivery          | 25      | 25       |
    | residential | destination       | 25      | 25       |
    | residential | customers         | 25      | 25       |
    | residential | permit            | 25      | 25       |
    | residential | residents         | 25      | 25       |
    | residential | unknown           | 25      | 25       |
    | residential | yes               | 25      | 25       |
    | residential | motorcar          | 25      | 25       |
    | residential | motor_vehicle     | 25      | 25       |
    | residential | vehicle           | 25      | 25       |
    | residential | permissive        | 25      | 25       |
    | residential | designated        | 25      | 25       |
    | residential | hov               | 25      | 25       |
    | residential | a value unheard of | 25     | 25       |
    | track       | no                |         |          |
    | track       | agricultural      |         |          |
    | track       | forestry          |         |          |
    | track       | emergency         |         |          |
    | track       | psv               |         |          |
    | track       | taxi              |         |          |
    | track       | share_taxi        |         |          |
    | track       | minibus           |         |          |
    | track       | bus               |         |          |
    | track       | foot              |         |          |
    | track       | emergency_vehicle |         |          |
    | track       | restricted        |         |          |
    | track       | military          |         |          |
    | track       | official          |         |          |
    | track       | private           |         |          |
    | track       | delivery          |         |          |
    | track       | destination       |         |          |
    | track       | customers         |         |          |
    | track       | permit            |         |          |
    | track       | residents         |         |          |
    | track       | unknown           | 10      | 10       |
    | track       | yes               | 10      | 10       |
    | track       | motorcar          | 10      | 10       |
    | track       | motor_vehicle     | 10      | 10       |
    | track       | vehicle           | 10      | 10       |
    | track       | permissive        | 10      | 10       |
    | track       | designated        | 10      | 10       |
    | track       | hov               | 10      | 10       |
    | track       | a value unheard of | 10     | 10       |`,
  );
});

describe('access: restricted values are usable on every class with a speed of its own', () => {
  const rows = [...CAR_CLASS_KMH].flatMap(([highway, kmh]) =>
    [...RESTRICTED_ACCESS, 'unknown'].map(
      (access) => `| ${highway} | ${access} | ${kmh} | ${highway === 'motorway' ? '' : kmh} |`,
    ),
  );
  testWays(car, ['| highway | access | forward | backward |', ...rows].join('\n'));
});

describe('access: the most special key present decides alone', () => {
  testWays(
    car,
    `
    | highway     | motorcar | motor_vehicle | vehicle | access | forward | backward |
    | residential | no       |               |         |        |         |          |
    | residential |          | no            |         |        |         |          |
    | residential |          |               | no      |        |         |          |
    | residential | yes      | no            | no      | no     | 25      | 25       |
    | residential |          | yes           | no      | no     | 25      | 25       |
    | residential |          |               | yes     | no     | 25      | 25       |
    | residential | no       | yes           | yes     | yes    |         |          |
    | residential |          | no            | yes     | yes    |         |          |
    | track       |          |               | yes     | no     | 10      | 10       |
    | track       | private  | yes           |         |        |         |          |`,
  );
});

describe('access: a direction of its own outranks the plain key, not a more special key', () => {
  testWays(
    car,
    `
    | highway     | access:forward | access:backward | access | motor_vehicle:backward | motor_vehicle | motorcar | forward | backward |
    | residential | no             |                 |        |                        |               |          |         | 25       |
    | residential |                | no              |        |                        |               |          | 25      |          |
    | residential | yes            |                 | no     |                        |               |          | 25      |          |
    | residential |                |                 | no     | yes                    |               |          |         | 25       |
    | residential |                |                 |        | no                     | yes           |          | 25      |          |
    | residential |                |                 |        | no                     |               | yes      | 25      | 25       |
    | residential |                | private         |        |                        |               |          | 25      | 25       |
    | track       | yes            |                 |        |                        |               |          | 10      |          |
    | track       |                | yes             |        |                        |               |          |         | 10       |`,
  );
});

describe('access: a list admits everybody it names', () => {
  testWays(
    car,
    `
    | highway     | motor_vehicle                     | forward | backward |
    | residential | agricultural;forestry             |         |          |
    | residential | agricultural; forestry            |         |          |
    | residential | destination;agricultural;forestry | 25      | 25       |
    | track       | destination;agricultural          |         |          |
    | track       | agricultural;permissive           | 10      | 10       |`,
  );
});
