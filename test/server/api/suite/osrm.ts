import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { type FakeOsrmOptions, serveFakeOsrm } from '../../routing/fake-osrm.ts';
import { deadUrl } from '../../routing/local-server.ts';
import { API_PLACES, API_SETTLEMENTS, apiCounty, apiNetwork } from './api-county.ts';
import { type ApiUnderTest, OpenApi, type Reply } from './api-under-test.ts';

interface About {
  readonly engine: string;
  readonly note?: string;
  readonly networkHash: string;
  readonly lines: readonly { readonly text: string }[];
}

interface RouteView {
  readonly seconds: number;
  readonly metres: number;
  readonly driveSeconds: number;
  readonly driveMetres: number;
  readonly turnSeconds: number | null;
  readonly line: readonly object[];
  readonly access: readonly object[];
  readonly byClass: readonly object[];
}

type Answer = Readonly<Record<string, unknown>> & { readonly about: About };

const STATIONS = API_PLACES.stations.map(({ coord }) => coord);
const REACHED = API_SETTLEMENTS.filter(({ id }) => ['长丰', '邻一', '东二', '岛上'].includes(id));

/** Questions that an OSRM server may answer, by name. */
type Question = 'matrix' | 'nearest' | 'route' | 'dispatch';
const QUESTIONS: readonly Question[] = ['matrix', 'nearest', 'route', 'dispatch'];

