import { beforeAll, describe, expect, it } from 'vitest';
import { STANDARD_RULES } from '../../../../geodata/standards/rule-set.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { apiCounty } from './api-county.ts';
import { type ApiUnderTest, csvRows } from './api-under-test.ts';
import { sheetRows, XLSX } from './sheet-rows.ts';

interface Outcome {
  readonly value: { readonly numerator: number; readonly denominator: number } | null;
  readonly verdict: string;
  readonly met: boolean | null;
  readonly missing: number;
  readonly withheld: number;
}

interface Clause extends Outcome {
  readonly id: string;
  readonly clause: string;
  readonly formula: string;
  readonly asOf: { readonly oldest: string; readonly newest: string } | null;
  readonly variants: readonly (Outcome & { readonly key: string; readonly choice: string })[];
  readonly listed?: readonly (Outcome & { readonly id: string; readonly figures: object; readonly reason: string })[];
}

interface Scorecard {
  readonly ruleVersion: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly clauses: readonly Clause[];
}

interface Rules {
  readonly inForce: number;
  readonly rules: readonly { readonly id: string; readonly enabled: boolean }[];
  readonly versions: readonly { readonly number: number; readonly note: string; readonly edits: object }[];
}

/** Worked out by hand from `API_RECORDS`: numerator, denominator, verdict, whether it is met, units without data. */
const EXPECTED: Readonly<Record<string, readonly [number | null, number | null, string, boolean | null, number]>> = {
  c3: [3, 3, 'pass', true, 0],
  c4A: [33, 80, 'near', true, 0],
  c4B: [13, 33, 'near', false, 0],
  c4C: [2, 3, 'fail', false, 0],
  c5: [4, 6, 'fail', false, 1],
  'c12-coverage': [3, 7, 'fail', false, 0],
  'c12-network': [2, 3, 'fail', false, 0],
  'c15-rural': [3, 3, 'no-data', null, 1],
  'c15-urban': [27, 30, 'near', false, 0],
  'c15-analysts': [2, 3, 'fail', false, 0],
  'c15-funds': [200_000, 1, 'pass', true, 0],
  c20: [null, null, 'no-data', null, 0],
  c21: [6, 7, 'fail', false, 0],
};

