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

  it('names the sheet where the file has sheets, and knows what keeps a table from being read', () => {
    const problem = { sheet: '村', row: 7, column: WHOLE_ROW, rule: 'layer-damaged' };
    expect(problemText(problem, 'zh')).toBe('工作表“村”第 7 行：Shapefile 已损坏，请重新导出');
    expect(problemText(problem, 'en')).toBe('Sheet "村", row 7: the Shapefile is damaged; export it again');
  });

  it('prints the key of a rule that it has no words for', () => {
    expect(problemText({ row: 1, column: 'a', rule: 'toString' }, 'en')).toBe('Row 1, column "a": toString');
  });
});
