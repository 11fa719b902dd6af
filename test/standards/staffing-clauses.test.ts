import { describe, expect, it } from 'vitest';
import { clause, community, county, line, staffed, station, township, unitLines, variant, village } from './county.ts';

describe('clause 3, one station to every township-level unit', () => {
  const townships = [
    township('甲镇', 117, { code: '371622101' }),
    township('乙乡', 119, { code: '371622204' }),
    township('丙街道', 121, { code: '371622001' }),
  ];
  const at = (id: string, lon: number, own?: string) =>
    station(id, { coord: [lon, 32.5], ...(own === undefined ? {} : { township: own }) });

  it('passes with exactly one in every area', () => {
    const result = clause('c3', county({ townships, stations: [at('a', 117.5), at('b', 119.5), at('c', 121.5)] }));
    expect(line(result)).toBe('3/3 pass met');
    expect(result.remarks).toEqual([]);
  });

  it('fails a unit without a station and one with two', () => {
    const result = clause('c3', county({ townships, stations: [at('a', 117.5), at('b', 117.6), at('c', 121.5)] }));
    expect(line(result)).toBe('1/3 fail unmet');
    expect(unitLines(result)).toEqual([
      '371622001 pass meets',
      '371622101 fail several-stations',
      '371622204 fail no-station',
    ]);
  });

  it('names a station sited outside its own area, and one in no area', () => {
    const stations = [at('a', 117.5, '甲镇'), at('b', 117.7, '乙乡'), at('c', 125, '丙街道'), at('d', 125.5)];
    const result = clause('c3', county({ townships, stations }));
    expect(result.remarks).toEqual([
      { kind: 'station-outside-own-area', ids: ['b', 'c'] },
      { kind: 'station-in-no-area', ids: ['c', 'd'] },
    ]);
  });

  it('counts a station on a border for its own unit', () => {
    const neighbours = [township('甲镇', 117), township('乙镇', 118)];
    const inOwn = county({ townships: neighbours, stations: [at('a', 118, '乙镇'), at('b', 117.5, '甲镇')] });
    expect(line(clause('c3', inOwn))).toBe('2/2 pass met');
  });

  it('lists a development zone without judging it, unless it counts', () => {
    const zone = [township('甲镇', 117), township('开发区', 119, { code: '371622401' })];
    const input = county({ townships: zone, stations: [at('a', 117.5)] });
    const result = clause('c3', input);
    expect(line(result)).toBe('1/1 pass met');
    expect(unitLines(result)).toContain('371622401 not-judged zone');
    expect(line(variant(result, 'zones', 'counted'))).toBe('1/2 fail unmet');
  });

  it('knows nothing of a unit without an area', () => {
    const input = county({
      townships: [...townships, { name: '丁镇' }],
      stations: [at('a', 117.5), at('b', 119.5), at('c', 121.5)],
    });
    const result = clause('c3', input);
    expect(line(result)).toBe('3/3 no-data');
    expect(result.outcome.missing).toBe(1);
  });
});

describe('clause 4 A, stations’ share of the county’s officers', () => {
  it.each([
    [[6, 4], 25, '10/25 near met'],
    [[6, 5], 25, '11/25 near met'],
    [[6, 6], 25, '12/25 pass met'],
    [[5, 4], 25, '9/25 near unmet'],
    [[5, 3], 25, '8/25 fail unmet'],
  ])('finds %j of %i officers %s', (onDuty, officers, expected) => {
    const input = county({ ...staffed(...onDuty.map((count) => ({ onDuty: count }))), facts: { officers } });
    expect(line(clause('c4A', input))).toBe(expected);
  });

  it('is not known without the county’s officers, and says so', () => {
    const result = clause('c4A', county(staffed({ onDuty: 10 })));
    expect(line(result)).toBe('— no-data');
    expect(result.outcome.missingFields).toEqual(['officers']);
  });

  it('passes in spite of a missing station only where the others are enough', () => {
    const input = (first: number) => county({ ...staffed({ onDuty: first }, {}), facts: { officers: 25 } });
    expect(line(clause('c4A', input(12)))).toBe('12/25 pass met');
    expect(line(clause('c4A', input(10)))).toBe('10/25 no-data');
    expect(clause('c4A', input(12)).outcome.missing).toBe(1);
  });

  it('counts those on the rolls beside those on duty', () => {
    const input = county({ ...staffed({ onDuty: 8, onRolls: 12 }), facts: { officers: 25 } });
    const result = clause('c4A', input);
    expect([line(result), line(variant(result, 'officers', 'on-rolls'))]).toEqual([
      '8/25 fail unmet',
      '12/25 pass met',
    ]);
  });

  it('remarks on stations that have more officers than the county', () => {
    const result = clause('c4A', county({ ...staffed({ onDuty: 30 }), facts: { officers: 25 } }));
    expect(result.remarks).toEqual([{ kind: 'stations-exceed-county', ids: [] }]);
  });
});

