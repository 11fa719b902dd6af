import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiApp } from '../../../server/api/api-app.ts';
import { requireKeptTexts } from '../../../server/api/kept-text.ts';
import type { Services } from '../../../server/api/services.ts';
import { buildApp } from '../../../server/app.ts';

/** No request of these tests gets as far as a service. */
let app: ApiApp;
beforeAll(async () => {
  app = await buildApp({ programVersion: 'test' } as Services, { hosts: ['Map.Example', 'fd00::1'] });
});
afterAll(() => app.close());

interface Ask {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'OPTIONS' | 'TRACE';
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const MATRIX = '/api/counties/340121/matrix?lang=en';

async function ask({ method = 'GET', url = '/api/nothing?lang=en', headers = {}, payload }: Ask) {
  const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const type = answer.headers['content-type'];
  return { status: answer.statusCode, type, headers: answer.headers, text: answer.body };
}

/** Status, code and detail of a refusal, which must be one problem. */
async function refusal(asked: Ask): Promise<[number, string, string]> {
  const { status, type, text } = await ask(asked);
  expect(type).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(text) as { status: number; code: string; detail: string; type: string };
  expect(problem).toMatchObject({ status, type: `urn:hubshed:problem:${problem.code}` });
  return [problem.status, problem.code, problem.detail];
}

describe('addresses', () => {
  it.each(['/api/%zz', '/api/counties/%c0%af', '/%', '/api/counties/%ff/boundary'])(
    'refuses percent-encoding that is none: %s',
    async (url) => {
      const en = 'the address is not validly percent-encoded';
      expect(await refusal({ url: `${url}?lang=en` })).toEqual([400, 'fst-err-bad-url', en]);
      expect(await refusal({ url, headers: { 'accept-language': 'en-GB' } })).toEqual([400, 'fst-err-bad-url', en]);
      expect((await refusal({ url }))[2]).toBe('地址中的百分号编码有误');
    },
  );

  it('refuses a part that is too long', async () => {
    expect((await refusal({ url: `/api/counties/${'1'.repeat(400)}` }))[0]).toBe(414);
  });

  it('tells nothing of a path that looks personal, and cuts a long one', async () => {
    for (const url of ['/api/13912345678?lang=en', '/api/tel%2013912345678?lang=en']) {
      expect(await refusal({ url })).toEqual([404, 'not-found', 'there is nothing at GET …']);
    }
    expect((await refusal({ url: `/api/${'x/'.repeat(400)}?lang=en` }))[2]).toHaveLength(
      'there is nothing at GET '.length + 81,
    );
  });

  it.each<[Ask, string]>([
    [{ method: 'PUT', url: '/api/counties' }, 'GET, HEAD'],
    [{ method: 'OPTIONS', url: '/api/counties/340121/rules' }, 'GET, HEAD, POST'],
    [{ method: 'TRACE', url: '/api/health' }, 'GET, HEAD'],
    [{ url: '/api/counties/340121/matrix' }, 'POST'],
    [{ method: 'PUT', url: MATRIX, headers: { 'content-type': 'a/b' }, payload: 'x' }, 'POST'],
  ])('answers a method that it does not have with the list of those it has: %j', async (asked, allow) => {
    expect(await refusal(asked)).toMatchObject([405, 'method-not-allowed', expect.stringContaining(allow)]);
    expect((await ask(asked)).headers['allow']).toBe(allow);
  });

  it('answers HEAD without a body', async () => {
    const { status, type, text } = await ask({ method: 'HEAD', url: MATRIX });
    expect({ status, type, text }).toEqual({ status: 405, type: 'application/problem+json; charset=utf-8', text: '' });
  });

  it('never turns a refusal into a 304', async () => {
    const { headers } = await ask({});
    const { status } = await ask({ headers: { 'if-none-match': String(headers['etag']) } });
    expect(status).toBe(404);
  });
});

describe('bodies', () => {
  const post = (payload: string | Buffer, headers: Readonly<Record<string, string>> = JSON_TYPE) =>
    refusal({ method: 'POST', url: MATRIX, headers, payload });

  it.each<[string, Buffer]>([
    ['a byte that is no UTF-8', Buffer.from('{"sources":"\xff"}', 'latin1')],
    ['half of a character in UTF-8', Buffer.from('{"sources":"\xed\xa0\x80"}', 'latin1')],
    ['an overlong slash', Buffer.from('{"sources":"\xc0\xaf"}', 'latin1')],
  ])('refuses %s', async (_, body) => {
    expect((await post(body)).slice(0, 2)).toEqual([400, 'body-not-utf8']);
  });

  it.each([
    ['truncated JSON', '{"sources": [[117.0'],
    ['a member that changes the prototype', '{"__proto__": {"sources": []}}'],
    ['a constructor with a prototype', '{"constructor": {"prototype": {}}}'],
    ['100,000 brackets', '['.repeat(1e5)],
  ])('refuses %s', async (_, body) => {
    expect(await post(body)).toEqual([400, 'fst-err-ctp-invalid-json-body', 'the body is not valid JSON']);
  });

  it('refuses a body that is compressed, without unpacking it', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20, ' '));
    expect((await post(bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' })).slice(0, 2)).toEqual([415, 'body-encoded']);
  });

  it.each(['application/json; charset=gbk', 'application/json;charset="utf-16"', 'application/json; charset='])(
    'refuses JSON that says it is something else than UTF-8: %s',
    async (type) => {
      expect((await post('{}', { 'content-type': type }))[0]).toBe(415);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'nonsense'])('does not read %s', async (type) => {
    expect((await post('{}', { 'content-type': type }))[0]).toBe(415);
  });

  it('refuses more than 8 MiB', async () => {
    expect((await post(Buffer.alloc((8 << 20) + 1, ' ')))[0]).toBe(413);
  });
});

describe('who may ask', () => {
  it.each(['localhost:8090', '127.0.0.1', '[::1]:1', 'map.example', 'MAP.example:80', '[fd00::1]:8090'])(
    'knows itself as %s',
    async (host) => {
      expect((await refusal({ headers: { host } }))[0]).toBe(404);
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    'localhost.',
    'localhost:80@evil.example',
    'localhost:80/x',
    '0.0.0.0',
  ])('does not know itself as %s', async (host) => {
    expect((await refusal({ headers: { host } })).slice(0, 2)).toEqual([403, 'host-unknown']);
  });

  it.each<Readonly<Record<string, string>>>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:81' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:80' },
  ])('lets no other page change anything: %j', async (headers) => {
    const forms = { 'content-type': 'multipart/form-data; boundary=b', host: 'localhost:80', ...headers };
    const url = '/api/counties/340121/versions';
    expect((await refusal({ method: 'POST', url, headers: forms, payload: '--b--' })).slice(0, 2)).toEqual([
      403,
      'origin-foreign',
    ]);
  });
});

