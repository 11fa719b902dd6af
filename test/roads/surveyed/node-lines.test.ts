import { describe, expect, it } from 'vitest';
import { rulerAt } from '../../../geodata/roads/ruler.ts';
import { type NodedLines, nodeLines } from '../../../geodata/roads/surveyed/node-lines.ts';
import { JOIN_TOLERANCE_METRES, type SurveyedLine } from '../../../geodata/roads/surveyed/surveyed-line.ts';
import { lineGroups } from '../../oracles/line-groups.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { shuffled } from '../../scenes/drawn-lines.ts';

/** Metres from the scene's origin. */
type EastNorth = readonly [east: number, north: number];
const [LON, LAT] = [117, 32.025];
const RULER = rulerAt(LAT * 1e6);

function line(feature: number, points: readonly EastNorth[], tags = {}, level = 0): SurveyedLine {
  const degrees = points.map(
    ([east, north]) =>
      [LON + east / (RULER.metresPerMicroLon * 1e6), LAT + north / (RULER.metresPerMicroLat * 1e6)] as const,
  );
  return { feature, points: degrees, tags: { highway: 'tertiary', ...tags }, level };
}

/** For each feature the least feature that its ways lead to, over listed misses within the tolerance too where asked. */
function groupsOf({ elements, wayFeatures, nearMisses }: NodedLines, joinsMisses = false): Map<number, number> {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    const up = parent.get(key) ?? key;
    return up === key ? key : root(up);
  };
  elements.ways.forEach((way, i) => {
    for (const node of Array.from(way.nodeIds)) parent.set(root(`n${node}`), root(`f${wayFeatures[i]}`));
  });
  for (const { feature, otherFeature, metres } of nearMisses) {
    if (joinsMisses && metres <= JOIN_TOLERANCE_METRES) parent.set(root(`f${feature}`), root(`f${otherFeature}`));
  }
  const least = new Map<string, number>();
  for (const feature of wayFeatures) {
    least.set(root(`f${feature}`), Math.min(least.get(root(`f${feature}`)) ?? Infinity, feature));
  }
  return new Map(wayFeatures.map((feature) => [feature, least.get(root(`f${feature}`))!]));
}

function areJoined(noded: NodedLines): boolean {
  return new Set(groupsOf(noded).values()).size === 1;
}

const EAST_WEST = line(1, [
  [-200, 0],
  [200, 0],
]);

