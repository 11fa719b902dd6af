import { describe, expect, it } from 'vitest';
import { type DispatchInput, dispatch, type StationDrive } from '../../geodata/dispatch/dispatch.ts';
import type { Duty } from '../../geodata/dispatch/duty-hours.ts';
import { station } from '../grouping/county-arrays.ts';
import { mulberry32 } from '../oracles/random.ts';

const BY_DAY: Duty = { period: 'day', workingDay: true, pooled: false, turnoutDs: 1200 };
const BY_NIGHT: Duty = { period: 'night', workingDay: true, pooled: true, turnoutDs: 3000 };
const DAY_OFF: Duty = { period: 'day', workingDay: false, pooled: true, turnoutDs: 1200 };

/**
 * Station 0 heads a group with the members 1 and 2, and station 3 stands alone; the place is of station 1.
 * @param minutes the drive of each, undefined: no route; a minute is a kilometre
 */
function county(minutes: readonly (number | undefined)[], rest: Partial<DispatchInput> = {}): DispatchInput {
  return {
    stations: minutes.map((_, i) => station(`p${i}`)),
    drives: minutes.map((m) => ({ cost: m === undefined ? undefined : { ds: m * 600, dm: m * 10_000 } })),
    centreOf: minutes.map((_, i) => (i === 1 || i === 2 ? 0 : i)),
    ownStation: 1,
    duty: BY_DAY,
    ...rest,
  };
}

/** Who answers and who is next, by station. */
function line(input: DispatchInput): (number | undefined)[] {
  const { answering, next } = dispatch(input);
  return [answering?.station, next?.station];
}

describe('the ranking', () => {
  it('is by arrival, with every station and its part in it', () => {
    const { ranking } = dispatch(county([20, 8, 5, 40]));
    expect(ranking.map(({ station, rank, role, standing }) => [station, rank, role, standing])).toEqual([
      [2, 1, 'other', 'member'],
      [1, 2, 'local', 'member'],
      [0, 3, 'central', 'centre'],
      [3, 4, 'other', 'alone'],
    ]);
    expect(ranking[1]).toMatchObject({ turnoutDs: 1200, driveDs: 4800, arrivalDs: 6000, dm: 80_000, onDuty: true });
  });

  it('puts the shorter of two equally quick drives first, then the first in the list', () => {
    const drives: StationDrive[] = [700, 500, 500, 900].map((dm) => ({ cost: { ds: 600, dm } }));
    const { ranking } = dispatch(county([1, 1, 1, 1], { drives }));
    expect(ranking.map(({ station }) => station)).toEqual([1, 2, 0, 3]);
  });

  it('ends with the stations without a route, in the list`s order and without an arrival', () => {
    const { ranking } = dispatch(county([undefined, 8, undefined, 4]));
    expect(ranking.map(({ station }) => station)).toEqual([3, 1, 0, 2]);
    expect(ranking[2]).toMatchObject({ rank: 3, driveDs: undefined, dm: undefined, arrivalDs: undefined });
  });

  it('takes the engine`s verdict where there is one, and what the drive proves elsewhere', () => {
    const drives: StationDrive[] = [
      { cost: { ds: 6000, dm: 400_000 }, status: 'marginal' },
      { cost: { ds: 6000, dm: 400_000 } },
      { cost: { ds: 6000, dm: 60_000 } },
      { cost: undefined },
    ];
    const { ranking } = dispatch(county([1, 1, 1, 1], { drives }));
    const judged = [0, 1, 2, 3].map((i) => ranking.find(({ station }) => station === i)!);
    expect(judged.map(({ status, withinRule }) => [status, withinRule])).toEqual([
      ['marginal', true],
      [undefined, undefined],
      ['pass', true],
      ['fail', false],
    ]);
  });

  it('judges the driving alone, by the rule given', () => {
    const own = (rest: Partial<DispatchInput>) => dispatch(county([40, 29, 40, 40], rest)).local?.status;
    expect(own({ duty: BY_NIGHT })).toBe('marginal');
    expect(own({ rule: { limitDm: 300_000, limitDs: 12_000, combine: 'and', metric: 'road' } })).toBe('fail');
  });
});

