import { describe, expect, it } from 'vitest';
import { realData } from '../../real-data.ts';
import { scenePbf } from '../../scenes/scene.ts';
import { scratchFile } from '../../server/files/scratch-file.ts';
import { runCommand } from '../run-command.ts';
import { townFile } from '../town-scene.ts';

describe('hubshed network', () => {
  it('reports lengths by class under their Chinese and OSM names', async () => {
    const { pbf } = await townFile();
    const { code, out } = await runCommand(['network', '--pbf', pbf, '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toMatch(/^县道 +secondary +3\.0 +66\.7 %$/m);
    expect(out).toMatch(/^村道 +unclassified +1\.0 +22\.2 %$/m);
    expect(out).toMatch(/^合计 +4\.5 +100\.0 %$/m);
    expect(out).toMatch(/^相连路段片数：2$/m);
    expect(out).toMatch(/^哈希：[0-9a-f]{64}$/m);
    expect(out).not.toContain('需要留意');
  });

  it('names what is odd in the file, and how often', async () => {
    const scene = {
      nodes: { a: [0, 0], b: [500, 0], c: [1000, 0] },
      nodeTags: { b: { barrier: 'bollard' } },
      ways: [{ nodes: 'abc' }],
    } as const;
    const { out } = await runCommand(['network', '--pbf', await scratchFile('scene.osm.pbf', scenePbf(scene))]);
    expect(out).toMatch(/^Worth a look\nNodes that no vehicle passes \(barriers\): 1$/m);
  });

  it('saves a network that gives the same report when opened again', async () => {
    const { pbf, folder } = await townFile();
    const saved = `${folder}/town.network`;
    const built = await runCommand(['network', '--pbf', pbf, '--json', '--out', saved]);
    const opened = await runCommand(['network', '--network', saved, '--json']);
    expect(opened.out).toBe(built.out);
    expect(JSON.parse(opened.out)).toMatchObject({ profile: 'car', report: { components: 2 } });
  });

  it('refuses a saved network of another profile, or a damaged one, with exit code 3', async () => {
    const { pbf, folder } = await townFile();
    const saved = `${folder}/town.network`;
    await runCommand(['network', '--pbf', pbf, '--out', saved]);
    const other = await runCommand(['network', '--network', saved, '--condition', 'night']);
    expect(other.code).toBe(3);
    expect(other.err).toContain('the network was built with car, not with car+night as asked');
    const damaged = await runCommand(['network', '--network', pbf]);
    expect([damaged.code, damaged.out]).toEqual([3, '']);
  });

  it('ends with exit code 4 where there is nothing to drive on', async () => {
    const footpath = {
      nodes: { a: [0, 0], b: [500, 0] },
      ways: [{ nodes: 'ab', tags: { highway: 'footway' } }],
    } as const;
    const path = await scratchFile('scene.osm.pbf', scenePbf(footpath));
    const { code, err } = await runCommand(['network', '--pbf', path]);
    expect([code, err]).toEqual([4, `hubshed: ${path}: the file holds no road open to profile car\n`]);
  });
});

const changfeng = realData('changfeng/changfeng.osm.pbf');

describe.skipIf(!changfeng)('hubshed network on the roads of Changfeng', () => {
  it('finds its 2,930 km', async () => {
    const { out } = await runCommand(['network', '--pbf', changfeng ?? '', '--json']);
    const { report } = JSON.parse(out) as { report: { metresTotal: number } };
    expect(Math.abs(report.metresTotal / 1000 - 2936)).toBeLessThan(10);
  });
});
