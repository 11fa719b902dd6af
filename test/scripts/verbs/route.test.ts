import type { Feature, LineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import { realData } from '../../real-data.ts';
import { runCommand } from '../run-command.ts';
import { townCoord, townFile, townPoint } from '../town-scene.ts';

async function townRoute(from: string, to: string, ...options: string[]) {
  const { pbf } = await townFile();
  return runCommand(['route', '--pbf', pbf, '--from', from, '--to', to, '--quiet', ...options]);
}

describe('hubshed route', () => {
  it('tells the way in words, the estimated legs apart', async () => {
    const { code, out } = await townRoute(townPoint(0, 30), townPoint(2000, 1400), '--lang', 'zh');
    expect(code).toBe(0);
    // 3 km at 10 m/s and a left turn; 30 m and 400 m off the road, times 1.3, at 15 km/h.
    expect(out).toContain('行车 3.0 公里，5.1 分钟（其中转弯、信号灯等 0.1 分钟）');
    expect(out).toContain('起点到道路（估算）：39 米，0.2 分钟\n');
    expect(out).toContain('道路到终点（估算）：520 米，2.1 分钟，虚拟连接线\n');
    expect(out).toContain('全程 3.6 公里，7.3 分钟');
    expect(out).toMatch(/^县道 +secondary +2\.0 +3\.3$/m);
    expect(out).toMatch(/^ *1 +X1 长合路 +县道 +secondary +2\.0 +3\.3$/m);
    expect(out).toMatch(/^ *2 +— +村道 +unclassified +1\.0 +1\.7$/m);
  });

  it('gives a GeoJSON feature whose parts add up with --json', async () => {
    const { out } = await townRoute(townPoint(0, 30), townPoint(2000, 1000), '--json');
    const { geometry, properties } = JSON.parse(out) as Feature<LineString, Record<string, never>>;
    expect(geometry.coordinates[0]).toEqual(townCoord(0, 0));
    expect(geometry.coordinates[geometry.coordinates.length - 1]).toEqual(townCoord(2000, 1000));
    const { seconds, driving, offRoad, steps, byClass } = properties as unknown as {
      seconds: number;
      driving: { seconds: number; turnSeconds: number };
      offRoad: Record<'from' | 'to', { seconds: number; estimated: boolean }>;
      steps: { seconds: number }[];
      byClass: { seconds: number }[];
    };
    const sum = (parts: { seconds: number }[]) => parts.reduce((total, part) => total + part.seconds, 0);
    expect(driving.seconds + offRoad.from.seconds + offRoad.to.seconds).toBeCloseTo(seconds, 6);
    expect(sum(steps) + driving.turnSeconds).toBeCloseTo(driving.seconds, 6);
    expect(sum(byClass)).toBeCloseTo(sum(steps), 6);
    expect([offRoad.from.estimated, offRoad.to.seconds]).toEqual([true, 0]);
  });

  it('is a valid line also where it ends as it begins', async () => {
    const { out } = await townRoute(townPoint(500, 0), townPoint(500, 0), '--json');
    expect((JSON.parse(out) as Feature<LineString>).geometry.coordinates).toHaveLength(2);
  });

  it('ends with exit code 4 where no road leads there', async () => {
    const { code, out, err } = await townRoute(townPoint(0, 0), townPoint(8200, 0));
    expect([code, out]).toEqual([4, '']);
    expect(err).toContain('no route leads from one point to the other');
  });

  it('ends with exit code 4 where a point has no road within the snap limit', async () => {
    const { code, err } = await townRoute(townPoint(0, 0), townPoint(500, 400), '--snap-limit', '300');
    expect(code).toBe(4);
    expect(err).toContain(`there is no road within 300 m near ${townPoint(500, 400)}`);
  });
});

const changfeng = realData('changfeng/changfeng.osm.pbf');

describe.skipIf(!changfeng)('hubshed route on the roads of Changfeng', () => {
  it('drives the expressway from Zhuangmu to the south of the county, in about an hour', async () => {
    const ends = ['--from', '117.16,32.48', '--to', '117.26,32.01'];
    const { out } = await runCommand(['route', '--pbf', changfeng ?? '', ...ends, '--json']);
    const { seconds, steps } = (JSON.parse(out) as Feature).properties as { seconds: number; steps: { ref: string }[] };
    expect(seconds / 60).toBeGreaterThan(45);
    expect(seconds / 60).toBeLessThan(75);
    expect(steps.map(({ ref }) => ref)).toContain('S17');
  });
});
