import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import accepts from '@fastify/accepts';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importRoutes } from '../../../server/api/imports.ts';
import { languageOf } from '../../../server/api/negotiate.ts';
import { problemOf } from '../../../server/api/problems.ts';
import { readStoreConfig } from '../../../server/config.ts';
import type { Db } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { listNetworks } from '../../../server/db/networks.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { listStations } from '../../../server/db/stations.ts';
import { currentVersion, listVersions } from '../../../server/db/versions.ts';
import { scenePbf } from '../../scenes/scene.ts';
import { TOWN } from '../../scripts/town-scene.ts';
import { newCountyCode } from '../db/suite/store-under-test.ts';

const ROADS = scenePbf(TOWN);
const oldTemporary = process.env['TMPDIR'];
let db: Db;
let app: FastifyInstance;
let address = '';
/** Where uploads go. */
let temporary = '';
let changed: string[] = [];

beforeAll(async () => {
  const { cacheFolder } = readStoreConfig(process.env);
  db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'api' });
  await migrate(db);
  temporary = await mkdtemp(join(tmpdir(), 'hubshed-uploads-'));
  process.env['TMPDIR'] = temporary;
  app = await startApp();
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  if (oldTemporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = oldTemporary;
  await app.close();
  await db.close();
  await rm(temporary, { recursive: true, force: true });
});
beforeEach(() => {
  changed = [];
});

/** An application of this route alone, with the error answers of the whole one. */
async function startApp(): Promise<FastifyInstance> {
  const bare = fastify({ forceCloseConnections: true });
  bare.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, languageOf(request));
    return reply.code(problem.status).send(problem);
  });
  await bare.register(accepts);
  await bare.register(multipart);
  const services = { db, countyChanged: (code: string) => changed.push(code) };
  await bare.register(async (api) => importRoutes(api.withTypeProvider<TypeBoxTypeProvider>(), services), {
    prefix: '/api',
  });
  return bare;
}

type FormParts = Readonly<Record<string, string | File | readonly (string | File)[]>>;

function file(name: string, content: string | Uint8Array): File {
  return new File([content], name);
}

function formOf(parts: FormParts): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    for (const part of Array.isArray(value) ? value : [value]) form.append(name, part);
  }
  return form;
}

const TOWN_PARTS: FormParts = { name: '甲县', roads: file('甲县道路.osm.pbf', ROADS), settlements: 'place=*' };