describe('the two clocks', () => {
  it('are the own station`s and its centre`s, with the turnout of the hour', () => {
    const byDay = dispatch(county([20, 8, 5, 40]));
    expect([byDay.local?.station, byDay.local?.arrivalDs]).toEqual([1, 10 * 600]);
    expect([byDay.support?.station, byDay.support?.arrivalDs]).toEqual([0, 22 * 600]);
    expect(dispatch(county([20, 8, 5, 40], { duty: BY_NIGHT })).support?.arrivalDs).toBe(25 * 600);
  });

  it('are one where the own station heads its group or stands alone', () => {
    for (const ownStation of [0, 3]) {
      const { local, support, ranking } = dispatch(county([20, 8, 5, 40], { ownStation }));
      expect([local?.station, local?.role, support]).toEqual([ownStation, 'local', undefined]);
      expect(ranking.some(({ role }) => role === 'central')).toBe(false);
    }
  });

  it('are none where the place has no own station', () => {
    const { local, support, ranking } = dispatch(county([20, 8, 5, 40], { ownStation: undefined }));
    expect([local, support]).toEqual([undefined, undefined]);
    expect(ranking.every(({ role }) => role === 'other')).toBe(true);
  });
});

describe('who answers', () => {
  it('is the own station by day, however far, and the soonest other is next', () => {
    expect(line(county([20, 8, 5, 40]))).toEqual([1, 2]);
  });

  it.each([BY_NIGHT, DAY_OFF])('is the centre while duty is pooled, and next no member: $period', (duty) => {
    expect(line(county([20, 8, 5, 40], { duty }))).toEqual([0, 3]);
    const { ranking, local } = dispatch(county([20, 8, 5, 40], { duty }));
    expect(ranking.filter(({ onDuty }) => !onDuty).map(({ station }) => station)).toEqual([2, 1]);
    expect(local).toMatchObject({ station: 1, onDuty: false, arrivalDs: 4800 + duty.turnoutDs });
  });

  it('is the own station by night too where it heads its group or stands alone', () => {
    expect(line(county([20, 8, 5, 40], { ownStation: 0, duty: BY_NIGHT }))).toEqual([0, 3]);
    expect(line(county([20, 8, 5, 40], { ownStation: 3, duty: BY_NIGHT }))).toEqual([3, 0]);
  });

  it('is the soonest on duty where no road leads from the one responsible, which is told apart', () => {
    expect(line(county([20, undefined, 5, 40]))).toEqual([2, 0]);
    expect(dispatch(county([20, undefined, 5, 40])).responsible?.station).toBe(1);
    expect(line(county([undefined, 8, 5, 40], { duty: BY_NIGHT }))).toEqual([3, undefined]);
  });

  it('is the soonest on duty where the place has no own station', () => {
    expect(line(county([20, 8, 5, 40], { ownStation: undefined }))).toEqual([2, 1]);
    expect(line(county([20, 8, 5, 40], { ownStation: undefined, duty: BY_NIGHT }))).toEqual([0, 3]);
    expect(dispatch(county([20, 8, 5, 40], { ownStation: undefined })).responsible).toBeUndefined();
  });

  it('is nobody where nobody on duty gets there', () => {
    expect(line(county([undefined, undefined, undefined, undefined]))).toEqual([undefined, undefined]);
    expect(line(county([undefined, 8, 5, undefined], { duty: BY_NIGHT }))).toEqual([undefined, undefined]);
    expect(line(county([], { ownStation: undefined }))).toEqual([undefined, undefined]);
  });

  it('may be an urban station that heads a group of rural ones', () => {
    const input = county([20, 8, 5, 40], { duty: BY_NIGHT });
    const stations = input.stations.map((one, i) => (i === 0 ? { ...one, kind: 'urban' as const } : one));
    expect(line({ ...input, stations })).toEqual([0, 3]);
  });
});

describe('the input', () => {
  it.each([
    [{ drives: [] }, '0 drives and 4 centres for 4 stations.'],
    [{ centreOf: [0] }, '4 drives and 1 centres for 4 stations.'],
    [{ ownStation: 4 }, 'There is no station 4 of 4.'],
    [{ centreOf: [0, 0, 1, 3] }, 'The centre of station 2 is 1, which is no centre.'],
    [{ centreOf: [0, 0, 9, 3] }, 'The centre of station 2 is 9, which is no centre.'],
  ])('is refused where its parts do not fit together: %j', (change, message) => {
    expect(() => dispatch(county([1, 1, 1, 1], change))).toThrow(message);
  });
});

