import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_COUNTING } from '../../../geodata/grouping/counting-rule.ts';
import { CONDITIONS } from '../../../geodata/roads/profiles/conditions.ts';
import type { ApiApp } from '../../../server/api/api-app.ts';
import { buildApp } from '../../../server/app.ts';
import { readStoreConfig } from '../../../server/config.ts';
import type { Db } from '../../../server/db/db.ts';
import { addGroupPlan, listGroupPlans } from '../../../server/db/group-plans.ts';
import { importCounty } from '../../../server/db/import-county.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { listNetworks } from '../../../server/db/networks.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { addRule, listRules } from '../../../server/db/response-rules.ts';
import { listStandardRules } from '../../../server/db/standard-rules.ts';
import { listCounties, listVersions } from '../../../server/db/versions.ts';
import { makeServices } from '../../../server/main.ts';
import { at, SMALL_STATIONS, smallCounty } from '../db/suite/small-county.ts';
import type { KnownCounty } from './hostile/drafts.ts';
import { BREAK_NAMES, type HostileRequest, hostileRequest } from './hostile/hostile-requests.ts';
import { PERSONAL_LOOKING } from './hostile/odd-texts.ts';
import { CONNECTION_KINDS, type RawConnection, rawConnection } from './hostile/raw-connections.ts';
import { type RawAnswer, sendRaw } from './hostile/send-raw.ts';

/** More of them, and others: `HUBSHED_HOSTILE=100000 HUBSHED_HOSTILE_SEED=7 npm test -- test/server/api/hostile`. */
const COUNT = Number(process.env['HUBSHED_HOSTILE'] ?? 10_000);
const SEED = Number(process.env['HUBSHED_HOSTILE_SEED'] ?? 20_261_124);
const AT_ONCE = 8;
/** No refusal takes so long, even while another request computes. */
const LONGEST_MS = 10_000;
const LONGEST_ANSWER = 16_000;
const MOST_HEAP_GROWTH = 200 << 20;

const CONNECTIONS = 500;
const BATCH = 25;
/** What health may take, on a machine with other work, while a batch is under way. */
const PROMPT_MS = 5000;
/** Stands in a file beside the folder of the web pages. */
const SECRET = 'nobody may read this';

let db: Db;
let folder = '';
let port = 0;
let app: ApiApp;
let closeServices: () => Promise<void>;
let known: KnownCounty;
let document: object;
const unhandled: unknown[] = [];
const noteUnhandled = (error: unknown): void => {
  unhandled.push(error);
};

beforeAll(async () => {
  process.on('unhandledRejection', noteUnhandled);
  process.on('uncaughtExceptionMonitor', noteUnhandled);
  const { cacheFolder } = readStoreConfig(process.env);
  db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'hostile' });
  await migrate(db);
  known = await storeCounty(db);
  const { services, close } = await makeServices(db, {});
  closeServices = close;
  folder = await webFolderWithSecret();
  app = await buildApp(services, { webFolder: join(folder, 'web') });
  await app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = app.server.address() as AddressInfo);
  document = app.swagger();
});
afterAll(async () => {
  app.server.closeAllConnections();
  await app.close();
  await closeServices();
  await db.close();
  await rm(folder, { recursive: true });
  process.off('unhandledRejection', noteUnhandled);
  process.off('uncaughtExceptionMonitor', noteUnhandled);
});

async function webFolderWithSecret(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'hubshed-hostile-'));
  await mkdir(join(made, 'web', 'assets'), { recursive: true });
  await writeFile(join(made, 'web', 'index.html'), '<!doctype html>');
  await writeFile(join(made, 'web', '.hidden'), SECRET);
  await writeFile(join(made, 'secret.txt'), SECRET);
  return made;
}

/** A county with a network for `base` alone, a plan and a rule. */
async function storeCounty(store: Db): Promise<KnownCounty> {
  const version = await importCounty(store, smallCounty());
  const [urban = '', rural = ''] = SMALL_STATIONS.map(({ id }) => id);
  const plan = '现行方案';
  await addGroupPlan(store, {
    versionId: version.id,
    name: plan,
    groups: [{ id: 'G', centreId: urban, memberIds: [rural] }],
  });
  const rule = '标准口径';
  await addRule(store, version.countyCode, { name: rule, ...DEFAULT_COUNTING });
  const [network] = await listNetworks(store, version.id);
  return {
    code: version.countyCode,
    version: version.number,
    networkHash: network?.hash ?? '',
    stationIds: [urban, rural],
    settlementIds: ['V1', 'V7', 'V12'],
    plan,
    rule,
    point: at(5000, 2450),
    missingConditions: CONDITIONS.filter((condition) => condition !== 'base'),
  };
}

/** Everything that a request could have changed. */
async function stored(): Promise<unknown> {
  const counties = await listCounties(db);
  return Promise.all(
    counties.map(async ({ id, countyCode }) => ({
      versions: await listVersions(db, countyCode),
      rules: await listRules(db, countyCode),
      standardRules: await listStandardRules(db, countyCode),
      plans: await listGroupPlans(db, id),
    })),
  );
}

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly milliseconds: number;
}

async function send({ method, url, headers, payload }: HostileRequest): Promise<Answered> {
  const start = performance.now();
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  const bytes = decoded(answer.rawPayload, String(answer.headers['content-encoding'] ?? ''));
  const type = String(answer.headers['content-type']);
  return { status: answer.statusCode, type, body: bytes.toString(), milliseconds: performance.now() - start };
}

function decoded(bytes: Buffer, coding: string): Buffer {
  if (coding === 'gzip') return gunzipSync(bytes);
  if (coding === 'br') return brotliDecompressSync(bytes);
  return coding === 'deflate' ? inflateSync(bytes) : bytes;
}

