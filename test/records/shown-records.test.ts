import { describe, expect, it } from 'vitest';
import type { Compound, VillageUnit } from '../../geodata/records/county-records.ts';
import { type ShownPlace, showRecords } from '../../geodata/records/shown-records.ts';
import { LEAST_HOUSEHOLDS, LEAST_POSTS } from '../../geodata/small-samples.ts';
import { mulberry32 } from '../oracles/random.ts';

const NOTHING = { units: [], compounds: [], incidents: [] };

function unit(code: string, figures: Partial<VillageUnit> = {}): VillageUnit {
  return { code, name: `村${code}`, kind: 'village', township: '甲镇', stationId: 'A', ...figures };
}

function compound(id: string, households: number): Compound {
  const rest = { kind: 'new', due: true, state: 'accepted', networked: true } as const;
  return { id, name: `小区${id}`, unitCode: 'U', stationId: 'A', households, ...rest };
}

describe('records that may leave', () => {
  it('have no figures of units with few households or few posts, nor of a companion', () => {
    const units = [
      unit('1', { households: 12, volunteers: 1, auxiliaries: 1 }),
      unit('2', { households: 200, volunteers: 12 }),
      unit('3', { households: 90, volunteers: 5 }),
      unit('4', { households: 300, volunteers: 2, township: '乙镇', stationId: 'B' }),
      unit('5', { households: 400, volunteers: 20, township: '乙镇', stationId: 'B' }),
    ];
    const shown = showRecords([], { ...NOTHING, units });
    expect(shown.withheld.units).toEqual([true, false, true, true, true]);
    expect(shown.units[0]).toEqual(unit('1', { auxiliaries: 1 }));
    expect(shown.units[1]).toBe(units[1]);
    expect(shown.units[3]).toEqual(unit('4', { township: '乙镇', stationId: 'B' }));
  });

  it('show a unit without any post: that is a gap, and nobody', () => {
    const units = [unit('1', { households: 200, volunteers: 0 })];
    expect(showRecords([], { ...NOTHING, units }).units).toEqual(units);
  });

  it('give a unit the households of its settlements that are shown', () => {
    const settlements = [
      { id: 'a', unitCode: '1', households: 8 },
      { id: 'b', unitCode: '1', households: 40 },
      { id: 'c', unitCode: '1', households: 152 },
      { id: 'd', unitCode: '2', households: 80 },
    ];
    const units = [unit('1', { households: 200, population: 600 }), unit('2', { households: 80, population: 240 })];
    const shown = showRecords(settlements, { ...NOTHING, units });
    expect(shown.settlements.map(({ households }) => households)).toEqual([undefined, undefined, 152, 80]);
    expect(shown.units[0]).toEqual(unit('1', { households: 152 }));
    expect(shown.units[1]).toEqual(unit('2', { households: 80 }));
    expect(shown.leftOutOfUnit).toEqual([2, 0]);
  });

  it('do not give a unit households that its table counts and its settlements do not', () => {
    const settlements = [{ id: 'c', unitCode: '1', households: 152 }];
    const units = [unit('1', { households: 160, population: 480 }), unit('2', { households: 80 })];
    expect(showRecords(settlements, { ...NOTHING, units }).units).toEqual([unit('1', { households: 152 }), units[1]]);
  });

  it('leave out the calls of settlements that are withheld, and the households of small compounds', () => {
    const settlements = [
      { id: 'a', households: 8 },
      { id: 'b', households: 90, stationId: 'B', township: '乙镇' },
    ];
    const calls = (settlementId: string) => ({ settlementId, fromHour: 0, toHour: 8, count: 3 });
    const compounds = [compound('x', 20), compound('y', 200), compound('z', 90)];
    const shown = showRecords(settlements, { ...NOTHING, compounds, incidents: [calls('a'), calls('b')] });
    expect(shown.incidents).toEqual([calls('b')]);
    expect(shown.compounds.map(({ households }) => households)).toEqual([undefined, 200, undefined]);
  });

  it('are the same whatever the withheld figures are, as long as they are withheld', () => {
    const random = mulberry32(5);
    for (let round = 0; round < 200; round++) {
      const { settlements, units } = randomCounty(random);
      const shown = showRecords(settlements, { ...NOTHING, units });
      const changed = settlements.map((place, index) =>
        shown.withheld.settlements[index] && (place.households ?? 0) < LEAST_HOUSEHOLDS
          ? { ...place, households: 1 + Math.floor(random() * (LEAST_HOUSEHOLDS - 1)) }
          : place,
      );
      expect(showRecords(changed, { ...NOTHING, units }).settlements).toEqual(shown.settlements);
      const changedUnits = units.map((one, index) =>
        shown.withheld.units[index] && (one.volunteers ?? 0) < LEAST_POSTS && (one.volunteers ?? 0) > 0
          ? { ...one, volunteers: 3 - (one.volunteers ?? 0) }
          : one,
      );
      expect(showRecords(settlements, { ...NOTHING, units: changedUnits }).units).toEqual(shown.units);
    }
  });
});

function randomCounty(random: () => number) {
  const pick = (count: number) => Math.floor(random() * count);
  const units = Array.from({ length: 2 + pick(8) }, (_, index) =>
    unit(String(index), {
      households: 20 + pick(400),
      volunteers: pick(20),
      township: `镇${pick(3)}`,
      stationId: `S${pick(3)}`,
    }),
  );
  const settlements: ShownPlace[] = Array.from({ length: 3 + pick(20) }, (_, index) => {
    const { code, township, stationId } = units[pick(units.length)] as VillageUnit;
    return { id: String(index), unitCode: code, township, stationId, households: 1 + pick(120) };
  });
  return { units, settlements };
}
