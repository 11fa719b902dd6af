import { describe, expect, it } from 'vitest';
import { civilDateOf, civilTimeOf } from '../../server/civil-time.ts';

describe('civil time', () => {
  it('is eight hours ahead of UTC, all year, whatever the machine’s own', () => {
    expect(civilTimeOf(new Date('2026-07-01T16:05:59Z'))).toBe('2026-07-02T00:05');
    expect(civilTimeOf(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12-31T23:59');
    expect(civilDateOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  });
});
