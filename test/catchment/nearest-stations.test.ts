import { describe, expect, it } from 'vitest';
import {
  emptyNearest,
  mergeNearest,
  type NearestStations,
  NO_STATION,
  offerStation,
} from '../../geodata/catchment/nearest-stations.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { mulberry32 } from '../oracles/random.ts';

interface Offer {
  readonly point: number;
  readonly station: number;
  readonly ds: number;
  readonly dm: number;
}

/** Every station's cost to every point, from so few different numbers that most are ties; a third are out of reach. */
function randomOffers(random: () => number, points: number, stations: number): Offer[] {
  const offers: Offer[] = [];
  for (let point = 0; point < points; point++) {
    for (let station = 0; station < stations; station++) {
      if (random() < 0.33) continue;
      offers.push({ point, station, ds: Math.floor(random() * 4), dm: Math.floor(random() * 3) });
    }
  }
  return offers.sort(() => random() - 0.5);
}

function listed(offers: readonly Offer[], points: number, n: number): NearestStations {
  const nearest = emptyNearest(points, n);
  for (const { point, station, ds, dm } of offers) offerStation(nearest, point, station, ds, dm);
  return nearest;
}

/** The slow reference: all that is offered, sorted. */
function sorted(offers: readonly Offer[], points: number, n: number): NearestStations {
  const nearest = emptyNearest(points, n);
  for (let point = 0; point < points; point++) {
    const own = offers.filter((offer) => offer.point === point);
    own.sort((a, b) => a.ds - b.ds || a.dm - b.dm || a.station - b.station);
    own.slice(0, n).forEach(({ station, ds, dm }, k) => {
      nearest.station[point * n + k] = station;
      nearest.ds[point * n + k] = ds;
      nearest.dm[point * n + k] = dm;
    });
  }
  return nearest;
}

describe('a list of the soonest stations', () => {
  it('begins with no station anywhere', () => {
    expect(emptyNearest(2, 2)).toEqual({
      n: 2,
      station: new Uint32Array(4).fill(NO_STATION),
      ds: new Uint32Array(4).fill(UNREACHED),
      dm: new Uint32Array(4).fill(UNREACHED),
    });
  });

  it.each([
    ['the quicker', { ds: 9, dm: 70 }, { ds: 10, dm: 50 }],
    ['of two as quick the shorter', { ds: 10, dm: 49 }, { ds: 10, dm: 50 }],
  ])('puts first %s, whichever is offered first', (_, better, worse) => {
    const costs = [
      { ...worse, station: 3 },
      { ...better, station: 8 },
    ].map((cost) => ({ ...cost, point: 0 }));
    for (const offers of [costs, [...costs].reverse()]) {
      expect(Array.from(listed(offers, 1, 3).station)).toEqual([8, 3, NO_STATION]);
    }
  });

  it('puts first, of two as quick and as short, the station with the lower index', () => {
    const [a, b] = [4, 2].map((station) => ({ point: 0, station, ds: 5, dm: 5 })) as [Offer, Offer];
    expect(Array.from(listed([a, b], 1, 2).station)).toEqual([2, 4]);
    expect(Array.from(listed([b, a], 1, 2).station)).toEqual([2, 4]);
  });

  it('holds what sorting all offers puts first, in whatever order they come', () => {
    const random = mulberry32(11);
    for (let round = 0; round < 300; round++) {
      const [points, stations, n] = [1 + (round % 4), 1 + (round % 9), 1 + (round % 5)];
      const offers = randomOffers(random, points, stations);
      expect(listed(offers, points, n), `round ${round}`).toEqual(sorted(offers, points, n));
    }
  });
});

describe('joining lists of the soonest stations', () => {
  it('gives what one pass over all stations gives, however they were dealt out and in whatever order', () => {
    const random = mulberry32(12);
    for (let round = 0; round < 300; round++) {
      const [points, n, parts] = [1 + (round % 4), 1 + (round % 5), 1 + (round % 3)];
      const offers = randomOffers(random, points, 10);
      const lists = Array.from({ length: parts }, (_, part) =>
        listed(
          offers.filter(({ station }) => station % parts === part),
          points,
          n,
        ),
      ).sort(() => random() - 0.5);
      const [into, ...rest] = lists as [NearestStations, ...NearestStations[]];
      for (const list of rest) mergeNearest(into, list);
      expect(into, `round ${round}`).toEqual(sorted(offers, points, n));
    }
  });

  it('leaves a list as it is where the other is empty', () => {
    const offers = randomOffers(mulberry32(13), 3, 6);
    const list = listed(offers, 3, 2);
    mergeNearest(list, emptyNearest(3, 2));
    expect(list).toEqual(sorted(offers, 3, 2));
  });

  it.each([
    [3, 2],
    [2, 4],
    [4, 1],
  ])('refuses lists of %i points and %i stations to 2 and 2', (points, n) => {
    expect(() => mergeNearest(emptyNearest(2, 2), emptyNearest(points, n))).toThrow('do not fit 4 / 2');
  });
});
