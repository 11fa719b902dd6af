import { Agent, get } from 'node:http';
import type { Kind, Tally } from './tally.ts';

/** How long a request may take before it counts as failed. */
const PATIENCE_MS = 30_000;

const HEADERS = { 'accept-encoding': 'gzip', 'accept-language': 'zh' } as const;

/** An answer as it came, compressed or not. */
interface Received {
  readonly status: number;
  readonly etag: string | undefined;
  readonly isForGood: boolean;
  readonly body: Buffer;
}

/** One user's browser: connections that are kept, and what it remembers of answers that it was given. */
export class Browser {
  private readonly url: string;
  private readonly tally: Tally;
  private readonly agent = new Agent({ keepAlive: true });
  /** What was answered, by path, with its ETag; without one where it is good for ever. */
  private readonly kept = new Map<string, string | undefined>();

  /** @param tally where answers are counted */
  constructor(url: string, tally: Tally) {
    this.url = url;
    this.tally = tally;
  }

  /** Asks and counts; the body, compressed or not as it came, undefined where the request failed. */
  async ask(kind: Kind, path: string): Promise<Buffer | undefined> {
    const received = await this.counted(kind, path, {}, [200, 204]);
    if (!received) return undefined;
    const { etag, isForGood, body } = received;
    if (isForGood || etag !== undefined) this.kept.set(path, isForGood ? undefined : etag);
    return body;
  }

  /** Asks whether an answer that it has still holds. Does nothing where it has none. */
  async askAgain(pick: (paths: readonly string[]) => string): Promise<void> {
    const known = [...this.kept].flatMap(([path, etag]) => (etag === undefined ? [] : path));
    if (known.length === 0) return;
    const path = pick(known);
    await this.counted('not-modified', path, { 'if-none-match': this.kept.get(path) ?? '' }, [200, 304]);
  }

  /** Whether it need not ask, since the answer is good for ever. */
  has(path: string): boolean {
    return this.kept.has(path) && this.kept.get(path) === undefined;
  }

  /** What an older version answered is of no use for a new one. */
  forget(): void {
    this.kept.clear();
  }

  close(): void {
    this.agent.destroy();
  }

  private async counted(
    kind: Kind,
    path: string,
    headers: Readonly<Record<string, string>>,
    expected: readonly number[],
  ): Promise<Received | undefined> {
    const startedAt = performance.now();
    try {
      const received = await receive(this.agent, `${this.url}${path}`, headers);
      if (!expected.includes(received.status)) throw new Error(String(received.status));
      this.tally.answered(kind, performance.now() - startedAt);
      return received;
    } catch (error) {
      this.tally.failed(kind, `${path}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }
}

function receive(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<Received> {
  return new Promise((resolve, reject) => {
    const options = { agent, headers: { ...HEADERS, ...headers }, signal: AbortSignal.timeout(PATIENCE_MS) };
    const request = get(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        const isForGood = status === 204 || /immutable/.test(answered['cache-control'] ?? '');
        resolve({ status, etag: answered.etag, isForGood, body: Buffer.concat(chunks) });
      });
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}
