import { describe, expect, it } from 'vitest';
import {
  adjacencyOf,
  isConnected,
  NO_OWNER,
  neighboursOf,
  stationAdjacency,
} from '../../geodata/grouping/adjacency.ts';
import { cellAt, cellNeighbours } from '../../geodata/hexgrid/cells.ts';

const centre = cellAt([117, 32], 8);
const around = cellNeighbours(centre);

describe('stationAdjacency', () => {
  it('joins stations whose cells share an edge, both ways and once', () => {
    const adjacency = stationAdjacency([centre, ...around], [0, 1, 1, 1, 1, 1, 2], 4);
    expect([...neighboursOf(adjacency, 0)]).toEqual([1, 2]);
    expect([...neighboursOf(adjacency, 1)]).toEqual([0, 2]);
    expect([...neighboursOf(adjacency, 2)]).toEqual([0, 1]);
    expect([...neighboursOf(adjacency, 3)]).toEqual([]);
  });

  it('lets cells without an owner, and cells not listed, separate stations', () => {
    const [west, east] = [
      around[0]!,
      cellNeighbours(centre).find((cell) => !cellNeighbours(around[0]!).includes(cell) && cell !== around[0])!,
    ];
    expect([...stationAdjacency([west, centre, east], [0, NO_OWNER, 1], 2).neighbour]).toEqual([]);
    expect([...stationAdjacency([west, east], [0, 1], 2).neighbour]).toEqual([]);
    expect([...stationAdjacency([west, centre, east], [0, 0, 1], 2).neighbour]).toEqual([1, 0]);
  });

  it('does not depend on the order of the cells', () => {
    const cells = [centre, ...around];
    const owners = [0, 1, 2, 3, 1, 2, 3];
    const reversed = stationAdjacency([...cells].reverse(), [...owners].reverse(), 4);
    expect(reversed).toEqual(stationAdjacency(cells, Uint32Array.from(owners), 4));
  });

  it('refuses columns that do not belong together', () => {
    expect(() => stationAdjacency([centre], [0, 1], 2)).toThrow('2 owners for 1 cells.');
    expect(() => stationAdjacency([centre], [2], 2)).toThrow(`Cell ${centre} has owner 2 of 2.`);
    expect(() => adjacencyOf([[0, 5]], 2)).toThrow('Pair 0, 5 is not of 2 stations.');
  });
});

describe('adjacencyOf', () => {
  it('takes each pair both ways and once, and no station for its own neighbour', () => {
    const pairs = [
      [2, 0],
      [0, 2],
      [1, 1],
    ] as const;
    expect(adjacencyOf(pairs, 3)).toEqual({
      stationCount: 3,
      offset: Uint32Array.of(0, 1, 1, 2),
      neighbour: Uint32Array.of(2, 0),
    });
  });
});

describe('isConnected', () => {
  const chain = adjacencyOf(
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
    5,
  );

  it.each([
    [[], true],
    [[4], true],
    [[0, 1, 2], true],
    [[2, 0, 1], true],
    [[0, 2], false],
    [[0, 1, 3], false],
    [[3, 4], false],
  ])('says of stations %j: %s', (stations, expected) => {
    expect(isConnected(chain, stations)).toBe(expected);
  });
});
