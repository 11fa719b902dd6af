import type { DraftRow } from './table-draft.ts';

/**
 * A row of sums 合计 or 小计, as an office writes it: what is no number is left out of the sum.
 * @param headers of the columns to sum
 */
export function totalRow(
  label: string,
  labelColumn: string,
  rows: readonly DraftRow[],
  headers: readonly string[],
): DraftRow {
  const sums = headers.map((header) => {
    const numbers = rows.map(({ cells }) => cells[header]).filter((cell) => typeof cell === 'number');
    return [header, numbers.reduce((sum, number) => sum + number, 0)] as const;
  });
  return { cells: { [labelColumn]: label, ...Object.fromEntries(sums) } };
}
