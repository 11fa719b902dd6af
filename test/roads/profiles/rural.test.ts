import { describe, expect, it } from 'vitest';
import { ruralMountain, ruralPlain } from '../../../geodata/roads/profiles/rural.ts';
import { testNodes, testWays } from './tag-table.ts';

describe('rural-plain: class speeds', () => {
  testWays(
    ruralPlain,
    `
    | highway        | access | forward | backward |
    | motorway       |        | 100     |          |
    | motorway_link  |        | 60      | 60       |
    | trunk          |        | 65      | 65       |
    | trunk_link     |        | 39      | 39       |
    | primary        |        | 60      | 60       |
    | primary_link   |        | 36      | 36       |
    | secondary      |        | 45      | 45       |
    | secondary_link |        | 27      | 27       |
    | tertiary       |        | 35      | 35       |
    | tertiary_link  |        | 21      | 21       |
    | unclassified   |        | 28      | 28       |
    | residential    |        | 25      | 25       |
    | service        |        | 15      | 15       |
    | living_street  |        | 15      | 15       |
    | track          |        | 12      | 12       |
    | winter_road    |        | 12      | 12       |
    | ice_road       |        | 12      | 12       |
    | path           |        |         |          |
    | path           | yes    | 10      | 10       |`,
  );
});

describe('rural-mountain: class speeds', () => {
  testWays(
    ruralMountain,
    `
    | highway        | access | forward | backward |
    | motorway       |        | 80      |          |
    | motorway_link  |        | 48      | 48       |
    | trunk          |        | 45      | 45       |
    | trunk_link     |        | 27      | 27       |
    | primary        |        | 40      | 40       |
    | primary_link   |        | 24      | 24       |
    | secondary      |        | 30      | 30       |
    | secondary_link |        | 18      | 18       |
    | tertiary       |        | 22      | 22       |
    | tertiary_link  |        | 13.2    | 13.2     |
    | unclassified   |        | 18      | 18       |
    | residential    |        | 15      | 15       |
    | service        |        | 12      | 12       |
    | living_street  |        | 12      | 12       |
    | track          |        | 8       | 8        |
    | winter_road    |        | 8       | 8        |
    | ice_road       |        | 8       | 8        |
    | path           |        |         |          |
    | path           | yes    | 8       | 8        |`,
  );
});

describe('rural: a track is a road unless its access is refused', () => {
  testWays(
    ruralPlain,
    `
    | highway | motor_vehicle         | forward | backward |
    | track   | yes                   | 12      | 12       |
    | track   | private               | 12      | 12       |
    | track   | destination           | 12      | 12       |
    | track   | no                    |         |          |
    | track   | agricultural          |         |          |
    | track   | forestry              |         |          |
    | track   | agricultural;forestry |         |          |
    | path    | private               |         |          |`,
  );
});

describe('rural: a limit caps, and never raises', () => {
  testWays(
    ruralPlain,
    `
    | highway      | maxspeed | maxspeed:forward | maxspeed:type | forward | backward |
    | secondary    | 30       |                  |               | 30      | 30       |
    | secondary    | 80       |                  |               | 45      | 45       |
    | secondary    |          | 20               |               | 20      | 45       |
    | secondary    |          |                  | cn:urban      | 45      | 45       |
    | trunk        |          |                  | cn:urban      | 50      | 50       |
    | trunk        | 0        |                  |               | 65      | 65       |
    | unclassified | 20 mph   |                  |               | 28      | 28       |
    | unclassified | 10 mph   |                  |               | 16.09   | 16.09    |`,
  );
});

