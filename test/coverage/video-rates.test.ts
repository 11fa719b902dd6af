import { describe, expect, it } from 'vitest';
import {
  addVideoCounts,
  coverageRate,
  type EquippedReading,
  equippedOf,
  networkedOf,
  networkedRate,
  onlineRate,
  ratio,
  type VideoCounts,
  videoCounts,
} from '../../geodata/coverage/video-rates.ts';
import type { Compound } from '../../geodata/records/county-records.ts';
import { mulberry32 } from '../oracles/random.ts';
import { compoundOf, randomCompound } from './random-compounds.ts';

const READINGS: readonly EquippedReading[] = ['accepted', 'built', 'under-construction'];

function copies(count: number, given: Partial<Compound>): Compound[] {
  return Array.from({ length: count }, (_, index) => compoundOf(`${given.state}-${index}`, given));
}

function percent({ ratio: { numerator, denominator } }: { ratio: { numerator: number; denominator: number } }): string {
  return ((100 * numerator) / denominator).toFixed(1);
}

describe('videoCounts', () => {
  it('gives the bulletin of Daqing its 36.3 % and the strict reading 20.7 %', () => {
    const counts = videoCounts([
      ...copies(97, { state: 'accepted', networked: true }),
      ...copies(73, { state: 'under-construction' }),
      ...copies(298, { state: 'none' }),
    ]);
    expect(coverageRate(counts, 'under-construction').ratio).toEqual({ numerator: 170, denominator: 468 });
    expect(percent(coverageRate(counts, 'under-construction'))).toBe('36.3');
    expect(percent(coverageRate(counts))).toBe('20.7');
    expect(networkedRate(counts).ratio).toEqual({ numerator: 97, denominator: 97 });
    expect(networkedRate(counts, 'accepted', 'compounds', 'due').ratio).toEqual({ numerator: 97, denominator: 468 });
  });

  it('names every denominator and counts what its compounds do not say', () => {
    const counts = videoCounts([
      compoundOf('a', { networked: true, households: 100, devices: 20, onlineDevices: 18 }),
      compoundOf('b', { networked: true, devices: 10 }),
      compoundOf('c', { state: 'built', networked: true, households: 50, devices: 8, onlineDevices: 0 }),
      compoundOf('d', { state: 'none', households: 0, devices: 0 }),
    ]);
    expect(coverageRate(counts, 'accepted', 'households')).toEqual({
      ratio: { numerator: 100, denominator: 150 },
      denominator: 'due',
      by: 'households',
      unknown: 1,
    });
    expect(networkedRate(counts, 'built', 'devices')).toEqual({
      ratio: { numerator: 38, denominator: 38 },
      denominator: 'built',
      by: 'devices',
      unknown: 0,
    });
    expect(onlineRate(counts)).toEqual({
      ratio: { numerator: 18, denominator: 20 },
      denominator: 'connected-devices',
      by: 'devices',
      unknown: 1,
    });
    expect(onlineRate(counts, 'built').ratio).toEqual({ numerator: 18, denominator: 28 });
  });

  it('keeps compounds that are not due, and connections to nothing, out of every rate and reports them', () => {
    const counts = videoCounts([
      compoundOf('extra', { due: false, networked: true }),
      compoundOf('later', { due: false, state: 'none' }),
      compoundOf('wrong', { state: 'none', networked: true }),
    ]);
    expect(coverageRate(counts, 'under-construction').ratio).toEqual({ numerator: 0, denominator: 1 });
    expect(networkedRate(counts).ratio).toEqual({ numerator: 0, denominator: 0 });
    expect(counts.notDue.compounds).toBe(2);
    expect(counts.notDueEquipped.compounds).toBe(1);
    expect(counts.notDueNetworked.compounds).toBe(1);
    expect(counts.networkedNotBegun.compounds).toBe(1);
  });

  it('adds up over any split of the compounds, each numerator within its denominator', () => {
    const random = mulberry32(12);
    for (let round = 0; round < 200; round++) {
      const compounds = Array.from({ length: 30 }, (_, index) => randomCompound(random, `${index}`));
      const parts = [0, 1, 2].map(() => [] as Compound[]);
      for (const compound of compounds) parts[Math.floor(3 * random())]?.push(compound);
      const summed = parts.map(videoCounts).reduce(addVideoCounts);
      expect(summed).toEqual(videoCounts(compounds));
      expectOrdered(summed);
    }
  });

  it('has no rate where nothing is due, and refuses a part that exceeds its whole', () => {
    const counts = videoCounts([]);
    for (const reading of READINGS) expect(coverageRate(counts, reading).ratio.denominator).toBe(0);
    expect(() => ratio(2, 1)).toThrow('2 of 1');
    expect(() => ratio(-1, 1)).toThrow('-1 of 1');
    expect(() => ratio(0.5, 1)).toThrow('0.5 of 1');
  });
});

function expectOrdered(counts: VideoCounts): void {
  const equipped = READINGS.map((reading) => equippedOf(counts, reading).compounds);
  const networked = READINGS.map((reading) => networkedOf(counts, reading).compounds);
  const rising = [...equipped, counts.due.compounds];
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  networked.forEach((count, index) => {
    expect(count).toBeLessThanOrEqual(equipped[index] as number);
  });
  const { accepted, built, underConstruction, notBegun, due } = counts;
  const byState = [accepted, built, underConstruction, notBegun];
  for (const field of Object.keys(due) as (keyof typeof due)[]) {
    expect(byState.reduce((sum, state) => sum + state[field], 0)).toBe(due[field]);
  }
}
