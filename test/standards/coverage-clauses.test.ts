import { describe, expect, it } from 'vitest';
import { ruralNeed } from '../../geodata/coverage/volunteer-need.ts';
import { judgeByDrive } from '../../geodata/dispatch/judge-by-drive.ts';
import type { Compound } from '../../geodata/records/county-records.ts';
import type { GroupOutcome } from '../../geodata/standards/standards-input.ts';
import { DEFAULT_RULE } from '../../geodata/travel/two-limit-rule.ts';
import {
  clause,
  community,
  compound,
  county,
  line,
  room,
  staffed,
  station,
  unitLines,
  variant,
  village,
} from './county.ts';

describe('clause 6, reach of central stations', () => {
  const group = (groupId: string, verdict: GroupOutcome['verdict'], settlementsFailing = 0): GroupOutcome => ({
    groupId,
    centreId: 'a',
    memberIds: ['b'],
    verdict,
    settlementsTotal: verdict === 'empty' ? 0 : 12,
    settlementsFailing,
  });

  it('passes where every group passes, marginal ones included', () => {
    const result = clause(
      'c6c',
      county({ groups: [group('g', 'pass'), group('h', 'marginal')], stations: [station('a')] }),
    );
    expect(line(result)).toBe('2/2 pass met');
    expect(unitLines(result)).toEqual(['g pass group-passes', 'h near group-near']);
    expect(result.units[0]).toMatchObject({ name: 'a所', value: { numerator: 12, denominator: 12 } });
  });

  it('fails with a group over its limits, and does not judge an empty one', () => {
    const result = clause('c6c', county({ groups: [group('g', 'pass'), group('h', 'fail', 3), group('i', 'empty')] }));
    expect(line(result)).toBe('1/2 fail unmet');
    expect(result.units[1]?.value).toEqual({ numerator: 9, denominator: 12 });
  });

  it.each([
    [300_000, 17_999, true],
    [300_000, 18_000, false],
  ])('takes 30.0 km in and 30.0 min out: %i dm and %i ds meet: %s', (dm, ds, met) => {
    const { status } = judgeByDrive({ dm, ds }, DEFAULT_RULE);
    if (status === undefined) throw new Error('The drive alone decides here.');
    const result = clause('c6c', county({ groups: [group('g', status, met ? 0 : 1)] }));
    expect(result.outcome.met).toBe(met);
  });

  it('is not known while no plan is evaluated', () => {
    const result = clause('c6c', county());
    expect(line(result)).toBe('— no-data');
    expect(result.remarks).toEqual([{ kind: 'no-groups-evaluated', ids: [] }]);
  });
});

describe('clause 12, smart-security compounds', () => {
  const several = (count: number, rest: Partial<Compound>, prefix: string): Compound[] =>
    Array.from({ length: count }, (_, index) => compound(`${prefix}${index}`, rest));

  it('counts Daqing strictly at 97 of 468, where the bulletin counted those under construction', () => {
    const compounds = [
      ...several(97, { state: 'accepted', networked: true }, 'a'),
      ...several(73, { state: 'under-construction' }, 'c'),
      ...several(298, {}, 'n'),
    ];
    const result = clause('c12-coverage', county({ compounds }));
    expect(line(result)).toBe('97/468 fail unmet');
    expect(line(variant(result, 'equipped', 'under-construction'))).toBe('170/468 fail unmet');
    expect(Math.round((1000 * 97) / 468)).toBe(207);
  });

  it('has no rate without compounds due, which is not 100 %', () => {
    expect(
      line(clause('c12-coverage', county({ compounds: [compound('a', { due: false, state: 'accepted' })] }))),
    ).toBe('— no-data');
  });

  it('shows both denominators of the networked rate, and both readings of built', () => {
    const compounds = [
      compound('a', { state: 'accepted', networked: true, households: 100, devices: 10 }),
      compound('b', { state: 'accepted', households: 300, devices: 50 }),
      compound('c', { state: 'built', networked: true, households: 200, devices: 20 }),
      compound('d', { households: 400, devices: 0 }),
      compound('e', { due: false, state: 'accepted', networked: true, households: 900, devices: 90 }),
    ];
    const result = clause('c12-network', county({ compounds }));
    expect(line(result)).toBe('1/2 fail unmet');
    expect(unitLines(result)).toEqual([
      'a pass meets',
      'b fail not-networked',
      'c not-judged not-in-base',
      'd not-judged not-in-base',
      'e not-judged not-due',
    ]);
    expect(line(variant(result, 'denominator', 'due'))).toBe('1/4 fail unmet');
    expect(line(variant(result, 'equipped', 'built'))).toBe('2/3 fail unmet');
    expect(line(variant(result, 'weight', 'households'))).toBe('100/400 fail unmet');
    expect(line(variant(result, 'weight', 'devices'))).toBe('10/60 fail unmet');
    expect(line(variant(clause('c12-coverage', county({ compounds })), 'weight', 'households'))).toBe(
      '400/1000 fail unmet',
    );
  });

  it('does not know the weight of a compound that gives no households', () => {
    const compounds = [compound('a', { state: 'accepted', households: 100 }), compound('b', { state: 'accepted' })];
    const result = clause('c12-coverage', county({ compounds }));
    expect(line(result)).toBe('2/2 pass met');
    expect(line(variant(result, 'weight', 'households'))).toBe('100/100 no-data');
  });

  it('names compounds of no village or community', () => {
    const result = clause('c12-coverage', county({ compounds: [compound('a')], units: [community('x')] }));
    expect(result.remarks).toEqual([{ kind: 'compound-of-no-unit', ids: ['a'] }]);
  });
});

