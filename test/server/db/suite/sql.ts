import { describe, expect, it } from 'vitest';
import { queryAsJson } from '../../../../server/db/db.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** What both drivers must make of values, errors and transactions. */
export function describeSql(store: StoreUnderTest): void {
  describe('SQL values', () => {
    it('come back as the same JavaScript values on both stores', async () => {
      const [row] = await store().query(
        `SELECT 5::int8 AS small, 9223372036854775807::int8 AS large, -9007199254740993::int8 AS negative,
                1.5::float8 AS real, 1.50::numeric AS exact, true AS yes, NULL::int AS nothing,
                '{"b":[1,null]}'::jsonb AS document, timestamptz '2026-01-02 03:04:05.678Z' AS time,
                ARRAY['甲', NULL, 'a"b\\c,{}'] AS texts, ARRAY[1, 2] AS numbers,
                count(*) AS counted, ST_SetSRID(ST_Point(1, 2), 4326) AS place`,
      );
      expect(row).toStrictEqual({
        small: 5,
        large: 9_223_372_036_854_775_807n,
        negative: -9_007_199_254_740_993n,
        real: 1.5,
        exact: '1.50',
        yes: true,
        nothing: null,
        document: { b: [1, null] },
        time: new Date('2026-01-02T03:04:05.678Z'),
        texts: ['甲', null, 'a"b\\c,{}'],
        numbers: [1, 2],
        counted: 1,
        place: '0101000020E6100000000000000000F03F0000000000000040',
      });
    });

    it('go in as parameters and come back unchanged', async () => {
      const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
      const time = new Date('2026-01-02T03:04:05.678Z');
      const [row] = await store().query<Record<string, unknown>>(
        `SELECT $1::bytea AS bytes, $2::int8 AS large, $3::timestamptz AS time, $4::text[] AS texts,
                $5::float8 AS real, $6::boolean AS no, $7::text AS nothing, $8::text AS text`,
        [bytes, 2n ** 60n, time, ["'; DROP TABLE county; --", null], 0.1, false, null, '北京 "a" \\ \' $1'],
      );
      expect(row?.['bytes']).toBeInstanceOf(Uint8Array);
      expect(Buffer.compare(row?.['bytes'] as Uint8Array, bytes)).toBe(0);
      expect({ ...row, bytes: undefined }).toStrictEqual({
        bytes: undefined,
        large: 2n ** 60n,
        time,
        texts: ["'; DROP TABLE county; --", null],
        real: 0.1,
        no: false,
        nothing: null,
        text: '北京 "a" \\ \' $1',
      });
    });

    it('come as JSON in their order, every double exact', async () => {
      const rows = await queryAsJson<{ n: number; x: number }>(
        store(),
        'SELECT n, n / 7.0::float8 AS x FROM generate_series(1, 1000) AS n ORDER BY n DESC',
      );
      expect(rows).toEqual(Array.from({ length: 1000 }, (_, i) => ({ n: 1000 - i, x: (1000 - i) / 7 })));
      expect(await queryAsJson(store(), 'SELECT 1 AS n WHERE false')).toEqual([]);
    });
  });

  describe('errors', () => {
    it.each([
      ["INSERT INTO county (code) VALUES ('999901'), ('999901')", 'unique-violation'],
      ["UPDATE county SET code = '999902', current_version_id = -1 WHERE code = '999999'", 'foreign-key-violation'],
      ["INSERT INTO county (code) VALUES ('12345')", 'check-violation'],
      ['INSERT INTO county (code) VALUES (NULL)', 'check-violation'],
      ['SELECT 1 / 0', 'invalid-value'],
      ["SELECT 'x'::int", 'invalid-value'],
      ['SELECT nothing_of_this_name', 'unexpected'],
      ['SELEC', 'unexpected'],
    ])('of %s have the code %s, and the next statement runs', async (sql, code) => {
      await store().query("INSERT INTO county (code) VALUES ('999999') ON CONFLICT DO NOTHING");
      await expect(store().query(sql)).rejects.toMatchObject({ name: 'StoreError', code });
      expect(await store().query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('name the constraint', async () => {
      await expect(store().query("INSERT INTO county (code) VALUES ('x')")).rejects.toMatchObject({
        data: { sqlState: '23514', constraint: 'county_code_check', table: 'county' },
      });
    });
  });

  describe('a transaction', () => {
    it('keeps nothing when its work throws, and throws the same', async () => {
      const failure = new Error('the work failed');
      const work = store().transaction(async (tx) => {
        await tx.query("INSERT INTO county (code) VALUES ('999910')");
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
      expect(await store().query("SELECT 1 FROM county WHERE code = '999910'")).toEqual([]);
    });

    it('keeps all of it when its work returns', async () => {
      const given = await store().transaction(async (tx) => {
        await tx.query("INSERT INTO county (code) VALUES ('999911')");
        await tx.query("INSERT INTO county (code) VALUES ('999912')");
        return 'done';
      });
      expect(given).toBe('done');
      expect(await store().query("SELECT code FROM county WHERE code IN ('999911', '999912')")).toHaveLength(2);
    });
  });

  describe('an aborted signal', () => {
    it('keeps a statement from running and rejects with its reason', async () => {
      const reason = new Error('gone away');
      const signal = AbortSignal.abort(reason);
      await expect(store().query('SELECT 1', [], { signal })).rejects.toBe(reason);
    });
  });
}
