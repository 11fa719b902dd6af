import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { apiCounty } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface About {
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly inputHash: string;
}

/** What every answer does alike: languages, forms, caching, compression. */
export function describeNegotiation(api: ApiUnderTest): void {
  describe('answers', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    it('are in Chinese unless the address, else Accept-Language, asks for English', async () => {
      const about = async (query: string, language?: string) => {
        const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
        return (await api().json<{ about: About }>(`${at}/groups${query}`, { headers })).about;
      };
      const isChinese = ({ lines }: About) => lines.every(({ label }) => /\p{Script=Han}/u.test(label));
      const chinese = await about('');
      expect(isChinese(chinese)).toBe(true);
      expect(isChinese(await about('', 'fr, zh-CN;q=0.9, en;q=0.8'))).toBe(true);
      expect(isChinese(await about('?lang=zh', 'en'))).toBe(true);
      for (const english of [await about('?lang=en'), await about('', 'en-GB'), await about('?lang=en', 'zh')]) {
        expect(english.lines.some(({ label }) => /\p{Script=Han}/u.test(label))).toBe(false);
        // The same inputs have one hash, whatever the language.
        expect(english.inputHash).toBe(chinese.inputHash);
      }
    });

    it('are not sent again to a client that has them', async () => {
      for (const path of [`${at}/groups`, `${at}/settlements`, `${at}/hexagons`, `${at}/tiles/roads/11/1689/831.mvt`]) {
        const first = await api().ask(path);
        const etag = String(first.headers['etag']);
        expect(first.headers['cache-control']).toBe('no-cache');
        const again = await api().ask(path, { headers: { 'if-none-match': `"other", W/${etag}` } });
        expect({ path, status: again.status, length: again.bytes.length, etag: again.headers['etag'] }).toEqual({
          ...{ path, status: 304, length: 0, etag },
        });
        expect((await api().ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
      }
    });

    it('have a tag for every language and form', async () => {
      const tags = await Promise.all(
        ['', '?lang=en', 'text/csv', 'application/geo+json'].map(async (choice) => {
          const isQuery = choice === '' || choice.startsWith('?');
          const reply = await api().ask(`${at}/settlements${isQuery ? choice : ''}`, {
            headers: isQuery ? {} : { accept: choice },
          });
          expect(reply.headers['vary']).toContain('accept-language');
          return reply.headers['etag'];
        }),
      );
      expect(new Set(tags).size).toBe(4);
    });

    it('are compressed for clients that take gzip, and say the same', async () => {
      for (const path of [`${at}/groups`, `${at}/settlements`]) {
        const plain = await api().ask(path);
        expect(plain.headers['content-encoding']).toBeUndefined();
        const zipped = await api().ask(path, { headers: { 'accept-encoding': 'br, gzip' } });
        expect(zipped.headers['content-encoding']).toBe('gzip');
        expect(zipped.text).toBe(plain.text);
        expect(zipped.headers['etag']).toBe(plain.headers['etag']);
        const refused = await api().ask(path, { headers: { 'accept-encoding': 'gzip;q=0, identity' } });
        expect(refused.headers['content-encoding']).toBeUndefined();
      }
    });

    it('are refused in a form that there is not, with the list of those that there are', async () => {
      for (const [path, accept, offered] of [
        ['settlements', 'text/html', 'application/json, application/geo+json, text/csv'],
        ['explain?settlement=长丰', 'text/csv', 'application/json'],
        ['isochrone?at=117.05,32.04', 'application/json', 'application/geo+json'],
      ] as const) {
        const { status, text } = await api().ask(`${at}/${encodeURI(path)}`, { headers: { accept } });
        expect({ status, body: JSON.parse(text) as object }).toMatchObject({
          status: 406,
          body: { code: 'not-acceptable', detail: `可用的格式：${offered}` },
        });
      }
    });

    it('say which the client likes best', async () => {
      const typeFor = async (accept: string) =>
        (await api().ask(`${at}/stations`, { headers: { accept } })).headers['content-type'];
      expect(await typeFor('*/*')).toBe('application/json; charset=utf-8');
      expect(await typeFor('text/csv;q=0.5, application/geo+json')).toBe('application/geo+json; charset=utf-8');
      expect(await typeFor('text/csv, application/geo+json;q=0.5')).toBe('text/csv; charset=utf-8');
    });
  });

  describe('the service', () => {
    it('is well where its store answers', async () => {
      const { headers } = await api().ask('/api/health');
      expect(headers['cache-control']).toBe('no-store');
      expect(await api().json('/api/health')).toEqual({
        ...{ status: 'ok', store: api().db.kind, osrm: false, programVersion: api().services.programVersion },
      });
    });

    it('describes every operation: its tag, summary, answer and problems', async () => {
      const document = await api().json<{
        openapi: string;
        paths: Record<string, Record<string, { tags: string[]; summary: string; responses: Record<string, object> }>>;
      }>('/api/openapi.json');
      expect(document.openapi).toBe('3.1.0');
      for (const [path, operations] of Object.entries(document.paths)) {
        for (const { tags, summary, responses } of Object.values(operations)) {
          expect({ path, tags: tags.length, summary: summary.length > 9 }).toEqual({ path, tags: 1, summary: true });
          expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
          expect(Object.keys(responses)).toEqual(expect.arrayContaining(['4XX', '5XX']));
        }
      }
    });

    it('has nothing elsewhere, and says so as a problem', async () => {
      const answer = await api().app.inject({ method: 'GET', url: '/api/nothing', headers: { host: 'localhost' } });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'not-found', detail: '没有这个地址：GET /api/nothing' });
    });
  });
}
