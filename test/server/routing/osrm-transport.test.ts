import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Seconds } from '../../../geodata/units.ts';
import {
  type OsrmBody,
  OsrmTransport,
  readBaseUrl,
  type TransportOptions,
} from '../../../server/routing/osrm-transport.ts';
import { deadUrl, sendJson, serve } from './local-server.ts';

const OK = { code: 'Ok' };

/** A transport whose waits between attempts take no time and are written down. */
function quickTransport(url: string, options: Partial<TransportOptions> = {}) {
  const waits: Seconds[] = [];
  const wait = async (seconds: Seconds) => {
    waits.push(seconds);
  };
  const transport = new OsrmTransport(url, { wait, ...options });
  const ask = (signal = new AbortController().signal): Promise<OsrmBody> =>
    transport.request({ path: '/nearest/v1/driving/1,2' }, signal);
  return { ask, waits };
}

function untilClosed(response: ServerResponse): Promise<unknown> {
  return once(response, 'close');
}

describe('a server that fails for a while', () => {
  it('is asked again after 0.1 s, and once only where it then answers', async () => {
    const server = await serve((_, response, count) => sendJson(response, count === 1 ? 503 : 200, OK));
    const { ask, waits } = quickTransport(server.url);
    expect(await ask()).toEqual(OK);
    expect(server.seen).toHaveLength(2);
    expect(waits).toEqual([0.1]);
  });

  it('is asked four times at most, on the same schedule every time', async () => {
    const server = await serve((_, response) => sendJson(response, 503, {}));
    const { ask, waits } = quickTransport(server.url);
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable', code: 'server-error', status: 503 });
    expect(server.seen).toHaveLength(4);
    expect(waits).toEqual([0.1, 0.4, 1.6]);
  });

  it('is asked again where it closed the connection without a word', async () => {
    const server = await serve((_, response, count) => {
      if (count < 3) response.destroy();
      else sendJson(response, 200, OK);
    });
    const { ask, waits } = quickTransport(server.url);
    expect(await ask()).toEqual(OK);
    expect(waits).toEqual([0.1, 0.4]);
  });

  it.each([400, 404, 408, 429])('is never asked again after status %i', async (status) => {
    const server = await serve((_, response) => sendJson(response, status, { code: 'Busy', message: 'Later.' }));
    await expect(quickTransport(server.url).ask()).rejects.toMatchObject({ kind: 'refused', code: 'Busy', status });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a server that is not there', () => {
  it('is unavailable after all attempts', async () => {
    const { ask, waits } = quickTransport(await deadUrl());
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable', code: 'unreachable', status: undefined });
    expect(waits).toHaveLength(3);
  });

  it('loses the connection where it promises more bytes than it sends', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"code":"Ok"}', () => response.destroy());
    });
    await expect(quickTransport(server.url).ask()).rejects.toMatchObject({ code: 'connection-lost' });
    expect(server.seen).toHaveLength(4);
  });

  it('loses the connection where it breaks off a chunked answer', async () => {
    const server = await serve((_, response) => {
      response.write('{"code":"Ok"}', () => response.destroy());
    });
    await expect(quickTransport(server.url).ask()).rejects.toMatchObject({ code: 'connection-lost' });
  });
});

describe('a slow server', () => {
  it('is given up after the time-out and not asked again', async () => {
    const server = await serve(async (_, response) => {
      await untilClosed(response);
    });
    const { ask } = quickTransport(server.url, { timeoutSeconds: 0.3 });
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable', code: 'timeout' });
    expect(server.seen).toHaveLength(1);
  });

  it('is given up where it sends the head and then nothing', async () => {
    const server = await serve(async (_, response) => {
      response.write('{');
      await untilClosed(response);
    });
    const { ask } = quickTransport(server.url, { timeoutSeconds: 0.3 });
    await expect(ask()).rejects.toMatchObject({ code: 'timeout' });
  });

  it('is left at once where the caller aborts, with the reason of the caller', async () => {
    const abort = new AbortController();
    const server = await serve(async (_, response) => {
      abort.abort(new Error('The reader went away.'));
      await untilClosed(response);
    });
    await expect(quickTransport(server.url).ask(abort.signal)).rejects.toThrow('The reader went away.');
    expect(server.seen).toHaveLength(1);
  });

  it('is not asked again where the caller aborts between two attempts', async () => {
    const abort = new AbortController();
    const server = await serve((_, response) => {
      setTimeout(() => abort.abort(new Error('The reader went away.')), 20);
      sendJson(response, 500, {});
    });
    const transport = new OsrmTransport(server.url, { retryDelaysSeconds: [60] });
    await expect(transport.request({ path: '/' }, abort.signal)).rejects.toThrow('The reader went away.');
    expect(server.seen).toHaveLength(1);
  });

  it('is not asked at all by a caller who has already gone', async () => {
    const server = await serve((_, response) => sendJson(response, 200, OK));
    await expect(quickTransport(server.url).ask(AbortSignal.abort(new Error('Gone.')))).rejects.toThrow('Gone.');
    expect(server.seen).toHaveLength(0);
  });
});

