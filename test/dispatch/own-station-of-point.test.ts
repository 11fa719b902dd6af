import { describe, expect, it } from 'vitest';
import { ownStationOfPoint } from '../../geodata/dispatch/own-station-of-point.ts';
import { station } from '../grouping/county-arrays.ts';

const stations = [
  station('east', { township: 'E', coord: [117.2, 32] }),
  station('west', { township: 'W', coord: [117, 32] }),
  station('west-two', { township: 'W', coord: [117.05, 32] }),
];
const drives = [9, 5, 4].map((ds) => ({ ds, dm: 100 }));

describe('ownStationOfPoint', () => {
  it('goes by the township that the caller names, then by the road', () => {
    expect(ownStationOfPoint(stations, { coord: [117, 32], township: 'E' }, drives)).toEqual({
      station: 0,
      rule: 'township',
    });
    expect(ownStationOfPoint(stations, { coord: [117, 32], township: 'W' }, drives)).toEqual({
      station: 2,
      rule: 'township-nearest',
    });
    expect(ownStationOfPoint(stations, { coord: [117, 32] }, drives)).toEqual({ station: 2, rule: 'nearest' });
  });

  it('takes the caller`s word, and says where only the straight distance was left', () => {
    expect(ownStationOfPoint(stations, { coord: [117, 32], stationId: 'east' }, drives)?.rule).toBe('stated');
    const none = stations.map(() => undefined);
    expect(ownStationOfPoint(stations, { coord: [117.19, 32] }, none)).toEqual({ station: 0, rule: 'straight-line' });
  });

  it('has no answer where there is no station', () => {
    expect(ownStationOfPoint([], { coord: [117, 32] }, [])).toBeUndefined();
  });
});
