import { beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../../../geodata/engine/engine.ts';
import { DEFAULT_COUNTING } from '../../../../geodata/grouping/counting-rule.ts';
import { cellsOfArea } from '../../../../geodata/hexgrid/area-cells.ts';
import { cellAt, cellCentre } from '../../../../geodata/hexgrid/cells.ts';
import { type CountyCatchments, countyCatchments } from '../../../../server/counties/county-catchments.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { catchmentSummary } from '../../../../server/reports/catchment-tables.ts';
import { API_PLACES, API_SETTLEMENTS, apiCounty, apiNetwork } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface Nearest {
  readonly stationId: string | null;
  readonly seconds: number | null;
  readonly metres: number | null;
  readonly nextStationId: string | null;
  readonly nextSeconds: number | null;
}

interface Catchments {
  readonly summary: object;
  readonly stations: readonly { readonly id: string; readonly settlements: number }[];
  readonly settlements: readonly (Nearest & { readonly id: string; readonly stationsWithinRule: number })[];
}

interface Hexagons {
  readonly resolution: number;
  readonly summary: { readonly cells: number; readonly cellsInTime: number };
  readonly hexagons: readonly (Nearest & {
    readonly cell: string;
    readonly inTime: boolean;
    readonly households: number | null;
  })[];
}

/** Catchments and hexagons, against the engine called directly and against other answers. */
export function describeCatchments(api: ApiUnderTest): void {
  describe('catchments', () => {
    let at = '';
    let found: CountyCatchments;
    const rule = { ...DEFAULT_COUNTING, limitDs: 5400 };
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
      const engine = new Engine();
      engine.call('open', { buffer: (await apiNetwork()).buffer });
      found = await countyCatchments(API_PLACES, { rule, resolution: 8 }, async (request) =>
        engine.call('catchments', request),
      );
    });

    const stationId = (index: number | undefined) => API_PLACES.stations[index ?? -1]?.id ?? null;
    const tenths = (index: number | undefined, value: number | undefined) =>
      stationId(index) === null || value === undefined ? null : value / 10;
    const nearestOf = ({ station, ds, dm, n }: CountyCatchments['cells'], i: number): Nearest => ({
      stationId: stationId(station[i * n]),
      seconds: tenths(station[i * n], ds[i * n]),
      metres: tenths(station[i * n], dm[i * n]),
      nextStationId: stationId(station[i * n + 1]),
      nextSeconds: tenths(station[i * n + 1], ds[i * n + 1]),
    });

    it('have the numbers of the engine itself', async () => {
      const { summary, settlements } = await api().json<Catchments>(`${at}/catchments?maxMinutes=9`);
      expect(summary).toEqual(catchmentSummary(found, rule));
      settlements.forEach((settlement, i) => {
        expect(settlement).toMatchObject({ id: API_SETTLEMENTS[i]?.id, ...nearestOf(found.settlements, i) });
      });
    });

    it('count each settlement within the rule once for each station that serves it', async () => {
      const { stations, settlements } = await api().json<Catchments>(`${at}/catchments?maxMinutes=9`);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(stations.map((station) => station.settlements))).toBe(
        sum(settlements.map(({ stationsWithinRule }) => stationsWithinRule)),
      );
      expect(sum(stations.map((station) => station.settlements))).toBeGreaterThan(0);
    });

    it('know the soonest stations that explanations name', async () => {
      const { settlements } = await api().json<Catchments>(`${at}/catchments`);
      for (const { id, stationId: first, seconds, nextStationId, nextSeconds } of settlements) {
        const { nearest } = await api().json<{ nearest: { stationId: string; seconds: number }[] }>(
          `${at}/explain?settlement=${encodeURIComponent(id)}`,
        );
        expect({ id, nearest: nearest.slice(0, 2).map((near) => [near.stationId, near.seconds]) }).toEqual({
          id,
          nearest: [
            [first, seconds],
            [nextStationId, nextSeconds],
          ].filter(([station]) => station !== null),
        });
      }
    });

    it('have hexagons with the numbers of the engine, one for each cell of the county', async () => {
      const { hexagons, resolution, summary } = await api().json<Hexagons>(`${at}/hexagons?maxMinutes=9`);
      expect(resolution).toBe(8);
      expect(hexagons.map(({ cell }) => cell)).toEqual([...found.shares.cells]);
      expect(hexagons.map(({ cell }) => cell)).toEqual(
        [
          ...new Set([
            ...cellsOfArea(API_PLACES.boundary ?? [], 8),
            ...API_SETTLEMENTS.map(({ coord }) => cellAt(coord, 8)),
          ]),
        ].sort(),
      );
      for (const [i, hexagon] of hexagons.entries()) expect(hexagon).toMatchObject(nearestOf(found.cells, i));
      expect(summary.cellsInTime).toBe(hexagons.filter(({ inTime }) => inTime).length);
      for (const { inTime, seconds } of hexagons) expect(inTime).toBe(seconds !== null && seconds < 540);
    });

    it('tell times of hexagons beyond the rule where a horizon is given, and change nothing else', async () => {
      const ofRule = await api().json<Hexagons>(`${at}/hexagons?maxMinutes=5`);
      const farther = await api().json<Hexagons>(`${at}/hexagons?maxMinutes=5&horizonMinutes=90`);
      const wide = await api().json<Hexagons>(`${at}/hexagons?maxMinutes=90&maxKilometres=1000`);
      const inTimeOf = ({ hexagons }: Hexagons) => hexagons.map(({ inTime }) => inTime);
      const secondsOf = ({ hexagons }: Hexagons) => hexagons.map(({ seconds }) => seconds);
      expect(secondsOf(farther)).toEqual(secondsOf(wide));
      expect(secondsOf(farther)).not.toEqual(secondsOf(ofRule));
      expect(inTimeOf(farther)).toEqual(inTimeOf(ofRule));
      expect(farther.summary).toEqual(ofRule.summary);
    });

    it.each([7, 9])('have hexagons of size %d too', async (resolution) => {
      const answer = await api().json<Hexagons>(`${at}/hexagons?resolution=${resolution}`);
      expect(answer.resolution).toBe(resolution);
      expect(answer.hexagons.length).toBe(answer.summary.cells);
    });

    it('have hexagons whose seconds are those of a route to their centre', async () => {
      const { hexagons } = await api().json<Hexagons>(`${at}/hexagons`);
      const reached = hexagons.filter(({ stationId: first }) => first !== null);
      for (const { cell, stationId: first, seconds, metres } of reached.filter((_, i) => i % 40 === 0)) {
        const from = API_PLACES.stations.find(({ id }) => id === first)?.coord ?? [];
        const { route } = await api().json<{ route: { seconds: number; metres: number } }>(
          `${at}/route?from=${from.join()}&to=${cellCentre(cell).join()}`,
        );
        expect({ cell, seconds: route.seconds, metres: route.metres }).toEqual({ cell, seconds, metres });
      }
    });

    it('are the same in the network of the night only where the night is no slower', async () => {
      const [day, night] = await Promise.all(
        ['base', 'night'].map((condition) => api().json<Catchments>(`${at}/catchments?condition=${condition}`)),
      );
      day?.settlements.forEach(({ seconds }, i) => {
        const byNight = night?.settlements[i]?.seconds ?? null;
        expect(byNight === null).toBe(seconds === null);
        if (seconds !== null) expect(byNight).toBeGreaterThanOrEqual(seconds);
      });
    });
  });
}