/** A county of up to eight stations with few distinct times and lengths, so that ties are common. */
function randomCounty(random: () => number): DispatchInput {
  const below = (n: number) => Math.floor(random() * n);
  const count = 1 + below(8);
  const isCentre = Array.from({ length: count }, () => random() < 0.5);
  const centres = isCentre.flatMap((is, i) => (is ? [i] : []));
  const drives = isCentre.map(() =>
    random() < 0.25 ? { cost: undefined } : { cost: { ds: 600 * below(5), dm: 100 * below(3) } },
  );
  return {
    stations: isCentre.map((_, i) => station(`p${i}`)),
    drives,
    centreOf: isCentre.map((is, i) => (is || centres.length === 0 ? i : centres[below(centres.length)]!)),
    ownStation: random() < 0.2 ? undefined : below(count),
    duty: [BY_DAY, BY_NIGHT, DAY_OFF][below(3)]!,
  };
}

function eachRandomCounty(seeds: number, look: (input: DispatchInput, random: () => number) => void): void {
  for (let seed = 1; seed <= seeds; seed++) {
    const random = mulberry32(seed);
    look(randomCounty(random), random);
  }
}

/** The soonest station among those allowed, by looking at each against each. */
function soonest({ drives }: DispatchInput, isAllowed: (station: number) => boolean): number | undefined {
  const beats = (a: number, b: number): boolean => {
    const [of, than] = [drives[a]!.cost, drives[b]!.cost];
    if (!of) return false;
    if (!than || of.ds !== than.ds) return !than || of.ds < than.ds;
    return of.dm === than.dm ? a < b : of.dm < than.dm;
  };
  const allowed = drives.flatMap(({ cost }, i) => (cost && isAllowed(i) ? [i] : []));
  return allowed.find((one) => allowed.every((other) => other === one || beats(one, other)));
}

/** Who answers and who is next, as the rules read. */
function expectedLine(input: DispatchInput): (number | undefined)[] {
  const { drives, centreOf, ownStation, duty } = input;
  const onDuty = (i: number) => !duty.pooled || centreOf[i] === i;
  const turn = ownStation === undefined ? undefined : duty.pooled ? centreOf[ownStation] : ownStation;
  const answering = turn !== undefined && drives[turn]!.cost ? turn : soonest(input, onDuty);
  return [answering, soonest(input, (i) => onDuty(i) && i !== answering)];
}

describe('dispatch in random counties', () => {
  it('answers as the rules read, looked up one by one', () => {
    eachRandomCounty(3000, (input) => expect(line(input), JSON.stringify(input)).toEqual(expectedLine(input)));
  });

  it('ranks each station once, none behind one that is slower', () => {
    eachRandomCounty(500, (input) => {
      const order = dispatch(input).ranking.map(({ station }) => station);
      const left = new Set(order);
      expect([...left].sort((a, b) => a - b)).toEqual(input.stations.map((_, i) => i));
      for (const first of order) {
        if (!input.drives[first]!.cost) break;
        expect(first).toBe(soonest(input, (i) => left.has(i)));
        left.delete(first);
      }
    });
  });

  it('never has a member answer while duty is pooled, and has the own station answer by day where a road leads', () => {
    eachRandomCounty(1000, (input) => {
      const { ownStation, drives, centreOf, duty } = input;
      const { answering, next } = dispatch(input);
      for (const one of [answering, next]) if (one && duty.pooled) expect(one.standing).not.toBe('member');
      if (ownStation === undefined) return;
      if (!duty.pooled && drives[ownStation]!.cost) expect(answering?.station).toBe(ownStation);
      if (duty.pooled && drives[centreOf[ownStation]!]!.cost) expect(answering?.station).toBe(centreOf[ownStation]);
    });
  });

  it('is never slower to answer, nor is the next, for a station more', () => {
    eachRandomCounty(1000, (input, random) => {
      const added = input.stations.length;
      const more: DispatchInput = {
        ...input,
        stations: [...input.stations, station('new')],
        drives: [...input.drives, { cost: { ds: Math.floor(random() * 3000), dm: 100 } }],
        centreOf: [...input.centreOf, added],
      };
      const [before, after] = [dispatch(input), dispatch(more)];
      for (const clock of ['answering', 'next'] as const) {
        expect(after[clock]?.arrivalDs ?? Infinity).toBeLessThanOrEqual(before[clock]?.arrivalDs ?? Infinity);
      }
      expect(after.local?.arrivalDs).toBe(before.local?.arrivalDs);
      expect(after.support?.arrivalDs).toBe(before.support?.arrivalDs);
    });
  });
});
