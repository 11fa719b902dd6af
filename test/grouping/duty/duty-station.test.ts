import { describe, expect, it } from 'vitest';
import { dutyStations } from '../../../geodata/grouping/duty/duty-station.ts';
import type { PoliceRoom } from '../../../geodata/records/county-records.ts';
import { splitTeams } from '../../../geodata/standards/team-split.ts';
import { station } from '../county-arrays.ts';

const ROOMS: readonly PoliceRoom[] = [
  { id: 'r1', name: 'r1', stationId: 'a', kinds: ['rural', 'round-the-clock'] },
  { id: 'r2', name: 'r2', stationId: 'a', kinds: ['rural'] },
  { id: 'r3', name: 'r3', stationId: 'gone', kinds: ['rural'] },
  { id: 'r4', name: 'r4', kinds: ['rural'] },
];

describe('dutyStations', () => {
  it('takes the station`s own counts before its row, and a scenario`s vehicles before both', () => {
    const strengths = [{ stationId: 'a', onDuty: 9, auxiliaries: 30, cases: 3, vehicles: 2 }];
    const { stations } = dutyStations([station('a', { officers: 10 })], {
      records: { strengths, rooms: [] },
      vehicles: { a: 4 },
    });
    expect(stations).toEqual([
      { station: station('a', { officers: 10, auxiliaries: 30 }), caseOfficers: 3, vehicles: 4 },
    ]);
  });

  it('splits the officers 4:4:2 only where the table has no case team and a split is asked for', () => {
    const sources = { records: { strengths: [{ stationId: 'a', cases: 1 }], rooms: [] } };
    const all = [station('a', { officers: 15 }), station('b', { officers: 15 }), station('c')];
    const caseOfficersOf = (officers: number): number => splitTeams(officers).cases;
    const casesOf = (found: ReturnType<typeof dutyStations>) => found.stations.map(({ caseOfficers }) => caseOfficers);
    expect(casesOf(dutyStations(all, { ...sources, caseOfficersOf }))).toEqual([1, 6, undefined]);
    expect(casesOf(dutyStations(all, sources))).toEqual([1, undefined, undefined]);
  });

  it('counts rooms by station, names those of none, and knows none where no room is reported', () => {
    const { stations, strayRoomIds } = dutyStations([station('a'), station('b')], {
      records: { strengths: [], rooms: ROOMS },
    });
    expect(stations.map(({ rooms, roundTheClockRooms }) => [rooms, roundTheClockRooms])).toEqual([
      [2, 1],
      [0, 0],
    ]);
    expect(strayRoomIds).toEqual(['r3', 'r4']);
    const nothing = dutyStations([station('a')], { records: { strengths: [], rooms: [] } });
    expect(nothing.stations[0]!.rooms).toBeUndefined();
  });
});
