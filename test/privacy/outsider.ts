import { gunzipSync } from 'node:zlib';
import type { ApiApp } from '../../server/api/api-app.ts';
import { type Form, factsOf, type Payload } from './payload.ts';
import { VERSIONS, type VersionName } from './secret-county.ts';

/** Content types that forms are asked by. */
const ACCEPT: Readonly<Record<Form, string>> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  tile: 'application/vnd.mapbox-vector-tile',
  text: 'text/plain',
  bytes: 'application/octet-stream',
};

export interface Question {
  /** Below `/api/counties/{code}`, without its version. */
  readonly path: string;
  readonly form?: Form;
  /** Makes it a POST. */
  readonly body?: object;
}

/** Somebody who may ask the service anything, and knows the places but not the figures. */
export class Outsider {
  /** What was answered so far. */
  readonly payloads: Payload[] = [];
  private readonly app: ApiApp;
  private readonly code: string;

  constructor(app: ApiApp, code: string) {
    this.app = app;
    this.code = code;
  }

  /**
   * Asks about a version and keeps the answer.
   * @param exit as the list of exits calls it
   * @throws Error where the answer is no success
   */
  async ask(exit: string, version: VersionName, question: Question): Promise<Payload> {
    const found = await this.send(exit, version, question);
    this.payloads.push(found);
    return found;
  }

  /** The same without keeping it: for those who ask a thousand times. */
  async send(exit: string, version: VersionName, { path, form = 'json', body }: Question): Promise<Payload> {
    const number = VERSIONS.indexOf(version) + 1;
    const url = `/api/counties/${this.code}${path}${path.includes('?') ? '&' : '?'}lang=en&version=${number}`;
    return this.get(exit, url, version, form, body);
  }

  /** Asks an address that is about no version. */
  async askAt(exit: string, url: string, form: Form = 'json'): Promise<Payload> {
    const found = await this.get(exit, url, undefined, form, undefined);
    this.payloads.push(found);
    return found;
  }

  private async get(
    exit: string,
    url: string,
    version: VersionName | undefined,
    form: Form,
    body: object | undefined,
  ): Promise<Payload> {
    const answer = await this.app.inject({
      ...{ method: body ? 'POST' : 'GET', url, headers: { host: 'localhost', accept: ACCEPT[form] } },
      ...(body ? { payload: body } : {}),
    });
    if (answer.statusCode >= 300) throw new Error(`${exit} ${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
    const { rawPayload } = answer;
    const bytes = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload;
    const facts = answer.statusCode === 204 ? [] : await factsOf(form, bytes);
    return {
      exit,
      asked: `${url}${body ? ` ${JSON.stringify(body)}` : ''}`,
      version,
      form,
      text: bytes.toString('utf8'),
      facts,
    };
  }
}