/** The scorecard of a county that can be worked out by hand, and its rules. */
export function describeScorecard(api: ApiUnderTest): void {
  let at = '';
  beforeAll(async () => {
    const { countyCode } = await importCounty(api().db, apiCounty());
    api().services.countyChanged(countyCode);
    at = `/api/counties/${countyCode}`;
  });

  describe('the scorecard', () => {
    const clause = async (id: string, query = '') =>
      (await api().json<Scorecard>(`${at}/scorecard?clause=${id}${query}`)).clauses.find((one) => one.id === id)!;

    it.each(Object.entries(EXPECTED))('has %s as it comes out by hand', async (id, expected) => {
      const { value, verdict, met, missing } = await clause(id);
      expect([value?.numerator ?? null, value?.denominator ?? null, verdict, met, missing]).toEqual(expected);
    });

    it('has every rule that the county is held to, counted by verdict, with formula and dates', async () => {
      const { clauses, counts, ruleVersion } = await api().json<Scorecard>(`${at}/scorecard`);
      expect(ruleVersion).toBe(0);
      expect(clauses.map(({ id }) => id)).toEqual(STANDARD_RULES.filter(({ enabled }) => enabled).map(({ id }) => id));
      for (const verdict of ['pass', 'near', 'fail', 'no-data']) {
        expect(counts[verdict]).toBe(clauses.filter((one) => one.verdict === verdict).length);
      }
      for (const { formula, listed } of clauses) expect([formula.length > 0, listed]).toEqual([true, undefined]);
      expect(clauses.find(({ id }) => id === 'c21')?.asOf).toEqual({ oldest: '2026-03-31', newest: '2026-06-30' });
    });

    it('lists the units behind a clause, and all rules of one', async () => {
      const { clauses } = await api().json<Scorecard>(`${at}/scorecard?clause=c4`);
      expect(clauses.map(({ id }) => id)).toEqual(['c4A', 'c4B', 'c4C']);
      expect(clauses[2]?.listed?.map(({ id, verdict }) => [id, verdict])).toEqual([
        ['S1', 'pass'],
        ['S2', 'fail'],
        ['S3', 'pass'],
      ]);
    });

    it('judges by what is shown, and leaves out what is withheld', async () => {
      const { listed = [], withheld } = await clause('c15-rural');
      expect(withheld).toBe(2);
      const found = Object.fromEntries(listed.map((unit) => [unit.id, unit]));
      expect(found['340121100201']).toMatchObject({
        ...{ verdict: 'pass', value: { numerator: 20, denominator: 1 }, figures: { least: 20, shortfall: 0 } },
      });
      for (const id of ['340121201202', '340121201203']) {
        expect(found[id]).toMatchObject({ verdict: 'no-data', value: null, figures: {}, sampleTooSmall: true });
      }
    });

    it('has the other readings beside the one that holds, sums of households without the withheld', async () => {
      const { variants } = await clause('c12-coverage');
      const byHouseholds = variants.find(({ choice }) => choice === 'households');
      expect(byHouseholds).toMatchObject({ value: { numerator: 500, denominator: 750 }, missing: 1, withheld: 2 });
      const built = variants.find(({ choice }) => choice === 'built');
      expect(built).toMatchObject({ value: { numerator: 4, denominator: 7 }, withheld: 0 });
    });

    it('counts the groups that the same question about groups finds', async () => {
      for (const query of ['', '?maxMinutes=9', '?maxGroup=2']) {
        const { groups } = await api().json<{ groups: { id: string; status: string }[] }>(`${at}/groups${query}`);
        const { clauses } = await api().json<Scorecard>(`${at}/scorecard?clause=c6c${query.replace('?', '&')}`);
        const met = groups.filter(({ status }) => status === 'pass' || status === 'marginal').length;
        expect(clauses[0]?.listed?.map(({ id }) => id).sort()).toEqual(groups.map(({ id }) => id).sort());
        expect(clauses[0]?.value).toEqual(groups.length > 0 ? { numerator: met, denominator: groups.length } : null);
      }
    });

    it('has the same numbers in JSON, CSV and XLSX', async () => {
      const { clauses } = await api().json<Scorecard>(`${at}/scorecard`);
      const csv = csvRows((await api().ask(`${at}/scorecard`, { headers: { accept: 'text/csv' } })).text);
      const xlsx = await sheetRows((await api().ask(`${at}/scorecard`, { headers: { accept: XLSX } })).bytes);
      const rows = clauses.flatMap(({ id, variants, ...own }) => [own, ...variants].map((one) => ({ id, ...one })));
      const numbers = rows.map(({ id, value }) => [id, value?.numerator, value?.denominator].map((cell) => cell ?? ''));
      expect(csv.map((row) => [row['条款'], row['分子'], row['分母']])).toEqual(numbers.map((row) => row.map(String)));
      expect(xlsx.map((row) => [row[0], row[4] ?? '', row[5] ?? ''])).toEqual(numbers);
      const units = await api().ask(`${at}/scorecard?table=units&clause=c4C`, { headers: { accept: 'text/csv' } });
      expect(csvRows(units.text).map((row) => [row['编号'], row['分子']])).toEqual([
        ['S1', '24'],
        ['S2', '4'],
        ['S3', '5'],
      ]);
    });

    it('is not sent again to a client that has it, and refuses clauses that there are not', async () => {
      const { headers } = await api().ask(`${at}/scorecard`);
      const again = await api().ask(`${at}/scorecard`, { headers: { 'if-none-match': String(headers['etag']) } });
      expect(again.status).toBe(304);
      for (const query of ['clause=c14', 'clauses=c4', 'ruleVersion=-1']) {
        expect((await api().ask(`${at}/scorecard?${query}`)).status).toBe(400);
      }
      expect((await api().ask(`${at}/scorecard?ruleVersion=7`)).status).toBe(404);
    });
  });

  describe('the standard’s rules', () => {
    const put = (edits: object, note = '测试') =>
      api().ask(`${at}/standard-rules`, { method: 'PUT', body: { edits, note } });

    it('are put in force by version, which the scorecard names and follows', async () => {
      expect(await api().json<Rules>(`${at}/standard-rules`)).toMatchObject({ inForce: 0, versions: [] });
      const before = await api().ask(`${at}/scorecard`);
      const edits = {
        rules: {
          c19: { enabled: true },
          c5: { switches: { assistant: 'stands-in' } },
          c4C: { thresholds: { officers: 4 } },
        },
      };
      expect((await put(edits)).status).toBe(200);
      const rules = await api().json<Rules>(`${at}/standard-rules`);
      expect(rules).toMatchObject({ inForce: 1, versions: [{ number: 1, note: '测试', edits }] });
      expect(rules.rules.find(({ id }) => id === 'c19')?.enabled).toBe(true);
      const after = await api().json<Scorecard>(`${at}/scorecard`);
      expect(after.ruleVersion).toBe(1);
      const found = Object.fromEntries(after.clauses.map((one) => [one.id, one]));
      expect(found['c19']).toMatchObject({ value: { numerator: 1, denominator: 1 }, verdict: 'no-data', missing: 2 });
      expect(found['c5']?.value).toEqual({ numerator: 5, denominator: 6 });
      expect(found['c4C']).toMatchObject({ value: { numerator: 3, denominator: 3 }, verdict: 'pass' });
      expect((await api().ask(`${at}/scorecard?ruleVersion=0`)).text).toBe(before.text);
      expect((await put({ rules: {} }, '')).status).toBe(200);
      expect(await api().json<Rules>(`${at}/standard-rules`)).toMatchObject({ inForce: 2 });
    });

    it('are refused with every switch and number that cannot be, and stay what they were', async () => {
      const before = await api().json<Rules>(`${at}/standard-rules`);
      const { status, text } = await put({
        rules: {
          c5: { switches: { comparison: 'most', size: 'x' } },
          'c15-analysts': { thresholds: { leastAnalysts: 5000 } },
          c14: {},
        },
      });
      expect(status).toBe(400);
      expect(JSON.parse(text)).toMatchObject({
        code: 'request-invalid',
        problems: [
          { column: 'body/edits/rules/c14', rule: 'unknown-rule' },
          { column: 'body/edits/rules/c5/switches/size', rule: 'unknown-switch' },
          { column: 'body/edits/rules/c5/switches/comparison', rule: 'unknown-value' },
          { column: 'body/edits/rules/c15-analysts/thresholds/leastAnalysts', rule: 'out-of-range' },
        ],
      });
      expect((await put({ rules: { c5: { switches: { comparison: 1 } } } })).status).toBe(400);
      expect((await put({ rules: {} }, `电话 ${['139', '0013', '8000'].join('')}`)).status).toBe(400);
      expect(await api().json<Rules>(`${at}/standard-rules`)).toEqual(before);
    });
  });
}
