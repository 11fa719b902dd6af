import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiApp } from './api-app.ts';
import { echoed } from './echo.ts';
import { languageOf } from './negotiate.ts';
import { problemOf, RequestError } from './problems.ts';

/** A client that asks again sooner than this gets the same answer. */
const RETRY_AFTER_SECONDS = 2;

/** Answers every failure with one RFC 9457 problem; what is ours goes to the log, whole. */
export function sendProblems(app: ApiApp): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // Nobody is there to read it.
    if (reply.raw.destroyed) return reply.hijack();
    return sendProblem(request, reply, error);
  });
  app.setNotFoundHandler((request, reply) => {
    const words = {
      zh: `没有这个地址：${request.method} ${pathOf(request)}`,
      en: `there is nothing at ${request.method} ${pathOf(request)}`,
    };
    return sendProblem(request, reply, new RequestError(404, 'not-found', words));
  });
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error, languageOf(request));
  if (problem.status >= 500) request.log.error(error);
  // A condition holds for answers; a refusal never becomes a 304 (RFC 9110, 13.2.1).
  delete request.headers['if-none-match'];
  if (problem.status === 429 || problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply
    .code(problem.status)
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((body) => JSON.stringify(body))
    .send(problem);
}

/** As people read it: behind `%20` stands a word of its own. */
function pathOf({ url }: FastifyRequest): string {
  const path = url.split('?')[0] ?? '';
  try {
    return echoed(decodeURIComponent(path));
  } catch {
    return echoed(path);
  }
}
