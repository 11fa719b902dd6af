import { describe, expect, it } from 'vitest';
import { weigh } from '../../geodata/grouping/weights.ts';
import { settlement } from './county-arrays.ts';

describe('weigh', () => {
  it('weighs by people where every settlement has a figure, zero included', () => {
    const { base, of } = weigh([settlement('a', { population: 0, households: 4 }), settlement('b', { population: 7 })]);
    expect([base, ...of]).toEqual(['population', 0, 7]);
  });

  it('weighs all by households where one lacks people: people and households are not added', () => {
    const places = [settlement('a', { population: 900, households: 300 }), settlement('b', { households: 20 })];
    const { base, of, withoutPopulation, withoutHouseholds } = weigh(places);
    expect([base, ...of]).toEqual(['households', 300, 20]);
    expect([withoutPopulation, withoutHouseholds]).toEqual([1, 0]);
  });

  it('gives each settlement one where neither figure is known throughout', () => {
    const { base, of, withoutPopulation, withoutHouseholds } = weigh([
      settlement('a', { population: 900 }),
      settlement('b', { households: 20 }),
    ]);
    expect([base, ...of]).toEqual(['settlements', 1, 1]);
    expect([withoutPopulation, withoutHouseholds]).toEqual([1, 1]);
  });
});
