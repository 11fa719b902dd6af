import { describe, expect, it } from 'vitest';
import { addVideoCounts, videoCounts } from '../../geodata/coverage/video-rates.ts';
import { rollUpVideo, type VideoPlace } from '../../geodata/coverage/video-roll-up.ts';
import { mulberry32 } from '../oracles/random.ts';
import { compoundOf, randomCompound } from './random-compounds.ts';

const UNITS = [
  { code: '340121100001', township: 'east', stationId: 'E' },
  { code: '340121100002', township: 'east', stationId: 'E' },
  { code: '340121101001', township: 'west', stationId: 'W' },
  { code: '340121101002' },
];

function compoundsAt(places: readonly VideoPlace[], id: string | undefined): number | undefined {
  const counts = places.find((place) => place.id === id)?.counts;
  return counts && counts.due.compounds + counts.notDue.compounds;
}

describe('rollUpVideo', () => {
  it('adds up to the county over units, townships and stations alike', () => {
    const random = mulberry32(5);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
    for (let round = 0; round < 60; round++) {
      const compounds = Array.from({ length: 40 }, (_, index) => {
        const stationId = pick(['E', 'W', 'closed', undefined]);
        const unitCode = pick([...UNITS.map(({ code }) => code), 'gone', '']);
        return randomCompound(random, `${index}`, stationId === undefined ? { unitCode } : { unitCode, stationId });
      });
      const { byUnit, byTownship, byStation, county } = rollUpVideo(compounds, UNITS, ['E', 'W']);
      expect(county).toEqual(videoCounts(compounds));
      for (const places of [byUnit, byTownship, byStation]) {
        expect(places.map(({ counts }) => counts).reduce(addVideoCounts)).toEqual(county);
      }
    }
  });

  it('gives a compound to the station of its own row, else of its unit, and keeps the rest under unknown', () => {
    const compounds = [
      compoundOf('own', { unitCode: '340121100001', stationId: 'W' }),
      compoundOf('unit', { unitCode: '340121100002' }),
      compoundOf('bare', { unitCode: '340121101002' }),
      compoundOf('lost', { unitCode: 'gone', stationId: 'closed' }),
    ];
    const rolled = rollUpVideo(compounds, UNITS, ['W', 'E', 'N']);
    expect(rolled.byStation.map(({ id }) => id)).toEqual(['E', 'N', 'W', undefined]);
    expect(['E', 'N', 'W', undefined].map((id) => compoundsAt(rolled.byStation, id))).toEqual([1, 0, 1, 2]);
    expect(rolled.withoutStation).toEqual(['bare', 'lost']);
    expect(rolled.withoutUnit).toEqual(['lost']);
    expect(rolled.withoutTownship).toEqual(['bare', 'lost']);
    expect(compoundsAt(rolled.byUnit, '340121101001')).toBe(0);
    expect(compoundsAt(rolled.byUnit, undefined)).toBe(1);
  });

  it('has no row for the unknown where every place is known', () => {
    const { byUnit } = rollUpVideo([compoundOf('a', { unitCode: '340121100001' })], UNITS, ['E']);
    expect(byUnit.map(({ id }) => id)).toEqual(UNITS.map(({ code }) => code));
  });
});
