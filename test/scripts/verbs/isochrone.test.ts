import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { realData } from '../../real-data.ts';
import { runCommand } from '../run-command.ts';
import { townFile, townPoint } from '../town-scene.ts';

interface RingProperties {
  readonly minutes: number;
  readonly areaSquareKilometres: number;
}

function collectionOf(out: string) {
  return JSON.parse(out) as FeatureCollection<MultiPolygon | null, RingProperties>;
}

describe('hubshed isochrone', () => {
  it('gives a feature for each number of minutes, in the order asked, its ground growing with them', async () => {
    const { pbf } = await townFile();
    const argv = ['isochrone', '--pbf', pbf, '--at', townPoint(0, 0), '--minutes', '4,1,2', '--step', '25'];
    const { code, out, err } = await runCommand(argv);
    const { features } = collectionOf(out);
    expect(code).toBe(0);
    expect(features.map(({ properties }) => properties.minutes)).toEqual([4, 1, 2]);
    const [four = 0, one = 0, two = 0] = features.map(({ properties }) => properties.areaSquareKilometres);
    expect(one).toBeGreaterThan(0);
    expect(two).toBeGreaterThan(one);
    expect(four).toBeGreaterThan(two);
    expect(features.every(({ geometry }) => geometry?.type === 'MultiPolygon')).toBe(true);
    expect(err).toContain(`1 min: ${one} km²`);
  });

  it('ends with exit code 4 where there is no road within the snap limit', async () => {
    const { pbf } = await townFile();
    const argv = ['isochrone', '--pbf', pbf, '--at', townPoint(0, 900), '--snap-limit', '500'];
    expect((await runCommand(argv)).code).toBe(4);
  });

  it.each([
    ['--minutes', '10,0'],
    ['--minutes', '10,,20'],
    ['--step', '10'],
    ['--reach', '-1'],
  ])('refuses %s %s', async (option, value) => {
    const { code, err } = await runCommand(['isochrone', '--at', '117,32', '--pbf', 'unread', option, value]);
    expect(code).toBe(2);
    expect(err).toContain(`${option}: `);
  });
});

const changfeng = realData('changfeng/changfeng.osm.pbf');

describe.skipIf(!changfeng)('hubshed isochrone on the roads of Changfeng', () => {
  it('covers hundreds of square kilometres in half an hour', async () => {
    const argv = ['isochrone', '--pbf', changfeng ?? '', '--at', '117.16,32.48', '--minutes', '30', '--step', '200'];
    const { features } = collectionOf((await runCommand(argv)).out);
    expect(features[0]?.properties.areaSquareKilometres).toBeGreaterThan(300);
  });
});
