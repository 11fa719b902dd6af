import { describe, expect, it } from 'vitest';
import {
  farthest,
  offRoadTimeShare,
  p95Ds,
  poolCounts,
  straightRadiusMetres,
  tallyOf,
} from '../../geodata/grouping/figures.ts';
import type { SettlementResponse } from '../../geodata/grouping/responses.ts';
import type { Verdict } from '../../geodata/travel/two-limit-rule.ts';
import { drive } from './county-arrays.ts';

function responses(...supports: readonly Verdict[]): SettlementResponse[] {
  return supports.map((support, settlement) => ({
    settlement,
    ownStation: 0,
    firstResponse: support,
    support,
    connector: false,
  }));
}

function minutes(count: number, reachable = count): SettlementResponse[] {
  return responses(...Array.from({ length: count }, (_, i) => drive(i < reachable ? i + 1 : undefined)));
}

describe('p95Ds', () => {
  it.each([
    [1, 1],
    [10, 10],
    [19, 19],
    [20, 19],
    [21, 20],
    [40, 38],
    [100, 95],
  ])('is, of %i times 1, 2, 3 ... minutes, the one of %i', (count, expected) => {
    expect(p95Ds(minutes(count))).toBe(expected * 600);
    expect(p95Ds(minutes(count).reverse())).toBe(expected * 600);
  });

  it('puts settlements without a route last, and is no number where the rank falls on one', () => {
    expect(p95Ds(minutes(20, 19))).toBe(19 * 600);
    expect(p95Ds(minutes(20, 18))).toBeUndefined();
    expect(p95Ds([])).toBeUndefined();
  });
});

describe('farthest', () => {
  const places = responses(drive(20, 5), drive(undefined), drive(10, 12), drive(20, 3));

  it('is by length and by time not the same settlement', () => {
    expect(farthest(places, 'dm')?.settlement).toBe(2);
    expect(farthest(places, 'ds')?.settlement).toBe(0);
  });

  it('is nothing where no settlement has a route', () => {
    expect(farthest(responses(drive(undefined)), 'ds')).toBeUndefined();
  });
});

describe('tallyOf', () => {
  it('counts marginal settlements as within, and weighs them', () => {
    const tally = tallyOf(responses(drive(10), drive(29), drive(31), drive(undefined)), [1, 20, 300, 4000]);
    expect(tally).toEqual({ withinCount: 2, count: 4, withinWeight: 21, weight: 4321 });
  });
});

describe('offRoadTimeShare', () => {
  it('divides sums of time, not the mean of shares, and leaves out what has no route', () => {
    const leg = { offRoad: { ds: 600, dm: 0 } };
    const places = responses(drive(1, 1, leg), drive(9), drive(undefined, 1, leg));
    expect(offRoadTimeShare(places)).toBe(0.1);
  });

  it('is no number without a drive', () => {
    expect(offRoadTimeShare([])).toBeUndefined();
    expect(offRoadTimeShare(responses(drive(0)))).toBeUndefined();
  });
});

describe('straightRadiusMetres', () => {
  it('is the greatest straight distance, settlements without a route included', () => {
    expect(straightRadiusMetres(responses(drive(1, 4), drive(undefined, 7)))).toBe(7000);
    expect(straightRadiusMetres([])).toBeUndefined();
  });
});

describe('poolCounts', () => {
  it('adds what is known and says of how many stations', () => {
    expect(poolCounts([6, undefined, 0])).toEqual({ sum: 6, stationsKnown: 2, stations: 3 });
    expect(poolCounts([undefined])).toEqual({ sum: undefined, stationsKnown: 0, stations: 1 });
  });
});