describe('clause 15, safety informants', () => {
  it.each([
    [9, 1, 1],
    [15, 1, 2],
    [20, 1, 2],
    [21, 2, 3],
    [45, 3, 5],
    [100, 5, 10],
    [320, 16, 32],
  ])('asks a rural unit of %i households for %i to %i posts', (households, least, most) => {
    expect(ruralNeed(households)).toEqual({ least, most });
    const rows = [least - 1, least, most, most + 1].map((volunteers) => {
      const result = clause('c15-rural', county({ units: [village('v', { households, volunteers })] }));
      return result.units[0];
    });
    expect(rows.map((unit) => unit?.met)).toEqual([false, true, true, true]);
    expect(rows.map((unit) => unit?.reason)).toEqual(['below', 'meets', 'meets', 'surplus']);
    expect(rows[0]?.figures).toMatchObject({ least, most, shortfall: 1 });
  });

  it('asks a village without households for nothing', () => {
    const result = clause('c15-rural', county({ units: [village('v', { households: 0, volunteers: 0 })] }));
    expect(unitLines(result)).toEqual(['v not-judged nothing-to-count']);
    expect(line(result)).toBe('— no-data');
  });

  it('tells town from country by the code, or by the kind of the unit', () => {
    const units = [
      village('seat', { urbanRuralCode: '121', households: 100, volunteers: 0, buildings: 4, coveredBuildings: 4 }),
      village('far', { urbanRuralCode: '220', households: 100, volunteers: 5 }),
    ];
    const rural = clause('c15-rural', county({ units }));
    expect(line(rural)).toBe('1/1 pass met');
    expect(line(variant(rural, 'urbanRural', 'unit-kind'))).toBe('1/2 fail unmet');
    expect(line(clause('c15-urban', county({ units })))).toBe('4/4 pass met');
  });

  it('covers town by buildings, and bounds a unit that does not say how many are covered', () => {
    const units = [
      community('c0', { urbanRuralCode: '111', buildings: 10, coveredBuildings: 7 }),
      community('c1', { urbanRuralCode: '111', buildings: 10, coveredBuildings: 10 }),
    ];
    expect(line(clause('c15-urban', county({ units })))).toBe('17/20 fail unmet');
    const open = [...units, community('c2', { urbanRuralCode: '111', buildings: 2 })];
    expect(line(clause('c15-urban', county({ units: open })))).toBe('17/20 fail unmet');
    const wide = [...units, community('c2', { urbanRuralCode: '111', buildings: 20 })];
    expect(line(clause('c15-urban', county({ units: wide })))).toBe('17/20 no-data');
  });

  it('says which units were classed by their kind', () => {
    const result = clause('c15-rural', county({ units: [village('v', { households: 20, volunteers: 1 })] }));
    expect(result.remarks).toEqual([{ kind: 'urban-rural-by-kind', ids: ['v'] }]);
  });

  it('asks for one or two analysts', () => {
    const result = clause(
      'c15-analysts',
      county(staffed({ analysts: 0 }, { analysts: 1 }, { analysts: 2 }, { analysts: 3 })),
    );
    expect(unitLines(result)).toEqual(['s0 fail below', 's1 pass meets', 's2 pass meets', 's3 fail above']);
    expect(line(result)).toBe('2/4 fail unmet');
  });

  it.each([
    [200_000, 'pass', 'fail'],
    [180_000, 'near', 'fail'],
    [179_999, 'fail', 'fail'],
    [400_000, 'pass', 'pass'],
    [399_999, 'pass', 'near'],
    [undefined, 'no-data', 'no-data'],
  ])('holds %s yuan to 200,000 in the county (%s), or at each of two stations (%s)', (yuan, whole, each) => {
    const input = county({ ...staffed({}, {}), facts: yuan === undefined ? {} : { informantFundsYuan: yuan } });
    const result = clause('c15-funds', input);
    const perStation = variant(result, 'funds', 'per-station');
    expect([result.units[0]?.verdict, result.outcome.verdict]).toEqual([whole, whole]);
    expect([perStation.units[0]?.verdict, perStation.outcome.verdict]).toEqual([each, each]);
    expect(perStation.outcome.value).toEqual(yuan === undefined ? undefined : { numerator: yuan, denominator: 2 });
  });
});

