import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { API_PLACES, API_SETTLEMENTS, apiCounty } from './api-county.ts';
import { type ApiUnderTest, csvRows } from './api-under-test.ts';

const GEOJSON = { headers: { accept: 'application/geo+json' } };
const CSV = { headers: { accept: 'text/csv' } };

/** Townships, stations, settlements and the boundary in every form. */
export function describePlaces(api: ApiUnderTest): void {
  describe('places of a county', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    it('are the imported ones, each with every figure that is not withheld', async () => {
      const { stations } = await api().json<{ stations: object[] }>(`${at}/stations`);
      expect(stations[0]).toEqual({
        ...{ id: 'S1', name: '城关派出所', kind: 'urban', township: '城关镇', officers: 24, auxiliaries: 31 },
        coord: API_PLACES.stations[0]?.coord,
      });
      expect(stations[1]).toMatchObject({ officers: 6, auxiliaries: null });
      const { settlements } = await api().json<{ settlements: { id: string }[] }>(`${at}/settlements`);
      expect(settlements.map(({ id }) => id)).toEqual(API_SETTLEMENTS.map(({ id }) => id));
      expect(settlements.find(({ id }) => id === '长丰')).toMatchObject({
        ...{ kind: 'administrative', township: '城关镇', stationId: null },
        ...{ households: 900, population: 2802, sampleTooSmall: false },
      });
    });

    it('say the same in JSON, GeoJSON and CSV', async () => {
      for (const list of ['townships', 'stations', 'settlements']) {
        const answer = await api().json<Record<string, Record<string, unknown>[]>>(`${at}/${list}`);
        const json = answer[list] ?? [];
        const { features } = JSON.parse((await api().ask(`${at}/${list}`, GEOJSON)).text) as FeatureCollection<Point>;
        const rows = csvRows((await api().ask(`${at}/${list}`, { headers: { accept: 'text/csv;q=1' } })).text);
        expect(features).toHaveLength(json.length);
        expect(rows).toHaveLength(json.length);
        json.forEach(({ coord, ...values }, i) => {
          expect(features[i]?.properties).toEqual(values);
          if (coord) expect(features[i]?.geometry.coordinates).toEqual(coord);
          expect(rows[i]?.['编号']).toBe(values['id']);
          expect(rows[i]?.['户数'] ?? '').toBe('households' in values ? String(values['households'] ?? '') : '');
          if (coord) expect([rows[i]?.['经度'], rows[i]?.['纬度']]).toEqual((coord as number[]).map(String));
        });
      }
    });

    it('have headers in the language asked for, and their areas as polygons', async () => {
      const english = await api().ask(`${at}/townships?lang=en`, CSV);
      expect(Object.keys(csvRows(english.text)[0] ?? {})).toEqual(
        expect.arrayContaining(['name', 'area(km²)', 'stations', 'settlements', 'households']),
      );
      const { features } = JSON.parse(
        (await api().ask(`${at}/townships`, GEOJSON)).text,
      ) as FeatureCollection<MultiPolygon>;
      expect(features.map(({ geometry }) => geometry.type)).toEqual(['MultiPolygon', 'MultiPolygon', 'MultiPolygon']);
    });

    it('count in townships by place, and measure these', async () => {
      const { townships } = await api().json<{ townships: Record<string, number>[] }>(`${at}/townships`);
      expect(townships.map(({ stations, settlements }) => [stations, settlements])).toEqual([
        [1, 6],
        [1, 7],
        [1, 3],
      ]);
      for (const [i, square] of [50, 120, 70].entries()) {
        expect(townships[i]?.['squareKilometres']).toBeCloseTo(square, 0);
      }
    });

    it('lie in the boundary, which is a feature with its provenance', async () => {
      const { status, headers, text } = await api().ask(`${at}/boundary`, GEOJSON);
      expect({ status, type: headers['content-type'] }).toEqual({
        status: 200,
        type: 'application/geo+json; charset=utf-8',
      });
      const boundary = JSON.parse(text) as { geometry: MultiPolygon; properties: { about: { county: object } } };
      const ring = boundary.geometry.coordinates[0]?.[0] ?? [];
      expect(ring.length).toBe(5);
      for (const corner of API_PLACES.boundary?.[0]?.[0] ?? []) expect(ring).toContainEqual([...corner]);
      expect(boundary.properties.about.county).toMatchObject({ name: '测试县' });
    });

    it('have no boundary where none was imported', async () => {
      const { countyCode } = await importCounty(api().db, apiCounty({ boundary: undefined, townships: undefined }));
      api().services.countyChanged(countyCode);
      const path = `/api/counties/${countyCode}`;
      expect(JSON.parse((await api().ask(`${path}/boundary`, GEOJSON)).text)).toMatchObject({ geometry: null });
      expect(await api().json(`${path}/townships`)).toMatchObject({ townships: [] });
    });
  });
}