describe('nodeLines', () => {
  it.each<[string, SurveyedLine, boolean, string]>([
    [
      'that cross',
      line(2, [
        [10, -100],
        [10, 100],
      ]),
      true,
      'crossing',
    ],
    [
      'that end on it',
      line(2, [
        [200, 0],
        [200, 100],
      ]),
      true,
      'touch',
    ],
    [
      'that end 4 m short of it',
      line(2, [
        [10, 4],
        [10, 100],
      ]),
      true,
      'snapped-end',
    ],
    [
      'that begin 4 m beside its end',
      line(2, [
        [203, 2],
        [300, 50],
      ]),
      true,
      'snapped-end',
    ],
    [
      'that run past it by 3 m',
      line(2, [
        [10, -3],
        [10, 100],
      ]),
      true,
      'snapped-end',
    ],
    [
      'that end 6 m short of it',
      line(2, [
        [10, 6],
        [10, 100],
      ]),
      false,
      '',
    ],
    [
      'that run 4 m beside it without an end there',
      line(2, [
        [-300, 4],
        [300, 4],
      ]),
      true,
      'snapped-end',
    ],
    [
      'that cross on a bridge',
      line(
        2,
        [
          [10, -100],
          [10, 100],
        ],
        {},
        1,
      ),
      false,
      '',
    ],
    [
      'that cross in a tunnel',
      line(
        2,
        [
          [10, -100],
          [10, 100],
        ],
        {},
        -1,
      ),
      false,
      '',
    ],
    [
      'that end under it by 4 m with it on the ground',
      line(
        2,
        [
          [10, 4],
          [10, 100],
        ],
        {},
        1,
      ),
      true,
      'snapped-end',
    ],
    [
      'that are a motorway',
      line(
        2,
        [
          [10, -100],
          [10, 100],
        ],
        { highway: 'motorway' },
      ),
      false,
      '',
    ],
    [
      'that are a slip road ending 3 m short',
      line(
        2,
        [
          [10, 3],
          [10, 100],
        ],
        { highway: 'motorway_link' },
      ),
      true,
      'snapped-end',
    ],
  ])('joins lines %s or does not', (_, other, joined, kind) => {
    const noded = nodeLines([EAST_WEST, other]);
    expect(areJoined(noded)).toBe(joined);
    expect(noded.joins.map((join) => join.kind).slice(0, 1)).toEqual(kind === '' ? [] : [kind]);
    for (const { movedMetres } of noded.joins) expect(movedMetres).toBeLessThanOrEqual(JOIN_TOLERANCE_METRES);
  });

  it('never joins an end of the ground to a bridge above it', () => {
    const bridge = line(
      1,
      [
        [-200, 0],
        [200, 0],
      ],
      {},
      1,
    );
    expect(
      areJoined(
        nodeLines([
          bridge,
          line(2, [
            [10, 2],
            [10, 100],
          ]),
        ]),
      ),
    ).toBe(false);
    expect(
      areJoined(
        nodeLines([
          bridge,
          line(2, [
            [200, 0],
            [300, 0],
          ]),
        ]),
      ),
    ).toBe(true);
  });

  it('lists ends between one and three tolerances apart and leaves them apart', () => {
    const noded = nodeLines([
      EAST_WEST,
      line(2, [
        [10, 14],
        [10, 100],
      ]),
      line(3, [
        [-10, 16],
        [-10, 100],
      ]),
    ]);
    expect(noded.joins).toEqual([]);
    expect(noded.nearMisses).toHaveLength(1);
    expect(noded.nearMisses[0]).toMatchObject({ feature: 2, otherFeature: 1 });
    expect(noded.nearMisses[0]?.metres).toBeCloseTo(14, 1);
  });

  it('does not list an end whose road leads round to the other one near by', () => {
    expect(
      nodeLines([
        EAST_WEST,
        line(2, [
          [10, -12],
          [10, 100],
        ]),
      ]).nearMisses,
    ).toEqual([]);
  });

  it('joins two roads that end on either side of a third, and the third', () => {
    for (const north of [-1.5, 1.5]) {
      const noded = nodeLines([
        EAST_WEST,
        line(2, [
          [10, 1.5],
          [10, 100],
        ]),
        line(3, [
          [10.5, north],
          [60, 90 * Math.sign(north)],
        ]),
      ]);
      expect(areJoined(noded)).toBe(true);
    }
  });

  it('moves no end of a long row of ends farther than the tolerance', () => {
    const row = Array.from({ length: 8 }, (_, i) =>
      line(i + 1, [
        [i * 4, 0],
        [i * 4, 100 + i],
      ]),
    );
    const { joins, elements } = nodeLines(row);
    expect(joins.length).toBeGreaterThan(3);
    for (const { movedMetres } of joins) expect(movedMetres).toBeLessThanOrEqual(JOIN_TOLERANCE_METRES + 0.02);
    expect(elements.ways).toHaveLength(8);
  });

  it('reports lines without length, repeated points, spikes and copies', () => {
    const { defects, elements } = nodeLines([
      EAST_WEST,
      { ...EAST_WEST, feature: 2 },
      line(3, [
        [500, 0],
        [500, 0],
      ]),
      line(4, [
        [600, 0],
        [600, 0],
        [600, 50],
      ]),
      line(5, [
        [700, 0],
        [700, 50],
        [700, 20],
        [800, 20],
      ]),
    ]);
    expect(defects.map(({ kind, feature }) => `${feature} ${kind}`).sort()).toEqual([
      '2 duplicate',
      '3 no-length',
      '4 repeated-points',
      '5 spike',
    ]);
    expect(elements.ways).toHaveLength(3);
  });

  it('gives the same elements whatever the order of the features', () => {
    const random = mulberry32(7);
    for (let round = 0; round < 30; round++) {
      const lines = randomLines(random, 12, 200);
      const { elements } = nodeLines(lines);
      expect(nodeLines(shuffled(lines, random)).elements).toEqual(elements);
    }
  });

  it('joins whatever looking at every pair joins, or lists it where an end would have to move too far', () => {
    const random = mulberry32(11);
    const scale = [RULER.metresPerMicroLon * 1e6, RULER.metresPerMicroLat * 1e6] as const;
    let groups = 0;
    let listed = 0;
    for (let round = 0; round < 300; round++) {
      const lines = randomLines(random, 10, 300);
      const expected = lineGroups(lines, JOIN_TOLERANCE_METRES, scale);
      groups += new Set(expected.values()).size;
      const noded = nodeLines(lines);
      listed += noded.nearMisses.filter(({ metres }) => metres <= JOIN_TOLERANCE_METRES).length;
      expect(groupsOf(noded, true), `round ${round}`).toEqual(expected);
    }
    // The lines must neither all meet nor all miss.
    expect(groups).toBeGreaterThan(450);
    expect(listed).toBeLessThan(5);
    expect(groups).toBeLessThan(2700);
  });

  it('refuses a tolerance that is not positive', () => {
    expect(() => nodeLines([], 0)).toThrow('A tolerance of 0 m');
  });
});

/** Straight and bent lines on a square field. */
function randomLines(random: () => number, count: number, fieldMetres: number): SurveyedLine[] {
  const place = (): EastNorth => [random() * fieldMetres, random() * fieldMetres];
  return Array.from({ length: count }, (_, i) => {
    const from = place();
    const step = (): number => (random() - 0.5) * 100;
    const to: EastNorth = [from[0] + step(), from[1] + step()];
    return line(i + 1, random() < 0.5 ? [from, to] : [from, to, [to[0] + step(), to[1] + step()]]);
  });
}
