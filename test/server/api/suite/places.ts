import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PoliceRoom } from '../../../../geodata/records/county-records.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { API_PLACES, API_SETTLEMENTS, apiCounty } from './api-county.ts';
import { API_RECORDS } from './api-records.ts';
import { type ApiUnderTest, csvRows } from './api-under-test.ts';

const GEOJSON = { headers: { accept: 'application/geo+json' } };
const CSV = { headers: { accept: 'text/csv' } };

const ROOMS: readonly PoliceRoom[] = [
  {
    ...{ id: 'R1', name: '城东警务室', stationId: 'S1', kinds: ['model', 'round-the-clock', 'community'] },
    ...{ coord: API_PLACES.stations[0]!.coord, hours: '00:00-24:00', asOf: '2026-10-31' },
  },
  { id: 'R2', name: '北乡警务室', kinds: ['rural'] },
];

/** Townships, stations, settlements, police rooms and the boundary in every form. */
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

    it('are police rooms with their kinds in words, the same in every form, placed where their place is known', async () => {
      const records = { ...API_RECORDS, rooms: ROOMS };
      const { countyCode } = await importCounty(api().db, apiCounty({ records }));
      api().services.countyChanged(countyCode);
      const path = `/api/counties/${countyCode}/rooms`;
      const { coord, ...first } = {
        ...{ id: 'R1', name: '城东警务室', kindsText: '社区、7×24、样板', stationId: 'S1', coord: ROOMS[0]?.coord },
        ...{ kinds: ['community', 'round-the-clock', 'model'], hours: '00:00-24:00', asOf: '2026-10-31' },
      };
      const second = {
        ...{ id: 'R2', name: '北乡警务室', kinds: ['rural'], kindsText: '农村' },
        ...{ stationId: null, hours: null, asOf: null },
      };
      expect((await api().json<{ rooms: object[] }>(path)).rooms).toEqual([
        { ...first, coord },
        { ...second, coord: null },
      ]);
      const english = await api().json<{ rooms: object[] }>(`${path}?lang=en`);
      expect(english.rooms[0]).toMatchObject({ kindsText: 'community, round-the-clock, model' });
      const { features } = JSON.parse((await api().ask(path, GEOJSON)).text) as FeatureCollection<Point | null>;
      expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual([coord, undefined]);
      expect(features.map(({ properties }) => properties)).toEqual([
        { ...first, kinds: 'community,round-the-clock,model' },
        { ...second, kinds: 'rural' },
      ]);
      const [row, unplaced] = csvRows((await api().ask(path, CSV)).text);
      expect(row).toMatchObject({
        ...{ 编号: 'R1', 名称: '城东警务室', 类别: '社区、7×24、样板', 所属派出所编号: 'S1' },
        ...{ 值守时段: '00:00-24:00', 截止日期: '2026-10-31', 经度: String(coord?.[0]), 纬度: String(coord?.[1]) },
      });
      expect(unplaced).toMatchObject({ 编号: 'R2', 类别: '农村', 所属派出所编号: '', 经度: '', 纬度: '' });
    });

    it('are no police rooms where none are on record', async () => {
      expect(await api().json(`${at}/rooms`)).toMatchObject({ rooms: [] });
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
