import type { CommandIo } from './command-context.ts';
import { EXIT } from './exit-codes.ts';

/**
 * The streams, environment and Ctrl-C of this process. The first Ctrl-C lets the command stop and
 * clean up, the second ends the process at once. Errors of the streams reach whoever writes, so that
 * here they need only not bring the process down.
 */
export function processIo(): CommandIo {
  const interruption = new AbortController();
  process.on('SIGINT', () => {
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
  });
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { stdout: process.stdout, stderr: process.stderr, env: process.env, signal: interruption.signal };
}
