import { describe, expect, it } from 'vitest';
import { assignOwnStations, drivingTimesOf } from '../../geodata/catchment/own-station.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { offRoadLeg } from '../../geodata/travel/off-road.ts';
import { settlement, station } from '../grouping/county-arrays.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { openScene } from '../scenes/scene.ts';

const times = (rows: readonly (readonly (number | undefined)[])[]) => (from: number, to: number) => rows[from]?.[to];

describe('assignOwnStations', () => {
  const stations = [
    station('east', { township: 'E', coord: [117.2, 32] }),
    station('west', { township: 'W', coord: [117, 32] }),
    station('west-two', { township: 'W', coord: [117.05, 32] }),
  ];

  it('takes the station that the row names, whatever the township and the road say', () => {
    const places = [settlement('s', { stationId: 'west', township: 'E' })];
    expect(assignOwnStations(stations, places, times([[1], [9], [9]]))).toEqual([{ station: 1, rule: 'stated' }]);
  });

  it('takes the one station of the township even where another is quicker', () => {
    const places = [settlement('s', { township: 'E' })];
    expect(assignOwnStations(stations, places, times([[9], [1], [1]]))).toEqual([{ station: 0, rule: 'township' }]);
  });

  it('takes the quicker of the two stations of a township, and does not look beyond it', () => {
    const places = [settlement('s', { township: 'W' })];
    expect(assignOwnStations(stations, places, times([[1], [9], [8]]))).toEqual([
      { station: 2, rule: 'township-nearest' },
    ]);
  });

  it.each([undefined, 'nowhere'])('takes the quickest of all where the township is %s', (township) => {
    const places = [settlement('s', { township })];
    expect(assignOwnStations(stations, places, times([[7], [6], [8]]))).toEqual([{ station: 1, rule: 'nearest' }]);
  });

  it('falls back on the straight distance, and says so, where no road leads there', () => {
    const places = [settlement('s', { coord: [117.19, 32] })];
    expect(assignOwnStations(stations, places, times([[], [], []]))).toEqual([{ station: 0, rule: 'straight-line' }]);
  });

  it('stays in the township also where it falls back on the straight distance', () => {
    const places = [settlement('s', { township: 'W', coord: [117.19, 32] })];
    expect(assignOwnStations(stations, places, times([[1], [], []]))).toEqual([{ station: 2, rule: 'straight-line' }]);
  });

  it('takes the first of two stations that are equally quick', () => {
    expect(assignOwnStations(stations, [settlement('s')], () => 5)).toEqual([{ station: 0, rule: 'nearest' }]);
  });

  it('gives a settlement the same station whatever other settlements there are', () => {
    const places = [settlement('a', { township: 'W' }), settlement('b'), settlement('c', { township: 'E' })];
    const ds = times([
      [1, 2, 3],
      [4, 1, 1],
      [5, 3, 2],
    ]);
    const together = assignOwnStations(stations, places, ds);
    const apart = places.flatMap((place, i) => assignOwnStations(stations, [place], (from) => ds(from, i)));
    expect(together).toEqual(apart);
  });

  it('refuses a row that names a station which does not exist', () => {
    expect(() => assignOwnStations(stations, [settlement('s', { stationId: 'gone' })])).toThrow(
      'No station is called gone.',
    );
  });

  it('refuses settlements without any station, and accepts neither', () => {
    expect(() => assignOwnStations([], [settlement('s')])).toThrow('There is no station for 1 settlements.');
    expect(assignOwnStations([], [])).toEqual([]);
  });
});

describe('drivingTimesOf', () => {
  it('gives the drive along the road plus both off-road legs, and nothing where no road leads', async () => {
    const scene = await openScene(asciiScene('a----b\n\nc-d'), metreADecisecond);
    const stations = snapPoints(scene.network, [scene.at(0, 300)]);
    const settlements = snapPoints(scene.network, [scene.at(500, 400), scene.node('d')]);
    const drivingTimes = drivingTimesOf(scene.network, stations, settlements);
    const legs = offRoadLeg(scene.network, stations, 0).ds + offRoadLeg(scene.network, settlements, 0).ds;
    expect(legs).toBeGreaterThan(0);
    expect(drivingTimes(0, 0)).toBe(500 + legs);
    expect(drivingTimes(0, 1)).toBeUndefined();
    expect(() => drivingTimes(1, 0)).toThrow('No driving time from station 1 to settlement 0.');
  });
});
