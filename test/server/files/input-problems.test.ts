import { describe, expect, it } from 'vitest';
import { LISTED_PROBLEMS, problemList } from '../../../server/files/input-problems.ts';
import { refusalOf } from './problems-of.ts';

describe('problemList', () => {
  it('throws nothing while there are no problems', () => {
    expect(() => problemList('a.csv').throwIfAny()).not.toThrow();
  });

  it('lists the first hundred problems by row and counts all', async () => {
    const problems = problemList('a.csv');
    for (let row = 150; row >= 1; row--) problems.add(row, 'name', 'name-missing');
    const refusal = await refusalOf(Promise.resolve().then(problems.throwIfAny));
    expect(refusal.problemCount).toBe(150);
    expect(refusal.problems.map(({ row }) => row)).toEqual(
      Array.from({ length: LISTED_PROBLEMS }, (_, index) => index + 1),
    );
    expect(refusal.error.message).toBe('a.csv: 150 problem(s), first at row 1, column name: name-missing.');
  });

  it('repeats numbers, never text and never a number that looks personal', async () => {
    const problems = problemList('a.csv');
    problems.add(2, '纬度', 'coordinate-range', '181.5');
    problems.add(3, '户数', 'count-not-number', '张三');
    problems.add(4, '户数', 'count-fraction', '13912345678');
    problems.add(5, '13912345678', 'column-twice');
    const refusal = await refusalOf(Promise.resolve().then(problems.throwIfAny));
    expect(refusal.problems).toEqual([
      { row: 2, column: '纬度', rule: 'coordinate-range', value: '181.5' },
      { row: 3, column: '户数', rule: 'count-not-number' },
      { row: 4, column: '户数', rule: 'count-fraction' },
      { row: 5, column: '*', rule: 'column-twice' },
    ]);
  });

  it('reports what it has gathered when reading cannot go on', async () => {
    const problems = problemList('a.csv');
    problems.add(2, '*', 'not-feature');
    const refusal = await refusalOf(Promise.resolve().then(() => problems.fail(1, '*', 'file-empty')));
    expect(refusal.problems.map(({ rule }) => rule)).toEqual(['file-empty', 'not-feature']);
  });
});
