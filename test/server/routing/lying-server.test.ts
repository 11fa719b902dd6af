import { beforeAll, describe, expect, it } from 'vitest';
import type { LonLat } from '../../../geodata/units.ts';
import { OsrmTravelTimes } from '../../../server/routing/osrm.ts';
import { readTable } from '../../../server/routing/osrm-answers.ts';
import type { OpenScene } from '../../scenes/scene.ts';
import { serveFakeOsrm } from './fake-osrm.ts';
import { openRoutingScene, SNAP_LIMIT_METRES } from './routing-scene.ts';

type Body = Record<string, unknown>;

let scene: OpenScene;

beforeAll(async () => {
  scene = await openRoutingScene();
});

/** A client of a server that changes the true answers of one service. */
async function clientOfLiar(service: string, change: (body: Body) => Body): Promise<OsrmTravelTimes> {
  const { url } = await serveFakeOsrm(scene.network, {
    lie: (body, asked) => (asked === service ? change(body) : body),
  });
  return new OsrmTravelTimes({ url, snapLimitMetres: SNAP_LIMIT_METRES });
}

/** The first waypoint of a list, changed. */
function moved(list: unknown, change: Body): unknown[] {
  const [first, ...others] = list as Body[];
  return [{ ...first, ...change }, ...others];
}

const FAR: LonLat = [117.1, 32.1];

describe('a server that lies in a table', () => {
  // The true one is of a, l x c, f: about 1,500 m from a to c.
  const rows = (cell: unknown) => [
    [cell, 90],
    [80, 90],
  ];
  it.each<[string, (body: Body) => Body, string]>([
    ['a row too few', (body) => ({ ...body, durations: [[80, 90]] }), 'wrong-shape'],
    ['a column too few', (body) => ({ ...body, durations: [[80], [90]] }), 'wrong-shape'],
    [
      'a column too many',
      (body) => ({
        ...body,
        distances: [
          [1, 2, 3],
          [1, 2, 3],
        ],
      }),
      'wrong-shape',
    ],
    ['no durations', ({ durations: _, ...body }) => body, 'wrong-shape'],
    ['no distances', ({ distances: _, ...body }) => body, 'wrong-shape'],
    ['no waypoints', ({ sources: _, ...body }) => body, 'wrong-shape'],
    ['an object for a list', (body) => ({ ...body, durations: {} }), 'wrong-shape'],
    ['a text for a number', (body) => ({ ...body, durations: rows('80') }), 'wrong-shape'],
    ['a time without a length', (body) => ({ ...body, distances: rows(null) }), 'wrong-shape'],
    ['a length without a time', (body) => ({ ...body, durations: rows(null) }), 'wrong-shape'],
    ['a waypoint too many', (body) => ({ ...body, sources: [...(body['sources'] as Body[]), {}] }), 'wrong-shape'],
    [
      'a place of three numbers',
      (body) => ({ ...body, sources: moved(body['sources'], { location: [1, 2, 3] }) }),
      'wrong-shape',
    ],
    [
      'a latitude of 97',
      (body) => ({ ...body, sources: moved(body['sources'], { location: [1, 97] }) }),
      'wrong-shape',
    ],
    ['a negative time', (body) => ({ ...body, durations: rows(-80) }), 'implausible'],
    ['a negative length', (body) => ({ ...body, distances: rows(-80) }), 'implausible'],
    ['a drive at 1,000 km/h', (body) => ({ ...body, durations: rows(5) }), 'implausible'],
    ['a drive of a week', (body) => ({ ...body, durations: rows(604_800) }), 'implausible'],
    ['a road shorter than the straight line', (body) => ({ ...body, distances: rows(500) }), 'implausible'],
    ['guesses by fallback_speed', (body) => ({ ...body, fallback_speed_cells: [[0, 1]] }), 'implausible'],
    [
      'a source moved by kilometres',
      (body) => ({ ...body, sources: moved(body['sources'], { location: FAR }) }),
      'implausible',
    ],
    [
      'a target moved without saying',
      (body) => ({ ...body, destinations: moved(body['destinations'], { location: FAR, distance: 0 }) }),
      'implausible',
    ],
    [
      'a target said to be far',
      (body) => ({ ...body, destinations: moved(body['destinations'], { distance: 3000 }) }),
      'implausible',
    ],
  ])('by %s is refused', async (_, change, code) => {
    const client = await clientOfLiar('table', change);
    const asked = client.matrix([scene.node('a'), scene.node('l')], [scene.node('c'), scene.node('f')]);
    await expect(asked).rejects.toMatchObject({ name: 'OsrmError', kind: 'untrustworthy', code });
  });

  it('by a number beyond all numbers is refused', () => {
    const body = JSON.parse('{"code":"Ok","durations":[[1e999]]}') as Body;
    expect(() => readTable(body, 1, 1)).toThrow('durations holds no number');
  });

  it.each([
    ['durations', '{"code":"Ok","durations":[[-1]]}'],
    ['distances', '{"code":"Ok","distances":[[-1]]}'],
  ])('by negative %s alone is refused', (name, text) => {
    expect(() => readTable(JSON.parse(text) as Body, 1, 1)).toThrow(`${name} is -1`);
  });

  it('is believed where it tells the truth', async () => {
    const client = await clientOfLiar('table', (body) => body);
    const { metres } = await client.matrix([scene.node('a')], [scene.node('d')]);
    expect(metres[0]).toBeCloseTo(1500, 0);
  });
});

