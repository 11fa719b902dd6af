import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import { townFile } from '../town-scene.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line on a store of this test's own. */
function runHere(argv: readonly string[], store = 'store') {
  return runCommand(argv, { env: { HUBSHED_LANG: 'en', HUBSHED_STORE: join(folder, store) } });
}

describe('hubshed import', () => {
  it('makes versions of a county that give the numbers of its files, and nothing of a bad one', {
    timeout: 180_000,
  }, async () => {
    const saved = join(folder, 'demo');
    const file = (name: string) => join(saved, name);
    const started = await runHere(['start', '--once', '--save', saved], 'another');
    const county = [
      '--code',
      '990321',
      '--name',
      '澄野县',
      '--profile',
      'rural-plain',
      '--pbf',
      file('county.osm.pbf'),
    ];
    const areas = ['--boundary', file('boundary.geojson'), '--townships', file('townships.geojson')];
    const tables = ['--stations', file('stations.csv'), '--settlements', file('settlements.csv')];

    expect(await runHere(['import', ...county, ...areas, ...tables])).toMatchObject({ code: 0 });
    const stored = await runHere(['groups', '--county', '990321']);
    expect(stored.out).toBe(started.out);

    await writeFile(file('far.csv'), 'name,lon,lat\nFar away,100.1,30.1\n');
    const bad = await runHere([
      'import',
      ...county,
      ...areas,
      '--stations',
      file('stations.csv'),
      '--settlements',
      file('far.csv'),
    ]);
    expect(bad).toMatchObject({ code: 3, out: '' });
    expect(bad.err).toContain('outside the county');

    expect((await runHere(['import', ...county, ...areas, ...tables, '--note', 'again'])).code).toBe(0);
    const versions = JSON.parse((await runHere(['versions', '--code', '990321', '--json'])).out);
    expect(versions).toMatchObject([
      { number: 2, isCurrent: true, note: 'again' },
      { number: 1, isCurrent: false },
    ]);
    const restored = await runHere(['versions', '--code', '990321', '--restore', '1', '--json']);
    expect(JSON.parse(restored.out)).toMatchObject([
      { number: 2, isCurrent: false },
      { number: 1, isCurrent: true },
    ]);
    expect((await runHere(['versions', '--code', '990321', '--restore', '9'])).code).toBe(4);
    expect((await runHere(['groups', '--county', '340121'])).code).toBe(4);
    expect((await runHere(['groups', '--county', '990321', '--pbf', file('county.osm.pbf')])).code).toBe(2);
  });

  it('builds a network for each condition, of which other commands take theirs', { timeout: 180_000 }, async () => {
    const { pbf } = await townFile();
    const county = ['--code', '990322', '--name', '甲县', '--pbf', pbf, '--profile', 'rural-plain'];
    const imported = await runHere(['import', ...county, '--conditions', 'night,base']);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.err).toContain('2 networks built in');
    const profileOf = async (...choice: string[]) => {
      const { code, out, err } = await runHere(['groups', '--county', '990322', '--json', ...choice]);
      return code === 0 ? (JSON.parse(out) as { about: { profile: string } }).about.profile : `${code} ${err}`;
    };
    expect(await profileOf()).toBe('rural-plain');
    expect(await profileOf('--condition', 'night')).toBe('rural-plain+night');
    expect(await profileOf('--condition', 'ice')).toMatch(/^4 .*rural-plain, rural-plain\+night/s);

    expect(await runHere(['import', ...county, '--conditions', 'fog'])).toMatchObject({ code: 2 });
    const both = await runHere(['import', ...county, '--network', 'unread', '--conditions', 'base']);
    expect(both).toMatchObject({ code: 2 });
    expect(both.err).toContain('--network and --conditions exclude each other');
  });

  it('imports a saved network by itself', { timeout: 180_000 }, async () => {
    const { pbf, folder: town } = await townFile();
    const saved = join(town, 'town.network');
    await runHere(['network', '--pbf', pbf, '--profile', 'rural-plain', '--condition', 'night', '--out', saved]);
    const county = ['--code', '990323', '--name', '乙县', '--pbf', pbf, '--network', saved];
    expect(await runHere(['import', ...county])).toMatchObject({ code: 0 });
    const { out } = await runHere(['groups', '--county', '990323', '--json']);
    expect(JSON.parse(out)).toMatchObject({ about: { profile: 'rural-plain+night' } });
  });
});
