import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../geodata/grouping/adjacency.ts';
import { type CountingRule, DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { centreOfStations, evaluateResponses } from '../../geodata/grouping/evaluate.ts';
import { withheldSettlements } from '../../geodata/small-samples.ts';
import type { Verdict } from '../../geodata/travel/two-limit-rule.ts';
import { mulberry32 } from '../oracles/random.ts';
import { type ArrayCounty, arrayInput, drive, settlement, station } from './county-arrays.ts';

/** Centre a with member b; c alone. Minutes from each station to each settlement. */
const MINUTES = [
  [5, 12, 28, 40],
  [20, 6, 4, 40],
  [50, 50, 50, 10],
];
const county: ArrayCounty = {
  stations: [station('a', { officers: 5, auxiliaries: 9 }), station('b', { officers: 6 }), station('c')],
  settlements: [
    settlement('s0', { population: 100, kind: 'administrative' }),
    settlement('s1', { population: 200 }),
    settlement('s2', { population: 300, kind: 'administrative' }),
    settlement('s3', { population: 400 }),
  ],
  owners: [0, 0, 1, 2],
  toSettlement: (from, to) => drive(MINUTES[from]?.[to]),
};
const plan = [{ id: 'g', centreId: 'a', memberIds: ['b'] }];

function statusUnder(counting: Partial<CountingRule>, change: Partial<ArrayCounty> = {}) {
  return evaluateResponses(arrayInput({ ...county, ...change }, plan, { ...DEFAULT_COUNTING, ...counting })).groups[0]!
    .status;
}

describe('evaluateResponses', () => {
  it('measures members from the centre and lone stations from themselves', () => {
    const { groups, standAlone } = evaluateResponses(arrayInput(county, plan));
    expect(
      groups.map(({ id, centre, responses }) => [id, centre, responses.map((r) => r.support.fastest?.ds)]),
    ).toEqual([['g', 0, [5 * 600, 12 * 600, 28 * 600]]]);
    expect(standAlone.map(({ id, centre, members }) => [id, centre, members])).toEqual([['c', 2, []]]);
    expect(standAlone[0]!.farthestByTime).toEqual({ settlement: 3, cost: { ds: 6000, dm: 10_000 } });
  });

  it('keeps the own station`s first response beside the centre`s support', () => {
    const response = evaluateResponses(arrayInput(county, plan)).groups[0]!.responses[2]!;
    expect([response.firstResponse.fastest?.ds, response.support.fastest?.ds]).toEqual([4 * 600, 28 * 600]);
  });

  it('pools the headcounts that are known', () => {
    const [group] = evaluateResponses(arrayInput(county, plan)).groups;
    expect(group!.officers).toEqual({ sum: 11, stationsKnown: 2, stations: 2 });
    expect(group!.auxiliaries).toEqual({ sum: 9, stationsKnown: 1, stations: 2 });
  });

  it('makes a group as good as its worst settlement', () => {
    expect(statusUnder({})).toBe('marginal');
    expect(statusUnder({}, { toSettlement: () => drive(10) })).toBe('pass');
    expect(statusUnder({}, { toSettlement: (_, to) => drive(to === 1 ? undefined : 10) })).toBe('fail');
  });

  it('lets natural villages alone in scope administrative', () => {
    const toSettlement = (_: number, to: number) => drive(to === 1 ? 45 : 10);
    expect(statusUnder({ scope: 'settlements' }, { toSettlement })).toBe('fail');
    expect(statusUnder({ scope: 'administrative' }, { toSettlement })).toBe('pass');
  });

  it('judges the member stations alone in scope station', () => {
    const far = { toSettlement: () => drive(45) };
    expect(statusUnder({ scope: 'station' }, { ...far, toStation: () => drive(8) })).toBe('pass');
    expect(statusUnder({ scope: 'station' }, { ...far, toStation: () => drive(28) })).toBe('marginal');
    expect(statusUnder({ scope: 'station' }, { ...far, toStation: () => drive(30) })).toBe('fail');
  });

  it.each([
    [50, 'pass'],
    [50.1, 'marginal'],
    [100, 'marginal'],
  ])('asks in scope share for %f per cent of the weight: %s', (sharePercent, expected) => {
    // Of 600 people 300 pass outright and 300 are near the limit.
    expect(statusUnder({ scope: 'share', sharePercent })).toBe(expected);
  });

  it('fails in scope share just above the share that passes', () => {
    const toSettlement = (_: number, to: number) => drive(to === 0 ? 45 : 10);
    expect(statusUnder({ scope: 'share', sharePercent: 83.3 }, { toSettlement })).toBe('pass');
    expect(statusUnder({ scope: 'share', sharePercent: 83.4 }, { toSettlement })).toBe('fail');
  });

  it('calls a group empty where the scope counts nothing in it, and gives no rate', () => {
    const settlements = county.settlements.map((place) => ({ ...place, kind: 'natural' as const }));
    const input = arrayInput({ ...county, settlements }, plan, { ...DEFAULT_COUNTING, scope: 'administrative' });
    const [group] = evaluateResponses(input).groups;
    expect(group).toMatchObject({ status: 'empty', tally: { count: 0, weight: 0 }, overLimit: [] });
    expect([group!.p95Ds, group!.farthestByTime, group!.straightRadiusMetres]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('counts the settlements that pass although their fastest route is too long', () => {
    const fastest = { ds: 12_000, dm: 320_000 };
    const shorter: Partial<Verdict> = { proof: 'shortest', status: 'pass', fastest, cost: { ds: 15_000, dm: 260_000 } };
    const toSettlement = (_: number, to: number) => (to === 1 ? drive(10, 1, shorter) : drive(10));
    expect(evaluateResponses(arrayInput({ ...county, toSettlement }, plan)).groups[0]!.otherRouteCount).toBe(1);
  });

  it('does not take every pass by distance alone for a pass by another route', () => {
    const byLength = (dm: number): Partial<Verdict> => ({ proof: 'shortest', status: 'pass', fastest: { ds: 1, dm } });
    const toSettlement = (_: number, to: number) => drive(10, 1, byLength(to === 1 ? 320_000 : 200_000));
    const counting: CountingRule = { ...DEFAULT_COUNTING, combine: 'distance' };
    const [group] = evaluateResponses(arrayInput({ ...county, toSettlement }, plan, counting)).groups;
    expect(group!.otherRouteCount).toBe(1);
  });

  it('says whether the areas of a group hang together, where borders are given', () => {
    const input = arrayInput(county, plan);
    const connected = (pairs: readonly (readonly [number, number])[]) =>
      evaluateResponses({ ...input, adjacency: adjacencyOf(pairs, 3) }).groups[0]!.connected;
    expect(connected([[0, 1]])).toBe(true);
    expect(
      connected([
        [0, 2],
        [1, 2],
      ]),
    ).toBe(false);
    expect(evaluateResponses(input).groups[0]!.connected).toBeUndefined();
  });

  it('remarks on an urban centre and evaluates it', () => {
    const stations = [station('a', { kind: 'urban' }), ...county.stations.slice(1)];
    const { notices, groups } = evaluateResponses(arrayInput({ ...county, stations }, plan));
    expect(notices.map(({ kind }) => kind)).toEqual(['centre-urban']);
    expect(groups).toHaveLength(1);
  });

  it('agrees with a plain recount, and groups and lone stations add up to the county, whatever the plan', () => {
    const random = mulberry32(41);
    for (let round = 0; round < 100; round++) {
      const { input, minutes, owners, weights } = randomCase(random);
      const evaluation = evaluateResponses(input);
      const centreOf = centreOfStations(input.groups, input.stations);
      const withheld = withheldSettlements(input.settlements);
      const within = owners.map((owner, place) => (minutes[centreOf[owner]!]?.[place] ?? Infinity) < 30);
      const sum = (keep: (place: number) => boolean) =>
        weights.reduce((total, weight, place) => total + (keep(place) && !withheld[place] ? weight : 0), 0);
      for (const unit of [...evaluation.groups, ...evaluation.standAlone]) {
        const isIn = (place: number) => centreOf[owners[place]!] === unit.centre;
        expect(unit.tally.weight).toBe(sum(isIn));
        expect(unit.tally.withinWeight).toBe(sum((place) => isIn(place) && within[place]!));
        expect(unit.overLimit.map((over) => over.settlement)).toEqual(
          owners.map((_, place) => place).filter((place) => isIn(place) && !within[place]),
        );
        expect(unit.status === 'fail').toBe(unit.overLimit.length > 0);
        expect(unit.status === 'empty').toBe(unit.responses.length === 0);
      }
      expect(evaluation.totals.county).toEqual({
        count: owners.length,
        withinCount: within.filter(Boolean).length,
        weight: sum(() => true),
        withinWeight: sum((place) => within[place]!),
      });
    }
  });
});

function randomCase(random: () => number) {
  const pick = (count: number) => Math.floor(random() * count);
  const stations = Array.from({ length: 2 + pick(6) }, (_, i) => station(`p${i}`));
  const places = Array.from({ length: pick(15) }, (_, i) => settlement(`s${i}`, { population: pick(500) }));
  const minutes = stations.map(() => places.map(() => (random() < 0.1 ? undefined : random() * 45)));
  const owners = places.map(() => pick(stations.length));
  const groups = new Map<number, string[]>();
  stations.forEach(({ id }, i) => {
    const centre = pick(2);
    if (i >= 2 && random() < 0.7) groups.set(centre, [...(groups.get(centre) ?? []), id]);
  });
  const plans = [...groups].map(([centre, memberIds]) => ({ id: `g${centre}`, centreId: `p${centre}`, memberIds }));
  const toSettlement = (from: number, to: number) => drive(minutes[from]?.[to]);
  const input = arrayInput({ stations, settlements: places, owners, toSettlement }, plans);
  return { input, minutes, owners, weights: places.map(({ population }) => population ?? 0) };
}
