import { readdir } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { nodeCheck } from '../../../scripts/cli/health-checks.ts';
import { EXPECTED_SECONDS, selfTestSeconds, TOLERANCE_SECONDS } from '../../../scripts/cli/self-test.ts';
import { scratchFolder } from '../../server/files/scratch-file.ts';
import { runCommand } from '../run-command.ts';

describe('hubshed doctor', () => {
  it('finds this machine well, in words and as JSON', async () => {
    const page = await runCommand(['doctor', '--lang', 'zh']);
    expect([page.code, page.err]).toEqual([0, '']);
    expect(page.out).toContain(`[正常] Node.js 版本：${process.versions.node}\n`);
    const { checks } = JSON.parse((await runCommand(['doctor', '--json'])).out) as { checks: { key: string }[] };
    expect(checks.map(({ key }) => key)).toEqual(['node', 'dependencies', 'memory', 'real-data', 'self-test']);
  });

  it('says that the real data are missing without calling that a failure', async () => {
    const { code, out } = await runCommand(['doctor'], { env: { HUBSHED_LANG: 'en', HUBSHED_REAL_DATA: '/no/such' } });
    expect(code).toBe(0);
    expect(out).toContain('[note] Real data: not found');
  });

  it('drives its own small map in the time worked out by hand, and leaves nothing behind', async () => {
    const folder = await scratchFolder();
    vi.stubEnv('TMPDIR', folder).stubEnv('TEMP', folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const seconds = (await selfTestSeconds()) ?? Number.NaN;
    expect(Math.abs(seconds - EXPECTED_SECONDS)).toBeLessThanOrEqual(TOLERANCE_SECONDS);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['20.19.0', 'ok'],
    ['20.20.1', 'ok'],
    ['22.0.0', 'ok'],
    ['20.9.0', 'failed'],
    ['18.99.0', 'failed'],
  ])('finds Node.js %s %s where 20.19 is needed', (version, status) => {
    expect(nodeCheck('>=20.19', version).status).toBe(status);
  });
});
