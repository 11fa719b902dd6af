import { describe } from 'vitest';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { testWays } from './tag-table.ts';

describe('height: 2.0 m must fit', () => {
  testWays(
    car,
    `
    | highway | maxheight     | maxheight:physical | maxheight:forward | forward | backward |
    | primary | 2.0           |                    |                   | 65      | 65       |
    | primary | 2             |                    |                   | 65      | 65       |
    | primary | 1.99          |                    |                   |         |          |
    | primary | 1.9 m         |                    |                   |         |          |
    | primary | 1,9           |                    |                   |         |          |
    | primary | 190 cm        |                    |                   |         |          |
    | primary | 210cm         |                    |                   | 65      | 65       |
    | primary | 6'            |                    |                   |         |          |
    | primary | 6'7"          |                    |                   | 65      | 65       |
    | primary | 6'6"          |                    |                   |         |          |
    | primary | 6 ft 7 in     |                    |                   | 65      | 65       |
    | primary | 6 ft          |                    |                   |         |          |
    | primary | 70"           |                    |                   |         |          |
    | primary | 80 in         |                    |                   | 65      | 65       |
    | primary | default       |                    |                   | 65      | 65       |
    | primary | none          |                    |                   | 65      | 65       |
    | primary | no-sign       |                    |                   | 65      | 65       |
    | primary | unsigned      |                    |                   | 65      | 65       |
    | primary | below_default |                    |                   | 65      | 65       |
    | primary |               | 1.8                |                   |         |          |
    | primary | 1.8           | 2.4                |                   | 65      | 65       |
    | primary |               |                    | 1.8               |         | 65       |
    | primary | 1.8           |                    | 2.4               | 65      |          |`,
  );
});

describe('width: more than 1.9 m must be left', () => {
  testWays(
    car,
    `
    | highway | maxwidth:physical | maxwidth | width | est_width | forward | backward |
    | primary |                   | 1.9      |       |           |         |          |
    | primary |                   | 1.91     |       |           | 65      | 65       |
    | primary |                   | 6'       |       |           |         |          |
    | primary |                   |          | 1.9   |           |         |          |
    | primary |                   |          | 2     |           | 65      | 65       |
    | primary |                   |          | 1.5 m |           |         |          |
    | primary |                   |          |       | 1.8       |         |          |
    | primary |                   |          |       | 3         | 65      | 65       |
    | primary |                   | 3        | 1.5   | 1.5       | 65      | 65       |
    | primary | 1.5               | 3        |       |           |         |          |
    | primary |                   | narrow   |       |           | 65      | 65       |`,
  );
});

describe('length: 4.8 m must fit', () => {
  testWays(
    car,
    `
    | highway | maxlength | maxlength:backward | forward | backward |
    | primary | 4.8       |                    | 65      | 65       |
    | primary | 4.7       |                    |         |          |
    | primary | 10 m      |                    | 65      | 65       |
    | primary |           | 4                  | 65      |          |`,
  );
});

describe('weight: 2,000 kg must be borne', () => {
  testWays(
    car,
    `
    | highway | maxweight | maxweight:forward | forward | backward |
    | primary | 2         |                   | 65      | 65       |
    | primary | 1.9       |                   |         |          |
    | primary | 1,5 t     |                   |         |          |
    | primary | 3.5 t     |                   | 65      | 65       |
    | primary | 2000 kg   |                   | 65      | 65       |
    | primary | 1999 kg   |                   |         |          |
    | primary | 4400 lbs  |                   |         |          |
    | primary | 4500 lbs  |                   | 65      | 65       |
    | primary | none      |                   | 65      | 65       |
    | primary |           | 1.5               |         | 65       |`,
  );
});