/** Travel times by an OSRM server: its answers, and what happens where it has none or lies. */
export function describeOsrm(api: ApiUnderTest): void {
  describe('an OSRM server', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    const withOsrm = async (url: string): Promise<OpenApi> => {
      const service = await OpenApi.open(api().db, { HUBSHED_OSRM_URL: url });
      onTestFinished(() => service.close());
      return service;
    };
    const fake = async (options?: FakeOsrmOptions) => serveFakeOsrm(await apiNetwork(), options);

    const ask = (service: OpenApi, question: Question, engine?: string, lang = 'zh'): Promise<Reply> => {
      const demand = engine === undefined ? {} : { engine };
      const body = (places: object) => ({ body: { ...places, ...demand } });
      const query = `lang=${lang}${engine === undefined ? '' : `&engine=${engine}`}`;
      const targets = REACHED.map(({ coord }) => coord);
      if (question === 'matrix') return service.ask(`${at}/matrix?lang=${lang}`, body({ sources: STATIONS, targets }));
      if (question === 'nearest') return service.ask(`${at}/nearest?lang=${lang}`, body({ points: targets }));
      if (question === 'dispatch') {
        return service.ask(`${at}/dispatch?${query}&time=2026-11-24T10:00&settlement=${encodeURIComponent('东二')}`);
      }
      return service.ask(`${at}/route?${query}&from=${STATIONS[0]?.join()}&to=${REACHED[0]?.coord.join()}`);
    };
    const answerOf = async (...asked: Parameters<typeof ask>): Promise<Answer> => {
      const { status, text } = await ask(...asked);
      expect({ question: asked[1], status, ...(status === 200 ? {} : { text }) }).toEqual({
        question: asked[1],
        status: 200,
      });
      return JSON.parse(text) as Answer;
    };

    it.each(QUESTIONS)('answers %s where it is set up, and is named in the answer', async (question) => {
      const server = await fake();
      const service = await withOsrm(server.url);
      for (const engine of [undefined, 'any', 'osrm']) {
        const { about } = await answerOf(service, question, engine);
        expect(about).toMatchObject({ engine: 'osrm', networkHash: expect.stringContaining(server.url) });
        expect(about.note).toBeUndefined();
        const words = about.lines.map(({ text }) => text).join('\n');
        expect(words).toContain(`OSRM 服务器 ${server.url}`);
        expect(words).not.toContain('SHA-256');
      }
      expect(server.seen.length).toBeGreaterThan(0);
      const before = server.seen.length;
      expect((await answerOf(service, question, 'embedded')).about.engine).toBe('embedded');
      expect(server.seen.length).toBe(before);
      expect(await service.json('/api/health')).toMatchObject({ osrm: true });
    });

    it('has the times of the embedded engine where it drives the same roads', async () => {
      const service = await withOsrm((await fake()).url);
      const [theirs, ours] = [await answerOf(service, 'matrix'), await answerOf(service, 'matrix', 'embedded')];
      expect(theirs['seconds']).toEqual(ours['seconds']);
      expect(theirs['metres']).toEqual(ours['metres']);
      expect((theirs['seconds'] as (number | null)[][]).flat()).toContain(null);
    });

    it('drives a route to which the estimated legs are added', async () => {
      const service = await withOsrm((await fake()).url);
      const theirs = (await answerOf(service, 'route'))['route'] as RouteView;
      const ours = (await answerOf(service, 'route', 'embedded'))['route'] as RouteView;
      expect(theirs).toMatchObject({ byClass: [], steps: [], turnSeconds: null });
      expect(theirs.driveSeconds).toBe(ours.driveSeconds);
      expect(theirs.line).toEqual(ours.line);
      expect(theirs.access).toEqual(ours.access);
      expect(Math.abs(theirs.seconds - ours.seconds)).toBeLessThanOrEqual(0.2);
      expect(Math.abs(theirs.metres - ours.metres)).toBeLessThanOrEqual(0.2);
    });

    it('ranks the stations of a call by its drives, the one who answers by its route', async () => {
      const service = await withOsrm((await fake()).url);
      interface Dispatched {
        readonly answeringId: string;
        readonly responders: readonly { readonly stationId: string; readonly driveSeconds: number }[];
        readonly route: RouteView;
      }
      const theirs = (await answerOf(service, 'dispatch')) as unknown as Dispatched;
      const ours = (await answerOf(service, 'dispatch', 'embedded')) as unknown as Dispatched;
      const drives = ({ responders }: Dispatched) =>
        Object.fromEntries(responders.map(({ stationId, driveSeconds }) => [stationId, driveSeconds]));
      for (const [station, seconds] of Object.entries(drives(ours))) {
        expect(Math.abs(seconds - (drives(theirs)[station] ?? Infinity))).toBeLessThanOrEqual(0.2);
      }
      expect(theirs.answeringId).toBe(ours.answeringId);
      expect(theirs.route.seconds).toBe(drives(theirs)[theirs.answeringId]);
    });

    it('that is dead leaves every question to the embedded engine, which says so', async () => {
      const service = await withOsrm(await deadUrl());
      const chinese = await Promise.all(QUESTIONS.map((question) => answerOf(service, question)));
      for (const [i, question] of QUESTIONS.entries()) {
        const { about, ...standIn } = chinese[i]!;
        expect(about).toMatchObject({ engine: 'embedded', note: expect.stringContaining('由内置引擎计算') });
        const english = await answerOf(service, question, 'any', 'en');
        expect(english.about.note).toMatch(/^The OSRM server did not answer/);
        const { about: ofEmbedded, ...answer } = await answerOf(service, question, 'embedded');
        expect(ofEmbedded.note).toBeUndefined();
        expect(standIn).toEqual(answer);
      }
    });

    it('that is dead cannot be made to answer', async () => {
      const service = await withOsrm(await deadUrl());
      for (const { status, headers, text } of await Promise.all(
        QUESTIONS.map((question) => ask(service, question, 'osrm', 'en')),
      )) {
        expect({ status, body: JSON.parse(text) as object, retry: headers['retry-after'] }).toMatchObject({
          ...{ status: 503, body: { code: 'osrm-unavailable', detail: 'the OSRM server does not answer' } },
          retry: expect.anything(),
        });
      }
    });

    it('that falls silent within an answer leaves all of it to the embedded engine', async () => {
      const silentOnRoutes = (body: object, service: string): object => {
        if (service === 'route') throw new Error('silent');
        return body;
      };
      const service = await withOsrm((await fake({ lie: silentOnRoutes })).url);
      const { about, ...answer } = await answerOf(service, 'dispatch');
      expect(about).toMatchObject({ engine: 'embedded', note: expect.any(String) });
      const { about: _, ...embedded } = await answerOf(service, 'dispatch', 'embedded');
      expect(answer).toEqual(embedded);
    });

    it.each(QUESTIONS)('that is not set up cannot be demanded for %s', async (question) => {
      const { status, text } = await ask(api(), question, 'osrm');
      expect({ status, body: JSON.parse(text) as object }).toMatchObject({
        ...{ status: 422, body: { code: 'osrm-not-configured', detail: expect.stringContaining('HUBSHED_OSRM_URL') } },
      });
    });

    it.each(QUESTIONS)('that lies is found out over %s, and nothing hides it', async (question) => {
      const service = await withOsrm((await fake({ lie: () => ({ code: 'Ok' }) })).url);
      for (const engine of ['any', 'osrm']) {
        const { status, text } = await ask(service, question, engine);
        expect({ status, body: JSON.parse(text) as object }).toMatchObject({
          ...{ status: 502, body: { code: 'osrm-untrustworthy' } },
        });
      }
    });
  });
}
