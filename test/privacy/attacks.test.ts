import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttackedService, attackedService } from './attacked-service.ts';
import type { Recovery } from './attacks/attack.ts';
import { ATTACKS } from './attacks/attacks.ts';
import { payloadsWithDevices, textsWithDevices } from './attacks/devices.ts';
import { foundIn } from './attacks/direct.ts';
import { factsOfJson } from './payload.ts';
import { DEVICE_COORDS, SECRETS } from './secret-county.ts';

let service: AttackedService;
beforeAll(async () => {
  service = await attackedService();
}, 120_000);
afterAll(() => service.close());

function lines(found: readonly Recovery[]): string[] {
  return found.map(({ secret: { id, figure, version }, how }) => `${id} ${figure} ${version}: ${how}`);
}

describe('nothing that is withheld can be found out', () => {
  it.each(Object.keys(ATTACKS))('by %s', { timeout: 60_000 }, async (name) => {
    expect(lines((await ATTACKS[name]?.(service.outsider)) ?? [])).toEqual([]);
  });

  it('in the log at its most talkative', () => {
    const text = service.log();
    expect(text).toContain('request completed');
    const facts = text
      .trimEnd()
      .split('\n')
      .flatMap((line) => factsOfJson(JSON.parse(line)));
    expect(lines(foundIn({ ...LOGGED, text, facts }))).toEqual([]);
    expect(textsWithDevices([text])).toEqual([]);
  });

  it('as to where devices are', () => {
    expect(payloadsWithDevices(service.outsider.payloads)).toEqual([]);
  });
});

const LOGGED = { exit: 'log', asked: 'log', version: undefined, form: 'text' } as const;

describe('a search for secrets', () => {
  it('sees a device in an answer, rounded or not', () => {
    const [[lon = 0, lat = 0] = []] = DEVICE_COORDS;
    for (const text of [`{"coord":[${lon},${lat}]}`, `${lon.toFixed(4)}, ${lat.toFixed(4)}`, `lat=${lat} lon=${lon}`]) {
      expect(textsWithDevices([text])).not.toEqual([]);
    }
    expect(textsWithDevices([`[${lon + 0.01},${lat}]`])).toEqual([]);
  });

  it('sees every secret in a line and in an object', () => {
    for (const secret of SECRETS) {
      const { id, name, figure, value } = secret;
      const told = (payload: Parameters<typeof foundIn>[0]) => foundIn(payload).map((found) => found.secret);
      expect(told({ ...LOGGED, form: 'json', text: '', facts: [{ id, [figure]: value }] })).toContain(secret);
      if (figure !== 'posts') expect(told({ ...LOGGED, text: `${name}: ${value}`, facts: [] })).toContain(secret);
    }
  });
});
