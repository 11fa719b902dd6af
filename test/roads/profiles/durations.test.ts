import { describe } from 'vitest';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { testWays } from './tag-table.ts';

describe('ferries and car trains: a speed, or the time of their duration tag', () => {
  testWays(
    car,
    `
    | route         | duration | forward | backward |
    | ferry         |          | 5       | 5        |
    | shuttle_train |          | 10      | 10       |
    | ferry         | 20       | 1200 s  | 1200 s   |
    | ferry         | 5        | 300 s   | 300 s    |
    | ferry         | 01:30    | 5400 s  | 5400 s   |
    | ferry         | 1:05     | 3900 s  | 3900 s   |
    | ferry         | 00:10:30 | 630 s   | 630 s    |
    | ferry         | 48:00    | 172800 s | 172800 s |
    | ferry         | PT20M    | 1200 s  | 1200 s   |
    | ferry         | PT90M    | 5400 s  | 5400 s   |
    | ferry         | PT1H     | 3600 s  | 3600 s   |
    | ferry         | PT1H30M  | 5400 s  | 5400 s   |
    | ferry         | PT1H5S   | 3605 s  | 3605 s   |
    | ferry         | PT2M10S  | 130 s   | 130 s    |
    | ferry         | PT1H2M3S | 3723 s  | 3723 s   |
    | ferry         | pt30s    | 30 s    | 30 s     |
    | ferry         | 00:00    | 1 s     | 1 s      |
    | ferry         | PT0S     | 1 s     | 1 s      |
    | ferry         | PT       | 5       | 5        |
    | ferry         | soon     | 5       | 5        |
    | ferry         | 1:2:3:4  | 5       | 5        |
    | ferry         | 20 min   | 5       | 5        |
    | shuttle_train | 00:35    | 2100 s  | 2100 s   |
    | bus           | 00:35    |         |          |`,
  );
});

describe('ferries: access, direction, limits and sizes hold as on roads', () => {
  testWays(
    car,
    `
    | route | highway | motor_vehicle | oneway | maxspeed | maxweight | duration | forward | backward |
    | ferry |         | no            |        |          |           |          |         |          |
    | ferry |         | yes           |        |          |           |          | 5       | 5        |
    | ferry |         | private       |        |          |           |          |         |          |
    | ferry | service | private       |        |          |           |          | 5       | 5        |
    | ferry |         |               | yes    |          |           | 00:10    | 600 s   |          |
    | ferry |         |               |        | 20       |           |          | 16      | 16       |
    | ferry |         |               |        |          | 1.5       | 00:10    |         |          |
    | ferry | primary |               |        |          |           |          | 5       | 5        |`,
  );
});

describe('movable bridges: 5 km/h, or the time of their duration tag', () => {
  testWays(
    car,
    `
    | highway | bridge  | duration | maxspeed | oneway | forward | backward |
    | primary | movable |          |          |        | 5       | 5        |
    | primary | movable | 00:03    |          |        | 180 s   | 180 s    |
    | primary | movable | 00:03    | 50       |        | 180 s   | 180 s    |
    | primary | movable |          | 50       |        | 40      | 40       |
    | primary | movable |          |          | yes    | 5       |          |
    | footway | movable |          |          |        |         |          |
    | primary | yes     | 00:03    |          |        | 65      | 65       |`,
  );
});

describe('a duration tag on an ordinary road says nothing of cars', () => {
  testWays(
    car,
    `
    | highway | duration | forward | backward |
    | primary | 00:10    | 65      | 65       |`,
  );
});