describe('requests under way', () => {
  it('are never more than the limit', async () => {
    let [now, most] = [0, 0];
    const server = await serve(async (_, response) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
      sendJson(response, 200, OK);
    });
    const { ask } = quickTransport(server.url, { concurrency: 3 });
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(most).toBe(3);
    expect(server.seen).toHaveLength(20);
  });
});

describe('a server that is not OSRM, or lies', () => {
  it('is not followed to another host', async () => {
    const other = await serve((_, response) => sendJson(response, 200, OK));
    const server = await serve((request, response) => {
      response.writeHead(302, { location: other.url + request.path }).end();
    });
    const asked = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => asked.mockRestore());
    await expect(quickTransport(server.url).ask()).rejects.toMatchObject({ code: 'redirect', status: 302 });
    expect(other.seen).toHaveLength(0);
    expect(asked.mock.calls.map(([url]) => url)).toEqual([`${server.url}/nearest/v1/driving/1,2`]);
  });

  it('is dropped where it announces an answer over the cap, before any of it has come', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '2000000' }).flushHeaders();
    });
    const { ask } = quickTransport(server.url, { mostBytes: 1_000_000 });
    await expect(ask()).rejects.toMatchObject({ kind: 'untrustworthy', code: 'too-large' });
    expect(server.seen).toHaveLength(1);
  });

  it('is dropped in the middle of an answer without end', async () => {
    let sent = 0;
    const server = await serve((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, ' '))) sent += 65_536;
      };
      response.on('drain', pour);
      pour();
    });
    const { ask } = quickTransport(server.url, { mostBytes: 1_000_000 });
    await expect(ask()).rejects.toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(50_000_000);
  });

  it('is dropped where a small packed answer unpacks over the cap', async () => {
    const packed = gzipSync(Buffer.alloc(5_000_000, ' '));
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
    });
    expect(packed.length).toBeLessThan(10_000);
    const { ask } = quickTransport(server.url, { mostBytes: 1_000_000 });
    await expect(ask()).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each([
    ['a web page', 200, '<html></html>', 'untrustworthy', 'not-json'],
    ['a list', 200, '[]', 'untrustworthy', 'not-json'],
    ['null', 200, 'null', 'untrustworthy', 'not-json'],
    ['bytes that are no UTF-8', 200, Buffer.from([0x22, 0xff, 0x22]), 'untrustworthy', 'not-json'],
    ['an object without a code', 200, '{}', 'untrustworthy', 'wrong-shape'],
    ['a code that is a number', 200, '{"code":200}', 'untrustworthy', 'wrong-shape'],
    ['Ok with status 400', 400, '{"code":"Ok"}', 'untrustworthy', 'contradiction'],
    ['Ok with status 201', 201, '{"code":"Ok"}', 'untrustworthy', 'contradiction'],
    ['NoRoute with status 200', 200, '{"code":"NoRoute"}', 'untrustworthy', 'contradiction'],
    ['a web page with status 404', 404, '<html></html>', 'refused', 'http-error'],
  ])('is refused for %s', async (_, status, body, kind, code) => {
    const server = await serve((_request, response) => {
      response.writeHead(status).end(body);
    });
    await expect(quickTransport(server.url).ask()).rejects.toMatchObject({ kind, code });
    expect(server.seen).toHaveLength(1);
  });

  it('is refused where a packed answer cannot be unpacked', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"code":"Ok"}');
    });
    await expect(quickTransport(server.url).ask()).rejects.toMatchObject({ kind: 'untrustworthy', code: 'not-json' });
  });

  it('is refused where it does not speak HTTP', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).end('SSH-2.0-OpenSSH_9.2\r\n'));
    server.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { ask } = quickTransport(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await expect(ask()).rejects.toMatchObject({ kind: 'untrustworthy', code: 'not-http' });
  });

  it('gets its words cut where it is refused by a long message', async () => {
    const server = await serve((_, response) => sendJson(response, 400, { code: 'X', message: 'y'.repeat(100_000) }));
    const error = await quickTransport(server.url).ask().catch(String);
    expect(String(error).length).toBeLessThan(300);
  });
});

describe('the address of a server', () => {
  it.each([
    ['http://127.0.0.1:5000', 'http://127.0.0.1:5000'],
    ['http://127.0.0.1:5000/', 'http://127.0.0.1:5000'],
    ['https://maps.example/osrm//', 'https://maps.example/osrm'],
  ])('%s is put before requests as %s', (text, baseUrl) => {
    expect(readBaseUrl(text)).toBe(baseUrl);
  });

  it.each(['', 'localhost:5000', 'ftp://127.0.0.1/', 'http://127.0.0.1/?a=b', 'http://127.0.0.1/#a', 'http://'])(
    'cannot be "%s"',
    (text) => {
      expect(() => readBaseUrl(text)).toThrow('The address of the OSRM server');
    },
  );

  it('cannot hold a password, and the error does not repeat it', () => {
    expect(() => readBaseUrl('http://user:hunter2@127.0.0.1')).toThrow(/^(?!.*hunter2).*must not carry a password/);
  });
});
