import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Settlement } from '../../../../geodata/catchment/places.ts';
import { type CellResolution, cellAt } from '../../../../geodata/hexgrid/cells.ts';
import { LEAST_HOUSEHOLDS } from '../../../../geodata/small-samples.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { tilesOver } from '../../../oracles/mercator.ts';
import { decodeTile } from '../../../oracles/vector-tile.ts';
import { API_SETTLEMENTS, apiCounty, SECRET_SETTLEMENTS } from './api-county.ts';
import { type ApiUnderTest, csvRows } from './api-under-test.ts';

/** A row of any form: its keys as JSON names them. */
type Row = Readonly<Record<string, unknown>>;

/** What CSV calls the columns that this asks for. */
const CSV_KEYS: Readonly<Record<string, string>> = {
  编号: 'id',
  六边形编号: 'cell',
  户数: 'households',
  人口: 'population',
  权重: 'weight',
  样本过小: 'sampleTooSmall',
  可达户数: 'households',
};

/** A sum that some exit shows, and the settlements that it is of. */
interface ShownSum {
  readonly name: unknown;
  readonly households: number;
  readonly of: readonly Settlement[];
}

const SECRET_IDS = SECRET_SETTLEMENTS.map(({ id }) => id);

/** Figures of few households, and of their companions, by every exit. */
export function describePrivacy(api: ApiUnderTest): void {
  describe('figures of few households', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    /** Rows of a list in JSON, GeoJSON and CSV. @param list the JSON's member */
    const rowsOf = async (path: string, list: string | undefined): Promise<Record<string, Row[]>> => {
      const ask = async (accept: string) => (await api().ask(`${at}/${path}`, { headers: { accept } })).text;
      const { features } = JSON.parse(await ask('application/geo+json')) as FeatureCollection;
      const csv = csvRows(await ask('text/csv')).map((row) =>
        Object.fromEntries(
          Object.entries(row).flatMap(([header, cell]) => {
            const key = CSV_KEYS[header];
            return key === undefined ? [] : [[key, cell === '' ? null : cell]];
          }),
        ),
      );
      const forms = { geojson: features.map(({ properties }) => ({ ...properties })), csv };
      if (list === undefined) return forms;
      return { ...forms, json: (JSON.parse(await ask('application/json')) as Record<string, Row[]>)[list] ?? [] };
    };

    it.each([
      ['settlements', 'settlements'],
      ['catchments?table=settlements', undefined],
      ['groups?table=settlements', undefined],
    ])('are empty and marked in every form of %s', async (path, list) => {
      for (const rows of Object.values(await rowsOf(path, list))) {
        expect(rows).toHaveLength(API_SETTLEMENTS.length);
        for (const { id, households = null, population = null, weight = null, sampleTooSmall } of rows) {
          const isSecret = SECRET_IDS.includes(String(id));
          if (isSecret)
            expect({ id, figures: [households, population, weight] }).toEqual({ id, figures: [null, null, null] });
          else expect([households, population, weight].some((figure) => figure !== null)).toBe(true);
          expect({ id, isSecret: [true, '是'].includes(sampleTooSmall as string) }).toEqual({ id, isSecret });
        }
      }
    });

    it('are not explained', async () => {
      for (const id of SECRET_IDS) {
        for (const options of [{}, { body: { settlement: id, groups: [] } }]) {
          const { settlement } = await api().json<{ settlement: Row }>(
            `${at}/explain${'body' in options ? '' : `?settlement=${encodeURIComponent(id)}`}`,
            options,
          );
          expect(settlement).toMatchObject({ households: null, population: null, sampleTooSmall: true });
        }
      }
    });

    it.each(['settlements', 'hexagons', 'areas'])('are in no tile of %s', async (layer) => {
      const tiles = new Set(
        API_SETTLEMENTS.flatMap(({ coord }) => tilesOver(12, coord, coord).map(({ z, x, y }) => `${z}/${x}/${y}`)),
      );
      const keys = new Set<string>();
      for (const tile of tiles) {
        const layers = decodeTile((await api().ask(`${at}/tiles/${layer}/${tile}.mvt`)).bytes);
        const features = Object.values(layers).flatMap((decoded) => decoded.features);
        for (const key of features.flatMap(({ properties }) => Object.keys(properties))) keys.add(key);
      }
      expect(['id', 'name', 'kind', 'cell']).toEqual(expect.arrayContaining([...keys]));
      expect(keys.size).toBeGreaterThan(0);
    });

    it.each([7, 8, 9] as const)('are in no hexagon of size %d, in any form', async (resolution) => {
      const cellOf = ({ coord }: Settlement) => cellAt(coord, resolution);
      for (const rows of Object.values(await rowsOf(`hexagons?resolution=${resolution}`, 'hexagons'))) {
        const byCell = new Map(rows.map((row) => [row['cell'], row]));
        for (const secret of SECRET_SETTLEMENTS) {
          const { households, population } = byCell.get(cellOf(secret)) ?? {};
          expect({ id: secret.id, households, population }).toEqual({
            ...{ id: secret.id, households: null, population: null },
          });
        }
        for (const { cell, households } of rows) {
          if (households === null || Number(households) === 0) continue;
          const here = API_SETTLEMENTS.filter((settlement) => cellOf(settlement) === cell);
          expect(here.some(({ id }) => SECRET_IDS.includes(id))).toBe(false);
          expect(Number(households)).toBe(here.reduce((sum, settlement) => sum + (settlement.households ?? 0), 0));
          expect(Number(households)).toBeGreaterThanOrEqual(LEAST_HOUSEHOLDS);
        }
      }
    });

    it('are no part of a station’s households', async () => {
      const rule = 'maxMinutes=1440&maxKilometres=1000';
      const reached = API_SETTLEMENTS.filter(({ id }) => !['岛上', '远山'].includes(id) && !SECRET_IDS.includes(id));
      const sum = reached.reduce((total, { households = 0 }) => total + households, 0);
      for (const rows of Object.values(await rowsOf(`catchments?table=stations&${rule}`, undefined))) {
        expect(rows.map(({ households }) => Number(households))).toEqual([sum, sum, sum]);
      }
    });

    /** Every sum that lists of one kind show, in all forms. */
    const sumsOf = async (
      path: string,
      list: string,
      key: 'id' | 'cell',
      settlementsOf: (name: unknown) => readonly Settlement[],
    ): Promise<ShownSum[]> => {
      const rows = Object.values(await rowsOf(path, list)).flat();
      return rows
        .filter(({ households }) => Number(households) > 0)
        .map((row) => ({ name: row[key], households: Number(row['households']), of: settlementsOf(row[key]) }));
    };

    it('cannot be told from any sum that is shown, nor from the difference of two', async () => {
      const sums = await sumsOf('townships', 'townships', 'id', inTownship);
      expect(sums.map(({ name }) => name)).toContain('340121200');
      for (const size of [7, 8, 9] as const) {
        sums.push(...(await sumsOf(`hexagons?resolution=${size}`, 'hexagons', 'cell', (cell) => inCell(cell, size))));
      }
      for (const { name, households, of } of sums) {
        const shown = of.filter(({ id }) => !SECRET_IDS.includes(id));
        const expected = shown.reduce((sum, settlement) => sum + (settlement.households ?? 0), 0);
        expect({ name, households }).toEqual({ name, households: expected });
      }
    });
  });
}

/** By place: see `apiCounty`. */
function inTownship(id: unknown): readonly Settlement[] {
  const { townships } = apiCounty();
  const [ring = []] = townships?.items.find((township) => township.id === id)?.polygons[0] ?? [];
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return API_SETTLEMENTS.filter(
    ({ coord: [lon, lat] }) =>
      lon >= Math.min(...lons) && lon <= Math.max(...lons) && lat >= Math.min(...lats) && lat <= Math.max(...lats),
  );
}

function inCell(cell: unknown, resolution: CellResolution): readonly Settlement[] {
  return API_SETTLEMENTS.filter(({ coord }) => cellAt(coord, resolution) === cell);
}