/** What is wrong with the answer to a request that had to be refused; undefined where nothing is. */
function complaint({ method }: HostileRequest, { status, type, body, milliseconds }: Answered): string | undefined {
  if (status < 400 || status > 499) return `status ${status}`;
  if (type !== 'application/problem+json; charset=utf-8') return `content type ${type}`;
  if (milliseconds > LONGEST_MS) return `${Math.round(milliseconds)} ms`;
  if (method === 'HEAD') return body === '' ? undefined : 'a body to HEAD';
  if (body.length > LONGEST_ANSWER) return `a body of ${body.length} characters`;
  if (body.includes(PERSONAL_LOOKING)) return 'it repeats what looks personal';
  return problemComplaint(body, status);
}

function problemComplaint(body: string, status: number): string | undefined {
  const problem = JSON.parse(body) as Readonly<Record<string, unknown>>;
  if (problem['status'] !== status) return `status ${String(problem['status'])} in the body`;
  const missing = ['type', 'title', 'detail', 'code'].find(
    (name) => typeof problem[name] !== 'string' || problem[name] === '',
  );
  if (missing !== undefined) return `no ${missing}`;
  const texts = JSON.stringify(problem, (_, member: unknown) =>
    typeof member === 'string' ? shownCharacters(member) : member,
  );
  return texts.includes(HIDDEN) ? 'hidden characters' : undefined;
}

const HIDDEN = '(hidden)';

function shownCharacters(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, HIDDEN);
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'string' && member.length > 300 ? `${member.slice(0, 300)}... (${member.length})` : member,
  );
}

describe('the API under hostile requests', () => {
  it(`refuses ${COUNT} of them, one problem each, and nothing is changed`, { timeout: 600_000 }, async () => {
    const before = await stored();
    const failures: string[] = [];
    const seen = { operations: new Set<string>(), breaks: new Set<string>(), statuses: new Map<number, number>() };
    let heapBefore = 0;
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < COUNT && failures.length < 20; index = next++) {
        const request = hostileRequest(document, known, SEED, index);
        const answered = await send(request).catch((error: unknown) => ({
          status: 0,
          type: String(error),
          body: '',
          milliseconds: 0,
        }));
        const wrong = complaint(request, answered);
        const { payload, ...head } = request;
        if (wrong)
          failures.push(
            shown({ wrong, seed: SEED, index, ...head, payload: payload?.toString('latin1'), body: answered.body }),
          );
        seen.operations.add(request.operation);
        for (const name of request.broken) seen.breaks.add(name);
        seen.statuses.set(answered.status, (seen.statuses.get(answered.status) ?? 0) + 1);
        if (index === Math.floor(COUNT / 2)) heapBefore = process.memoryUsage().heapUsed;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (process.env['HUBSHED_HOSTILE_VERBOSE']) console.info(seen.statuses);
    expect(failures.join('\n\n')).toBe('');
    expect(await stored()).toEqual(before);
    expect((await app.inject('/api/health')).statusCode).toBe(200);
    expect(unhandled).toEqual([]);
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(MOST_HEAP_GROWTH);
    if (COUNT < 5000) return;
    expect([...seen.breaks].sort()).toEqual([...BREAK_NAMES].sort());
    expect(seen.operations.size).toBe(operationCount());
  });

  it('are the same ones for the same seed', () => {
    for (let index = 0; index < 50; index++) {
      expect(hostileRequest(document, known, SEED, index)).toEqual(hostileRequest(document, known, SEED, index));
    }
    expect(hostileRequest(document, known, 1, 0)).not.toEqual(hostileRequest(document, known, 2, 0));
  });
});

describe('the service under hostile connections', () => {
  it(`refuses or closes ${CONNECTIONS} of them, and answers others meanwhile`, { timeout: 300_000 }, async () => {
    const before = await stored();
    const failures: string[] = [];
    const kinds = new Set<string>();
    for (let first = 0; first < CONNECTIONS; first += BATCH) {
      const batch = Array.from({ length: BATCH }, (_, i) => first + i);
      const answers = batch.map(async (index) => {
        const connection = rawConnection(known, SEED, index);
        kinds.add(connection.kind);
        const answer = await sendRaw(port, connection, LONGEST_MS);
        const wrong = connectionComplaint(connection, answer);
        const { text } = answer;
        if (wrong) failures.push(shown({ wrong, seed: SEED, index, sent: connection.pieces.join(''), text }));
      });
      const health = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(PROMPT_MS) });
      expect(health.status).toBe(200);
      await Promise.all(answers);
    }
    expect(failures.join('\n\n')).toBe('');
    expect([...kinds].sort()).toEqual([...CONNECTION_KINDS].sort());
    expect(await stored()).toEqual(before);
    expect(unhandled).toEqual([]);
    await vi.waitFor(async () => expect(await openConnections()).toBeLessThan(5), { timeout: 10_000 });
  });
});

/** What is wrong with the answers on a connection. */
function connectionComplaint(
  { rightRequests, leaves }: RawConnection,
  { statuses, text, isClosed }: RawAnswer,
): string | undefined {
  if (text.includes(SECRET)) return 'it reads what it must not';
  if (leaves !== 'broken off' && !isClosed) return 'it stays open';
  const right = statuses.filter((status) => status === 200).length;
  if (right > rightRequests) return `${right} answers 200`;
  const other = statuses.find((status) => status !== 200 && status !== 100 && (status < 400 || status > 499));
  return other === undefined ? undefined : `status ${other}`;
}

function openConnections(): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

function operationCount(): number {
  const { paths } = document as { readonly paths: Readonly<Record<string, object>> };
  return Object.values(paths).reduce((count, operations) => count + Object.keys(operations).length, 0);
}
