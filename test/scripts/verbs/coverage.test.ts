import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { readStoreConfig } from '../../../server/config.ts';
import { importCounty } from '../../../server/db/import-county.ts';
import { openDb } from '../../../server/db/open-db.ts';
import { makeServices } from '../../../server/main.ts';
import { apiCounty } from '../../server/api/suite/api-county.ts';
import { sheetRows } from '../../server/api/suite/sheet-rows.ts';
import { runCommand } from '../run-command.ts';

/** A verb with its options, and the address that answers the same. */
const QUESTIONS = [
  ['coverage', ['--by', 'compound', '--reading', 'built'], 'coverage/video?by=compound&reading=built'],
  ['coverage', ['--of', 'volunteers', '--by', 'unit'], 'coverage/volunteers'],
  ['coverage', ['--of', 'hexagons', '--resolution', '7'], 'coverage/hexagons?resolution=7'],
  ['scorecard', ['--table', 'units'], 'scorecard?table=units'],
  ['gaps', ['--kind', 'video-equip', '--severity-weight', '9'], 'gaps?kind=video-equip&severityWeight=9'],
] as const;

describe('coverage, scorecard and gaps on the command line', () => {
  let folder = '';
  let code = '';
  const answers = new Map<string, string>();
  const run = (argv: readonly string[], language = 'zh') =>
    runCommand(argv, { env: { HUBSHED_LANG: language, HUBSHED_STORE: join(folder, 'store') } });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hubshed-coverage-'));
    const db = await openDb(readStoreConfig({ ...process.env, HUBSHED_STORE: join(folder, 'store') }));
    const county = apiCounty();
    code = county.code;
    await importCounty(db, county);
    const { services, close } = await makeServices(db, {});
    const app = await buildApp(services);
    for (const [, , path] of QUESTIONS) {
      const headers = { host: 'localhost', accept: 'text/csv' };
      answers.set(path, (await app.inject({ url: `/api/counties/${code}/${path}`, headers })).payload);
    }
    await app.close();
    await close();
    await db.close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(QUESTIONS)('has in %s %j the very table of %s', async (verb, options, path) => {
    const { code: exit, out } = await run([verb, '--county', code, ...options, '--format', 'csv']);
    expect(exit).toBe(0);
    expect(out).toBe(answers.get(path));
    expect(out.split('\n').length).toBeGreaterThan(2);
  });

  it.each([
    ['coverage', 'zh'],
    ['scorecard', 'zh'],
    ['gaps', 'zh'],
    ['gaps', 'en'],
  ])('shows people %s in %s', async (verb, language) => {
    const { code: exit, out } = await run([verb, '--county', code], language);
    expect(exit).toBe(0);
    expect(/\p{Script=Han}/u.test(out.split('\n')[0] ?? '')).toBe(language === 'zh');
  });

  it('writes a workbook to a file, with the rows of the CSV', async () => {
    const out = join(folder, 'units.xlsx');
    const options = ['--of', 'volunteers', '--by', 'unit', '--format', 'xlsx'];
    expect((await run(['coverage', '--county', code, ...options, '--out', out])).code).toBe(0);
    const rows = await sheetRows(await readFile(out));
    expect(rows.map(([id]) => id)).toEqual([
      ...['340121100001', '340121100201', '340121200201', '340121200202'],
      ...['340121201201', '340121201202', '340121201203'],
    ]);
    expect((await run(['coverage', '--county', code, ...options])).code).not.toBe(0);
  });

  it('has JSON with the columns’ keys', async () => {
    const { out } = await run(['gaps', '--county', code, '--limit', '2', '--json']);
    const { rows } = JSON.parse(out) as { rows: { rank: number; score: number }[] };
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2]);
  });

  it('refuses a county, plan and rule version that there are not', async () => {
    expect(await run(['coverage', '--county', '999999'])).toMatchObject({ code: 4, out: '' });
    for (const options of [
      ['--plan', '没有'],
      ['--rule-version', '9'],
    ]) {
      const { code: exit, out } = await run(['scorecard', '--county', code, ...options]);
      expect([exit === 0, out]).toEqual([false, '']);
    }
    expect((await run(['coverage', '--county', code, '--of', 'volunteers', '--by', 'compound'])).code).toBe(2);
  });
});
