import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineResponse } from '../../../geodata/engine/calls.ts';
import { DEFAULT_RULE } from '../../../geodata/travel/two-limit-rule.ts';
import { type BatchCounty, type BatchOptions, runBatch } from '../../../server/counties/batch.ts';
import { takeFolder } from '../../../server/db/folder-lock.ts';
import { realData } from '../../real-data.ts';

const PROGRAM = fileURLToPath(new URL('../../../scripts/hubshed.mjs', import.meta.url));

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hubshed-batch-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Every file below a folder by its path, as a hash. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return files;
}

/** A square county without roads or places: the engine's answer is then empty and made here. */
function emptyCounty(id: string, lon: number): BatchCounty {
  const ring = [
    [lon, 32],
    [lon + 0.02, 32],
    [lon + 0.02, 32.02],
    [lon, 32.02],
    [lon, 32],
  ] as const;
  const polygons = [[ring]];
  return {
    area: { id, name: `county ${id}`, polygons },
    places: { stations: [], settlements: [], boundary: polygons },
  };
}

async function nobodyIsReached(request: { cellCentres: readonly unknown[]; nearest: number }) {
  const cells = request.cellCentres.length;
  const none = (count: number) => ({
    n: request.nearest,
    station: new Uint32Array(count * request.nearest).fill(0xffffffff),
    ds: new Uint32Array(count * request.nearest).fill(0xffffffff),
    dm: new Uint32Array(count * request.nearest).fill(0xffffffff),
  });
  const response: EngineResponse<'catchments'> = {
    status: new Uint8Array(0),
    settlements: none(0),
    cells: none(cells),
    snapMetres: {
      stations: new Float64Array(0),
      settlements: new Float64Array(0),
      cells: new Float64Array(cells).fill(Number.POSITIVE_INFINITY),
    },
  };
  return response;
}

function madeOf(networkHash: string): BatchOptions['provenance'] {
  return { networkHash, profile: 'car', offRoad: { detourFactor: 1.3, kmh: 15 }, dataset: undefined };
}

function optionsFor(folder: string, changes: Partial<BatchOptions> = {}): BatchOptions {
  return {
    folder,
    provenance: madeOf('roads of today'),
    rule: DEFAULT_RULE,
    resolution: 8,
    language: 'zh',
    run: nobodyIsReached,
    parallel: 1,
    signal: new AbortController().signal,
    ...changes,
  };
}

const COUNTIES = [117, 117.1, 117.2, 117.3].map((lon, i) => emptyCounty(`c/${i}`, lon));

