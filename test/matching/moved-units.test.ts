import { describe, expect, it } from 'vitest';
import { movedUnits, townshipsByVote } from '../../geodata/matching/moved-units.ts';

const EAST = '340121101';
const WEST = '340121102';
const list = ['张庄', '李庄', '王庄', '赵庄'].flatMap((name, index) => [
  { code: `${EAST}20${index}`, name: `${name}村委会`, township: '东镇' },
  { code: `${WEST}20${index}`, name: `西${name}村委会`, township: '西山乡' },
]);

describe('units that moved township', () => {
  it('are none where codes and townships agree, and where a 乡 has become a 镇', () => {
    expect(movedUnits(list)).toEqual([]);
    const renamed = list.map((unit) => ({ ...unit, township: unit.township.replace('西山乡', '西山镇') }));
    expect(movedUnits(renamed, list)).toEqual([]);
  });

  it('are those whose code belongs to another township than stated', () => {
    const moved = { code: `${EAST}209`, name: '孙庄村', township: '西山乡' };
    expect(movedUnits([moved, ...list])).toEqual([
      { kind: 'code-of-another-township', code: moved.code, stated: '西山乡', codeSays: '东镇' },
    ]);
  });

  it('are not accused by a code that two units alone share, or that has no majority', () => {
    expect(
      movedUnits(list.slice(0, 4).map((unit, index) => ({ ...unit, township: index < 2 ? '东镇' : '南镇' }))),
    ).toEqual([]);
  });

  it('are those that an earlier list had in another township, or under a code that is gone', () => {
    const [first, second, ...rest] = list;
    const earlier = [{ ...first!, township: '西山乡' }, { ...second!, code: `${EAST}299` }, ...rest];
    expect(movedUnits(list, earlier)).toEqual([
      { kind: 'was-in-another-township', code: first!.code, stated: '东镇', before: '西山乡' },
      { kind: 'was-under-another-code', code: second!.code, formerCode: `${EAST}299` },
    ]);
  });
});

describe('the township of a code by vote', () => {
  const places = list.map(({ name, township }, index) => ({
    id: `${index}`,
    name: name.replace('村委会', ''),
    township,
    coord: [117, 32] as const,
  }));
  const units = list.map(({ code, name }) => ({ code, name }));

  it('is that of the places that alone bear the names of its units', () => {
    expect(townshipsByVote(units, places)).toEqual(
      new Map([
        [EAST, '东镇'],
        [WEST, '西山乡'],
      ]),
    );
  });

  it('is not known from two votes, from half of them, or from names that two places bear', () => {
    expect(townshipsByVote(units, places.slice(0, 4)).size).toBe(0);
    expect(
      townshipsByVote(
        units,
        places.map((place, index) => ({ ...place, township: index % 4 < 2 ? '东镇' : '西山乡' })),
      ).size,
    ).toBe(0);
    expect(townshipsByVote(units, [...places, ...places.map((place) => ({ ...place, id: `${place.id}b` }))]).size).toBe(
      0,
    );
  });
});
