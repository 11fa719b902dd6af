import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../server/files/scratch-file.ts';

const HUBSHED = fileURLToPath(new URL('../../scripts/hubshed.mjs', import.meta.url));

describe.skipIf(process.platform === 'win32')('the hubshed process', () => {
  it('ends with exit code 130 on Ctrl-C, even while it waits for a file that never comes', async () => {
    const pipe = join(await scratchFolder(), 'roads.osm.pbf');
    spawnSync('mkfifo', [pipe]);
    const child = spawn(process.execPath, [HUBSHED, 'network', '--pbf', pipe], { stdio: 'ignore' });
    const exit = once(child, 'exit');
    // Opens once the child has the pipe open for reading.
    const writer = await open(pipe, 'w');
    child.kill('SIGINT');
    expect(await exit).toEqual([130, null]);
    await writer.close();
  });
});
