import { describe, expect, it } from 'vitest';
import { rulerAt } from '../../../geodata/roads/ruler.ts';
import { type NodedLines, nodeLines } from '../../../geodata/roads/surveyed/node-lines.ts';
import type { SurveyedLine } from '../../../geodata/roads/surveyed/surveyed-line.ts';

/** Metres from the scene's origin. */
type EastNorth = readonly [east: number, north: number];
const [LON, LAT] = [117, 32.025];
const RULER = rulerAt(LAT * 1e6);

function line(feature: number, highway: string, points: readonly EastNorth[], level = 0, tags = {}): SurveyedLine {
  const degrees = points.map(
    ([east, north]) =>
      [LON + east / (RULER.metresPerMicroLon * 1e6), LAT + north / (RULER.metresPerMicroLat * 1e6)] as const,
  );
  return { feature, points: degrees, tags: { highway, ...tags }, level };
}

/** Pairs of features that have a node in common, in order. */
function joinedPairs({ elements, wayFeatures }: NodedLines): string[] {
  const pairs = new Set<string>();
  const featuresAt = new Map<number, number[]>();
  elements.ways.forEach(({ nodeIds }, i) => {
    for (const node of new Set(Array.from(nodeIds))) {
      const here = featuresAt.get(node) ?? [];
      for (const other of here) pairs.add([other, wayFeatures[i]!].sort((a, b) => a - b).join('-'));
      featuresAt.set(node, [...here, wayFeatures[i]!]);
    }
  });
  return Array.from(pairs).sort();
}

const eastWest = (highway: string): SurveyedLine =>
  line(1, highway, [
    [-200, 0],
    [0, 0],
    [200, 0],
  ]);

describe('nodeLines at motorways and slip roads', () => {
  it.each<[string, string, SurveyedLine[], string[]]>([
    ['an ordinary road that stops 3 m short of a slip road', 'motorway_link', [roadFrom(2, 3)], ['1-2']],
    ['an ordinary road cut 2 m beside a slip road', 'motorway_link', [roadFrom(2, 2), roadFrom(3, 1, -100)], ['2-3']],
    ['an ordinary road that stops 3 m short of a motorway', 'motorway', [roadFrom(2, 3)], []],
    ['a one-way road that runs off a motorway', 'motorway', [ramp(2, [3, 3], [100, 20])], ['1-2']],
    ['a one-way road that runs up to a motorway', 'motorway', [ramp(2, [-100, 20], [-3, 3])], ['1-2']],
    ['a one-way road that would leave a motorway backwards', 'motorway', [ramp(2, [-3, 3], [-100, 20])], []],
    ['a one-way road at right angles to a motorway', 'motorway', [ramp(2, [3, 3], [3, 100])], []],
    [
      'a two-way road beside a motorway',
      'motorway',
      [
        line(2, 'service', [
          [3, 3],
          [100, 20],
        ]),
      ],
      [],
    ],
  ])('joins %s or does not', (_, highway, others, pairs) => {
    expect(joinedPairs(nodeLines([eastWest(highway), ...others]))).toEqual(pairs);
  });

  it.each<[string, readonly EastNorth[], boolean]>([
    [
      'motorway_link',
      [
        [0, -50],
        [0, 0],
        [0, 50],
      ],
      true,
    ],
    [
      'motorway_link',
      [
        [1, -50],
        [1, 50],
      ],
      false,
    ],
    [
      'motorway',
      [
        [0, -50],
        [0, 0],
        [0, 50],
      ],
      false,
    ],
  ])('joins a road and a %s that pass through one point of both, but no motorway', (highway, points, joined) => {
    const noded = nodeLines([eastWest(highway), line(2, 'primary', points)]);
    expect(joinedPairs(noded)).toEqual(joined ? ['1-2'] : []);
  });

  it('lists a lone end that stays off a motorway or a bridge within the tolerance', () => {
    for (const [highway, level] of [
      ['motorway', 0],
      ['tertiary', 1],
    ] as const) {
      const over = { ...eastWest(highway), level };
      const { joins, nearMisses } = nodeLines([over, roadFrom(2, 3)]);
      expect(joins).toEqual([]);
      expect(nearMisses).toMatchObject([{ feature: 2, otherFeature: 1 }]);
      expect(nearMisses[0]?.metres).toBeCloseTo(3, 1);
    }
  });

  it('leaves a slip road off the road that it crosses on a bridge beginning beside it', () => {
    const [ground, bridge] = [
      line(2, 'motorway_link', [
        [1, -100],
        [0, -4],
      ]),
      line(
        3,
        'motorway_link',
        [
          [1, -3],
          [2, 60],
        ],
        1,
      ),
    ];
    expect(joinedPairs(nodeLines([eastWest('secondary'), ground!, bridge!]))).toEqual(['2-3']);
  });

  it('keeps two ramps apart that lie side by side, each cut where its bridge begins', () => {
    const noded = nodeLines([
      line(1, 'motorway_link', [
        [0, -100],
        [0, 0],
      ]),
      line(
        2,
        'motorway_link',
        [
          [1, 1],
          [0, 60],
        ],
        1,
      ),
      line(
        3,
        'motorway_link',
        [
          [12, 100],
          [5, 1],
        ],
        1,
      ),
      line(4, 'motorway_link', [
        [4, 0],
        [12, -80],
      ]),
    ]);
    expect(joinedPairs(noded)).toEqual(['1-2', '3-4']);
  });

  it('keeps a carriageway that is cut off the opposite one 4 m beside it', () => {
    const oneway = { oneway: 'yes' };
    const noded = nodeLines([
      line(
        1,
        'secondary',
        [
          [200, 4],
          [-200, 4],
        ],
        0,
        oneway,
      ),
      line(
        2,
        'secondary',
        [
          [-150, -30],
          [-1, 1],
        ],
        0,
        oneway,
      ),
      line(
        3,
        'secondary',
        [
          [1, -0.5],
          [150, -30],
        ],
        0,
        oneway,
      ),
    ]);
    expect(joinedPairs(noded)).toEqual(['2-3']);
  });

  it('gives each end its own road where two junctions lie near one another', () => {
    // 2 and 3 are nearest, but 1 has only 2.
    const noded = nodeLines([
      line(1, 'tertiary', [
        [-100, 0],
        [0, 0],
      ]),
      line(2, 'tertiary', [
        [4, 0],
        [4, 100],
      ]),
      line(3, 'tertiary', [
        [7, 0],
        [7, -100],
      ]),
      line(4, 'tertiary', [
        [11, 0],
        [111, 0],
      ]),
    ]);
    expect(joinedPairs(noded)).toEqual(['1-2', '3-4']);
  });
});

/** A two-way road northward, or southward, from a place so far north of the origin. */
function roadFrom(feature: number, north: number, to = 100): SurveyedLine {
  return line(feature, 'tertiary', [
    [10, north],
    [10, to],
  ]);
}

function ramp(feature: number, from: EastNorth, to: EastNorth): SurveyedLine {
  return line(feature, 'service', [from, to], 0, { oneway: 'yes' });
}
