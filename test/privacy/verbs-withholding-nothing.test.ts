import { expect, it, vi } from 'vitest';
import { foundIn } from './attacks/direct.ts';
import { askVerbs } from './verb-exits.ts';

vi.mock('../../geodata/small-samples.ts', async (original) =>
  (await import('./deciding-nothing.ts')).decidingNothing(await original<object>()),
);

it('verbs tell secrets where the module that decides withholds nothing', { timeout: 120_000 }, async () => {
  const payloads = await askVerbs(['explain']);
  const telling = new Set(payloads.filter((payload) => foundIn(payload).length > 0).map(({ exit }) => exit));
  expect([...telling].sort()).toEqual(['explain']);
});
