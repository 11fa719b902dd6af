import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../../scripts/cli/command-context.ts';
import { UsageFailure } from '../../../scripts/cli/failures.ts';
import { parseOptions } from '../../../scripts/cli/parse-options.ts';
import { COUNTY_OPTIONS, loadCounty } from '../../../scripts/cli/place-options.ts';
import { realData } from '../../real-data.ts';
import { problemsOf } from '../../server/files/problems-of.ts';
import { scratchFile } from '../../server/files/scratch-file.ts';
import { runCommand, textSink } from '../run-command.ts';
import { townCoord, townFile } from '../town-scene.ts';

async function countyOf(...args: string[]) {
  const io = { stdout: textSink(), stderr: textSink(), env: {}, signal: new AbortController().signal };
  const context = createContext(io, { language: 'en', json: false, quiet: false });
  return loadCounty(parseOptions(args, COUNTY_OPTIONS, 'test'), 'test', context);
}

function areaText(west: number, south: number, east: number, north: number): string {
  const [sw, se, ne, nw] = [
    townCoord(west, south),
    townCoord(east, south),
    townCoord(east, north),
    townCoord(west, north),
  ];
  const geometry = { type: 'Polygon', coordinates: [[sw, se, ne, nw, sw]] };
  return JSON.stringify({ type: 'Feature', properties: { name: '丙镇' }, geometry });
}

describe('loadCounty', () => {
  it('finds stations and settlements by their usual tags where nothing is said', async () => {
    const { pbf } = await townFile();
    const { network, stations, settlements, boundary, notes } = await countyOf('--pbf', pbf);
    expect(network.meta.profile).toBe('car');
    expect(stations.map(({ name }) => name)).toEqual(['甲派出所']);
    expect(settlements.map(({ name, kind }) => [name, kind])).toEqual([
      ['乙村', 'administrative'],
      ['node/10', 'natural'],
    ]);
    expect(boundary).toBeUndefined();
    expect(notes.map(({ en }) => en)).toEqual(['1 station(s), 2 settlement(s)']);
  });

  it('reads tables, and lets settlements name the stations of the table beside them', async () => {
    const { pbf } = await townFile();
    const stations = await scratchFile('stations.csv', 'id,name,lon,lat\nS1,甲所,117,32\n');
    const settlements = await scratchFile('villages.csv', 'name,lon,lat,station\n乙村,117,32,甲所\n');
    const county = await countyOf('--pbf', pbf, '--stations', stations, '--settlements', settlements);
    expect(county.settlements[0]?.stationId).toBe('S1');
    const wrong = await scratchFile('villages.csv', 'name,lon,lat,station\n乙村,117,32,丁所\n');
    const problems = await problemsOf(countyOf('--pbf', pbf, '--stations', stations, '--settlements', wrong));
    expect(problems).toEqual(['2 station station-unknown']);
  });

  it('drops tagged places outside the boundary, keeps listed ones, and says both', async () => {
    const { pbf } = await townFile();
    const boundary = await scratchFile('county.geojson', areaText(1500, 500, 2500, 1500));
    const stations = await scratchFile('stations.csv', 'name,lon,lat\n甲所,117,32\n');
    const county = await countyOf('--pbf', pbf, '--stations', stations, '--boundary', boundary);
    expect(county.stations).toHaveLength(1);
    expect(county.settlements.map(({ name }) => name)).toEqual(['乙村']);
    expect(county.boundary).toHaveLength(1);
    expect(county.notes.map(({ en }) => en)).toEqual([
      '1 station(s), 1 settlement(s)',
      '1 place(s) outside the boundary were left out',
      '1 place(s) of the files lie outside the boundary and were kept',
    ]);
  });

  it('fills in townships for tagged and listed places, but overrules no table', async () => {
    const { pbf } = await townFile();
    const townships = await scratchFile('townships.geojson', areaText(-500, -500, 2500, 1500));
    const [lon, lat] = townCoord(100, 100);
    const table = `name,lon,lat,township\n甲所,${lon},${lat},\n乙所,${lon},${lat},丁乡\n`;
    const stations = await scratchFile('stations.csv', table);
    const county = await countyOf('--pbf', pbf, '--townships', townships, '--stations', stations);
    expect(county.stations.map(({ township }) => township)).toEqual(['丙镇', '丁乡']);
    expect(county.settlements.map(({ township }) => township)).toEqual(['丙镇', undefined]);
  });

  it('takes roads from a saved network and places from the OSM file beside it', async () => {
    const { pbf, folder } = await townFile();
    const saved = join(folder, 'town.network');
    await runCommand(['network', '--pbf', pbf, '--out', saved]);
    expect((await countyOf('--network', saved, '--pbf', pbf)).settlements).toHaveLength(2);
    await expect(countyOf('--network', saved)).rejects.toThrow('--stations, --settlements by tags also needs --pbf');
    await expect(countyOf()).rejects.toThrow(UsageFailure);
  });

  it('refuses what is neither a file of places nor tags', async () => {
    await expect(countyOf('--pbf', 'unread', '--stations', 'stations.xlsx')).rejects.toThrow(
      '--stations: "stations.xlsx" should be a .csv, .geojson or .json file, or OSM tags',
    );
  });
});

const changfeng = realData('changfeng');

describe.skipIf(!changfeng)('loadCounty on the real Changfeng', () => {
  it('finds its villages inside the boundary, each in its township', async () => {
    const file = (name: string): string => join(changfeng ?? '', name);
    const county = await countyOf(
      ...['--pbf', file('changfeng.osm.pbf'), '--settlements', 'place=village', '--stations', 'place=town'],
      ...['--boundary', file('county.geojson'), '--townships', file('townships.geojson')],
    );
    // 157 nodes, and two villages drawn as outlines.
    expect(county.settlements).toHaveLength(159);
    expect(county.stations).toHaveLength(19);
    expect(county.settlements.filter(({ township }) => township === undefined)).toEqual([]);
  });
});
