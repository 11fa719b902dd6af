import { beforeAll, describe, expect, it } from 'vitest';
import type { LonLat } from '../../../geodata/units.ts';
import { OsrmTravelTimes } from '../../../server/routing/osrm.ts';
import { osrmFromEnvironment, TravelTimesSelection } from '../../../server/routing/select.ts';
import type { TravelTimes } from '../../../server/routing/travel-times.ts';
import type { OpenScene } from '../../scenes/scene.ts';
import { serveFakeOsrm } from './fake-osrm.ts';
import { deadUrl, sendJson, serve } from './local-server.ts';
import { embeddedOn, openRoutingScene, SNAP_LIMIT_METRES } from './routing-scene.ts';

let scene: OpenScene;
let embedded: TravelTimes;
let ends: readonly [LonLat, LonLat];

beforeAll(async () => {
  scene = await openRoutingScene();
  embedded = embeddedOn(scene.network);
  ends = [scene.node('a'), scene.node('l')];
});

function osrmAt(url: string): OsrmTravelTimes {
  const transport = { wait: async () => {} };
  return new OsrmTravelTimes({ url, snapLimitMetres: SNAP_LIMIT_METRES, transport });
}

describe('a call that demands no engine', () => {
  it('goes to the embedded engine where no server is set up, without a note', async () => {
    const usual = new TravelTimesSelection(embedded, undefined).choose('any');
    expect(await usual.route(...ends)).toEqual(await embedded.route(...ends));
  });

  it('goes to the server that is set up, without a note', async () => {
    const { url } = await serveFakeOsrm(scene.network);
    const usual = new TravelTimesSelection(embedded, osrmAt(url)).choose('any');
    expect((await usual.route(...ends)).provenance).toEqual({ engine: 'osrm', profile: 'driving', source: url });
  });

  it('is answered by the embedded engine where the server is dead, and every answer says so', async () => {
    const usual = new TravelTimesSelection(embedded, osrmAt(await deadUrl())).choose('any');
    const answers = [
      await usual.nearest([ends[0]]),
      await usual.matrix([ends[0]], [ends[1]]),
      await usual.route(...ends),
    ] as const;
    for (const { provenance } of answers) {
      expect(provenance).toMatchObject({ engine: 'embedded', source: scene.network.hash });
      expect(provenance.note?.code).toBe('osrm-unavailable');
      expect(provenance.note?.zh).toContain('内置引擎');
      expect(provenance.note?.en).toContain('the embedded engine');
    }
    expect(answers[2].drive).toEqual((await embedded.route(...ends)).drive);
  });

  it('is answered whole by the embedded engine where the server dies in the middle', async () => {
    const server = await serveFakeOsrm(scene.network, {
      lie: (body, service) => {
        if (service === 'table') server.close();
        return body;
      },
    });
    const usual = new TravelTimesSelection(embedded, osrmAt(server.url)).choose('any');
    const answer = await usual.matrix([...ends], [...ends]);
    expect(answer.provenance.note?.code).toBe('osrm-unavailable');
    expect(answer.seconds).toEqual((await embedded.matrix([...ends], [...ends])).seconds);
  });

  it('leaves a server that did not answer alone for ten seconds, then asks it again', async () => {
    let up = false;
    const fake = await serveFakeOsrm(scene.network);
    const server = await serve(async (request, response) => {
      if (!up) return sendJson(response, 503, {});
      const passed = await fetch(fake.url + request.path);
      sendJson(response, passed.status, await passed.json());
    });
    let seconds = 0;
    const usual = new TravelTimesSelection(embedded, osrmAt(server.url), () => seconds).choose('any');
    const engineNow = async () => (await usual.nearest([ends[0]])).provenance.engine;
    expect(await engineNow()).toBe('embedded');
    up = true;
    const asked = server.seen.length;
    seconds = 9.9;
    expect(await engineNow()).toBe('embedded');
    expect(server.seen).toHaveLength(asked);
    seconds = 10;
    expect(await engineNow()).toBe('osrm');
  });

  it.each([
    ['refuses', 400, { code: 'InvalidService', message: 'Service nearest not found!' }, 'refused'],
    ['lies', 200, { code: 'Ok', waypoints: [] }, 'untrustworthy'],
  ])('fails where the server %s: nothing hides that', async (_, status, body, kind) => {
    const { url } = await serve((_request, response) => sendJson(response, status, body));
    const usual = new TravelTimesSelection(embedded, osrmAt(url)).choose('any');
    await expect(usual.route(...ends)).rejects.toMatchObject({ name: 'OsrmError', kind });
  });

  it('ends where its caller leaves, and the embedded engine is not bothered', async () => {
    const abort = new AbortController();
    const { url } = await serve(() => abort.abort(new Error('The reader went away.')));
    const usual = new TravelTimesSelection(embedded, osrmAt(url)).choose('any');
    await expect(usual.route(...ends, { signal: abort.signal })).rejects.toThrow('The reader went away.');
  });

  it('is described by the engine that is to answer', async () => {
    const { url } = await serveFakeOsrm(scene.network);
    expect(new TravelTimesSelection(embedded, osrmAt(url)).choose('any').describe().source).toBe(url);
  });
});

describe('a call that demands an engine', () => {
  it('gets the embedded one though a server is set up', async () => {
    const { url, seen } = await serveFakeOsrm(scene.network);
    const answer = await new TravelTimesSelection(embedded, osrmAt(url)).choose('embedded').route(...ends);
    expect(answer).toEqual(await embedded.route(...ends));
    expect(seen).toHaveLength(0);
  });

  it('fails where it is OSRM and the server is dead', async () => {
    const demanded = new TravelTimesSelection(embedded, osrmAt(await deadUrl())).choose('osrm');
    await expect(demanded.route(...ends)).rejects.toMatchObject({ kind: 'unavailable', code: 'unreachable' });
  });

  it('fails where it is OSRM and no server is set up', () => {
    expect(() => new TravelTimesSelection(embedded, undefined).choose('osrm')).toThrow(
      'OSRM is not available (not-configured): HUBSHED_OSRM_URL names no server.',
    );
  });
});

describe('the environment', () => {
  it.each([[{}], [{ HUBSHED_OSRM_URL: '' }]])('%j sets up no server', (environment) => {
    expect(osrmFromEnvironment(environment, SNAP_LIMIT_METRES)).toBeUndefined();
  });

  it('sets up the server of HUBSHED_OSRM_URL, with its table limit', async () => {
    const { url, seen } = await serveFakeOsrm(scene.network);
    const environment = { HUBSHED_OSRM_URL: `${url}/`, HUBSHED_OSRM_TABLE_LIMIT: '1' };
    const osrm = osrmFromEnvironment(environment, SNAP_LIMIT_METRES);
    expect(osrm?.describe()).toEqual({ engine: 'osrm', profile: 'driving', source: url });
    await osrm?.matrix([...ends], [...ends]);
    expect(seen.filter(({ path }) => path.startsWith('/table/'))).toHaveLength(4);
  });

  it.each([
    [{ HUBSHED_OSRM_URL: 'localhost:5000' }, 'The address of the OSRM server'],
    [{ HUBSHED_OSRM_URL: 'http://127.0.0.1:1', HUBSHED_OSRM_TABLE_LIMIT: 'many' }, 'A table limit of NaN'],
  ])('%j is a mistake that is told at once', (environment, message) => {
    expect(() => osrmFromEnvironment(environment, SNAP_LIMIT_METRES)).toThrow(message);
  });
});
