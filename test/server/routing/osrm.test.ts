import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LonLat } from '../../../geodata/units.ts';
import { OsrmTravelTimes } from '../../../server/routing/osrm.ts';
import type { MatrixAnswer } from '../../../server/routing/travel-times.ts';
import type { OpenScene } from '../../scenes/scene.ts';
import { type FakeOsrmOptions, serveFakeOsrm } from './fake-osrm.ts';
import { type LocalServer, type SeenRequest, serve } from './local-server.ts';
import { embeddedOn, openRoutingScene, SNAP_LIMIT_METRES, strewn } from './routing-scene.ts';

let scene: OpenScene;
let sources: LonLat[];
let targets: LonLat[];

beforeAll(async () => {
  scene = await openRoutingScene();
  sources = [...strewn(scene, 9, 1), scene.node('x')];
  targets = [...strewn(scene, 15, 2), scene.at(900, 20_000), scene.node('y')];
});

function clientOf({ url }: LocalServer, tableLimit?: number): OsrmTravelTimes {
  const transport = { wait: async () => {} };
  return new OsrmTravelTimes({
    url,
    snapLimitMetres: SNAP_LIMIT_METRES,
    transport,
    ...(tableLimit ? { tableLimit } : {}),
  });
}

async function startClient(options: FakeOsrmOptions = {}, tableLimit?: number) {
  const server = await serveFakeOsrm(scene.network, options);
  return { server, client: clientOf(server, tableLimit) };
}

function tablesOf({ seen }: LocalServer): SeenRequest[] {
  return seen.filter(({ path }) => path.startsWith('/table/'));
}

function figures({ seconds, metres, sources: rows, targets: columns }: MatrixAnswer) {
  return { seconds: Array.from(seconds), metres: Array.from(metres), rows, columns };
}

async function untiled() {
  const { client } = await startClient();
  return figures(await client.matrix(sources, targets));
}

describe('a matrix from OSRM', () => {
  it('agrees with the embedded engine on the same roads, to the rounding of places on the road', async () => {
    const { client } = await startClient();
    const answer = await client.matrix(sources, targets);
    const embedded = await embeddedOn(scene.network).matrix(sources, targets);
    expect(answer.seconds.some((seconds) => seconds > 60)).toBe(true);
    answer.seconds.forEach((seconds, i) => {
      if (Number.isNaN(seconds)) expect(embedded.seconds[i]).toBeNaN();
      else expect(Math.abs(seconds - embedded.seconds[i]!)).toBeLessThanOrEqual(0.2);
    });
    expect(answer.sources).toEqual(embedded.sources);
    expect(answer.targets).toEqual(embedded.targets);
  });

  it('has NaN where there is no route and where a point has no road, and 0 from a point to itself', async () => {
    const { client } = await startClient();
    const [a, x, nowhere] = [scene.node('a'), scene.node('x'), scene.at(900, 20_000)];
    const answer = await client.matrix([a, nowhere], [a, x, nowhere]);
    expect(Array.from(answer.seconds)).toEqual([0, NaN, NaN, NaN, NaN, NaN]);
    expect(Array.from(answer.metres)).toEqual([0, NaN, NaN, NaN, NaN, NaN]);
    expect(answer.targets.map((point) => point?.metres)).toEqual([0, 0, undefined]);
  });

  it.each([
    ['POST', 1],
    ['POST', 2],
    ['POST', 7],
    ['GET', 2],
    ['GET', 7],
  ])('in tiles by %s under a limit of %i is the one that is not tiled', async (method, tableLimit) => {
    const { server, client } = await startClient({ tableLimit, withoutPost: method === 'GET' }, tableLimit);
    expect(figures(await client.matrix(sources, targets))).toEqual(await untiled());
    // 10 x 16 points with a road.
    expect(tablesOf(server).length).toBeGreaterThanOrEqual(Math.ceil(160 / tableLimit ** 2));
  });

  it('keeps every pair when points are added', async () => {
    const { client } = await startClient({}, 5);
    const few = await client.matrix(sources, targets);
    const many = await client.matrix([...sources, ...strewn(scene, 20, 3)], [...strewn(scene, 30, 4), ...targets]);
    sources.forEach((_, row) => {
      const start = row * (targets.length + 30) + 30;
      const part = (cells: Float64Array) => Array.from(cells.subarray(start, start + targets.length));
      const alone = (cells: Float64Array) =>
        Array.from(cells.subarray(row * targets.length, (row + 1) * targets.length));
      expect(part(many.seconds)).toEqual(alone(few.seconds));
      expect(part(many.metres)).toEqual(alone(few.metres));
    });
  });

  it('leaves a point on its own fragment of road, where the server would move it for the sake of the others', async () => {
    const { server, client } = await startClient();
    const [a, x] = [scene.node('a'), scene.node('x')];
    const moved = await fetch(`${server.url}/table/v1/driving/${a.join()};${x.join()}?sources=0&destinations=1`);
    expect(((await moved.json()) as { durations: unknown[][] }).durations[0]?.[0]).toBeGreaterThan(0);
    expect(Array.from((await client.matrix([a], [x])).seconds)).toEqual([Number.NaN]);
  });

  it('of nothing asks nothing', async () => {
    const { server, client } = await startClient();
    expect(figures(await client.matrix([], []))).toEqual({ seconds: [], metres: [], rows: [], columns: [] });
    expect(server.seen).toHaveLength(0);
  });

  it('asks for times and lengths on pinned places, without hints and guesses', async () => {
    const { server, client } = await startClient();
    const [a, b] = [scene.node('a'), scene.node('b')];
    await client.matrix([a], [b]);
    expect(tablesOf(server).map(({ method, path, body }) => ({ method, path, body: JSON.parse(body) }))).toEqual([
      {
        method: 'POST',
        path: '/table/v1/driving',
        body: {
          coordinates: [a, b],
          sources: [0],
          destinations: [1],
          annotations: ['duration', 'distance'],
          radiuses: [1, 1],
          generate_hints: false,
        },
      },
    ]);
  });

  it('joins a place to the road once, however often it is asked for', async () => {
    const { server, client } = await startClient();
    const place = scene.at(20, 30);
    await client.matrix([place, place, scene.node('f')], [place, scene.node('f')]);
    expect(server.seen.filter(({ path }) => path.startsWith('/nearest/'))).toHaveLength(2);
  });

  it('goes to the one server and to no other', async () => {
    const { server, client } = await startClient({ withoutPost: true }, 3);
    const asked = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => asked.mockRestore());
    await client.matrix(sources, targets);
    await client.route(scene.node('a'), scene.node('l'));
    expect(asked.mock.calls.length).toBe(server.seen.length);
    expect(asked.mock.calls.filter(([url]) => !String(url).startsWith(`${server.url}/`))).toEqual([]);
  });
});

