import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import { townFile, townPoint } from '../town-scene.ts';

/** 甲村 has few households, 丙村 is the smallest beside it: neither's figures may be told. */
const VILLAGES = [
  ['甲村', townPoint(500, 20), 11, 7_001],
  ['乙村', townPoint(2000, 900), 4_004, 7_002],
  ['丙村', townPoint(2900, 20), 3_003, 7_003],
] as const;
const SECRETS = /7001|7003|3003|\b11\b/;

describe('figures of few households on the command line', () => {
  let folder = '';
  let files: string[] = [];
  beforeEach(async () => {
    const town = await townFile();
    folder = town.folder;
    const settlements = join(folder, 'villages.csv');
    const rows = VILLAGES.map(([name, point, households, population]) => [name, name, point, households, population]);
    await writeFile(settlements, `id,name,lon,lat,households,population\n${rows.join('\n')}\n`);
    files = ['--pbf', town.pbf, '--settlements', settlements];
  });

  it.each([
    ['groups', ['--table', 'settlements', '--format', 'csv']],
    ['groups', ['--table', 'settlements', '--json']],
    ['catchments', ['--table', 'settlements', '--format', 'csv']],
    ['catchments', ['--table', 'settlements', '--json']],
    ['explain', ['--settlement', '甲村']],
    ['explain', ['--settlement', '丙村', '--json']],
  ])('are withheld and marked by %s %j', async (verb, options) => {
    const { code, out } = await runCommand([verb, '--lang', 'zh', ...files, ...options]);
    expect(code).toBe(0);
    const figures = out.replace(/"about":.*?"columns"/s, '').replace(/"coord(inate)?s?":\[[^\]]*\]|\d+\.\d+/g, '');
    const [ofOthers, ofSecrets] = ['乙村', '甲村|丙村'].map((names) => linesNaming(figures, names));
    expect(ofSecrets).not.toMatch(SECRETS);
    expect(ofSecrets).toMatch(/样本过小|"sampleTooSmall":true|,是,/);
    if (ofOthers) expect(ofOthers).toMatch(/7002|4004/);
  });

  it('are no part of a station’s households, nor of a hexagon’s', async () => {
    const stations = await runCommand(['catchments', '--lang', 'zh', ...files, '--format', 'json']);
    expect((JSON.parse(stations.out) as { rows: object[] }).rows).toMatchObject([
      { settlements: 3, households: 4004, settlementsSampleTooSmall: 2 },
    ]);
    const cells = await runCommand(['catchments', '--lang', 'zh', ...files, '--table', 'cells', '--format', 'json']);
    const { rows } = JSON.parse(cells.out) as { rows: { households: number | null; population: number | null }[] };
    expect(
      rows.map(({ households, population }) => [households, population]).filter(([households]) => households),
    ).toEqual([[4004, 7002]]);
    expect(rows.filter(({ households }) => households === null)).toHaveLength(2);
  });

  it('are in no file of a batch', async () => {
    const areas = join(folder, 'areas.geojson');
    const corners = [
      townPoint(-5000, -5000),
      townPoint(5000, -5000),
      townPoint(5000, 5000),
      townPoint(-5000, 5000),
      townPoint(-5000, -5000),
    ].map((point) => point.split(',').map(Number));
    const geometry = { type: 'Polygon', coordinates: [corners] };
    await writeFile(
      areas,
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { id: 'x', name: '甲县' }, geometry }],
      }),
    );
    const out = join(folder, 'batch');
    const done = await runCommand(['batch', '--lang', 'zh', ...files, '--counties', areas, '--folder', out]);
    expect({ code: done.code, err: done.code === 0 ? '' : done.err }).toEqual({ code: 0, err: '' });
    for (const name of ['settlements.csv', 'cells.csv', 'stations.csv']) {
      const text = (await readFile(join(out, 'x', name), 'utf8')).replace(/\d+\.\d+/g, '');
      expect(text).not.toMatch(/7001|7003|3003/);
      expect(text).toContain('样本过小');
    }
  });
});

/** Of a report or a JSON of one thing, all of it. */
function linesNaming(text: string, names: string): string {
  const lines = text.split('\n');
  const naming = lines.filter((line) => new RegExp(names).test(line));
  return naming.length > 0 ? naming.join('\n') : '';
}
