import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scratchFolder } from '../server/files/scratch-file.ts';

const HUBSHED = fileURLToPath(new URL('../../scripts/hubshed.mjs', import.meta.url));

/** Part of POSIX. */
const MAKE_PIPE = 'mkfifo';

/** A hubshed that has begun to read roads from a pipe, and the pipe's other end. */
async function waitingHubshed() {
  const pipe = join(await scratchFolder(), 'roads.osm.pbf');
  spawnSync(MAKE_PIPE, [pipe]);
  const child = spawn(process.execPath, [HUBSHED, 'network', '--pbf', pipe], { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  // Opens once the child has the pipe open for reading.
  return { child, writer: await open(pipe, 'w') };
}

async function endOf(child: ChildProcess) {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return { code, signal };
}

describe.skipIf(process.platform === 'win32')('Ctrl-C at a hubshed process', () => {
  it('ends it with exit code 130 as soon as it can stop', async () => {
    const { child, writer } = await waitingHubshed();
    const end = endOf(child);
    child.kill('SIGINT');
    await setTimeout(300);
    await writer.close();
    expect(await end).toEqual({ code: 130, signal: null });
  });

  it('ends it after a second where it cannot stop, by the signal itself', async () => {
    const { child, writer } = await waitingHubshed();
    const end = endOf(child);
    child.kill('SIGINT');
    expect(await end).toEqual({ code: null, signal: 'SIGINT' });
    await writer.close();
  });
});
