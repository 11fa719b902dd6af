import { describe, expect, it } from 'vitest';
import { parseTagTable } from './tag-table.ts';

describe('the tag table reader', () => {
  it('reads keys as tags, outcomes as expectations, and empty cells as absent tags', () => {
    const rows = parseTagTable(
      `
      | highway     | oneway | forward | backward |
      | residential | yes    | 25      |          |
      | service     |        | 15      | 15       |`,
      ['forward', 'backward'],
    );
    expect(rows.map(({ tags, expected }) => ({ tags: { ...tags }, expected }))).toEqual([
      { tags: { highway: 'residential', oneway: 'yes' }, expected: { forward: '25', backward: '' } },
      { tags: { highway: 'service' }, expected: { forward: '15', backward: '15' } },
    ]);
  });

  it('names a row by its tags and outcome', () => {
    const [row] = parseTagTable('| highway | forward |\n| steps |  |', ['forward']);
    expect(row?.title).toBe('highway=steps -> forward -');
  });

  it('keeps an escaped bar inside a cell', () => {
    const [row] = parseTagTable('| hov:lanes | forward |\n| yes\\|no | 1 |', ['forward']);
    expect(row?.tags['hov:lanes']).toBe('yes|no');
  });

  it('refuses a row with a missing cell', () => {
    expect(() => parseTagTable('| a | b |\n| 1 |', [])).toThrow('Row has 1 cells, header 2');
  });
});
