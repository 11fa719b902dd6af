import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../language.ts';
import { problemOf, RequestError } from './problems.ts';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What Node's HTTP parser gives up on, by its error's code. */
const OF_CODE: Readonly<
  Record<string, readonly [status: number, reason: string, code: string, zh: string, en: string]>
> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Request Header Fields Too Large',
    'header-too-large',
    '请求头过大',
    'the header is too large',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    'Request Timeout',
    'request-timeout',
    '请求没有及时发完',
    'the request did not end in time',
  ],
};
const OTHERWISE = [400, 'Bad Request', 'http-malformed', '不是有效的 HTTP 请求', 'not a valid HTTP request'] as const;

/** Answers what is no HTTP request with a problem, and closes the connection. There is no header to choose a language by. */
export function answerMalformedHttp(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason, code, zh, en] = OF_CODE[error.code ?? ''] ?? OTHERWISE;
  const body = JSON.stringify(problemOf(new RequestError(status, code, { zh: `${zh} (${en})`, en }), 'zh'));
  const head = `content-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close`;
  socket.write(`HTTP/1.1 ${status} ${reason}\r\n${head}\r\n\r\n${body}`);
  socket.destroySoon();
}

/** Answers addresses that Fastify cannot route, for which it runs neither hooks nor its error handler. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, languageOfRaw(request));
  const body = JSON.stringify(problem);
  reply.raw.writeHead(problem.status, {
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  reply.raw.end(body);
}

/** As `languageOf`, of a request that no plugin has seen. */
function languageOfRaw({ raw }: FastifyRequest): Language {
  const asked = /[?&]lang=(zh|en)(?:&|$)/.exec(raw.url ?? '')?.[1];
  return (asked ?? raw.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh';
}
