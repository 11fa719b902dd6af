import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { wgs84ToGcj02 } from '../../../geodata/georeference/shifted-degrees.ts';
import type { LonLat } from '../../../geodata/units.ts';
import type { CheckedIntake, IntakeChoices, IntakeFile } from '../../../server/intake/intake.ts';
import { findingText } from '../../../server/tables/finding-words.ts';
import { realData } from '../../real-data.ts';
import { check, csvFile } from './small-delivery.ts';

const changfeng = realData('changfeng');
const FILE = '自然村.csv';

/** Changfeng's settlements as a table that claims WGS 84, and the county's own files beside it. */
function delivery(folder: string, move: (place: LonLat) => LonLat): IntakeFile[] {
  const read = (name: string) => ({ name, bytes: readFileSync(join(folder, name)) });
  const { features } = JSON.parse(readFileSync(join(folder, 'places.geojson'), 'utf8')) as FeatureCollection<Point>;
  const rows = features.map(({ geometry, properties }, index) => {
    const [lon = 0, lat = 0] = geometry.coordinates;
    return [
      index + 1,
      `${properties?.['name'] ?? '无名'}${index}`,
      '340121100201',
      100,
      300,
      ...move([lon, lat]),
      'WGS84',
    ];
  });
  return [
    { name: 'changfeng.osm.pbf', path: join(folder, 'changfeng.osm.pbf') },
    read('county.geojson'),
    read('townships.geojson'),
    csvFile(FILE, [['编号', '名称', '所属行政村代码', '户数', '人口', '经度', '纬度', '坐标系'], ...rows]),
  ];
}

function accusation({ findings }: CheckedIntake) {
  return findings.find(({ rule }) => rule.startsWith('crs-contradicted'));
}

describe.skipIf(!changfeng)('positions of Changfeng that claim WGS 84', () => {
  const of = (move: (place: LonLat) => LonLat, choices: IntakeChoices = {}) =>
    check(delivery(changfeng ?? '', move), undefined, choices);

  it('are not accused where they are', async () => {
    const checked = await of((place) => place);
    expect(checked.coordinates.map(({ investigation }) => investigation.verdict)).toEqual(['consistent']);
    expect(accusation(checked)).toBeUndefined();
  });

  it('are accused where they are GCJ-02, with the shift in metres and direction, and stop the commit', async () => {
    const checked = await of(wgs84ToGcj02);
    const found = accusation(checked);
    expect(found).toMatchObject({ level: 'error', rule: 'crs-contradicted', file: FILE });
    expect(found).not.toHaveProperty('row');
    expect(found?.data?.['metres']).toBeGreaterThan(500);
    expect(found?.data?.['metres']).toBeLessThan(650);
    expect(found?.data?.['bearing']).toBeGreaterThan(90);
    expect(found?.data?.['bearing']).toBeLessThan(135);
    expect(found && findingText(found, 'zh')).toMatch(/WGS 84.*GCJ-02.*偏移约 \d+ 米（方位 \d+°）/);
    expect(found && findingText(found, 'en')).toMatch(/WGS 84.*GCJ-02.*shifted by some \d+ m/);
  });

  it('are read rightly once the user says what they are, and taken as claimed where he stands by the claim', async () => {
    const corrected = await of(wgs84ToGcj02, { referenceSystems: { [FILE]: 'GCJ-02' } });
    expect(accusation(corrected)).toBeUndefined();
    const trusted = await of(wgs84ToGcj02, { trusted: [FILE] });
    expect(accusation(trusted)).toMatchObject({ level: 'doubt' });
  });
});
