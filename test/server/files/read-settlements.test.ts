import { describe, expect, it } from 'vitest';
import { readSettlements } from '../../../server/files/read-settlements.ts';
import { realData } from '../../real-data.ts';
import { problemsOf } from './problems-of.ts';
import { scratchFile } from './scratch-file.ts';

async function settlementsIn(csv: string) {
  return scratchFile('settlements.csv', csv);
}

const STATIONS = [
  { id: 'S1', name: '城关派出所', coord: [117, 37], kind: 'urban' },
  { id: 'S2', name: '东关派出所', coord: [117, 37], kind: 'rural' },
  { id: 'S3', name: '东关派出所', coord: [117, 37], kind: 'rural' },
] as const;

describe('readSettlements from CSV', () => {
  it('reads the template of villages and communities', async () => {
    const table = [
      '区划代码(12位)*,名称*,类别(村/社区)*,所属派出所*,户数*(口径:常住),人口,村委会经度,村委会纬度,坐标系',
      '371622101201,张庄村,村,城关派出所,320,1100,117.5,37.6,2000国家大地坐标系',
      '371622001001,幸福社区,社区,,,,117.6,37.7,WGS 84',
    ].join('\n');
    expect(await readSettlements(await settlementsIn(table))).toEqual([
      {
        id: '371622101201',
        name: '张庄村',
        coord: [117.5, 37.6],
        kind: 'administrative',
        stationId: '城关派出所',
        households: 320,
        population: 1100,
      },
      { id: '371622001001', name: '幸福社区', coord: [117.6, 37.7], kind: 'administrative' },
    ]);
  });

  it('takes the rows of the template of natural villages for natural, and does not take their village’s code for an id', async () => {
    const table =
      '名称*,所属行政村代码*,户数,人口,经度*,纬度*\n前张庄,371622101201,8,30,117.5,37.6\n后张庄,371622101201,9,,117.5,37.7\n';
    const settlements = await readSettlements(await settlementsIn(table));
    expect(settlements.map(({ id, kind }) => [id, kind])).toEqual([
      ['前张庄', 'natural'],
      ['后张庄', 'natural'],
    ]);
  });

  it('reads English headers and both kinds', async () => {
    const table =
      'id,name,kind,lon,lat,township,station\na,A,natural,1,2,T,S1\nb,B,administrative,1,2,T,S1\nc,C,自然村,1,2,T,\n';
    const settlements = await readSettlements(await settlementsIn(table));
    expect(settlements.map(({ kind, stationId }) => [kind, stationId])).toEqual([
      ['natural', 'S1'],
      ['administrative', 'S1'],
      ['natural', undefined],
    ]);
  });

  it('turns a station’s name into its id where it is given the stations', async () => {
    const table = 'name,lon,lat,所属派出所\n甲,1,1,城关派出所\n乙,1,1,S3\n丙,1,1,\n';
    const settlements = await readSettlements(await settlementsIn(table), STATIONS);
    expect(settlements.map(({ stationId }) => stationId)).toEqual(['S1', 'S3', undefined]);
  });

  it('refuses a station that is not there, and a name that two stations have', async () => {
    const table = 'name,lon,lat,所属派出所\n甲,1,1,西关派出所\n乙,1,1,东关派出所\n';
    expect(await problemsOf(readSettlements(await settlementsIn(table), STATIONS))).toEqual([
      '2 所属派出所 station-unknown',
      '3 所属派出所 station-ambiguous',
    ]);
  });

  it('refuses an unnamed row of a table', async () => {
    expect(await problemsOf(readSettlements(await settlementsIn('id,name,lon,lat\n7,,1,1\n')))).toEqual([
      '2 name name-missing',
    ]);
  });
});

describe('readSettlements from GeoJSON', () => {
  async function kindOf(place: string) {
    const features = [
      { type: 'Feature', properties: { place, name: 'A' }, geometry: { type: 'Point', coordinates: [117, 32] } },
    ];
    const path = await scratchFile('places.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    return readSettlements(path).then(([settlement]) => settlement?.kind);
  }

  it.each([
    ['city', 'administrative'],
    ['town', 'administrative'],
    ['suburb', 'administrative'],
    ['village', 'administrative'],
    ['neighbourhood', 'administrative'],
    ['hamlet', 'natural'],
    ['isolated_dwelling', 'natural'],
  ])('takes an OSM place=%s for %s', async (place, kind) => {
    expect(await kindOf(place)).toBe(kind);
  });

  it('refuses an OSM place where nobody lives', async () => {
    expect(await problemsOf(kindOf('island'))).toEqual(['1 place kind-unknown']);
  });
});

const places = realData('changfeng/places.geojson');

describe.skipIf(!places)('readSettlements from the places of Changfeng', () => {
  it('reads all 220 under their OSM ids, the 19 hamlets as natural villages', async () => {
    const settlements = await readSettlements(places ?? '');
    expect(settlements).toHaveLength(220);
    expect(settlements.filter(({ kind }) => kind === 'natural')).toHaveLength(19);
    expect(settlements[1]).toEqual({
      id: '2506759803',
      name: '双墩镇',
      coord: [117.2585995, 32.0087594],
      kind: 'administrative',
      township: '双墩镇',
    });
  });

  it('calls the three that have no name by their ids', async () => {
    const settlements = await readSettlements(places ?? '');
    expect(settlements.filter(({ id, name }) => id === name).map(({ id }) => id)).toEqual([
      '4759203104',
      '4830837994',
      '5119525507',
    ]);
  });
});

const villages = realData('changfeng/official_villages.csv');

describe.skipIf(!villages)('readSettlements from the official list of villages', () => {
  it('asks for the coordinates and takes no division code for personal data', async () => {
    expect(await problemsOf(readSettlements(villages ?? ''))).toEqual([
      '1 经度/村委会经度/lon/longitude column-missing',
      '1 纬度/村委会纬度/lat/latitude column-missing',
    ]);
  });
});
