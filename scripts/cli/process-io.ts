import type { CommandIo } from './command-context.ts';

/** How long a command may take to stop after Ctrl-C before the process is ended. */
const GRACE_MS = 1000;

/**
 * The streams, environment and Ctrl-C of this process. The first Ctrl-C gives the command a second
 * to stop and clean up; after that, or at the next one, the system ends the process as if nobody
 * listened, which shells report as 130 too. (`process.exit` would wait for reads that never end.)
 * Errors of the streams reach whoever writes; here they need only not bring the process down.
 */
export function processIo(): CommandIo {
  const interruption = new AbortController();
  process.once('SIGINT', () => {
    interruption.abort();
    setTimeout(() => process.kill(process.pid, 'SIGINT'), GRACE_MS).unref();
  });
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { stdout: process.stdout, stderr: process.stderr, env: process.env, signal: interruption.signal };
}
