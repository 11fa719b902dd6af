import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { RoadNetwork } from '../../../../geodata/roads/network.ts';
import { findProfile } from '../../../../geodata/roads/profiles/find-profile.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import type { CountyThreads } from '../../../../server/workers/county-threads.ts';
import { openScene } from '../../../scenes/scene.ts';
import { API_PLACES, apiCounty } from './api-county.ts';
import { type ApiUnderTest, OpenApi } from './api-under-test.ts';

/** Four hours' drive over all of it on the finest raster: seconds for a thread. */
const HEAVY = 'minutes=60,120,240&stepMetres=50&reachMetres=2000';
const SPACING = 4000;
const SIDE = 15;

/** 60 by 60 km of roads, a square every 4 km. */
async function wideNetwork(): Promise<RoadNetwork> {
  const places = Array.from({ length: SIDE }, (_, i) => i);
  const nodes = Object.fromEntries(
    places.flatMap((x) => places.map((y) => [`${x}-${y}`, [x * SPACING, y * SPACING] as const])),
  );
  const tags = { highway: 'secondary' };
  const ways = places.flatMap((line) => [
    { nodes: places.map((x) => `${x}-${line}`), tags },
    { nodes: places.map((y) => `${line}-${y}`), tags },
  ]);
  return (await openScene({ nodes, ways }, findProfile('rural-plain'))).network;
}

/** What becomes of a computation when those who asked for it go away, over real connections. */
export function describeClientsThatLeave(api: ApiUnderTest): void {
  describe('a heavy computation', () => {
    let service: OpenApi;
    let address = '';
    let calls: MockInstance<CountyThreads['call']>;
    beforeAll(async () => {
      const county = apiCounty({ boundary: undefined, townships: undefined, networks: [wideNetwork] });
      const { countyCode } = await importCounty(api().db, county);
      service = await OpenApi.open(api().db);
      address = `${await service.app.listen({ host: '127.0.0.1', port: 0 })}/api/counties/${countyCode}`;
      calls = vi.spyOn(service.services.threads, 'call');
    });
    afterAll(() => service.close());
    beforeEach(() => {
      calls.mockClear();
    });

    /** Each test asks for ground around another place. */
    let asked = 0;
    const heavyQuestion = () => {
      const [lon = 0, lat = 0] = API_PLACES.stations[0]?.coord ?? [];
      asked++;
      return `${address}/isochrone?at=${lon},${(lat + asked / 10_000).toFixed(6)}&${HEAVY}`;
    };
    const callsOf = (name: string) => calls.mock.calls.filter(([, , called]) => called === name);
    const untilCalled = (name: string) => vi.waitFor(() => expect(callsOf(name)).not.toEqual([]), { interval: 2 });
    const signalOf = (name: string) => callsOf(name)[0]?.[4];

    /** A client that can leave. */
    const client = (url: string, init: RequestInit = {}) => {
      const leaving = new AbortController();
      const answer = fetch(url, { ...init, signal: leaving.signal });
      answer.catch(() => undefined);
      return { answer, leave: () => leaving.abort(new Error('left')) };
    };

    /** The largest there is, in 79 pieces. */
    const postMatrix = () => {
      const sources = Array.from({ length: 5000 }, (_, i) => [117 + i / 40_000, 32.02]);
      const body = JSON.stringify({ sources, targets: sources.slice(0, 200) });
      return client(`${address}/matrix`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    };

    it('ends when the only one who asked has left, and begins anew for the next', async () => {
      const question = heavyQuestion();
      const { answer, leave } = client(question);
      await untilCalled('isochrones');
      const running = calls.mock.results[0]?.value as Promise<unknown>;
      leave();
      await expect(answer).rejects.toThrow('left');
      await expect(running).rejects.toMatchObject({ name: 'ClientGoneError' });
      expect(signalOf('isochrones')?.aborted).toBe(true);
      expect((await fetch(question)).status).toBe(200);
      expect(callsOf('isochrones')).toHaveLength(2);
    });

    it('goes on for another who asks the same', async () => {
      const answering = vi.spyOn(service.services.answers, 'get');
      const question = heavyQuestion();
      const first = client(question);
      await untilCalled('isochrones');
      const second = client(question);
      await vi.waitFor(() => expect(answering).toHaveBeenCalledTimes(2), { interval: 2 });
      first.leave();
      await expect(first.answer).rejects.toThrow('left');
      const answered = await second.answer;
      expect(answered.status).toBe(200);
      expect(signalOf('isochrones')?.aborted).toBe(false);
      expect(callsOf('isochrones')).toHaveLength(1);
    });

    it('lets light questions be answered meanwhile', async () => {
      const [from, to] = API_PLACES.stations.map(({ coord }) => coord.join());
      const light = [
        address.replace(/counties.*/, 'health'),
        `${address}/settlements`,
        `${address}/route?from=${from}&to=${to}`,
      ];
      for (const question of light) await (await fetch(question)).arrayBuffer();
      let isDone = false;
      const heavy = postMatrix().answer.then((answer) => {
        isDone = true;
        return answer.status;
      });
      await untilCalled('matrix');
      const answers = await Promise.all(light.map((question) => fetch(question)));
      expect({ isDone, light: answers.map(({ status }) => status) }).toEqual({ isDone: false, light: [200, 200, 200] });
      expect(await heavy).toBe(200);
    });

    it('of a matrix is left after the rows that run', async () => {
      const { answer, leave } = postMatrix();
      await untilCalled('matrix');
      leave();
      await expect(answer).rejects.toThrow('left');
      await pause(300);
      const atThatTime = callsOf('matrix').length;
      await pause(300);
      expect(callsOf('matrix').length).toBe(atThatTime);
      expect(atThatTime).toBeLessThan(79 / 2);
    });
  });
}
