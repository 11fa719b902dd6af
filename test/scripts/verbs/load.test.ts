import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { KINDS } from '../../../scripts/load/tally.ts';
import { runCommand } from '../run-command.ts';

/** No real data: the demonstration county alone. */
const ENV = { HUBSHED_LANG: 'en', HUBSHED_REAL_DATA: '/nowhere' };

/** A temporary directory of this test's own, for its processes too. */
async function ownTmpdir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hubshed-load-test-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A line of the report: the request's kind, how often, five times, errors. */
function lineOf(report: string, kind: string): string[] {
  const line = report.split('\n').find((candidate) => candidate.startsWith(`${kind}  `)) ?? '';
  return line.slice(kind.length).trim().split(/\s+/);
}

describe('hubshed load', () => {
  it('tells how long each kind of request took, calm and busy, and leaves nothing behind', {
    timeout: 180_000,
  }, async () => {
    const folder = await ownTmpdir();
    const { code, out, err } = await runCommand(['load', '--readers', '3', '--seconds', '2'], { env: ENV });
    expect(`${code} ${err}`).not.toContain('failed');
    expect(code).toBe(0);
    const runs = out.split('second run: ');
    expect(runs).toHaveLength(2);
    for (const run of runs) {
      for (const kind of KINDS) expect(lineOf(run, kind)).toHaveLength(7);
      // Every reader opens the page.
      for (const kind of ['counties', 'stations', 'groups', 'hexagons', 'tilejson', 'tile roads']) {
        expect(Number(lineOf(run, kind)[0])).toBeGreaterThanOrEqual(3);
      }
      expect(lineOf(run, 'all').at(-1)).toBe('0');
    }
    expect(runs[0]).toContain('0 imports and 0 large answers');
    expect(runs[1]).toMatch(/[1-9]\d* large answers/);
    expect((await readdir(folder)).filter((name) => name.startsWith('hubshed-'))).toEqual([]);
  });

  it('asks for the address of the server that it is to measure on', async () => {
    expect(await runCommand(['load', '--store', 'server'], { env: ENV })).toMatchObject({
      code: 3,
      err: expect.stringContaining('DATABASE_URL'),
    });
  });
});