describe('what a server takes', () => {
  it('is POST where it answers one: no table is asked for by GET', async () => {
    const { server, client } = await startClient({}, 3);
    await client.matrix(sources, targets);
    expect(new Set(tablesOf(server).map(({ method }) => method))).toEqual(new Set(['POST']));
  });

  it('is GET where it refuses POST, which is remembered', async () => {
    const { server, client } = await startClient({ withoutPost: true });
    await client.matrix(sources, targets);
    await client.matrix(sources, targets);
    expect(tablesOf(server).map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });

  it('is found out by TooBig where the limit is lower than told, which is remembered', async () => {
    const { server, client } = await startClient({ tableLimit: 4 });
    expect(figures(await client.matrix(sources, targets))).toEqual(await untiled());
    const before = tablesOf(server).length;
    await client.matrix(sources, targets);
    const cells = tablesOf(server)
      .slice(before)
      .map(({ body }) => JSON.parse(body) as { sources: number[]; destinations: number[] })
      .map((asked) => asked.sources.length * asked.destinations.length);
    expect(Math.max(...cells)).toBeLessThanOrEqual(16);
  });

  it('is refused clearly where not even one pair is small enough', async () => {
    const { client } = await startClient({ tableLimit: 0 });
    await expect(client.matrix(sources, targets)).rejects.toMatchObject({ kind: 'refused', code: 'TooBig' });
  });

  it('is never an address of more than 7,000 characters', async () => {
    const { server, client } = await startClient({ withoutPost: true }, 400);
    const many = strewn(scene, 300, 5);
    await client.matrix(many, many.slice(0, 20));
    expect(Math.max(...server.seen.map(({ path }) => path.length))).toBeLessThanOrEqual(7_000);
  });

  it('is found out where long addresses close the connection, which is remembered', async () => {
    const mostPathCharacters = 1_400;
    const { server, client } = await startClient({ withoutPost: true, mostPathCharacters });
    const many = strewn(scene, 40, 6);
    const { client: unlimited } = await startClient();
    expect(figures(await client.matrix(many, many))).toEqual(figures(await unlimited.matrix(many, many)));
    const before = server.seen.length;
    await client.matrix(many, many);
    expect(Math.max(...server.seen.slice(before).map(({ path }) => path.length))).toBeLessThanOrEqual(
      mostPathCharacters,
    );
  });
});

describe('a table that fails', () => {
  it('fails with the error of its tile, and asks no further', async () => {
    const fake = { tables: 0 };
    const { server, client } = await startClient(
      {
        lie: (body, service) => {
          if (service !== 'table') return body;
          fake.tables++;
          return fake.tables === 5 ? { ...body, durations: [] } : body;
        },
      },
      1,
    );
    await expect(client.matrix(sources, targets)).rejects.toMatchObject({ code: 'wrong-shape' });
    expect(tablesOf(server).length).toBeLessThan(5 + 8);
  });

  it('ends with the reason of a caller who leaves in the middle', async () => {
    const abort = new AbortController();
    const { server, client } = await startClient(
      {
        lie: (body, service) => {
          if (service === 'table') abort.abort(new Error('The reader went away.'));
          return body;
        },
      },
      1,
    );
    await expect(client.matrix(sources, targets, { signal: abort.signal })).rejects.toThrow('The reader went away.');
    expect(tablesOf(server).length).toBeLessThan(8);
  });

  it('is not cut to pieces for ever where every connection closes', async () => {
    const server = await serve((request, response) => {
      if (!request.path.startsWith('/nearest/')) return void response.destroy();
      const [lon, lat] = request.path.split('/')[4]!.split('?')[0]!.split(',').map(Number);
      response.end(JSON.stringify({ code: 'Ok', waypoints: [{ location: [lon, lat], distance: 0 }] }));
    });
    const outcome = clientOf(server).matrix(sources, targets);
    await expect(outcome).rejects.toMatchObject({ kind: 'unavailable', code: 'connection-lost' });
    expect(tablesOf(server)).toHaveLength(4);
  });
});

describe('a route from OSRM', () => {
  it('has the figures and the line of the embedded engine on the same roads', async () => {
    const { client } = await startClient();
    const [from, to] = [scene.node('a'), scene.node('l')];
    const { drive, from: start, to: end } = await client.route(from, to);
    const embedded = await embeddedOn(scene.network).route(from, to);
    expect(drive).toEqual(embedded.drive);
    expect([start, end]).toEqual([embedded.from, embedded.to]);
    expect(drive?.line.length).toBeGreaterThan(2);
  });

  it('is none where there is no way, and both ends are told', async () => {
    const { client } = await startClient();
    const answer = await client.route(scene.node('a'), scene.node('x'));
    expect(answer.drive).toBeUndefined();
    expect([answer.from?.metres, answer.to?.metres]).toEqual([0, 0]);
  });

  it('is none where an end has no road, and the server is not asked for one', async () => {
    const { server, client } = await startClient();
    const answer = await client.route(scene.node('a'), scene.at(0, 20_000));
    expect(answer).toMatchObject({ drive: undefined, to: undefined });
    expect(server.seen.filter(({ path }) => path.startsWith('/route/'))).toEqual([]);
  });

  it('from a point to itself is nothing long', async () => {
    const { client } = await startClient();
    const { drive } = await client.route(scene.node('f'), scene.node('f'));
    expect(drive).toMatchObject({ seconds: 0, metres: 0 });
  });
});

describe('the OSRM engine', () => {
  it('says who it is in every answer', async () => {
    const { server, client } = await startClient();
    const provenance = { engine: 'osrm', profile: 'driving', source: server.url };
    expect(client.describe()).toEqual(provenance);
    expect((await client.nearest([scene.node('a')])).provenance).toEqual(provenance);
    expect((await client.matrix([], [])).provenance).toEqual(provenance);
    expect((await client.route(scene.node('a'), scene.node('b'))).provenance).toEqual(provenance);
  });

  it.each([[[181, 0]], [[0, 97]], [[Number.NaN, 0]]] as [LonLat][])(
    'asks nothing for the point %j, which is nowhere on earth',
    async (point) => {
      const { server, client } = await startClient();
      await expect(client.nearest([scene.node('a'), point])).rejects.toThrow('Point 1 is at');
      expect(server.seen).toHaveLength(0);
    },
  );

  it.each([
    [{ profile: '../tile' }, 'An OSRM profile'],
    [{ tableLimit: 0 }, 'A table limit of 0'],
    [{ tableLimit: Number.NaN }, 'A table limit of NaN'],
    [{ snapLimitMetres: Infinity }, 'A snap limit of Infinity'],
    [{ url: 'nonsense' }, 'The address of the OSRM server'],
  ])('is not made with %j', (options, message) => {
    const make = () => new OsrmTravelTimes({ url: 'http://127.0.0.1:1', snapLimitMetres: 1, ...options });
    expect(make).toThrow(message);
  });
});
