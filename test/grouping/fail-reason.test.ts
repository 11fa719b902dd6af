import { describe, expect, it } from 'vitest';
import { failReason } from '../../geodata/grouping/fail-reason.ts';
import { DEFAULT_RULE, type Proof, type Verdict } from '../../geodata/travel/two-limit-rule.ts';
import { drive } from './county-arrays.ts';

function failed(proof: Proof, fastest: Verdict['fastest'] = { ds: 1, dm: 1 }): Verdict {
  return { ...drive(40), status: 'fail', proof, fastest };
}

describe('failReason', () => {
  it.each([
    ['and', 'fastest', 'too-slow'],
    ['and', 'shortest', 'too-long'],
    ['and', 'quickest-within-length', 'no-single-route'],
    ['and', 'straight-line', 'too-long'],
    ['and', 'no-route', 'no-route'],
    ['and', 'no-road', 'no-road'],
    ['time', 'fastest', 'too-slow'],
    ['distance', 'shortest', 'too-long'],
    ['distance', 'straight-line', 'too-long'],
    ['or', 'shortest', 'too-slow-and-too-long'],
    ['or', 'straight-line', 'too-slow-and-too-long'],
  ] as const)('reads %s, %s as %s', (combine, proof, reason) => {
    expect(failReason(failed(proof), { ...DEFAULT_RULE, combine })).toBe(reason);
  });

  it('takes a place that is too far and cannot be reached for one that cannot be reached, where either limit would do', () => {
    const verdict = { ...failed('straight-line'), fastest: undefined };
    expect(failReason(verdict, { ...DEFAULT_RULE, combine: 'or', metric: 'straight' })).toBe('no-route');
  });

  it('has no reason for a pass, marginal or not', () => {
    expect(failReason(drive(10), DEFAULT_RULE)).toBeUndefined();
    expect(failReason(drive(29), DEFAULT_RULE)).toBeUndefined();
  });
});
