import { Worker, type WorkerOptions } from 'node:worker_threads';
import { abandonable } from './abandonable.ts';
import { errorOfThread, type ThreadError } from './import-calls.ts';

/** What a thread for one question says when it went wrong. */
export interface ThreadFailure {
  readonly error: ThreadError;
}

/**
 * Starts a thread for one question and ends it with the answer, or with the signal, at once, whatever it does then.
 * @param script the `.mjs` that brings the thread's TypeScript up
 * @param answerOf the answer that a message is; undefined where it is another, such as progress
 * @throws the thread's error; the signal's reason
 */
export function askThread<Message extends object, Answer>(
  script: URL,
  options: WorkerOptions,
  answerOf: (message: Message) => Answer | undefined,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = new Worker(script, { execArgv: [], ...options });
  const answering = new Promise<Answer>((resolve, reject) => {
    worker.on('message', (reply: Message | ThreadFailure) => {
      if ('error' in reply) return reject(errorOfThread(reply.error));
      const answer = answerOf(reply);
      if (answer !== undefined) resolve(answer);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`${script.pathname} ended with code ${code}.`)));
  });
  return abandonable(answering, signal).finally(() => worker.terminate());
}
