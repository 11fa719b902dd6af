import { beforeAll, describe, expect, it } from 'vitest';
import { realData } from '../real-data.ts';
import { type ChangfengMatching, changfengDocument, matchChangfeng } from './changfeng-document.ts';
import { readChangfengLists } from './changfeng-lists.ts';

const folder = realData('changfeng');

describe.skipIf(!folder)('the official villages of a real county', () => {
  let found: ChangfengMatching;

  beforeAll(() => {
    found = matchChangfeng(readChangfengLists(folder ?? ''));
  });

  it('are all accounted for, with codes and without', () => {
    for (const { units, unmatchedPlaceIds } of [found.byName, found.byCode]) {
      expect(units).toHaveLength(282);
      const matched = units.filter(({ status }) => status === 'matched').length;
      expect(matched + unmatchedPlaceIds.length).toBe(220);
    }
  });

  it('are matched by name without a wrong one, and what is not matched is offered', () => {
    const { knowable, right, wrong, unproved, missed } = found.figures;
    expect(knowable).toBe(120);
    expect(wrong).toBe(0);
    expect(unproved).toBe(0);
    expect(right).toBeGreaterThanOrEqual(113);
    expect(missed).toBe(0);
  });

  it('are described by docs/matching-changfeng.md', async () => {
    await expect(changfengDocument(found)).toMatchFileSnapshot('../../docs/matching-changfeng.md');
  });
});