describe('clauses 19 and 21, heads', () => {
  it('asks every station for a legal reviewer, where a county takes the clause up', () => {
    expect(line(clause('c19', county(staffed({ legalReviewers: 1 }, { legalReviewers: 0 }))))).toBe('1/2 fail unmet');
  });

  it('asks every committee for three members', () => {
    const units = [village('v0', { committeeMembers: 3 }), village('v1', { committeeMembers: 2 }), community('c0')];
    const result = clause('c21', county({ units }));
    expect(unitLines(result)).toEqual(['c0 no-data unknown-figure', 'v0 pass meets', 'v1 fail below']);
    expect(line(result)).toBe('1/2 fail unmet');
  });
});

describe('clause 20, model police rooms', () => {
  const urban = (id: string) => room(id, { kinds: ['model', 'community'] });
  const rural = (id: string) => room(id, { kinds: ['model', 'rural'] });

  it.each([
    [[urban('a'), rural('b')], '2/1 pass met'],
    [[urban('a'), urban('b'), urban('c')], '3/1 fail unmet'],
    [[rural('a')], '1/1 fail unmet'],
    [[room('a', { kinds: ['community'] })], '0/1 fail unmet'],
    [[], '— no-data'],
  ])('%#: wants two, one in town and one in the country', (rooms, expected) => {
    expect(line(clause('c20', county({ rooms })))).toBe(expected);
  });

  it('wants two of each in the other reading', () => {
    const two = clause('c20', county({ rooms: [urban('a'), rural('b')] }));
    expect(line(variant(two, 'rooms', 'each'))).toBe('2/1 fail unmet');
    const four = clause('c20', county({ rooms: [urban('a'), rural('b'), urban('c'), rural('d')] }));
    expect(line(variant(four, 'rooms', 'each'))).toBe('4/1 pass met');
  });

  it('takes a room that does not say for what its station is', () => {
    const stations = [station('u', { kind: 'urban' }), station('r')];
    const rooms = [room('a', { stationId: 'u' }), room('b', { stationId: 'r' })];
    const result = clause('c20', county({ stations, rooms }));
    expect(result.outcome.sides).toEqual({ urban: 1, rural: 1, unknown: 0 });
    expect(line(result)).toBe('2/1 pass met');
  });

  it('does not know the side of a room of no known station', () => {
    const result = clause('c20', county({ rooms: [urban('a'), room('b')] }));
    expect(unitLines(result)).toEqual(['a pass meets', 'b no-data unknown-urban-rural']);
    expect(line(result)).toBe('1/1 no-data');
  });
});