describe('clause 4 B, community officers', () => {
  it('sums numerators and denominators over the county, each station beside it', () => {
    const result = clause('c4B', county(staffed({ onDuty: 10, community: 6 }, { onDuty: 5, community: 1 })));
    expect(line(result)).toBe('7/15 pass met');
    expect(unitLines(result)).toEqual(['s0 pass meets', 's1 fail below']);
  });

  it('bounds a station that does not give its community officers by its officers', () => {
    const fails = clause('c4B', county(staffed({ onDuty: 100, community: 10 }, { onDuty: 5 })));
    expect(line(fails)).toBe('10/100 fail unmet');
    const open = clause('c4B', county(staffed({ onDuty: 100, community: 38 }, { onDuty: 20 })));
    expect(line(open)).toBe('38/100 no-data');
  });

  it('judges nobody by a station without officers', () => {
    const result = clause('c4B', county(staffed({ onDuty: 0, community: 0 }, { onDuty: 4, community: 4 })));
    expect(unitLines(result)).toEqual(['s0 not-judged nothing-to-count', 's1 pass meets']);
    expect(line(result)).toBe('4/4 pass met');
  });
});

describe('clause 4 C, officers of every station', () => {
  it('asks for five on duty', () => {
    const result = clause('c4C', county(staffed({ onDuty: 5 }, { onDuty: 4 }, { onDuty: 12 })));
    expect(line(result)).toBe('2/3 fail unmet');
    expect(unitLines(result)).toEqual(['s0 pass meets', 's1 fail below', 's2 pass meets']);
  });

  it('does not count those seconded away, nor auxiliaries', () => {
    const result = clause('c4C', county(staffed({ onRolls: 6, secondedOut: 2, onDuty: 4, auxiliaries: 30 })));
    expect(line(result)).toBe('0/1 fail unmet');
  });

  it('takes the officers of the station itself where no headcounts were reported', () => {
    expect(line(clause('c4C', county({ stations: [station('a', { officers: 5 })] })))).toBe('1/1 pass met');
  });

  it('names headcounts that belong to no station', () => {
    const result = clause('c4C', county({ strengths: [{ stationId: 'x', onDuty: 9 }] }));
    expect(line(result)).toBe('— no-data');
    expect(result.remarks).toEqual([{ kind: 'strength-of-no-station', ids: ['x'] }]);
  });
});

describe('clause 5, auxiliaries of villages and communities', () => {
  const units = [
    village('v0', { auxiliaries: 0, policeAssistant: true }),
    village('v1', { auxiliaries: 1 }),
    village('v2', { auxiliaries: 2 }),
    community('c0', { auxiliaries: 1, policeAssistant: true }),
    community('c1', { auxiliaries: 2 }),
  ];

  it('asks for one in a village and two in a community', () => {
    const result = clause('c5', county({ units }));
    expect(line(result)).toBe('3/5 fail unmet');
    expect(unitLines(result)).toEqual([
      'c0 fail below',
      'c1 pass meets',
      'v0 fail below',
      'v1 pass meets',
      'v2 pass meets',
    ]);
  });

  it('shows the second rate, in which an assistant stands in, in villages only', () => {
    const second = variant(clause('c5', county({ units })), 'assistant', 'stands-in');
    expect(line(second)).toBe('4/5 fail unmet');
    expect(unitLines(second)).toContain('v0 pass assistant-stands-in');
    expect(unitLines(second)).toContain('c0 fail below');
  });

  it('shows the reading in which more is not what was asked', () => {
    const exactly = variant(clause('c5', county({ units })), 'comparison', 'exactly');
    expect(line(exactly)).toBe('2/5 fail unmet');
    expect(unitLines(exactly)).toContain('v2 fail not-exactly');
  });

  it('never takes an unknown number for none', () => {
    const result = clause('c5', county({ units: [village('v0'), village('v1', { auxiliaries: 1 })] }));
    expect(line(result)).toBe('1/1 no-data');
    expect(result.outcome.missing).toBe(1);
    expect(result.units[0]).toMatchObject({ verdict: 'no-data', missing: ['auxiliaries'] });
  });

  it('is near where nine in ten units meet it', () => {
    const nine = Array.from({ length: 10 }, (_, index) => village(`v${index}`, { auxiliaries: index === 0 ? 0 : 1 }));
    expect(line(clause('c5', county({ units: nine })))).toBe('9/10 near unmet');
  });
});

