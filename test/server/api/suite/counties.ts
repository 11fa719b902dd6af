import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { API_SETTLEMENTS, apiCounty } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface County {
  readonly code: string;
  readonly name: string;
  readonly version: { readonly number: number; readonly createdAt: string; readonly isCurrent: boolean };
  readonly bounds: readonly number[];
  readonly profiles: readonly { readonly profile: string; readonly condition: string; readonly networkHash: string }[];
  readonly counts: { readonly settlements: number };
}

interface Versions {
  readonly versions: readonly { readonly number: number; readonly note: string; readonly isCurrent: boolean }[];
}

interface Groups {
  readonly about: { readonly version: { readonly number: number }; readonly inputHash: string };
  readonly totals: { readonly county: { readonly count: number; readonly weight: number } };
}

/** Counties and their versions. */
export function describeCounties(api: ApiUnderTest): void {
  describe('counties', () => {
    let code = '';
    beforeAll(async () => {
      code = (await importCounty(api().db, apiCounty())).countyCode;
      api().services.countyChanged(code);
    });

    it('are listed with what their current version holds', async () => {
      const { counties } = await api().json<{ counties: County[] }>('/api/counties');
      const county = counties.find((candidate) => candidate.code === code);
      expect(county).toMatchObject({
        name: '测试县',
        version: { number: 1, note: '第一次', isCurrent: true, sources: [{ name: '道路.osm.pbf' }] },
        counts: { townships: 3, stations: 3, settlements: API_SETTLEMENTS.length },
      });
      expect(county?.version.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(county?.profiles.map(({ profile, condition }) => `${profile} ${condition}`)).toEqual([
        'rural-plain base',
        'rural-plain+night night',
      ]);
      expect(await api().json(`/api/counties/${code}`)).toEqual(county);
    });

    it('lie within their bounds', async () => {
      const { bounds } = await api().json<County>(`/api/counties/${code}`);
      const [west = 0, south = 0, east = 0, north = 0] = bounds;
      for (const { coord } of API_SETTLEMENTS) {
        expect(coord[0] >= west && coord[0] <= east && coord[1] >= south && coord[1] <= north).toBe(true);
      }
    });

    it('name what is not there as a problem', async () => {
      for (const path of ['/api/counties/999999', `/api/counties/${code}?version=9`, '/api/counties/999999/versions']) {
        const { status, headers, text } = await api().ask(path, { headers: { 'accept-language': 'en' } });
        expect(status).toBe(404);
        expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(JSON.parse(text)).toMatchObject({ code: 'unknown-id', status: 404, title: 'Not found' });
      }
    });
  });

  describe('versions of a county', () => {
    it('keep their numbers when another is imported, and again when the first is restored', async () => {
      const county = apiCounty();
      const { code } = county;
      const [dropped, ...rest] = API_SETTLEMENTS.slice().reverse();
      await importCounty(api().db, county);
      api().services.countyChanged(code);
      const groups = (query = '') => api().ask(`/api/counties/${code}/groups${query}`);
      const first = await groups();
      await importCounty(api().db, {
        ...county,
        note: '第二次',
        settlements: { file: 's', items: rest },
      });
      api().services.countyChanged(code);

      const second = JSON.parse((await groups()).text) as Groups;
      expect(second.about.version.number).toBe(2);
      expect(second.totals.county.count).toBe(API_SETTLEMENTS.length - 1);
      expect(second.totals.county.weight).toBe(
        (JSON.parse(first.text) as Groups).totals.county.weight - (dropped?.population ?? 0),
      );
      expect((await groups('?version=1')).text).toBe(first.text);
      expect(second.about.inputHash).not.toBe((JSON.parse(first.text) as Groups).about.inputHash);

      const restored = await api().json<object>(`/api/counties/${code}/versions/1/restore`, { body: {} });
      expect(restored).toMatchObject({ number: 1, isCurrent: true });
      expect((await groups()).text).toBe(first.text);
      expect(JSON.parse((await groups('?version=2')).text)).toEqual(second);
      const { versions } = await api().json<Versions>(`/api/counties/${code}/versions`);
      expect(versions.map(({ number, note, isCurrent }) => [number, note, isCurrent])).toEqual([
        [2, '第二次', false],
        [1, '第一次', true],
      ]);
    });

    it('are restored only where there is such a one', async () => {
      const county = apiCounty();
      await importCounty(api().db, county);
      api().services.countyChanged(county.code);
      const { status, text } = await api().ask(`/api/counties/${county.code}/versions/7/restore`, { body: {} });
      expect({ status, code: (JSON.parse(text) as { code: string }).code }).toEqual({
        status: 404,
        code: 'unknown-id',
      });
    });
  });
}