describe('a server that lies about the nearest road', () => {
  it.each<[string, (body: Body) => Body, string]>([
    ['none at all with Ok', (body) => ({ ...body, waypoints: [] }), 'wrong-shape'],
    ['no list', ({ waypoints: _, ...body }) => body, 'wrong-shape'],
    [
      'a place kilometres away',
      (body) => ({ ...body, waypoints: moved(body['waypoints'], { location: FAR, distance: 12_600 }) }),
      'implausible',
    ],
    [
      'a place that is not where it says',
      (body) => ({ ...body, waypoints: moved(body['waypoints'], { distance: 700 }) }),
      'implausible',
    ],
    [
      'a negative distance',
      (body) => ({ ...body, waypoints: moved(body['waypoints'], { distance: -1 }) }),
      'implausible',
    ],
  ])('with %s is refused', async (_, change, code) => {
    const client = await clientOfLiar('nearest', change);
    const asked = client.nearest([scene.at(120, 130)]);
    await expect(asked).rejects.toMatchObject({ name: 'OsrmError', kind: 'untrustworthy', code });
  });
});

describe('a server that lies in a route', () => {
  const route = (body: Body, change: Body): Body => ({ ...body, routes: moved(body['routes'], change) });
  const lineOf = ({ routes }: Body) =>
    (routes as [{ geometry: { coordinates: [lon: number, lat: number][] } }])[0].geometry.coordinates;
  const line = (coordinates: unknown) => ({ geometry: { type: 'LineString', coordinates } });
  it.each<[string, (body: Body) => Body, string]>([
    ['no route with Ok', (body) => ({ ...body, routes: [] }), 'wrong-shape'],
    ['no geometry', (body) => route(body, { geometry: undefined }), 'wrong-shape'],
    ['a polyline', (body) => route(body, { geometry: '_p~iF~ps|U' }), 'wrong-shape'],
    ['a point for a line', (body) => route(body, { geometry: { type: 'Point', coordinates: FAR } }), 'wrong-shape'],
    ['a line of one point', (body) => route(body, line([scene.node('a')])), 'wrong-shape'],
    ['three waypoints', (body) => ({ ...body, waypoints: [...(body['waypoints'] as Body[]), {}] }), 'wrong-shape'],
    ['a negative time', (body) => route(body, { duration: -1 }), 'implausible'],
    ['no time at all for its length', (body) => route(body, { duration: 0 }), 'implausible'],
    ['a line somewhere else', (body) => route(body, line([FAR, [117.11, 32.1]])), 'implausible'],
    [
      'a line as long in another town',
      (body) => route(body, line(lineOf(body).map(([lon, lat]) => [lon + 0.1, lat]))),
      'implausible',
    ],
    ['a line that cuts across', (body) => route(body, line([scene.node('a'), scene.node('l')])), 'implausible'],
    ['a length other than its line', (body) => route(body, { distance: 9_000, duration: 900 }), 'implausible'],
    [
      'an end kilometres away',
      (body) => ({ ...body, waypoints: moved(body['waypoints'], { location: FAR }) }),
      'implausible',
    ],
  ])('with %s is refused', async (_, change, code) => {
    const client = await clientOfLiar('route', change);
    const asked = client.route(scene.node('a'), scene.node('l'));
    await expect(asked).rejects.toMatchObject({ name: 'OsrmError', kind: 'untrustworthy', code });
  });
});