describe('names to be kept', () => {
  it.each(['夏集方案 一', 'two\nlines', "Robert'); DROP TABLE group_plan;--", '𠮷村', '<script>'])(
    'may be %j',
    (name) => {
      expect(() => requireKeptTexts([['body/name', name]])).not.toThrow();
    },
  );

  it.each(['a\0', '\uD800', '\u202Ecba', 'a\uFFFD', 'a\u007F', '电话 13912345678'])('may not be %j', (name) => {
    expect(() => requireKeptTexts([['body/name', name]])).toThrow('body/name');
  });
});

describe('what is no HTTP', () => {
  async function raw(text: string): Promise<string> {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.end(text);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
  }
  let address = '';
  beforeAll(async () => {
    address = await app.listen({ host: '127.0.0.1', port: 0 });
  });

  it.each([
    ['nonsense', 'nonsense\r\n\r\n', '400 Bad Request', 'http-malformed'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      '400 Bad Request',
      'http-malformed',
    ],
    [
      'a header of 1 MB',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(1e6)}\r\n\r\n`,
      '431 Request Header Fields Too Large',
      'header-too-large',
    ],
  ])('answers %s with one problem and closes', async (_, text, status, code) => {
    const [head = '', body = ''] = (await raw(text)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status}\r\ncontent-type: application/problem+json; charset=utf-8\r\n`);
    expect(head).toContain(`content-length: ${Buffer.byteLength(body)}\r\nconnection: close`);
    expect(JSON.parse(body)).toMatchObject({ code, status: Number(status.slice(0, 3)) });
  });

  it('does not wait forever for the end of a request', () => {
    expect(app.server.requestTimeout).toBe(15 * 60_000);
    expect(app.server.headersTimeout).toBeGreaterThan(0);
  });
});
