import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as it came in. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface LocalServer {
  /** Like http://127.0.0.1:40123. */
  readonly url: string;
  /** All requests so far, in order. */
  readonly seen: readonly SeenRequest[];
  /** Ends it at once, its connections too. Done by itself when the test ends. */
  readonly close: () => void;
}

/** Serves a test on a free port of this machine: `answer` writes what it likes, `count` is 1 for the first request. */
export async function serve(
  answer: (request: SeenRequest, response: ServerResponse, count: number) => void | Promise<void>,
): Promise<LocalServer> {
  const seen: SeenRequest[] = [];
  const take = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', body: await text(incoming) };
    seen.push(request);
    await answer(request, response, seen.length);
  };
  const server = createServer((incoming, response) => {
    take(incoming, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The address of a port on which nobody listens. */
export async function deadUrl(): Promise<string> {
  const { url, close } = await serve(() => {});
  close();
  return url;
}
