import { describe, expect, it } from 'vitest';
import { problemText, WHOLE_ROW } from '../../../server/files/problem-words.ts';

describe('problemText', () => {
  it('words a problem in either language, with the value where there is one', () => {
    const problem = { row: 3, column: '纬度', rule: 'coordinate-range', value: '181' };
    expect(problemText(problem, 'zh')).toBe('第 3 行“纬度”列：坐标超出范围（填的是“181”）');
    expect(problemText(problem, 'en')).toBe('Row 3, column "纬度": the coordinate is out of range (found "181")');
  });

  it('names no column where the problem is of the whole row', () => {
    const problem = { row: 7, column: WHOLE_ROW, rule: 'row-ragged' };
    expect(problemText(problem, 'zh')).toBe('第 7 行：单元格数与表头不一致');
    expect(problemText(problem, 'en')).toBe('Row 7: the number of cells differs from the header');
  });

  it('prints the key of a rule that it has no words for', () => {
    expect(problemText({ row: 1, column: 'a', rule: 'toString' }, 'en')).toBe('Row 1, column "a": toString');
  });
});
