import { describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../../geodata/demo/county.ts';
import type { RoadRank } from '../../../geodata/roads/road-rank.ts';
import { Boundary } from '../../../geodata/roads/trust/boundary.ts';
import { roadTrust } from '../../../geodata/roads/trust/road-trust.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { readAreaFeatures } from '../../../server/files/read-areas.ts';
import { loadNetwork } from '../../../server/networks/load-network.ts';
import { demoNetwork } from '../../demo/demo-network.ts';
import { realData } from '../../real-data.ts';
import { openScene } from '../../scenes/scene.ts';

const RANKS: readonly RoadRank[] = ['motorway', 'national', 'provincial', 'county', 'township', 'village'];

describe('roadTrust', () => {
  it('finds the dead end that nearly touches, the island and the far settlement of a small map', async () => {
    const { network, at } = await openScene({
      nodes: { a: [0, 0], b: [1000, 0], c: [500, 20], d: [500, 800], e: [3000, 0], f: [3400, 0] },
      ways: [{ nodes: 'ab' }, { nodes: 'cd' }, { nodes: 'ef' }],
    });
    const settlements = [
      { id: 'near', name: '近', coord: at(100, 50) },
      { id: 'island', name: '岛', coord: at(3200, 20) },
      { id: 'far', name: '远', coord: at(0, 450) },
    ];
    const trust = roadTrust(network, { settlements });
    expect(trust.deadEnds).toHaveLength(1);
    expect(trust.deadEnds[0]).toMatchObject({ wayId: 2, otherWayId: 1 });
    expect(trust.deadEnds[0]?.metres).toBeCloseTo(20, 0);
    expect(trust.islands.map(({ settlementIds }) => settlementIds)).toEqual([[], ['island']]);
    expect(trust.far.map(({ id, metres }) => [id, Math.round(metres)])).toEqual([['far', 450]]);
    expect([trust.onIslands, trust.settlementCount]).toEqual([1, 3]);
  });

  it('takes no dead end for one whose road leads round to the other near by', async () => {
    const { network } = await openScene({
      nodes: { a: [0, 0], b: [500, 0], c: [500, 15], d: [480, 15] },
      ways: [{ nodes: 'abcd' }],
    });
    expect(roadTrust(network, { settlements: [] }).deadEnds).toEqual([]);
  });

  it('counts one-way lines half, and clips roads at the boundary', async () => {
    const { network, at } = await openScene({
      nodes: { a: [0, 0], b: [1000, 0], c: [0, 20], d: [1000, 20] },
      ways: [
        { nodes: 'ab', tags: { highway: 'motorway' } },
        { nodes: 'dc', tags: { highway: 'motorway' } },
      ],
    });
    const ring = [at(250, -500), at(750, -500), at(750, 500), at(250, 500), at(250, -500)];
    const official = [{ rank: 'motorway' as const, kilometres: 1 }];
    const [motorway] = roadTrust(network, { settlements: [], boundary: [[ring]], official }).ranks;
    expect(motorway!.drawnDm).toBeGreaterThan(9990);
    expect(motorway!.drawnDm).toBeLessThan(10_010);
    expect(motorway!.completenessTenths).toBe(500);
  });

  it('agrees with the demonstration county and its own table of lengths within 2 per mille', async () => {
    const county = generateDemoCounty();
    const official = county.rawRows.roads.map((row, i) => ({ rank: RANKS[i]!, kilometres: Number(row['公里数']) }));
    const { settlements, boundary } = county;
    const trust = roadTrust(await demoNetwork(county), { settlements, boundary: [boundary], official });
    for (const { completenessTenths } of trust.ranks) {
      expect(completenessTenths).toBeGreaterThanOrEqual(998);
      expect(completenessTenths).toBeLessThanOrEqual(1002);
    }
    expect(trust.islands).toHaveLength(1);
    expect(trust.onIslands).toBe(3);
    expect(trust.far).toHaveLength(22);
  });
});

describe('Boundary', () => {
  const square: LonLat[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ];
  const hole: LonLat[] = [
    [1, 1],
    [1, 3],
    [3, 3],
    [3, 1],
    [1, 1],
  ];

  it.each<[string, LonLat, LonLat, number]>([
    ['across with a hole', [-2, 2], [6, 2], 0.25],
    ['within', [0.2, 0.5], [3.8, 0.5], 1],
    ['outside', [-1, 5], [5, 6], 0],
    ['half in', [-2, 0.5], [2, 0.5], 0.5],
  ])('says what share of a line lies inside: %s', (_, from, to, expected) => {
    expect(new Boundary([[square, hole]]).shareInside(from, to)).toBeCloseTo(expected, 9);
  });
});

const folder = realData('changfeng');

describe.skipIf(!folder)('the trust report of Changfeng', () => {
  it('finds the pieces that the network itself reports, and less road inside the county than in the file', async () => {
    const network = await loadNetwork({ pbf: `${folder}/changfeng.osm.pbf` });
    const { report } = network.meta;
    const whole = roadTrust(network, { settlements: [] });
    expect(whole.totalDm / 10).toBeCloseTo(report.metresTotal, 0);
    expect(whole.mainDm / whole.totalDm).toBeCloseTo(report.largestPieceShare, 6);
    expect(whole.islands).toHaveLength(report.pieces - 1);
    const boundary = (await readAreaFeatures(`${folder}/county.geojson`)).flatMap(({ polygons }) => polygons);
    const inside = roadTrust(network, { settlements: [], boundary });
    expect(Math.round(inside.totalDm / 10_000)).toBe(1665);
    expect(inside.deadEnds).toHaveLength(29);
  });
});
