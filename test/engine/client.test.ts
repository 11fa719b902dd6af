import { describe, expect, it } from 'vitest';
import type { EngineMessage } from '../../geodata/engine/calls.ts';
import { EngineClient } from '../../geodata/engine/client.ts';
import { GeodataError } from '../../geodata/errors.ts';
import type { LonLat } from '../../geodata/units.ts';

const ROUTE: { from: LonLat; to: LonLat } = { from: [117, 32], to: [117.1, 32] };
const NO_ROUTE = { route: undefined, start: undefined, end: undefined };

/** A client whose messages are kept, so that a test answers them when and how it likes. */
function keptClient() {
  const sent: EngineMessage[] = [];
  return { sent, client: new EngineClient((message) => sent.push(message)) };
}

describe('an engine client', () => {
  it('gives each call its own reply, in whatever order they come', async () => {
    const { sent, client } = keptClient();
    const matrix = client.call('matrix', { sources: [], targets: [] });
    const route = client.call('route', ROUTE);
    const costs = { ds: new Uint32Array(0), dm: new Uint32Array(0) };
    expect(sent.map(({ name }) => name)).toEqual(['matrix', 'route']);
    client.receive({ id: sent[1]!.id, response: NO_ROUTE });
    client.receive({ id: sent[0]!.id, response: costs });
    expect(await route).toBe(NO_ROUTE);
    expect(await matrix).toBe(costs);
  });

  it('throws a domain failure as a GeodataError with its code and data', async () => {
    const { sent, client } = keptClient();
    const call = client.call('route', ROUTE);
    client.receive({ id: sent[0]!.id, error: { code: 'snap-too-far', message: 'No road.', data: { limitMetres: 5 } } });
    const error = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GeodataError);
    expect(error).toMatchObject({ code: 'snap-too-far', message: 'No road.', data: { limitMetres: 5 } });
  });

  it("throws a caller's mistake as a plain Error", async () => {
    const { sent, client } = keptClient();
    const call = client.call('route', ROUTE);
    client.receive({ id: sent[0]!.id, error: { code: 'unexpected', message: 'Point 0 is at NaN, 32.', data: {} } });
    const error = await call.catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(GeodataError);
    expect(error).toEqual(new Error('Point 0 is at NaN, 32.'));
  });

  it('passes over a reply that no call waits for, one that came twice among them', async () => {
    const { sent, client } = keptClient();
    const first = client.call('route', ROUTE);
    client.receive({ id: 999, response: NO_ROUTE });
    client.receive({ id: sent[0]!.id, response: NO_ROUTE });
    client.receive({ id: sent[0]!.id, error: { code: 'unexpected', message: 'too late', data: {} } });
    expect(await first).toBe(NO_ROUTE);
  });

  it('ends every waiting call where the worker fails, and none that is answered', async () => {
    const { sent, client } = keptClient();
    const answered = client.call('route', ROUTE);
    client.receive({ id: sent[0]!.id, response: NO_ROUTE });
    const waiting = [client.call('route', ROUTE), client.call('route', ROUTE)];
    client.fail(new Error('The worker died.'));
    const endings = await Promise.allSettled([answered, ...waiting]);
    expect(endings.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('rejects, rather than throws, where a message cannot be sent', async () => {
    const client = new EngineClient(() => {
      throw new Error('could not be cloned');
    });
    await expect(client.call('route', ROUTE)).rejects.toThrow('could not be cloned');
  });
});
