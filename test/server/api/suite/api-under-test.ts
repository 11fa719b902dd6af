import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { ApiApp } from '../../../../server/api/api-app.ts';
import type { Services } from '../../../../server/api/services.ts';
import { buildApp } from '../../../../server/app.ts';
import type { Db } from '../../../../server/db/db.ts';
import { makeServices } from '../../../../server/main.ts';
import { AnswerSchemas } from './answer-schemas.ts';

/** A service under test; a test file for each store opens one, and suites share it. */
export type ApiUnderTest = () => OpenApi;

/** What a request says beside its address. */
export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST of JSON. */
  readonly body?: object;
  /** With a body, instead of POST. */
  readonly method?: 'PUT';
}

/** An answer as it came. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** A service on a store that stays the caller's. */
export class OpenApi {
  readonly db: Db;
  readonly services: Services;
  readonly app: ApiApp;
  readonly schemas: AnswerSchemas;
  /** Operations that were asked, as `get /api/counties/{code}`. */
  readonly asked = new Set<string>();
  private readonly closeServices: () => Promise<void>;

  private constructor(db: Db, services: Services, app: ApiApp, closeServices: () => Promise<void>) {
    this.db = db;
    this.services = services;
    this.app = app;
    this.schemas = new AnswerSchemas(app.swagger());
    this.closeServices = closeServices;
  }

  static async open(db: Db, env: Readonly<Record<string, string>> = {}): Promise<OpenApi> {
    const { services, close } = await makeServices(db, env);
    const app = await buildApp(services);
    await app.ready();
    return new OpenApi(db, services, app, close);
  }

  async close(): Promise<void> {
    this.app.server.closeAllConnections();
    await this.app.close();
    await this.closeServices();
  }

  /** Sends a request; a JSON answer of whatever status must fit the schema of its operation. */
  async ask(path: string, { headers = {}, body, method: named }: AskOptions = {}): Promise<Reply> {
    const upperCase = named ?? (body ? 'POST' : 'GET');
    const method = upperCase.toLowerCase();
    const answer = await this.app.inject({
      method: upperCase,
      url: path,
      headers: { host: 'localhost', ...headers },
      ...(body ? { payload: body } : {}),
    });
    const reply = replyOf(answer);
    this.check(method, path.split('?')[0] ?? '', reply);
    return reply;
  }

  /** The JSON of an answer that must be 200 or 201. */
  async json<Body>(path: string, options: AskOptions = {}): Promise<Body> {
    const { status, text } = await this.ask(path, options);
    expect({ path, status, ...(status > 201 ? { text } : {}) }).toEqual({ path, status: options.body ? status : 200 });
    expect([200, 201]).toContain(status);
    return JSON.parse(text) as Body;
  }

  private check(method: string, path: string, { status, headers, text }: Reply): void {
    const mediaType = String(headers['content-type'] ?? '').split(';')[0] ?? '';
    if (!mediaType.endsWith('json') || path === '/api/openapi.json' || text === '') return;
    this.asked.add(`${method} ${this.schemas.pathOf(method, path)}`);
    expect(this.schemas.problems(method, path, status, mediaType, JSON.parse(text))).toEqual([]);
  }
}

function replyOf({ statusCode, headers, rawPayload }: Awaited<ReturnType<ApiApp['inject']>>): Reply {
  const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload;
  return { status: statusCode, headers, bytes, text: bytes.toString('utf8') };
}

/** The rows of a CSV answer by their headers, a quoted cell without its quotes. */
export function csvRows(text: string): Record<string, string>[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map(csvCells);
  const [header = [], ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

function csvCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain ?? '',
  );
}
