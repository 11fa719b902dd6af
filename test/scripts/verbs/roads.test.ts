import { describe, expect, it } from 'vitest';
import { microDegreesAt } from '../../scenes/scene.ts';
import { scratchFile } from '../../server/files/scratch-file.ts';
import { workbookBytes } from '../../server/tables/formats/write-workbook.ts';
import { runCommand } from '../run-command.ts';

type EastNorth = readonly [number, number];

function survey(rows: readonly (readonly [roadClass: string, line: readonly EastNorth[]])[]): Promise<string> {
  const features = rows.map(([roadClass, line]) => ({
    type: 'Feature',
    properties: { 等级: roadClass },
    geometry: { type: 'LineString', coordinates: line.map((place) => microDegreesAt(place).map((e6) => e6 / 1e6)) },
  }));
  return scratchFile('roads.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
}

const ROADS: Parameters<typeof survey>[0] = [
  [
    '县道',
    [
      [0, 0],
      [2000, 0],
    ],
  ],
  [
    '村道',
    [
      [1000, 3],
      [1000, 1000],
    ],
  ],
  [
    '村道',
    [
      [500, 12],
      [500, 1000],
    ],
  ],
];

describe('hubshed roads report', () => {
  it('tells how lines were joined and how their lengths stand against the books, in both languages', async () => {
    const official = await scratchFile('lengths.csv', '等级,公里数\n县道,4\n村道,2\n合计,6\n');
    const args = ['roads', 'report', '--roads', await survey(ROADS), '--official', official, '--lang'];
    const chinese = await runCommand([...args, 'zh']);
    expect(chinese.code).toBe(0);
    expect(chinese.out).toMatch(/^县道 +secondary +2\.0 +2\.0 +4\.0 +50\.0 %$/m);
    expect(chinese.out).toMatch(/^端点移动后相接 +1 +3\.0$/m);
    expect(chinese.out).toContain('30 m 内有路而未接通：1 处');
    const english = await runCommand([...args, 'en']);
    expect(english.out).toMatch(/^an end was moved +1 +3\.0$/m);
    expect(english.out).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('takes the lengths from a workbook as from a CSV', async () => {
    const roads = await survey(ROADS);
    const workbook = await workbookBytes((book) => {
      book.addWorksheet('说明').addRow(['按交通局台账填写']);
      book
        .addWorksheet('里程')
        .addRows([['2025年道路里程核对'], ['等级', '公里数'], ['县道', 4], ['村道', 2], ['合计', 6]]);
    });
    const reportOn = async (official: string) => {
      const { out, code } = await runCommand(['roads', 'report', '--roads', roads, '--official', official, '--json']);
      expect(code).toBe(0);
      return JSON.parse(out).ranks;
    };
    const ofWorkbook = await reportOn(await scratchFile('lengths.xlsx', workbook));
    expect(ofWorkbook).toEqual(await reportOn(await scratchFile('lengths.csv', '等级,公里数\n县道,4\n村道,2\n')));
    expect(ofWorkbook).toContainEqual(expect.objectContaining({ rank: 'county', officialKilometres: 4 }));
  });

  it('reports nothing on lengths with an error, and names row and column', async () => {
    const official = await scratchFile('lengths.csv', '等级,公里数\n县道,四公里多\n快速路,3\n');
    for (const [lang, places] of [
      ['zh', ['第 2 行“公里数”列', '第 3 行“等级”列']],
      ['en', ['row 2, column "公里数"', 'row 3, column "等级"']],
    ] as const) {
      const command = ['roads', 'report', '--roads', await survey(ROADS), '--official', official, '--lang', lang];
      const { code, err, out } = await runCommand(command);
      expect(code).toBe(3);
      expect(out).toBe('');
      for (const place of places) expect(err).toContain(place);
    }
  });

  it('lists every join and every near miss as JSON', async () => {
    const { out, code } = await runCommand(['roads', 'report', '--roads', await survey(ROADS), '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.survey.joins).toMatchObject([{ kind: 'snapped-end', features: [2, 1] }]);
    expect(report.survey.nearMisses).toMatchObject([{ feature: 3, otherFeature: 1 }]);
    expect(report.islands).toHaveLength(1);
  });

  it('builds the same network with hubshed network, which can be saved', async () => {
    const roads = await survey(ROADS);
    const network = await runCommand(['network', '--roads', roads, '--json']);
    const report = await runCommand(['roads', 'report', '--roads', roads, '--json']);
    expect(JSON.parse(network.out).hash).toBe(JSON.parse(report.out).about.network);
  });

  it('ends with exit code 3 for unknown classes and 2 for a command line that makes no sense', async () => {
    const unknown = await runCommand([
      'roads',
      'report',
      '--roads',
      await survey([
        [
          '快速路',
          [
            [0, 0],
            [9, 9],
          ],
        ],
      ]),
    ]);
    expect(unknown.code).toBe(3);
    expect(unknown.err).toContain('快速路');
    expect((await runCommand(['roads'])).code).toBe(2);
    expect((await runCommand(['roads', 'report'])).code).toBe(2);
    expect((await runCommand(['roads', 'report', '--pbf', 'a.pbf', '--roads', 'b.zip'])).code).toBe(2);
    expect((await runCommand(['network', '--pbf', 'a.pbf', '--road-classes', 'c.json'])).code).toBe(2);
  });
});
