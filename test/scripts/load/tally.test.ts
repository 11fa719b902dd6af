import { describe, expect, it } from 'vitest';
import { Tally } from '../../../scripts/load/tally.ts';

describe('Tally', () => {
  it('gives the smallest time that a share of the answers did not exceed', () => {
    const tally = new Tally();
    for (let ms = 100; ms >= 1; ms--) tally.answered(ms % 2 === 0 ? 'health' : 'explain', ms);
    expect(tally.all()).toEqual({ count: 100, errors: 0, min: 1, median: 50, p95: 95, p99: 99, max: 100 });
    expect(tally.of('health')).toMatchObject({ count: 50, min: 2, median: 50, max: 100 });
  });

  it('counts failures apart from answers, and has no times where nothing was answered', () => {
    const tally = new Tally();
    tally.failed('groups', '/groups: 503');
    expect(tally.of('groups')).toEqual({
      ...{ count: 0, errors: 1 },
      ...{ min: undefined, median: undefined, p95: undefined, p99: undefined, max: undefined },
    });
    expect(tally.all().errors).toBe(1);
    expect(tally.failures).toEqual(['/groups: 503']);
  });
});
