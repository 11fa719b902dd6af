import { describe } from 'vitest';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { testWays } from './tag-table.ts';

describe('one-way: values', () => {
  testWays(
    car,
    `
    | highway     | oneway     | forward | backward |
    | residential |            | 25      | 25       |
    | residential | yes        | 25      |          |
    | residential | 1          | 25      |          |
    | residential | true       | 25      |          |
    | residential | -1         |         | 25       |
    | residential | no         | 25      | 25       |
    | residential | false      | 25      | 25       |
    | residential | alternating | 25     | 25       |
    | residential | reversible |         |          |`,
  );
});

describe('one-way: the most special key present decides alone', () => {
  testWays(
    car,
    `
    | highway     | oneway:motorcar | oneway:motor_vehicle | oneway:vehicle | oneway | forward | backward |
    | residential | yes             |                      |                |        | 25      |          |
    | residential |                 | yes                  |                |        | 25      |          |
    | residential |                 |                      | yes            |        | 25      |          |
    | residential | no              | yes                  | yes            | yes    | 25      | 25       |
    | residential |                 | no                   | yes            | yes    | 25      | 25       |
    | residential |                 |                      | no             | yes    | 25      | 25       |
    | residential |                 |                      | -1             | yes    |         | 25       |
    | residential | yes             |                      |                | reversible |     |          |`,
  );
});

describe('one-way: implied by motorways and roundabouts, unless the tags say no', () => {
  testWays(
    car,
    `
    | highway       | junction     | oneway | oneway:vehicle | forward | backward |
    | motorway      |              |        |                | 90      |          |
    | motorway      |              | no     |                | 90      | 90       |
    | motorway      |              | -1     |                |         | 90       |
    | motorway      |              | yes    | no             | 90      | 90       |
    | motorway_link |              |        |                | 45      | 45       |
    | motorway_link |              | yes    |                | 45      |          |
    | trunk         |              |        |                | 85      | 85       |
    | tertiary      | roundabout   |        |                | 40      |          |
    | tertiary      | roundabout   | no     |                | 40      | 40       |
    | tertiary      | roundabout   | -1     |                |         | 40       |
    | tertiary      | circular     |        |                | 40      |          |
    | tertiary      | circular     | no     |                | 40      | 40       |
    | tertiary      | intersection |        |                | 40      | 40       |`,
  );
});

describe('one-way: closed both ways is no road', () => {
  testWays(
    car,
    `
    | highway     | oneway | access:forward | access:backward | forward | backward |
    | residential | yes    | no             |                 |         |          |
    | residential | -1     |                | no              |         |          |
    | residential | yes    |                | no              | 25      |          |`,
  );
});
