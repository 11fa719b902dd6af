import { beforeAll, describe, expect, it, vi } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { findResult } from '../../../../server/db/results.ts';
import { StoreError } from '../../../../server/db/store-error.ts';
import { apiCounty } from './api-county.ts';
import { type ApiUnderTest, OpenApi } from './api-under-test.ts';

interface Answer {
  readonly about: { readonly inputHash: string };
}

/** Questions whose answers the store keeps. */
const KEPT = ['groups?maxMinutes=9', 'catchments?maxMinutes=9', 'hexagons?resolution=7'] as const;

/** Answers that outlive the service. */
export function describeKeptResults(api: ApiUnderTest): void {
  describe('kept answers', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    const ask = async (service: OpenApi, question: string) => {
      const { text } = await service.ask(`${at}/${question}`);
      return { text, hash: (JSON.parse(text) as Answer).about.inputHash };
    };
    /** Another service on the same store, as after a restart. */
    const restarted = async <Value>(work: (service: OpenApi) => Promise<Value>): Promise<Value> => {
      const service = await OpenApi.open(api().db);
      try {
        return await work(service);
      } finally {
        await service.close();
      }
    };

    it('are found again after a restart, byte for byte and without computing', async () => {
      const answers = await Promise.all(KEPT.map((question) => ask(api(), question)));
      await api().services.results.written();
      await restarted(async (service) => {
        const computing = vi.spyOn(service.services.threads, 'call');
        for (const [i, question] of KEPT.entries()) {
          expect((await ask(service, question)).text).toBe(answers[i]?.text);
        }
        expect(computing).not.toHaveBeenCalled();
      });
    });

    it('say what they were made of and by', async () => {
      const { text, hash } = await ask(api(), KEPT[1]);
      await api().services.results.written();
      const provenance = await api().json<{ createdAt: string }>(`${at}/results/${hash}`);
      expect(provenance).toMatchObject({
        ...{ inputHash: hash, kind: 'catchments', version: 1, engine: 'embedded' },
        ...{ profile: 'rural-plain', condition: 'base', byteLength: Buffer.byteLength(text) },
        rule: { maxMinutes: 9, maxKilometres: 30, combine: 'and', condition: 'base' },
      });
      expect(Math.abs(Date.parse(provenance.createdAt) - Date.now())).toBeLessThan(600_000);
    });

    it('have one hash for every language and form', async () => {
      const { hash } = await ask(api(), KEPT[0]);
      expect((await ask(api(), `${KEPT[0]}&lang=en`)).hash).toBe(hash);
      expect((await ask(api(), `${KEPT[0]}&table=settlements`)).hash).toBe(hash);
      const headers = { accept: 'application/geo+json' };
      const tables = await Promise.all(
        ['groups', 'settlements'].map((table) => api().ask(`${at}/${KEPT[0]}&table=${table}`, { headers })),
      );
      expect(tables.map(({ text }) => (JSON.parse(text) as Answer).about.inputHash)).toEqual([hash, hash]);
      expect(tables[0]?.text).not.toBe(tables[1]?.text);
    });

    it('are those in Chinese JSON alone', async () => {
      const { hash } = await ask(api(), 'catchments?maxMinutes=11&lang=en');
      await api().ask(`${at}/catchments?maxMinutes=11`, { headers: { accept: 'text/csv' } });
      await api().services.results.written();
      expect(await findResult(api().db, hash)).toBeUndefined();
      const { status, text } = await api().ask(`${at}/results/${hash}`);
      expect({ status, code: (JSON.parse(text) as { code: string }).code }).toEqual({
        status: 404,
        code: 'unknown-id',
      });
    });

    it('are told of their own county alone', async () => {
      const { hash } = await ask(api(), KEPT[0]);
      const other = (await importCounty(api().db, apiCounty())).countyCode;
      expect((await api().ask(`/api/counties/${other}/results/${hash}`)).status).toBe(404);
    });

    it('cost a computation and no answer where the store fails', async () => {
      await restarted(async (service) => {
        const { db } = service;
        const query = db.query.bind(db);
        const failing = vi.spyOn(db, 'query').mockImplementation((sql, ...rest) => {
          const isOfResults = /\bresult\b/.test(sql);
          return isOfResults ? Promise.reject(new StoreError('unexpected', 'no such luck')) : query(sql, ...rest);
        });
        expect(await ask(service, KEPT[0])).toEqual(await ask(api(), KEPT[0]));
        await service.services.results.written();
        expect(failing.mock.calls.some(([sql]) => /\bresult\b/.test(sql))).toBe(true);
        failing.mockRestore();
      });
    });

    it('are not kept of a version that is not in the store', async () => {
      const errors: unknown[] = [];
      const inputHash = 'f'.repeat(64);
      const astray = { inputHash, versionId: -1, kind: 'groups', profile: 'p', condition: 'base', engine: 'embedded' };
      const payload = Buffer.from('{}');
      api().services.results.keep(
        { ...astray, contentType: 'application/json', payload },
        { error: (error: unknown) => errors.push(error) },
      );
      await api().services.results.written();
      expect(errors).toMatchObject([{ code: 'foreign-key-violation' }]);
      expect(await findResult(api().db, inputHash)).toBeUndefined();
    });
  });
}
