import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LoadServiceReply, LoadServiceStart, ServiceFigures } from './load-service-calls.ts';

const SCRIPT = fileURLToPath(new URL('./load-service.mjs', import.meta.url));
const STANDARD_ERROR = 2;
const LONGEST_CLOSING_MS = 20_000;

/** A service in a process of its own, reached over 127.0.0.1. */
export interface ServiceProcess {
  readonly url: string;
  /** What it did since it was last asked, or since it was ready. */
  figures(): Promise<ServiceFigures>;
  /** Ends it, store and all. */
  close(): Promise<void>;
}

/** Starts a service on a new store of its own; what it logs goes to standard error. @throws Error where it ends instead */
export async function startServiceProcess(start: LoadServiceStart): Promise<ServiceProcess> {
  const child = fork(SCRIPT, [JSON.stringify(start)], {
    execArgv: [],
    stdio: ['ignore', STANDARD_ERROR, STANDARD_ERROR, 'ipc'],
  });
  const exited = once(child, 'exit');
  const close = () => endChild(child, exited);
  try {
    const { url } = await answer(child, exited, 'url');
    return {
      url,
      async figures() {
        const answered = answer(child, exited, 'figures');
        child.send('figures');
        return (await answered).figures;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function answer<Name extends 'url' | 'figures'>(
  child: ChildProcess,
  exited: Promise<unknown[]>,
  name: Name,
): Promise<Extract<LoadServiceReply, Record<Name, unknown>>> {
  const ended = exited.then(([code]) => {
    throw new Error(`The service's process ended with code ${code}.`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [LoadServiceReply];
  if (!(name in message)) throw new Error(`The service's process answered without ${name}.`);
  return message as Extract<LoadServiceReply, Record<Name, unknown>>;
}

async function endChild(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.connected) child.disconnect();
  const patience = new AbortController();
  const late = setTimeout(LONGEST_CLOSING_MS, undefined, { signal: patience.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await exited;
  patience.abort();
  await late;
}
