import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CellResolution, cellAt } from '../../../../geodata/hexgrid/cells.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { API_SETTLEMENTS, apiCounty, SECRET_SETTLEMENTS } from './api-county.ts';
import { API_RECORDS } from './api-records.ts';
import { type ApiUnderTest, csvRows } from './api-under-test.ts';
import { cellText } from './coverage.ts';
import { sheetRows, XLSX } from './sheet-rows.ts';

interface Households {
  readonly due: number;
  readonly equipped: number;
  readonly networked: number;
  readonly unknownCompounds: number;
}

interface Hexagons {
  readonly county: Households;
  readonly unplaced: Households;
  readonly devicesLoaded: boolean;
  readonly hexagons: readonly {
    readonly cell: string;
    readonly video: Households | null;
    readonly videoSampleTooSmall: boolean;
    readonly volunteers: { readonly households: number; readonly per100Households: number | null } | null;
    readonly volunteersSampleTooSmall: boolean;
    readonly watchedPercent: number | null;
  }[];
}

const SIZES: readonly CellResolution[] = [7, 8, 9];
/** Two circles of 20 m, their middles 10 m apart, over the hectare of C1. */
const WATCHED_PERCENT = (2 * Math.PI * 400 - (800 * Math.acos(0.25) - 5 * Math.sqrt(1500))) / 100;

/** Coverage by hexagon. */
export function describeCoverageHexagons(api: ApiUnderTest): void {
  describe('coverage by hexagon', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}/coverage/hexagons`;
    });
    const hexagonsOf = (resolution: number) => api().json<Hexagons>(`${at}?resolution=${resolution}`);

    it('has the county’s households in compounds, counted as by county', async () => {
      const { county, unplaced } = await hexagonsOf(8);
      expect(county).toEqual({ due: 750, equipped: 500, networked: 300, unknownCompounds: 3 });
      expect(unplaced).toEqual({ due: 0, equipped: 0, networked: 0, unknownCompounds: 1 });
    });

    it.each([7, 8])('of size %d adds up to the county', async (resolution) => {
      const { hexagons, county, unplaced } = await hexagonsOf(resolution);
      for (const part of ['due', 'equipped', 'networked'] as const) {
        const sum = hexagons.reduce((total, { video }) => total + (video?.[part] ?? 0), unplaced[part]);
        expect({ part, sum }).toEqual({ part, sum: county[part] });
      }
    });

    it.each(SIZES)('of size %d withholds whole cells that hold what is withheld', async (resolution) => {
      const { hexagons } = await hexagonsOf(resolution);
      const byCell = new Map(hexagons.map((hexagon) => [hexagon.cell, hexagon]));
      for (const id of ['C6', 'C7']) {
        const coord = API_RECORDS.compounds.find((compound) => compound.id === id)?.coord ?? [0, 0];
        expect(byCell.get(cellAt(coord, resolution))).toMatchObject({ video: null, videoSampleTooSmall: true });
      }
      const hiddenUnits = ['340121201202', '340121201203'];
      const hidden = API_SETTLEMENTS.filter(
        (settlement) => SECRET_SETTLEMENTS.includes(settlement) || hiddenUnits.includes(settlement.unitCode ?? ''),
      );
      for (const { coord } of hidden) {
        expect(byCell.get(cellAt(coord, resolution))).toMatchObject({
          ...{ volunteers: null, volunteersSampleTooSmall: true },
        });
      }
      for (const { video, volunteers } of hexagons) {
        if (video) expect(video.due === 0 || video.due >= 30).toBe(true);
        if (volunteers) expect(volunteers.households === 0 || volunteers.households >= 30).toBe(true);
      }
      expect(hexagons.some(({ volunteers }) => volunteers !== null)).toBe(true);
    });

    it('has the density of a unit that lies in one cell', async () => {
      const { hexagons } = await hexagonsOf(9);
      const [place] = API_SETTLEMENTS.filter(({ id }) => id === '北一');
      const cell = hexagons.find((hexagon) => hexagon.cell === cellAt(place?.coord ?? [0, 0], 9));
      expect(cell?.volunteers).toMatchObject({ households: 210, per100Households: 5.238 });
    });

    it('has the share of ground that devices look over, and no device', async () => {
      const { devicesLoaded, hexagons } = await hexagonsOf(7);
      expect(devicesLoaded).toBe(true);
      const watched = hexagons.filter(({ watchedPercent }) => watchedPercent !== null);
      expect(watched).toHaveLength(1);
      expect(Math.abs((watched[0]?.watchedPercent ?? 0) - WATCHED_PERCENT)).toBeLessThan(0.15);
      for (const accept of ['application/json', 'application/geo+json', 'text/csv']) {
        for (const size of SIZES) {
          const { text } = await api().ask(`${at}?resolution=${size}`, { headers: { accept } });
          for (const { coord } of API_RECORDS.devices) {
            for (const degrees of coord) expect(text).not.toContain(degrees.toFixed(6));
          }
        }
      }
    });

    it('has the same numbers in every form', async () => {
      const { hexagons } = await hexagonsOf(8);
      const ask = (accept: string) => api().ask(`${at}?resolution=8`, { headers: { accept } });
      const { features } = JSON.parse((await ask('application/geo+json')).text) as FeatureCollection;
      const rows = features.map(({ properties }) => Object.values(properties ?? {}).map(cellText));
      expect(features.map(({ properties }) => [properties?.['cell'], properties?.['dueHouseholds']])).toEqual(
        hexagons.map(({ cell, video }) => [cell, video?.due ?? null]),
      );
      expect(csvRows((await ask('text/csv')).text).map((row) => Object.values(row).map(cellText))).toEqual(rows);
      expect((await sheetRows((await ask(XLSX)).bytes)).map((row) => row.map(cellText))).toEqual(rows);
    });

    it('is not sent again to a client that has it; sizes that there are not are refused', async () => {
      const { headers } = await api().ask(at);
      const again = await api().ask(at, { headers: { 'if-none-match': String(headers['etag']) } });
      expect(again.status).toBe(304);
      for (const query of ['resolution=6', 'by=cell']) expect((await api().ask(`${at}?${query}`)).status).toBe(400);
    });
  });
}