describe('a batch', () => {
  it('computes every county once and keeps all of them on the next run', async () => {
    const options = optionsFor(join(scratch, 'twice'));
    expect(await runBatch(COUNTIES, options)).toEqual({ computed: ['c/0', 'c/1', 'c/2', 'c/3'], kept: [] });
    const files = await filesOf(options.folder);
    expect(Object.keys(files)).toHaveLength(4 * 4 + 1);
    expect(await runBatch(COUNTIES, options)).toEqual({ computed: [], kept: ['c/0', 'c/1', 'c/2', 'c/3'] });
    expect(await filesOf(options.folder)).toEqual(files);
  });

  it('computes again only what its inputs changed, and everything when the roads change', async () => {
    const options = optionsFor(join(scratch, 'changed'));
    await runBatch(COUNTIES, options);
    const moved = COUNTIES.map((county, i) => (i === 2 ? emptyCounty('c/2', 118) : county));
    expect((await runBatch(moved, options)).computed).toEqual(['c/2']);
    expect((await runBatch(moved, { ...options, provenance: madeOf('roads of tomorrow') })).computed).toHaveLength(4);
    expect(
      (await runBatch(moved, { ...options, provenance: madeOf('roads of tomorrow'), resolution: 7 })).kept,
    ).toEqual([]);
  });

  it('computes a county again whose file is gone or was written over', async () => {
    const options = optionsFor(join(scratch, 'damaged'));
    await runBatch(COUNTIES, options);
    const whole = await filesOf(options.folder);
    await writeFile(join(options.folder, 'c%2F1', 'cells.csv'), 'something else');
    await rm(join(options.folder, 'c%2F3', 'summary.json'));
    expect((await runBatch(COUNTIES, options)).computed).toEqual(['c/1', 'c/3']);
    expect(await filesOf(options.folder)).toEqual(whole);
  });

  it('starts over where the manifest is not readable, and ends in the same bytes', async () => {
    const options = optionsFor(join(scratch, 'manifest'));
    await runBatch(COUNTIES, options);
    const whole = await filesOf(options.folder);
    await writeFile(join(options.folder, 'manifest.json'), '{"format":');
    expect((await runBatch(COUNTIES, options)).computed).toHaveLength(4);
    expect(await filesOf(options.folder)).toEqual(whole);
  });

  it('that fails in the middle leaves whole counties only, and goes on from there to the same bytes', async () => {
    const unbroken = optionsFor(join(scratch, 'unbroken'));
    await runBatch(COUNTIES, unbroken);
    let calls = 0;
    const broken = optionsFor(join(scratch, 'broken'), {
      run: (request) => (++calls === 3 ? Promise.reject(new Error('power cut')) : nobodyIsReached(request)),
    });
    await expect(runBatch(COUNTIES, broken)).rejects.toThrow('power cut');
    const left = await filesOf(broken.folder);
    expect(Object.keys(left).filter((path) => path.endsWith('summary.json'))).toHaveLength(2);
    expect((await runBatch(COUNTIES, { ...broken, run: nobodyIsReached })).kept).toHaveLength(2);
    expect(await filesOf(broken.folder)).toEqual(await filesOf(unbroken.folder));
  });

  it('gives the same bytes whatever the number of counties under way at once', async () => {
    const one = optionsFor(join(scratch, 'one'));
    const three = optionsFor(join(scratch, 'three'), { parallel: 3 });
    await runBatch(COUNTIES, one);
    await runBatch(COUNTIES, three);
    expect(await filesOf(three.folder)).toEqual(await filesOf(one.folder));
  });

  it('leaves a folder alone that holds what no batch wrote, and says so', async () => {
    const options = optionsFor(join(scratch, 'foreign'));
    await mkdir(join(options.folder, 'c%2F1'), { recursive: true });
    await writeFile(join(options.folder, 'c%2F1', 'notes.txt'), 'mine');
    await expect(runBatch(COUNTIES, options)).rejects.toMatchObject({ code: 'folder-foreign' });
    expect(await readFile(join(options.folder, 'c%2F1', 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('computes a county again whose folder holds a stray file', async () => {
    const options = optionsFor(join(scratch, 'stray'));
    await runBatch(COUNTIES, options);
    const whole = await filesOf(options.folder);
    await writeFile(join(options.folder, 'c%2F0', '.cells.csv.1234.tmp'), 'left behind');
    expect((await runBatch(COUNTIES, options)).computed).toEqual(['c/0']);
    expect(await filesOf(options.folder)).toEqual(whole);
  });

  it('does not start in a folder where another process is at work, and takes over from a dead one', async () => {
    const options = optionsFor(join(scratch, 'locked'));
    const lock = takeFolder(options.folder);
    await expect(runBatch(COUNTIES, options)).rejects.toMatchObject({ code: 'folder-in-use' });
    lock.release();
    // No process has the highest number there can be.
    const dead = JSON.stringify({ host: hostname(), pid: 4_194_304, started: 'long ago', mark: 'a' });
    await writeFile(join(options.folder, 'lock.json'), dead);
    expect((await runBatch(COUNTIES, options)).computed).toHaveLength(4);
    expect(Object.keys(await filesOf(options.folder))).not.toContain('lock.json');
  });

  it('refuses two counties of one id before it writes anything', async () => {
    const options = optionsFor(join(scratch, 'repeated'));
    await expect(runBatch([emptyCounty('a', 117), emptyCounty('a', 118)], options)).rejects.toThrow('different ids');
    expect(existsSync(options.folder)).toBe(false);
  });
});

const pbf = realData('north-anhui.osm.pbf');

describe.skipIf(!pbf)('hubshed batch over the counties that lie whole inside north-anhui', () => {
  const run = (args: string[], untilSomeAreDone?: string): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [PROGRAM, ...args, '--quiet'], { stdio: 'ignore' });
      child.on('error', reject);
      // Killed without a chance to tidy up, as soon as a few counties are entered.
      const watch = setInterval(async () => {
        const manifest = untilSomeAreDone && join(untilSomeAreDone, 'manifest.json');
        if (!manifest || !existsSync(manifest)) return;
        const entries = (await readFile(manifest, 'utf8')).split('"inputs"').length - 1;
        if (entries >= 3) child.kill('SIGKILL');
      }, 20);
      child.on('exit', (code) => {
        clearInterval(watch);
        resolve(code);
      });
    });

  it('is killed, goes on, and gives the bytes of a run that was not', { timeout: 120_000 }, async () => {
    const counties = join(scratch, 'counties.geojson');
    expect(await run(['areas', '--pbf', pbf ?? '', '--out', counties])).toBe(0);
    const batch = (folder: string) => [
      ...['batch', '--pbf', pbf ?? '', '--counties', counties, '--stations', 'place=town'],
      ...['--settlements', 'place=village,hamlet,town', '--folder', folder],
    ];
    const killed = join(scratch, 'killed');
    const whole = join(scratch, 'whole');
    expect(await run(batch(killed), killed)).toBeNull();
    const partial = (await readdir(killed)).filter((name) => name.startsWith('relation'));
    expect(partial.length).toBeGreaterThanOrEqual(3);
    expect(partial.length).toBeLessThan(38);
    expect(await run(batch(killed))).toBe(0);
    expect(await run(batch(whole))).toBe(0);
    const files = await filesOf(whole);
    expect(Object.keys(files)).toHaveLength(38 * 4 + 1);
    expect(await filesOf(killed)).toEqual(files);
  });
});
