import type { CommandIo } from './command-context.ts';
import { EXIT } from './exit-codes.ts';

/** How long a command may take to stop after Ctrl-C before the process is ended. */
const GRACE_MS = 1000;

/**
 * The streams, environment and Ctrl-C of this process. The first Ctrl-C gives the command a second
 * to stop and clean up, the next one ends the process at once. Errors of the streams reach whoever writes, so that
 * here they need only not bring the process down.
 */
export function processIo(): CommandIo {
  const interruption = new AbortController();
  process.on('SIGINT', () => {
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
    setTimeout(() => process.exit(EXIT.interrupted), GRACE_MS).unref();
  });
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { stdout: process.stdout, stderr: process.stderr, env: process.env, signal: interruption.signal };
}