describe('rural: unpaved roads are capped at 25, or at OSRM’s cap where that is stricter', () => {
  testWays(
    ruralPlain,
    `
    | highway   | surface       | tracktype | smoothness | forward | backward |
    | secondary | unpaved       |           |            | 25      | 25       |
    | secondary | compacted     |           |            | 25      | 25       |
    | secondary | fine_gravel   |           |            | 25      | 25       |
    | secondary | gravel        |           |            | 25      | 25       |
    | secondary | pebblestone   |           |            | 25      | 25       |
    | secondary | rock          |           |            | 25      | 25       |
    | secondary | rocky         |           |            | 20      | 20       |
    | secondary | ground        |           |            | 25      | 25       |
    | secondary | dirt          |           |            | 25      | 25       |
    | secondary | earth         |           |            | 20      | 20       |
    | secondary | clay          |           |            | 25      | 25       |
    | secondary | laterite      |           |            | 15      | 15       |
    | secondary | grass         |           |            | 25      | 25       |
    | secondary | sand          |           |            | 20      | 20       |
    | secondary | mud           |           |            | 10      | 10       |
    | secondary | asphalt       |           |            | 45      | 45       |
    | secondary | concrete      |           |            | 45      | 45       |
    | secondary | cobblestone   |           |            | 30      | 30       |
    | secondary |               | grade2    |            | 40      | 40       |
    | secondary |               | grade5    |            | 20      | 20       |
    | secondary |               |           | horrible   | 10      | 10       |
    | secondary |               |           | impassable |         |          |
    | track     | gravel        |           |            | 12      | 12       |`,
  );
});

describe('rural: a road of 3.5 m or less is driven at 0.7 of its class speed', () => {
  testWays(
    ruralPlain,
    `
    | highway      | width | est_width | lanes | surface | maxspeed | forward | backward |
    | tertiary     | 3.5   |           |       |         |          | 24.5    | 24.5     |
    | tertiary     | 3.6   |           |       |         |          | 35      | 35       |
    | tertiary     | 350 cm |          |       |         |          | 24.5    | 24.5     |
    | tertiary     |       | 3         |       |         |          | 24.5    | 24.5     |
    | tertiary     | 6     | 3         |       |         |          | 35      | 35       |
    | tertiary     |       |           | 1     |         |          | 35      | 35       |
    | tertiary     | 1.9   |           |       |         |          |         |          |
    | secondary    | 3.5   |           |       | gravel  |          | 25      | 25       |
    | unclassified | 3     |           |       | gravel  |          | 19.6    | 19.6     |
    | tertiary     | 3     |           |       |         | 20       | 20      | 20       |`,
  );
});

describe('rural: ferries, direction, access, sizes and closures as in the car profile', () => {
  testWays(
    ruralPlain,
    `
    | highway  | route         | bridge  | duration | maxspeed | oneway     | access | maxweight | area | forward | backward |
    |          | ferry         |         |          |          |            |        |           |      | 5       | 5        |
    |          | ferry         |         |          | 20       |            |        |           |      | 16      | 16       |
    |          | ferry         |         | 00:20    |          |            |        |           |      | 1200 s  | 1200 s   |
    |          | shuttle_train |         |          |          |            |        |           |      | 10      | 10       |
    | primary  |               | movable |          |          |            |        |           |      | 5       | 5        |
    | primary  |               | movable |          | 50       |            |        |           |      | 5       | 5        |
    | primary  |               | movable | PT3M     |          |            |        |           |      | 180 s   | 180 s    |
    | tertiary |               |         |          |          | yes        |        |           |      | 35      |          |
    | tertiary |               |         |          |          | -1         |        |           |      |         | 35       |
    | tertiary |               |         |          |          | reversible |        |           |      |         |          |
    | tertiary |               |         |          |          |            | no     |           |      |         |          |
    | tertiary |               |         |          |          |            |        | 1.5       |      |         |          |
    | tertiary |               |         |          |          |            |        |           | yes  |         |          |`,
  );
  testNodes(
    ruralPlain,
    `
    | barrier | highway        | node   | obstacle         | u-turn |
    | bollard |                | closed |                  |        |
    | gate    |                | open   | gate 600 both    |        |
    |         | stop           | open   | stop 20 unstated |        |
    |         | turning_circle | open   |                  | yes    |`,
  );
});

describe('rural: off the road and at turns', () => {
  it('drives the last leg in the plain and walks it in the mountains', () => {
    expect(ruralPlain.offRoad).toEqual({ detourFactor: 1.3, kmh: 15 });
    expect(ruralMountain.offRoad).toEqual({ detourFactor: 1.6, kmh: 3 });
  });

  it('charges turns as the car profile does', () => {
    expect(ruralPlain.turns).toEqual({ turnSeconds: 7.5, bias: 1.075, uTurnSeconds: 20 });
    expect(ruralMountain.turns).toEqual(ruralPlain.turns);
  });
});
