import { describe, expect, it } from 'vitest';
import { evaluateResponses } from '../../geodata/grouping/evaluate.ts';
import { groupOutcomes } from '../../geodata/standards/group-outcomes.ts';
import { arrayInput, drive, settlement, station } from '../grouping/county-arrays.ts';
import { clause, county, line } from './county.ts';

describe('groupOutcomes', () => {
  it('gives the groups of an evaluated plan, without the stations that stand alone', () => {
    const evaluation = evaluateResponses(
      arrayInput(
        {
          stations: [station('a'), station('b'), station('c')],
          settlements: [settlement('s0'), settlement('s1'), settlement('s2')],
          owners: [0, 1, 2],
          toSettlement: (from, to) => drive(from === 0 && to === 1 ? 40 : 10, 4),
        },
        [{ id: 'g', centreId: 'a', memberIds: ['b'] }],
      ),
    );
    const groups = groupOutcomes(evaluation);
    expect(groups).toEqual([
      { groupId: 'g', centreId: 'a', memberIds: ['b'], verdict: 'fail', settlementsTotal: 2, settlementsFailing: 1 },
    ]);
    expect(line(clause('c6c', county({ groups })))).toBe('0/1 fail unmet');
  });
});
