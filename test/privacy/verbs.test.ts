import { expect, it } from 'vitest';
import { payloadsWithDevices } from './attacks/devices.ts';
import { foundIn } from './attacks/direct.ts';
import { askVerbs } from './verb-exits.ts';

it('no verb of the command line tells a value that is withheld, in any form', { timeout: 120_000 }, async () => {
  const payloads = await askVerbs();
  expect(payloads.length).toBe(24);
  expect(payloads.flatMap(foundIn).map(({ how }) => how)).toEqual([]);
  expect(payloadsWithDevices(payloads)).toEqual([]);
});
