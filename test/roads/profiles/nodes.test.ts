import { describe } from 'vitest';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { testNodes } from './tag-table.ts';

describe('nodes: access tags decide before barriers', () => {
  testNodes(
    car,
    `
    | access            | motor_vehicle | motorcar | barrier | node     |
    | no                |               |          |         | closed   |
    | agricultural      |               |          |         | closed   |
    | forestry          |               |          |         | closed   |
    | emergency         |               |          |         | closed   |
    | psv               |               |          |         | closed   |
    | taxi              |               |          |         | closed   |
    | share_taxi        |               |          |         | closed   |
    | minibus           |               |          |         | closed   |
    | bus               |               |          |         | closed   |
    | foot              |               |          |         | closed   |
    | emergency_vehicle |               |          |         | closed   |
    | restricted        |               |          |         | closed   |
    | military          |               |          |         | closed   |
    | official          |               |          |         | closed   |
    | private           |               |          |         | ordinary |
    | delivery          |               |          |         | ordinary |
    | destination       |               |          |         | ordinary |
    | customers         |               |          |         | ordinary |
    | permit            |               |          |         | ordinary |
    | residents         |               |          |         | ordinary |
    | unknown           |               |          |         | ordinary |
    | yes               |               |          |         | ordinary |
    | no                | yes           |          |         | ordinary |
    | yes               | no            |          |         | closed   |
    | no                | no            | yes      |         | ordinary |
    | yes               |               |          | bollard | ordinary |
    | private           |               |          | bollard | ordinary |
    | yes               |               |          | gate    | ordinary |
    | no                |               |          | gate    | closed   |
    |                   | agricultural;forestry |  |         | closed   |`,
  );
});

describe('nodes: barriers close, except those a car passes', () => {
  testNodes(
    car,
    `
    | barrier           | maxheight | bollard   | kerb    | highway  | sensory | node     |
    | bollard           |           |           |         |          |         | closed   |
    | block             |           |           |         |          |         | closed   |
    | fence             |           |           |         |          |         | closed   |
    | chain             |           |           |         |          |         | closed   |
    | swing_gate        |           |           |         |          |         | closed   |
    | yes               |           |           |         |          |         | closed   |
    | cattle_grid       |           |           |         |          |         | ordinary |
    | border_control    |           |           |         |          |         | ordinary |
    | toll_booth        |           |           |         |          |         | ordinary |
    | sally_port        |           |           |         |          |         | ordinary |
    | no                |           |           |         |          |         | ordinary |
    | entrance          |           |           |         |          |         | ordinary |
    | arch              |           |           |         |          |         | ordinary |
    | height_restrictor |           |           |         |          |         | ordinary |
    | height_restrictor | 2.0       |           |         |          |         | ordinary |
    | height_restrictor | 1.9       |           |         |          |         | closed   |
    | height_restrictor | 6'        |           |         |          |         | closed   |
    | height_restrictor | default   |           |         |          |         | ordinary |
    | toll_booth        | 1.9       |           |         |          |         | ordinary |
    | bollard           |           | rising    |         |          |         | ordinary |
    | bollard           |           | removable |         |          |         | closed   |
    | kerb              |           |           |         |          |         | closed   |
    | kerb              |           |           | raised  |          |         | closed   |
    | kerb              |           |           | lowered |          |         | ordinary |
    | kerb              |           |           | flush   |          |         | ordinary |
    | kerb              |           |           |         | crossing |         | ordinary |
    | block             |           |           |         | crossing |         | closed   |
    | fence             |           |           |         |          | audible | ordinary |
    | fence             |           |           |         |          | audio   | ordinary |
    | fence             |           |           |         |          | visual  | closed   |
    | bollard           |           |           |         |          | audible | closed   |`,
  );
});

describe('nodes: gates stay open and cost a minute', () => {
  testNodes(
    car,
    `
    | barrier   | highway         | node | obstacle                           |
    | gate      |                 | open | gate 600 both                      |
    | lift_gate |                 | open | gate 600 both                      |
    | gate      | traffic_signals | open | gate 600 both, signals 20 unstated |`,
  );
});

describe('nodes: signals and signs, in the direction tagged', () => {
  testNodes(
    car,
    `
    | highway         | traffic_signals:direction | direction | stop  | node     | obstacle               |
    | traffic_signals |                           |           |       | open     | signals 20 unstated    |
    | traffic_signals | forward                   |           |       | open     | signals 20 forward     |
    | traffic_signals | backward                  |           |       | open     | signals 20 backward    |
    | traffic_signals | both                      |           |       | open     | signals 20 both        |
    | traffic_signals |                           | forward   |       | open     | signals 20 forward     |
    | traffic_signals | backward                  | forward   |       | open     | signals 20 backward    |
    | stop            |                           |           |       | open     | stop 20 unstated       |
    | stop            |                           | forward   |       | open     | stop 20 forward        |
    | stop            |                           | backward  |       | open     | stop 20 backward       |
    | stop            |                           | both      |       | open     | stop 20 both           |
    | stop            |                           | 90        |       | open     | stop 20 unstated       |
    | stop            | forward                   |           |       | open     | stop 20 unstated       |
    | stop            |                           |           | all   | open     | stop 20 unstated       |
    | stop            |                           |           | minor | open     | stop-minor 20 unstated |
    | stop            |                           | backward  | minor | open     | stop-minor 20 backward |
    | give_way        |                           |           |       | open     | give-way 10 unstated   |
    | give_way        |                           | forward   |       | open     | give-way 10 forward    |
    | give_way        |                           | backward  |       | open     | give-way 10 backward   |
    | give_way        |                           | both      |       | open     | give-way 10 both       |
    | crossing        |                           |           |       | ordinary |                        |
    | bus_stop        |                           | forward   |       | ordinary |                        |`,
  );
});

describe('nodes: a closed node keeps its signals', () => {
  testNodes(
    car,
    `
    | highway         | barrier | node   | obstacle            |
    | traffic_signals | bollard | closed | signals 20 unstated |`,
  );
});

describe('nodes: places to turn round', () => {
  testNodes(
    car,
    `
    | highway         | node     | u-turn |
    | turning_circle  | open     | yes    |
    | turning_loop    | open     | yes    |
    | mini_roundabout | open     | yes    |
    | passing_place   | ordinary |        |`,
  );
});
