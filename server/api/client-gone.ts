import type { FastifyReply } from 'fastify';

/** The client closed the connection before it had its answer; nobody will see this one. */
export class ClientGoneError extends Error {
  /** As nginx logs it. */
  readonly statusCode = 499;

  constructor() {
    super('The client closed the connection.');
    this.name = 'ClientGoneError';
  }
}

/**
 * Aborts when the connection closes before the answer is sent. (The request's own `close` will not do: it comes
 * as soon as the body has been read.)
 */
export function clientGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new ClientGoneError());
  });
  return gone.signal;
}
