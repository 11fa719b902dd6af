import { describe } from 'vitest';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { testWays } from './tag-table.ts';

describe('limits: 0.8 of a limit replaces the class speed, up or down', () => {
  testWays(
    car,
    `
    | highway     | maxspeed | forward | backward |
    | residential |          | 25      | 25       |
    | residential | 100      | 80      | 80       |
    | residential | 10       | 8       | 8        |
    | trunk       | 60       | 48      | 48       |
    | trunk       | 120      | 96      | 96       |
    | trunk       | 60 km/h  | 48      | 48       |
    | trunk       | 80;60    | 64      | 64       |
    | trunk       | 60.5     | 48      | 48       |
    | trunk       | 50 mph   | 64.36   | 64.36    |
    | trunk       | 50mph    | 64.36   | 64.36    |
    | trunk       | 50 mp/h  | 64.36   | 64.36    |
    | trunk       | 0        | 85      | 85       |
    | trunk       | signals  | 85      | 85       |
    | trunk       | walk     | 85      | 85       |
    | trunk       | -30      | 85      | 85       |
    | motorway    | none     | 112     |          |`,
  );

  describe('on a track opened by an access tag too', () => {
    testWays(
      car,
      `
      | highway | access | maxspeed | forward | backward |
      | track   | yes    | 30       | 24      | 24       |
      | track   |        | 30       |         |          |`,
    );
  });
});

describe('limits: the first key present decides alone', () => {
  testWays(
    car,
    `
    | highway | maxspeed:advisory | maxspeed | source:maxspeed | maxspeed:type | forward | backward |
    | trunk   | 40                | 60       | cn:urban        | cn:rural      | 32      | 32       |
    | trunk   |                   | 60       | cn:urban        | cn:rural      | 48      | 48       |
    | trunk   |                   |          | cn:urban        | cn:rural      | 40      | 40       |
    | trunk   |                   |          |                 | cn:rural      | 72      | 72       |
    | trunk   |                   | signals  | cn:urban        |               | 85      | 85       |
    | trunk   |                   |          | sign            | cn:urban      | 85      | 85       |`,
  );
});

describe('limits: a direction of its own outranks the plain key, not a more telling key', () => {
  testWays(
    car,
    `
    | highway | maxspeed:advisory:forward | maxspeed:forward | maxspeed:backward | maxspeed | source:maxspeed:backward | forward | backward |
    | trunk   |                           | 60               |                   |          |                          | 48      | 85       |
    | trunk   |                           |                  | 60                |          |                          | 85      | 48       |
    | trunk   |                           | 60               |                   | 80       |                          | 48      | 64       |
    | trunk   |                           | 60               | 40                | 80       |                          | 48      | 32       |
    | trunk   | 30                        | 60               | 40                |          |                          | 24      | 32       |
    | trunk   |                           |                  |                   | 80       | cn:urban                 | 64      | 64       |
    | trunk   |                           |                  |                   |          | cn:urban                 | 85      | 40       |`,
  );
});

describe('limits: zones, and countries whose zones differ', () => {
  testWays(
    car,
    `
    | highway   | maxspeed         | forward | backward |
    | service   | cn:urban         | 40      | 40       |
    | service   | CN:urban         | 40      | 40       |
    | service   | cn:rural         | 72      | 72       |
    | service   | cn:trunk         | 88      | 88       |
    | service   | cn:motorway      | 104     | 104      |
    | service   | cn:zone30        | 15      | 15       |
    | service   | urban            | 15      | 15       |
    | service   | ar:rural         | 88      | 88       |
    | service   | ar:urban         | 32      | 32       |
    | service   | at:rural         | 80      | 80       |
    | service   | at:trunk         | 80      | 80       |
    | service   | be-bru:rural     | 56      | 56       |
    | service   | be-bru:urban     | 24      | 24       |
    | service   | be-vlg:rural     | 56      | 56       |
    | service   | be-vlg:urban     | 40      | 40       |
    | service   | be:motorway      | 96      | 96       |
    | service   | bg:motorway      | 112     | 112      |
    | service   | by:motorway      | 88      | 88       |
    | service   | by:urban         | 48      | 48       |
    | service   | ca-on:rural      | 64      | 64       |
    | service   | ch:motorway      | 96      | 96       |
    | service   | ch:rural         | 64      | 64       |
    | service   | ch:trunk         | 80      | 80       |
    | service   | de:living_street | 5.6     | 5.6      |
    | service   | de:motorway      | 15      | 15       |
    | service   | de:rural         | 80      | 80       |
    | service   | dk:rural         | 64      | 64       |
    | service   | es:trunk         | 72      | 72       |
    | service   | fr:rural         | 64      | 64       |
    | service   | gb:motorway      | 90.104  | 90.104   |
    | service   | gb:nsl_dual      | 90.104  | 90.104   |
    | service   | gb:nsl_single    | 77.232  | 77.232   |
    | service   | lv:living_street | 16      | 16       |
    | service   | nl:rural         | 64      | 64       |
    | service   | nl:trunk         | 80      | 80       |
    | service   | no:motorway      | 88      | 88       |
    | service   | no:rural         | 64      | 64       |
    | service   | ph:motorway      | 80      | 80       |
    | service   | ph:rural         | 64      | 64       |
    | service   | ph:urban         | 32      | 32       |
    | service   | pl:expressway    | 96      | 96       |
    | service   | pl:motorway      | 112     | 112      |
    | service   | pl:rural         | 80      | 80       |
    | service   | ro:trunk         | 80      | 80       |
    | service   | ru:living_street | 16      | 16       |
    | service   | ru:motorway      | 88      | 88       |
    | service   | ru:urban         | 48      | 48       |
    | service   | uk:motorway      | 90.104  | 90.104   |
    | service   | uk:nsl_dual      | 90.104  | 90.104   |
    | service   | uk:nsl_single    | 77.232  | 77.232   |
    | service   | za:rural         | 80      | 80       |
    | service   | za:urban         | 48      | 48       |
    | service   | none             | 112     | 112      |`,
  );
});
