import { createHash } from 'node:crypto';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { COUNTY_SNAP } from '../../../../geodata/catchment/county-places.ts';
import { Engine } from '../../../../geodata/engine/engine.ts';
import { openNetwork, type RoadNetwork } from '../../../../geodata/roads/network.ts';
import { UNREACHED } from '../../../../geodata/travel/route-cost.ts';
import type { LonLat } from '../../../../geodata/units.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { areaAt } from '../../../../server/networks/inside-areas.ts';
import { at as placeAt } from '../../db/suite/small-county.ts';
import { API_PLACES, API_SETTLEMENTS, apiCounty, apiNetwork } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface Matrix {
  readonly about: { readonly engine: string; readonly networkHash: string; readonly condition: string };
  readonly seconds: readonly (readonly (number | null)[])[];
  readonly metres: readonly (readonly (number | null)[])[];
  readonly targets: readonly ({ readonly coord: LonLat; readonly metres: number } | null)[];
}

interface Stretch {
  readonly roadClass: string;
  readonly text: string;
  readonly seconds: number;
  readonly metres: number;
}

interface Route {
  readonly seconds: number;
  readonly metres: number;
  readonly driveSeconds: number;
  readonly driveMetres: number;
  readonly turnSeconds: number;
  readonly line: readonly LonLat[];
  readonly access: readonly LonLat[];
  readonly egress: readonly LonLat[];
  readonly byClass: readonly Stretch[];
  readonly steps: readonly (Stretch & { readonly name: string; readonly ref: string })[];
}

interface RouteAnswer {
  readonly from: object | null;
  readonly to: object | null;
  readonly route: Route | null;
}