describe('clause 6, two teams and one room', () => {
  it.each([
    [{ twoTeams: true, onDuty: 15, auxiliaries: 30 }, 'pass meets', '1/1 pass met'],
    [{ twoTeams: true, onDuty: 15, auxiliaries: 29 }, 'near set-up-without-conditions', '0/1 fail unmet'],
    [{ twoTeams: true, onDuty: 14, auxiliaries: 28 }, 'near set-up-without-conditions', '0/1 fail unmet'],
    [{ twoTeams: true, onDuty: 8 }, 'fail set-up-without-conditions', '0/1 fail unmet'],
    [{ twoTeams: false, onDuty: 15, auxiliaries: 30 }, 'fail not-set-up-though-due', '0/1 fail unmet'],
    [{ twoTeams: false, onDuty: 8 }, 'not-judged conditions-not-met', '0/1 fail unmet'],
    [{ twoTeams: true, onDuty: 15 }, 'no-data unknown-figure', '— no-data'],
    [{ onDuty: 15, auxiliaries: 30 }, 'no-data unknown-figure', '— no-data'],
  ])('finds a station of %j %s', (strength, unit, whole) => {
    const result = clause('c6a', county(staffed(strength)));
    expect(unitLines(result)).toEqual([`s0 ${unit}`]);
    expect(line(result)).toBe(whole);
  });

  it('counts auxiliaries bound to villages or not, at least or exactly: all side by side', () => {
    const strength = { twoTeams: true, onDuty: 20, auxiliaries: 45, villageAuxiliaries: 10 };
    const result = clause('c6a', county(staffed(strength)));
    expect(line(result)).toBe('1/1 pass met');
    expect(line(variant(result, 'villageAuxiliaries', 'not-counted'))).toBe('0/1 fail unmet');
    expect(line(variant(result, 'ratio', 'exactly'))).toBe('0/1 fail unmet');
  });

  it('counts stations of towns and townships, by the unit before the station’s own kind', () => {
    const strength = { twoTeams: true, onDuty: 15, auxiliaries: 30 };
    const of = (own: string, kind: 'urban' | 'rural') => ({
      townships: [
        { name: '甲镇', code: '371622101' },
        { name: '乙乡', code: '371622204' },
        { name: '丙街道', code: '371622001' },
      ],
      stations: [station('s0', { kind, township: own })],
      strengths: [{ stationId: 's0', ...strength }],
    });
    const results = (['甲镇', '乙乡', '丙街道', '无名'] as const).map((own) => clause('c6a', county(of(own, 'rural'))));
    expect(results.map(line)).toEqual(['1/1 pass met', '1/1 pass met', '— no-data', '1/1 pass met']);
    expect(results.map((result) => line(variant(result, 'seats', 'towns')))).toEqual([
      '1/1 pass met',
      '— no-data',
      '— no-data',
      '— no-data',
    ]);
  });
});

describe('clause 6, 4:4:2', () => {
  it.each([
    [8, 3, 'fail below', 4],
    [8, 4, 'pass meets', 4],
    [18, 7, 'fail below', 8],
    [18, 8, 'pass meets', 8],
    [10, 4, 'pass meets', 4],
  ])('asks a station of %i for its 40 %%: %i community officers are %s', (onDuty, community, unit, target) => {
    const result = clause('c6b', county(staffed({ twoTeams: true, onDuty, community })));
    expect(unitLines(result)).toEqual([`s0 ${unit}`]);
    expect(result.units[0]?.figures).toMatchObject({ targetCommunity: target });
  });

  it('judges those with two teams and one room, unless all are', () => {
    const result = clause('c6b', county(staffed({ twoTeams: false, onDuty: 8, community: 2 })));
    expect(unitLines(result)).toEqual(['s0 not-judged no-two-teams']);
    expect(line(variant(result, 'scope', 'all'))).toBe('0/1 fail unmet');
  });

  it('takes officers alone or with auxiliaries, leaders in or out', () => {
    const strength = {
      twoTeams: true,
      onDuty: 20,
      community: 8,
      cases: 7,
      command: 3,
      auxiliaries: 40,
      villageAuxiliaries: 10,
    };
    const result = clause('c6b', county(staffed(strength)));
    const shareOf = (found: Pick<typeof result, 'units'>) => found.units[0]?.value;
    expect(shareOf(result)).toEqual({ numerator: 8, denominator: 20 });
    expect(shareOf(variant(result, 'leaders', 'not-in-base'))).toEqual({ numerator: 8, denominator: 18 });
    expect(shareOf(variant(result, 'base', 'officers-and-auxiliaries'))).toEqual({ numerator: 18, denominator: 60 });
    expect(line(variant(result, 'split', 'whole-split'))).toBe('1/1 pass met');
  });

  it('finds a case team far from its target, where the whole split is judged', () => {
    const strength = { twoTeams: true, onDuty: 20, community: 8, cases: 2, command: 10 };
    const result = clause('c6b', county(staffed(strength)));
    expect(line(result)).toBe('1/1 pass met');
    expect(unitLines(variant(result, 'split', 'whole-split'))).toEqual(['s0 fail team-off-target']);
  });
});
