import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AttackedService, attackedService } from './attacked-service.ts';
import { ATTACKS } from './attacks/attacks.ts';
import { sumsOf } from './attacks/differences.ts';
import { trueFigure } from './attacks/unknowns.ts';
import { VERSIONS } from './secret-county.ts';

vi.mock('../../geodata/small-samples.ts', async (original) =>
  (await import('./deciding-nothing.ts')).decidingNothing(await original<object>()),
);

let service: AttackedService;
beforeAll(async () => {
  service = await attackedService();
}, 120_000);
afterAll(() => service.close());

describe('where the module that decides withholds nothing, secrets are found out', () => {
  it.each(Object.keys(ATTACKS))('by %s', { timeout: 60_000 }, async (name) => {
    expect(await ATTACKS[name]?.(service.outsider)).not.toEqual([]);
  });

  it.each(VERSIONS)('since the sums of %s are of all their members', (version) => {
    for (const { of, figure, members, total, where } of sumsOf(service.outsider, version)) {
      const truth = members.reduce((sum, id) => sum + (trueFigure(of, figure, id, version) ?? 0), 0);
      expect({ where, total }).toEqual({ where, total: truth });
    }
  });
});
