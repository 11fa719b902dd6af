import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LatestUsed } from '../counties/latest-used.ts';

/** An answer as it is served, whole. */
export interface Answer {
  readonly contentType: string;
  readonly bytes: Buffer;
}

interface KeptAnswer extends Answer {
  readonly etag: string;
  /** Undefined where the bytes are few or hardly compress. */
  readonly gzipped: Buffer | undefined;
}

const KEPT_ANSWERS = 2000;
const KEPT_BYTES = 192 << 20;
const LEAST_COMPRESSED_BYTES = 1024;
const compress = promisify(gzip);

/**
 * Computes each answer once. Answers depend on a version that never changes and on what the request says, both in
 * the key; several who ask for one share its computation, which ends when the last of them has gone.
 */
export class AnswerDesk {
  private readonly kept = new LatestUsed<Promise<KeptAnswer>>(KEPT_BYTES, KEPT_ANSWERS);
  private readonly running = new Map<string, Computation>();

  /** @throws whatever `compute` throws; the signal's reason where the caller goes first */
  async get(key: string, signal: AbortSignal, compute: (signal: AbortSignal) => Promise<Answer>): Promise<KeptAnswer> {
    signal.throwIfAborted();
    const kept = this.kept.find(key);
    if (kept) return kept;
    let computation = this.running.get(key);
    if (!computation) {
      computation = new Computation(async (ended) => prepared(await compute(ended)));
      this.running.set(key, computation);
      this.keepWhenDone(key, computation);
    }
    return computation.join(signal);
  }

  private keepWhenDone(key: string, computation: Computation): void {
    const done = (): void => {
      if (this.running.get(key) === computation) this.running.delete(key);
    };
    computation.answer.then((answer) => {
      done();
      this.kept.keep(key, Promise.resolve(answer), answer.bytes.length + (answer.gzipped?.length ?? 0));
    }, done);
    computation.abandoned.addEventListener('abort', done);
  }
}

/** An answer in the making, and how many wait for it. */
class Computation {
  readonly answer: Promise<KeptAnswer>;
  private readonly end = new AbortController();
  private waiting = 0;

  constructor(compute: (signal: AbortSignal) => Promise<KeptAnswer>) {
    this.answer = compute(this.end.signal);
    this.answer.catch(() => undefined);
  }

  get abandoned(): AbortSignal {
    return this.end.signal;
  }

  /** Waits for the answer; leaving early ends the computation where nobody else waits. */
  join(signal: AbortSignal): Promise<KeptAnswer> {
    this.waiting++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason);
        if (--this.waiting === 0) this.end.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      const stay = (): void => signal.removeEventListener('abort', leave);
      this.answer.then(
        (answer) => {
          stay();
          resolve(answer);
        },
        (error: unknown) => {
          stay();
          reject(error);
        },
      );
    });
  }
}

async function prepared({ contentType, bytes }: Answer): Promise<KeptAnswer> {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const gzipped = bytes.length >= LEAST_COMPRESSED_BYTES ? await compress(bytes) : undefined;
  return { contentType, bytes, etag, gzipped: gzipped && gzipped.length < bytes.length ? gzipped : undefined };
}

/** How long a client may use an answer without asking again. */
export type Freshness = 'ask-again' | 'for-good';

const CACHE_CONTROL: Readonly<Record<Freshness, string>> = {
  'ask-again': 'no-cache',
  'for-good': 'public, max-age=31536000, immutable',
};

/** Sends a kept answer: 304 where the client has it, 204 where it is empty, compressed where the client can take that. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: KeptAnswer,
  freshness: Freshness = 'ask-again',
): FastifyReply {
  reply.header('etag', answer.etag).header('cache-control', CACHE_CONTROL[freshness]).header('vary', VARY);
  const known = request.headers['if-none-match'];
  if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === answer.etag)) return reply.code(304).send();
  if (answer.bytes.length === 0) return reply.code(204).send();
  reply.type(answer.contentType);
  const takesGzip = request.accepts().encoding(['gzip', 'identity']) === 'gzip';
  if (!answer.gzipped || !takesGzip) return reply.send(answer.bytes);
  return reply.header('content-encoding', 'gzip').send(answer.gzipped);
}

const VARY = 'accept, accept-encoding, accept-language';
