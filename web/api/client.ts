import createClient from 'openapi-fetch';
import { ApiProblem, problemOf } from './problem.ts';
import type { paths } from './schema.d.ts';

const client = createClient<paths>({ baseUrl: new URL('.', document.baseURI).href.replace(/\/$/, '') });

/** The typed client of the service that this page came from. */
export function api(): typeof client {
  return client;
}

/** What an address answers, by the service's own description. */
export type AnswerTo<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

/**
 * The body of an answer. Its type is that of the address, {@link AnswerTo}: openapi-fetch's own makes a list
 * of every pair of coordinates.
 * @throws ApiProblem where the service refused, or did not answer
 */
export async function answerOf<Data>(
  asked: Promise<{ data?: unknown; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw isAbort(cause) ? cause : new ApiProblem(0);
  });
  if (data === undefined || !response.ok) throw problemOf(response.status, error);
  return data as Data;
}

/** Whether a failure is only that nobody waits for the answer any more. */
export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
