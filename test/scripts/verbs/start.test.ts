import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Of a report all but what the command's own options name. */
function figures(report: string): string {
  return report.slice(report.indexOf('二、协作组达标情况'));
}

describe('hubshed start', () => {
  it('prints groups and who is out of reach, and the same from the files it saves', { timeout: 60_000 }, async () => {
    const saved = join(folder, 'demo');
    const env = { HUBSHED_STORE: join(folder, 'store') };
    const started = await runCommand(['start', '--once', '--save', saved, '--lang', 'zh'], { env });
    expect(started.code).toBe(0);
    expect(started.out).toMatch(/^警务协作组测算报告/);
    expect(started.out).toContain('行车时间超限');
    expect(started.out).toContain('路网不通');
    const file = (name: string) => join(saved, name);
    const again = await runCommand([
      ...['groups', '--lang', 'zh', '--pbf', file('county.osm.pbf'), '--profile', 'rural-plain'],
      ...['--stations', file('stations.csv'), '--settlements', file('settlements.csv')],
      ...['--boundary', file('boundary.geojson'), '--townships', file('townships.geojson')],
    ]);
    expect(again.code).toBe(0);
    expect(figures(again.out)).toBe(figures(started.out));
  });
});
