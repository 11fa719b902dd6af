import { describe, expect, it } from 'vitest';
import { compareDuty } from '../../../geodata/grouping/duty/compare-duty.ts';
import { checkAccount, type DutyAccount, dutyAccount } from '../../../geodata/grouping/duty/duty-account.ts';
import { DUTY_MEASURES, type DutyFigures, type DutyMeasure } from '../../../geodata/grouping/duty/duty-figure.ts';
import { DEFAULT_ROSTER } from '../../../geodata/grouping/duty/roster.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { dutyStation, randomPlan, randomStations } from './duty-cases.ts';

const GROUP = [{ id: 'g', centreId: 'a', memberIds: ['b', 'c'] }];

function values(figures: DutyFigures, measures: readonly DutyMeasure[]): (number | undefined)[] {
  return measures.map((measure) => figures[measure].value);
}

const BOUND: readonly DutyMeasure[] = ['officers', 'command', 'response', 'cases', 'villages'];

describe('dutyAccount', () => {
  const stations = [dutyStation('a', 14), dutyStation('b', 11), dutyStation('c', 11), dutyStation('d', 8)];

  it('binds five officers each to command and response at every station that stands alone', () => {
    const { stations: found, units } = dutyAccount(stations, [], DEFAULT_ROSTER);
    expect(found.map(({ figures }) => values(figures, BOUND))).toEqual([
      [14, 5, 5, 2, 2],
      [11, 5, 5, 1, 0],
      [11, 5, 5, 1, 0],
      [8, 5, 3, 0, 0],
    ]);
    expect(units.map(({ sustainable }) => sustainable)).toEqual([true, true, true, false]);
    expect(units.map(({ figures }) => values(figures, ['duty-shortfall', 'case-shortfall']))).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
      [2, 2],
    ]);
  });

  it('binds one command post and three officers by day at each member once they are a group', () => {
    const { units, stations: found } = dutyAccount(stations, GROUP, DEFAULT_ROSTER);
    const [group] = units;
    expect(group).toMatchObject({ id: 'g', stationIds: ['a', 'b', 'c'], neededOfficers: 16, sustainable: true });
    expect(values(group!.figures, BOUND)).toEqual([36, 5, 5 + 6, 6, 14]);
    expect(values(group!.figures, ['day-posts', 'night-posts'])).toEqual([4, 2]);
    expect(found.map(({ role }) => role)).toEqual(['centre', 'member', 'member', 'alone']);
    expect(found.slice(0, 3).map(({ figures }) => values(figures, BOUND))).toEqual([
      [14, 3, 2, 3, 6],
      [11, 1, 5, 1, 4],
      [11, 1, 4, 2, 4],
    ]);
    expect([group!.enoughOfficers, group!.enoughAuxiliaries]).toEqual([true, true]);
  });

  it('keeps a car at each member and one at the centre, and frees the others', () => {
    const { units } = dutyAccount(stations, GROUP, DEFAULT_ROSTER);
    expect(values(units[0]!.figures, ['vehicles', 'vehicles-on-duty', 'vehicles-free'])).toEqual([6, 3, 3]);
  });

  it('opens each sum to its stations, and says what is missing instead of taking it for nothing', () => {
    const some = [dutyStation('a', 14), dutyStation('b'), dutyStation('c', 11, { caseOfficers: undefined })];
    const { county, units } = dutyAccount(some, [], DEFAULT_ROSTER);
    expect(county.officers).toEqual({
      value: undefined,
      parts: [
        { label: 'officers', stationId: 'a', value: 14 },
        { label: 'officers', stationId: 'c', value: 11 },
      ],
      missing: [{ label: 'officers', stationId: 'b' }],
    });
    expect(county.villages.missing).toEqual([
      { label: 'officers', stationId: 'b' },
      { label: 'cases', stationId: 'c' },
    ]);
    expect(county.vehicles.value).toBe(6);
    expect(units.map(({ sustainable }) => sustainable)).toEqual([true, undefined, true]);
    const [group] = dutyAccount(some, GROUP, DEFAULT_ROSTER).units;
    expect([group!.sustainable, group!.enoughOfficers, group!.figures.command.value]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(group!.figures.command.missing).toEqual([{ label: 'officers', stationId: 'b' }]);
  });

  it('refuses counts that are not whole, two stations of one id and unsound plans', () => {
    expect(() => dutyAccount([dutyStation('a', 2.5)], [], DEFAULT_ROSTER)).toThrow('Station a has officers 2.5');
    expect(() => dutyAccount([dutyStation('a', 2), dutyStation('a', 2)], [], DEFAULT_ROSTER)).toThrow(
      '2 stations have 1 ids.',
    );
    expect(() => dutyAccount(stations, [{ id: 'g', centreId: 'a', memberIds: [] }], DEFAULT_ROSTER)).toThrow(
      'no-members',
    );
  });
});

