import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiApp } from '../../../server/api/api-app.ts';
import type { IntakeViewBody } from '../../../server/api/contract/intakes.ts';
import { buildApp } from '../../../server/app.ts';
import { readStoreConfig } from '../../../server/config.ts';
import type { Db } from '../../../server/db/db.ts';
import { openDb } from '../../../server/db/open-db.ts';
import { makeServices } from '../../../server/main.ts';
import { csvFile, stations, units } from '../intake/small-delivery.ts';
import type { OpenApi } from './suite/api-under-test.ts';
import { deliver, type FormPart } from './suite/delivery-form.ts';

const CODE = '340121';
/** Made here, of nobody. */
const SECRETS = [`某${'某'.repeat(2)}密`, `1${'39'.repeat(5)}`, '密某密某路'];
const usualTemporary = process.env['TMPDIR'];
let folder = '';
let db: Db;
let app: ApiApp;
let closeServices: () => Promise<void>;
let log = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-personal-'));
  process.env['TMPDIR'] = folder;
  db = await openDb(readStoreConfig({ ...process.env, DATABASE_URL: undefined, HUBSHED_STORE: join(folder, 'store') }));
  const { services, close } = await makeServices(db, {});
  closeServices = close;
  const stream = new Writable({
    write(line: Buffer, _encoding, done) {
      log += line.toString();
      done();
    },
  });
  app = await buildApp(services, { logger: { level: 'trace', stream } });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await closeServices();
  await db.close();
  if (usualTemporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usualTemporary;
  await rm(folder, { recursive: true, force: true });
});

/** Files below a folder that hold any of some texts, in UTF-8 or UTF-16. */
async function filesWith(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const holds = texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
    if (holds) found.push(path);
  }
  return found;
}

async function checkedDelivery(
  files: readonly FormPart[],
): Promise<{ path: string; seen: IntakeViewBody; text: string }> {
  const { text: begun } = await deliver(() => ({ app }) as OpenApi, CODE, files);
  const path = `/api/counties/${CODE}/intakes/${(JSON.parse(begun) as { id: string }).id}`;
  for (;;) {
    const { payload: text } = await app.inject({ url: `${path}?lang=zh`, headers: { host: 'localhost' } });
    const seen = JSON.parse(text) as IntakeViewBody;
    if (seen.state !== 'checking') return { path, seen, text };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a delivery with personal columns', () => {
  const persons = csvFile('花名册.csv', [
    ['姓名', '手机', '派出所', '家庭住址'],
    [SECRETS[0] ?? '', SECRETS[1] ?? '', '城关派出所', SECRETS[2] ?? ''],
  ]) as FormPart;

  it('leaves nothing of itself in the store, in temporary folders, in the log or in any answer', {
    timeout: 120_000,
  }, async () => {
    const files = [persons, stations(), units()] as FormPart[];
    const { path, seen, text } = await checkedDelivery(files);
    expect(seen.files[0]).toMatchObject({ roles: ['refused'], sha256: null });
    expect(seen.findings.items[0]?.text).toContain('花名册.csv第 1 行“姓名”列');
    expect(seen.commit).toEqual({ all: false, good: false });
    const receipt = await app.inject({ url: `${path}/receipts/0`, headers: { host: 'localhost' } });
    expect(receipt.statusCode).toBe(200);
    // Again without the file, which is gone: what was found in it stays, and stays in the way.
    await app.inject({ method: 'PUT', url: `${path}/choices`, headers: { host: 'localhost' }, payload: {} });
    for (;;) {
      const again = await app.inject({ url: path, headers: { host: 'localhost' } });
      const { state, files: summaries, commit } = JSON.parse(again.payload) as IntakeViewBody;
      if (state === 'checking') {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      expect({ roles: summaries[0]?.roles, commit }).toEqual({
        roles: ['refused'],
        commit: { all: false, good: false },
      });
      break;
    }
    const commit = await app.inject({
      ...{ method: 'POST', url: `${path}/commit`, headers: { host: 'localhost' } },
      payload: { name: '示例县', rows: 'good' },
    });
    expect(commit.statusCode).toBe(422);
    const answers = text + receipt.rawPayload.toString('utf8') + commit.payload;
    for (const secret of SECRETS) {
      expect(answers).not.toContain(secret);
      expect(log).not.toContain(secret);
    }
    expect(log).toContain('/intakes');
    expect(await filesWith(SECRETS)).toEqual([]);
    // The search would find it.
    expect(await filesWith(['dataset_version'])).not.toEqual([]);
  });

  it('is refused at the form where a name of a file or a choice looks personal', async () => {
    const named = await deliver(() => ({ app }) as OpenApi, CODE, [
      { ...(stations() as FormPart & object), name: `${SECRETS[1]}.csv` } as FormPart,
    ]);
    expect(named.status).toBe(400);
    const choices = JSON.stringify({ columns: { units: { [SECRETS[1] ?? '']: 'ignore' } } });
    const said = await deliver(() => ({ app }) as OpenApi, CODE, [
      stations() as FormPart,
      { field: 'choices', text: choices },
    ]);
    expect(said.status).toBe(400);
    expect(named.text + said.text + log).not.toContain(SECRETS[1]);
  });
});