/** Road networks, matrices, nearest roads, routes and isochrones. */
export function describeTravel(api: ApiUnderTest): void {
  describe('travel', () => {
    let at = '';
    let network: RoadNetwork;
    let engine: Engine;
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
      network = await apiNetwork();
      engine = new Engine();
      engine.call('open', { buffer: network.buffer });
    });

    const stations = API_PLACES.stations.map(({ coord }) => coord);
    const settlements = API_SETTLEMENTS.map(({ coord }) => coord);
    const coordOf = (id: string) => API_SETTLEMENTS.find((settlement) => settlement.id === id)?.coord ?? [0, 0];
    const matrixOf = (body: object, query = '') => api().json<Matrix>(`${at}/matrix${query}`, { body });
    const routeOf = async (from: LonLat, to: LonLat, query = '') =>
      api().json<RouteAnswer>(`${at}/route?from=${from.join()}&to=${to.join()}${query}`);

    it('rests on networks whose bytes have the hash that names them, and which never change', async () => {
      const { profiles } = await api().json<{ profiles: { networkHash: string; byteLength: number }[] }>(at);
      expect(profiles[0]?.networkHash).toBe(network.hash);
      for (const { networkHash, byteLength } of profiles) {
        const { headers, bytes } = await api().ask(`${at}/networks/${networkHash}`);
        expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
        expect(headers['content-type']).toBe('application/octet-stream');
        expect(bytes.length).toBe(byteLength);
        const opened = openNetwork(new Uint8Array(bytes).buffer);
        expect(opened.hash).toBe(networkHash);
      }
      const { bytes } = await api().ask(`${at}/networks/${network.hash}`, { headers: { 'accept-encoding': 'gzip' } });
      const ours = createHash('sha256').update(new Uint8Array(network.buffer)).digest('hex');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(ours);
      expect((await api().ask(`${at}/networks/${'0'.repeat(64)}`)).status).toBe(404);
    });

    it('takes the times and lengths of the engine itself, and none where no road leads', async () => {
      const answer = await matrixOf({ sources: stations, targets: settlements });
      const { ds, dm } = engine.call('matrix', { sources: stations, targets: settlements, snap: COUNTY_SNAP });
      const rows = (column: Uint32Array) =>
        stations.map((_, row) =>
          settlements.map((__, i) => {
            const value = column[row * settlements.length + i]!;
            return value === UNREACHED ? null : value / 10;
          }),
        );
      expect(answer.seconds).toEqual(rows(ds));
      expect(answer.metres).toEqual(rows(dm));
      expect(answer.about).toMatchObject({ engine: 'embedded', networkHash: network.hash, condition: 'base' });
      const isUnreached = (id: string) =>
        answer.seconds.every((row) => row[API_SETTLEMENTS.findIndex((settlement) => settlement.id === id)] === null);
      expect(['岛上', '远山', '坡上', '长丰'].map(isUnreached)).toEqual([true, true, false, false]);
      expect(answer.targets[API_SETTLEMENTS.findIndex(({ id }) => id === '远山')]).toBeNull();
    });

    it('is slower by night', async () => {
      const places = { sources: stations.slice(0, 1), targets: [coordOf('东二')] };
      const [day, night] = [await matrixOf(places), await matrixOf({ ...places, condition: 'night' })];
      expect(night.about.condition).toBe('night');
      expect(night.seconds[0]?.[0]).toBeGreaterThan(day.seconds[0]?.[0] ?? Infinity);
      expect(night.metres).toEqual(day.metres);
      const { status, text } = await api().ask(`${at}/matrix`, { body: { ...places, condition: 'ice' } });
      expect({ status, code: (JSON.parse(text) as { code: string }).code }).toEqual({
        status: 404,
        code: 'unknown-id',
      });
    });

    it('joins points to their nearest roads, in metres', async () => {
      const { points } = await api().json<{ points: Matrix['targets'] }>(`${at}/nearest`, {
        body: { points: [placeAt(2000, 2150), coordOf('远山'), coordOf('坡上')] },
      });
      expect(points[0]?.metres).toBeCloseTo(150, 0);
      expect(points[0]?.coord[1]).toBeCloseTo(placeAt(2000, 2000)[1], 5);
      expect(points[1]).toBeNull();
      // The motorway is nearer.
      expect(points[2]?.metres).toBeGreaterThan(920);
    });

    it('adds a route up from its classes, turns and estimated legs', async () => {
      for (const { id, coord } of API_SETTLEMENTS) {
        const { route } = await routeOf(stations[0]!, coord);
        if (!route) continue;
        const tenths = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.round(value * 10), 0);
        const { byClass, steps } = route;
        const legs = [route.access, route.egress];
        expect(tenths(byClass.map(({ seconds }) => seconds)) + tenths([route.turnSeconds])).toBe(
          tenths([route.driveSeconds]),
        );
        expect(tenths(byClass.map(({ metres }) => metres))).toBe(tenths([route.driveMetres]));
        expect(tenths(steps.map(({ seconds }) => seconds))).toBe(tenths(byClass.map(({ seconds }) => seconds)));
        const found = engine.call('route', { from: stations[0]!, to: coord, snap: COUNTY_SNAP });
        const legDs = (found.start?.ds ?? 0) + (found.end?.ds ?? 0);
        expect(tenths([route.seconds])).toBe((found.route?.ds ?? 0) + legDs);
        expect(tenths([route.seconds])).toBe(tenths([route.driveSeconds]) + legDs);
        expect(legs.map((leg) => leg.length)).toEqual([2, 2]);
        expect(legs[1]?.[1]).toEqual(coord);
        expect(legs[1]?.[0]).toEqual(route.line[route.line.length - 1]);
        expect({ id, seconds: route.driveSeconds }).toEqual({
          id,
          seconds: (await matrixOf({ sources: [stations[0]], targets: [coord] })).seconds[0]?.[0],
        });
      }
    });

    it('names the roads of a route, in the language asked for', async () => {
      const { route } = await routeOf(stations[0]!, coordOf('东二'));
      expect(route?.steps.map(({ roadClass, name, ref }) => `${roadClass} ${name} ${ref}`)).toContain(
        'trunk 长合路 G206',
      );
      expect(route?.byClass.find(({ roadClass }) => roadClass === 'trunk')?.text).toBe('国道');
      const english = await routeOf(stations[0]!, coordOf('东二'), '&lang=en');
      expect(english.route?.byClass.map(({ text }) => text).join()).not.toMatch(/\p{Script=Han}/u);
      expect(english.route?.line).toEqual(route?.line);
    });

    it('keeps to one-way roads', async () => {
      const there = await routeOf(placeAt(10_000, 2000), coordOf('中间'));
      const back = await routeOf(coordOf('中间'), placeAt(10_000, 2000));
      expect(back.route?.metres).toBeGreaterThan((there.route?.metres ?? Infinity) * 2);
    });

    it('has no route where no road leads, and says which end has no road', async () => {
      const island = await routeOf(stations[0]!, coordOf('岛上'));
      expect(island.route).toBeNull();
      expect(island.to).not.toBeNull();
      const far = await routeOf(stations[0]!, coordOf('远山'));
      expect(far).toMatchObject({ route: null, to: null });
      expect(far.from).not.toBeNull();
    });

    it('reaches ground that nests, and holds the settlements of that time', async () => {
      const { text } = await api().ask(`${at}/isochrone?at=${stations[0]?.join()}&minutes=4,9,14&stepMetres=50`);
      const { features } = JSON.parse(text) as FeatureCollection<MultiPolygon | Polygon>;
      const areas = features.map(
        ({ properties }) => (properties as { areaSquareKilometres: number }).areaSquareKilometres,
      );
      expect(areas[0]).toBeGreaterThan(0);
      expect(areas).toEqual(areas.slice().sort((a, b) => a - b));
      expect(features.map(({ properties }) => properties?.['minutes'])).toEqual([4, 9, 14]);
      for (const { coord } of API_SETTLEMENTS) {
        const { route } = await routeOf(stations[0]!, coord);
        features.forEach(({ geometry, properties }) => {
          const minutes = Number(properties?.['minutes']);
          const polygons = geometry.coordinates as unknown as LonLat[][][];
          const isInside = areaAt([{ id: '', name: '', polygons }], coord) !== undefined;
          // To the width of the raster: some seconds either way are open.
          const seconds = route?.seconds ?? Infinity;
          if (seconds < minutes * 60 - 30 && isNear(route)) expect(isInside).toBe(true);
          if (seconds > minutes * 60 + 30) expect(isInside).toBe(false);
        });
      }
    });

    it('has an isochrone without ground where the leg to the road takes longer, and none without a road', async () => {
      const { text } = await api().ask(`${at}/isochrone?at=${placeAt(8000, 9000).join()}&minutes=1`);
      const { features } = JSON.parse(text) as FeatureCollection<MultiPolygon | null>;
      expect(features.map(({ geometry }) => geometry)).toEqual([null]);
      const far = await api().ask(`${at}/isochrone?at=${coordOf('远山').join()}`);
      expect({ status: far.status, body: JSON.parse(far.text) as object }).toMatchObject({
        status: 422,
        body: { code: 'snap-too-far' },
      });
    });
  });
}

/** Ground farther than 300 m from its road is not painted. */
function isNear(route: Route | null): boolean {
  const [road, place] = route?.egress ?? [];
  if (!road || !place) return false;
  return Math.hypot((road[0] - place[0]) * 94_000, (road[1] - place[1]) * 111_000) < 250;
}