async function post(code: string, parts: FormParts, signal?: AbortSignal) {
  const url = `${address}/api/counties/${code}/versions?lang=en`;
  const answer = await fetch(url, { method: 'POST', body: formOf(parts), ...(signal ? { signal } : {}) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Sends a body as it is. */
async function postRaw(code: string, contentType: string, body: string) {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/counties/${code}/versions?lang=en`,
    headers: { 'content-type': contentType },
    payload: body,
  });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
}

/** Folders of uploads; threads keep other things beside them. */
async function uploads(): Promise<string[]> {
  return (await readdir(temporary)).filter((name) => name.startsWith('hubshed-import-'));
}

async function uploadedFiles(): Promise<string[]> {
  const folders = await uploads();
  return (await Promise.all(folders.map((folder) => readdir(join(temporary, folder)).catch(() => [])))).flat();
}

async function expectNothingLeft(): Promise<void> {
  await vi.waitFor(async () => expect(await uploads()).toEqual([]), { timeout: 5000 });
}

describe('POST /api/counties/:code/versions', () => {
  it('makes a version of files, called by their own names, and tells who keeps counties', async () => {
    const code = newCountyCode();
    const stations = file('派出所.csv', 'name,lon,lat,备注\n甲所,117,32,无\n');
    const parts = { ...TOWN_PARTS, stations, note: ' first ', conditions: 'night,base' };
    const { status, body } = await post(code, parts);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        code,
        name: '甲县',
        version: { number: 1, note: 'first', isCurrent: true },
        notes: ['1 station(s), 2 settlement(s)', '派出所.csv: columns not used: 备注'],
      },
    });
    const version = await currentVersion(db, code);
    expect(version?.sources.map(({ name }) => name)).toEqual(['甲县道路.osm.pbf', '派出所.csv']);
    const profiles = (await listNetworks(db, version?.id ?? 0)).map(({ profile }) => profile);
    expect(profiles).toEqual(['rural-plain', 'rural-plain+night']);
    expect(changed).toEqual([code]);
    await expectNothingLeft();
  });

  it('takes a form of a browser, where inputs without a file are empty parts', async () => {
    const code = newCountyCode();
    const none = file('', '');
    const parts = {
      ...TOWN_PARTS,
      stations: none,
      boundary: none,
      townships: none,
      profile: '',
      conditions: '',
      note: '',
    };
    expect(await post(code, parts)).toMatchObject({ status: 201, body: { notes: ['1 station(s), 2 settlement(s)'] } });
    const version = await currentVersion(db, code);
    expect(await listNetworks(db, version?.id ?? 0)).toHaveLength(4);
    expect(await listStations(db, version?.id ?? 0)).toHaveLength(1);
  });

  it('names file, row and column of a bad cell, and changes nothing', async () => {
    const code = newCountyCode();
    await post(code, TOWN_PARTS);
    const settlements = file('村庄.csv', 'name,lon,lat\n甲村,200,32\n');
    const { status, body } = await post(code, { ...TOWN_PARTS, settlements });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: 'input-invalid', problems: [{ row: 2, column: 'lon', rule: 'coordinate-range' }] },
    });
    expect(body['detail']).toContain('村庄.csv');
    expect(JSON.stringify(body)).not.toContain(temporary);
    expect(await listVersions(db, code)).toHaveLength(1);
    expect(changed).toEqual([code]);
    await expectNothingLeft();
  });

  it('tells every problem of the form at once', async () => {
    const { status, body } = await post(newCountyCode(), {
      profile: 'bicycle',
      conditions: 'fog',
      stations: 'police',
      colour: 'red',
      photo: file('photo.png', 'png'),
      note: ['one', 'two'],
      boundary: file('county\u202Enosj.geojson', '{}'),
      townships: [file('a.geojson', '{}'), file('b.geojson', '{}')],
    });
    expect(status).toBe(400);
    expect(body['code']).toBe('form-invalid');
    const problems = body['problems'] as { column: string; rule: string; text: string }[];
    expect(problems.map(({ column, rule }) => `${column} ${rule}`).sort()).toEqual([
      'form/boundary file-name-unusable',
      'form/colour field-unknown',
      'form/conditions condition-unknown',
      'form/name field-missing',
      'form/note field-twice',
      'form/photo field-unknown',
      'form/profile profile-unknown',
      'form/roads field-missing',
      'form/stations tags-malformed',
      'form/townships field-twice',
    ]);
    expect(problems.find(({ column }) => column === 'form/name')?.text).toBe('required and missing');
    await expectNothingLeft();
  });

  it.each([
    [
      'a mobile number as the name of a file',
      { roads: file('13912345678.osm.pbf', ROADS) },
      'form/roads personal-data',
    ],
    ['a control character in a text', { note: 'a\u0007b' }, 'form/note text-unusable'],
    ['a text that turns others around', { note: 'a\u202Eb' }, 'form/note text-unusable'],
    ['a text whose bytes were no UTF-8', { note: 'a\uFFFDb' }, 'form/note text-unusable'],
    ['a text beyond 4 KB', { note: 'a'.repeat(5000) }, 'form/note field-too-long'],
    ['roads that are no file', { roads: 'highway=*' }, 'form/roads field-unknown'],
    [
      'a name of a file that nobody could read out',
      { roads: file('a'.repeat(300), ROADS) },
      'form/roads file-name-unusable',
    ],
  ])('refuses %s', async (_, change, problem) => {
    const { status, body } = await post(newCountyCode(), { ...TOWN_PARTS, ...change });
    const problems = body['problems'] as { column: string; rule: string }[];
    expect({ status, problems: problems.map(({ column, rule }) => `${column} ${rule}`) }).toEqual({
      status: 400,
      problems: [problem],
    });
  });

  it('never makes a path of a file’s name', async () => {
    const code = newCountyCode();
    const boundary = 'b';
    const head = (name: string, filename?: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ''}\r\n\r\n`;
    const csv = 'name,lon,lat\n甲所,117,32\n';
    const payload = Buffer.concat([
      Buffer.from(`${head('name')}甲县\r\n${head('stations', '../../../escaped.csv')}${csv}\r\n`),
      Buffer.from(`${head('settlements')}place=*\r\n${head('roads', 'C:\\\\roads\\\\town.osm.pbf')}`),
      ROADS,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await app.inject({
      method: 'POST',
      url: `/api/counties/${code}/versions`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    });
    expect(answer.statusCode).toBe(201);
    const sources = (await currentVersion(db, code))?.sources.map(({ name }) => name);
    expect(sources).toEqual(['town.osm.pbf', 'escaped.csv']);
    await expect(readFile(join(temporary, '..', 'escaped.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses a table of more than 64 MiB', async () => {
    const settlements = file('村庄.csv', new Uint8Array(64 * 1024 * 1024 + 1));
    const { status, body } = await post(newCountyCode(), { ...TOWN_PARTS, settlements });
    expect({ status, body }).toMatchObject({ status: 413, body: { code: 'limit-exceeded' } });
    expect(body['detail']).toContain('村庄.csv');
    await expectNothingLeft();
  });

  it('refuses more than 16 parts', async () => {
    const parts = { ...TOWN_PARTS, note: Array.from({ length: 20 }, () => 'note') };
    expect((await post(newCountyCode(), parts)).status).toBe(413);
    await expectNothingLeft();
  });

  it.each([
    [
      'a form that is cut short',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\na',
      400,
    ],
    [
      'a file that is cut short',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="roads"; filename="a.pbf"\r\n\r\na',
      400,
    ],
    [
      'a field that says it is JSON and cannot be a text',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="name"\r\nContent-Type: application/json\r\n\r\n{"toString":1}\r\n--b--\r\n',
      400,
    ],
    [
      'a field named after a member of every object',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\na\r\n--b--\r\n',
      400,
    ],
    ['a type without an end', 'multipart/form-data; boundary="b', '--b\r\n\r\n--b--\r\n', 400],
    ['a form without a boundary', 'multipart/form-data', 'name=a', 400],
    ['an empty form', 'multipart/form-data; boundary=b', '', 400],
    ['what is no form', 'application/json', '{"name":"a"}', 406],
    ['a type that nobody reads', 'text/csv', 'name', 415],
  ])('refuses %s', async (_, contentType, body, status) => {
    expect(await postRaw(newCountyCode(), contentType, body)).toMatchObject({ status, body: { status } });
    await expectNothingLeft();
  });

  it('refuses a code that is not of GB/T 2260', async () => {
    const { status, body } = await post('34012', TOWN_PARTS);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });

  it('imports a county once at a time, and others beside it', async () => {
    const [code, other] = [newCountyCode(), newCountyCode()];
    const answers = await Promise.all([post(code, TOWN_PARTS), post(code, TOWN_PARTS), post(other, TOWN_PARTS)]);
    expect(
      answers
        .slice(0, 2)
        .map(({ status }) => status)
        .sort(),
    ).toEqual([201, 409]);
    expect(answers[2]?.status).toBe(201);
    expect(await listVersions(db, code)).toHaveLength(1);
    expect((await post(code, TOWN_PARTS)).body).toMatchObject({ version: { number: 2 } });
  });

  it('gives up when the client goes away while it sends, and lets the next one in', async () => {
    const code = newCountyCode();
    const sending = httpRequest(`${address}/api/counties/${code}/versions`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    sending.on('error', () => undefined);
    sending.write('--b\r\nContent-Disposition: form-data; name="roads"; filename="a.pbf"\r\n\r\nhalf of it');
    await vi.waitFor(async () => expect(await uploadedFiles()).toEqual(['roads.pbf']));
    sending.destroy();
    await expectNothingLeft();
    expect((await post(code, TOWN_PARTS)).status).toBe(201);
    expect(changed).toEqual([code]);
  });

  it('gives up when the client goes away while it imports, and leaves the old version', async () => {
    const code = newCountyCode();
    await post(code, TOWN_PARTS);
    const gone = new AbortController();
    const importing = post(code, { ...TOWN_PARTS, conditions: 'all' }, gone.signal);
    // All parts are there: from here on it reads, builds and writes.
    await vi.waitFor(async () => expect(await uploadedFiles()).toContain('roads.pbf'), { interval: 1 });
    gone.abort(new Error('gone'));
    await expect(importing).rejects.toThrow('gone');
    await expectNothingLeft();
    expect(await listVersions(db, code)).toHaveLength(1);
    expect(changed).toEqual([code]);
    expect((await post(code, TOWN_PARTS)).status).toBe(201);
  });

  it('answers a client that still sends when it is refused', async () => {
    const code = newCountyCode();
    const sending = httpRequest(`${address}/api/counties/${code}/versions?lang=en`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    sending.on('error', () => undefined);
    sending.write('--b\r\nContent-Disposition: form-data; name="boundary"; filename="a.geojson"\r\n\r\n');
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    const chunk = Buffer.alloc(1 << 20, ' ');
    for (let i = 0; i < 70; i++) sending.write(chunk);
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    sending.destroy();
    await expectNothingLeft();
  });
});