describe('checkAccount', () => {
  const good = dutyAccount([dutyStation('a', 14), dutyStation('b', 11)], [], DEFAULT_ROSTER);
  const [first, second] = good.stations;

  it('throws where an officer is counted twice or a sum is not that of its parts', () => {
    expect(() => checkAccount(good)).not.toThrow();
    const twice = { value: 6, parts: [{ label: 'command', stationId: 'a', value: 6 }], missing: [] } as const;
    const wrong: DutyAccount = {
      ...good,
      stations: [{ ...first!, figures: { ...first!.figures, command: twice } }, second!],
    };
    expect(() => checkAccount(wrong)).toThrow(
      'In station a, command + response + cases + villages are 15 of 14 officers.',
    );
    const county = { ...good.county, rooms: { ...good.county.rooms, value: 7 } };
    expect(() => checkAccount({ ...good, county })).toThrow(
      'In the county, rooms is 7, with 0 missing and parts of 6.',
    );
  });
});

describe('compareDuty', () => {
  it('shows what pooling frees for the villages, with both sides as parts', () => {
    const stations = [dutyStation('a', 14), dutyStation('b', 11), dutyStation('c', 11)];
    const { county, units } = compareDuty(
      dutyAccount(stations, [], DEFAULT_ROSTER),
      dutyAccount(stations, GROUP, DEFAULT_ROSTER),
    );
    expect(county.change.villages.value).toBe(12);
    expect(units[0]!.change.villages).toEqual(county.change.villages);
    expect(county.change.villages.parts).toHaveLength(6);
    expect(values(county.change, ['officers', 'auxiliaries', 'vehicles', 'rooms'])).toEqual([0, 0, 0, 0]);
  });

  it('throws where an officer vanishes or a headcount becomes unknown', () => {
    const before = dutyAccount([dutyStation('a', 14), dutyStation('b', 11)], [], DEFAULT_ROSTER);
    const fewer = dutyAccount([dutyStation('a', 14), dutyStation('b', 10)], [], DEFAULT_ROSTER);
    const unknown = dutyAccount([dutyStation('a', 14), dutyStation('b')], [], DEFAULT_ROSTER);
    expect(() => compareDuty(before, fewer)).toThrow('officers are 25 before and 24 after.');
    expect(() => compareDuty(before, unknown)).toThrow('officers are unknown of stations [] before and [b] after.');
    const moved = dutyAccount([dutyStation('a', 15), dutyStation('b', 10)], [], DEFAULT_ROSTER);
    expect(compareDuty(before, moved).stations.map(({ change }) => change.officers.value)).toEqual([1, -1]);
    const other = dutyAccount([dutyStation('a', 14), dutyStation('b', 11)], [], { ...DEFAULT_ROSTER, dayHours: 8 });
    expect(() => compareDuty(before, other)).toThrow('different rosters');
  });

  it('reconciles on 500 random plans: nothing appears or vanishes, and the county is the sum of its units', () => {
    const random = mulberry32(8);
    for (let round = 0; round < 500; round++) {
      const stations = randomStations(random, round % 2 === 1);
      const plan = randomPlan(random, stations);
      const comparison = compareDuty(
        dutyAccount(stations, [], DEFAULT_ROSTER),
        dutyAccount(stations, plan, DEFAULT_ROSTER),
      );
      const { county, after, before } = comparison;
      for (const measure of DUTY_MEASURES) {
        const parts = after.units.flatMap(({ figures }) => figures[measure].parts);
        expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(
          county.after[measure].parts.reduce((sum, { value }) => sum + value, 0),
        );
        for (const { value } of after.county[measure].parts) expect(value).toBeGreaterThanOrEqual(0);
      }
      after.stations.forEach(({ figures, stationId }, index) => {
        expect(figures.officers, stationId).toEqual(before.stations[index]!.figures.officers);
        expect(figures.auxiliaries).toEqual(before.stations[index]!.figures.auxiliaries);
        expect(figures.vehicles).toEqual(before.stations[index]!.figures.vehicles);
      });
      if (plan.length === 0) expect(after).toEqual(before);
      if (round % 2 === 0) expect(county.change.villages.value).toEqual(freedByOrder(stations, plan, after));
    }
  });
});

/** Officers freed for the villages, by bare sums of each unit. */
function freedByOrder(
  stations: ReturnType<typeof randomStations>,
  plan: ReturnType<typeof randomPlan>,
  { units }: DutyAccount,
): number {
  const left = (ids: readonly string[]): number => {
    const unit = ids.map((id) => stations.find(({ station }) => station.id === id)!);
    const held = unit.reduce(
      (sum, { station }, index) => sum + Math.max(0, station.officers! - (index > 0 ? 3 : 0)),
      0,
    );
    const cases = unit.reduce((sum, { caseOfficers }) => sum + caseOfficers!, 0);
    return Math.max(0, held - 10 - cases);
  };
  expect(units).toHaveLength(
    plan.length + stations.length - plan.reduce((sum, { memberIds }) => sum + memberIds.length + 1, 0),
  );
  const before = stations.reduce((sum, { station }) => sum + left([station.id]), 0);
  return units.reduce((sum, { stationIds }) => sum + left(stationIds), 0) - before;
}
