import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../geodata/grouping/adjacency.ts';
import type { GroupProposer } from '../../geodata/grouping/proposal-problem.ts';
import { type Proposal, proposeGroups } from '../../geodata/grouping/propose.ts';
import { station } from './county-arrays.ts';
import { pairsOf, problem, reversed } from './proposal-problems.ts';

function plan({ groups }: Proposal): Record<string, readonly string[]> {
  return Object.fromEntries(groups.map(({ centreId, memberIds }) => [centreId, memberIds]));
}

const no = undefined;

describe('proposeGroups', () => {
  it('takes the centre that covers most stations', () => {
    const proposal = proposeGroups(
      problem([
        [1, 9, no],
        [9, 1, 9],
        [no, 9, 1],
      ]),
    );
    expect(plan(proposal)).toEqual({ p1: ['p0', 'p2'] });
    expect(proposal.alone).toEqual([]);
    expect(proposal.proposer).toEqual({ name: 'greedy-cover', kind: 'heuristic' });
  });

  it('takes the quicker of two centres that cover as many, then the one with the lesser id', () => {
    expect(
      plan(
        proposeGroups(
          problem([
            [1, 9],
            [8, 1],
          ]),
        ),
      ),
    ).toEqual({ p1: ['p0'] });
    expect(
      plan(
        proposeGroups(
          problem([
            [1, 9],
            [9, 1],
          ]),
        ),
      ),
    ).toEqual({ p0: ['p1'] });
    const renamed = [station('z'), station('a')];
    expect(
      plan(
        proposeGroups(
          problem(
            [
              [1, 9],
              [9, 1],
            ],
            { stations: renamed },
          ),
        ),
      ),
    ).toEqual({ a: ['z'] });
  });

  it('lets nobody head a group who fails in his own area, though he may join one', () => {
    const proposal = proposeGroups(
      problem([
        [no, 9, 9],
        [9, 1, no],
        [no, no, 1],
      ]),
    );
    expect(plan(proposal)).toEqual({ p1: ['p0'] });
    expect(proposal.alone.map(({ station }) => station)).toEqual([2]);
  });

  it('grows a group through neighbours only', () => {
    const rows = [
      [1, 9, 9],
      [no, 1, no],
      [no, no, 1],
    ];
    const through = (pairs: readonly (readonly [number, number])[]) =>
      plan(proposeGroups(problem(rows, { adjacency: adjacencyOf(pairs, 3) })));
    expect(
      through([
        [0, 1],
        [1, 2],
      ]),
    ).toEqual({ p0: ['p1', 'p2'] });
    expect(through([[0, 1]])).toEqual({ p0: ['p1'] });
    expect(through([])).toEqual({});
  });

  it('keeps to the greatest size and takes the quickest', () => {
    const proposal = proposeGroups(
      problem(
        [
          [1, 9, 3],
          [no, 1, no],
          [no, no, 1],
        ],
        { maxGroupSize: 2 },
      ),
    );
    expect(plan(proposal)).toEqual({ p0: ['p2'] });
    expect(proposal.alone[0]).toMatchObject({
      station: 1,
      obstacles: [{ kind: 'group-full', centre: 0 }, { centre: 2 }],
    });
  });

  it('takes no urban member, and an urban centre only where that is allowed', () => {
    const stations = [station('p0', { kind: 'urban' }), station('p1')];
    const rows = [
      [1, 9],
      [9, 1],
    ];
    const strict = proposeGroups(problem(rows, { stations }));
    expect(plan(strict)).toEqual({});
    expect(strict.alone.map(({ urban }) => urban)).toEqual([true, false]);
    expect(strict.alone[1]!.obstacles).toEqual([{ kind: 'centre-urban', centre: 0, settlements: [] }]);
    expect(plan(proposeGroups(problem(rows, { stations, allowUrbanCentres: true })))).toEqual({ p0: ['p1'] });
  });

  it('moves a member to a quicker centre afterwards', () => {
    // p0 takes p1 to p3 first; p4 then heads p5; p3 is quicker from p4.
    const rows = [
      [1, 5, 5, 20, no, no],
      [no, 1, no, no, no, no],
      [no, no, 1, no, no, no],
      [no, no, no, 1, no, no],
      [no, no, no, 6, 1, 9],
      [no, no, no, no, no, 1],
    ];
    expect(plan(proposeGroups(problem(rows)))).toEqual({ p0: ['p1', 'p2'], p4: ['p3', 'p5'] });
  });

  it('moves no member whose group would fall apart without it', () => {
    // p1 is quicker from p3, but p2 hangs on to p0 through p1.
    const rows = [
      [1, 5, 5, no, no],
      [no, 1, no, no, no],
      [no, no, 1, no, no],
      [no, 2, no, 1, 9],
      [no, no, no, no, 1],
    ];
    const links = [
      [0, 1],
      [1, 2],
      [1, 3],
      [3, 4],
    ] as const;
    const bridged = proposeGroups(problem(rows, { adjacency: adjacencyOf(links, 5) }));
    expect(plan(bridged)).toEqual({ p0: ['p1', 'p2'], p3: ['p4'] });
    const direct = proposeGroups(problem(rows, { adjacency: adjacencyOf([...links, [0, 2]], 5) }));
    expect(plan(direct)).toEqual({ p0: ['p2'], p3: ['p1', 'p4'] });
  });

  describe('with room for four, once p1 has moved on from the full group of p0 to p5', () => {
    const rowsWithP3 = (p3: readonly (number | undefined)[], toP3?: number) => [
      [1, 5, 5, toP3, 9, no, no, 5],
      [no, 1, no, no, no, no, no, no],
      [no, no, 1, no, no, no, no, no],
      p3,
      [no, no, no, no, 1, no, no, no],
      [no, 2, no, no, no, 1, 9, no],
      [no, no, no, no, no, no, 1, no],
      [no, no, no, no, no, no, no, 1],
    ];

    it('takes in a station that was left over', () => {
      const rows = rowsWithP3([no, no, no, 1, no, no, no, no]);
      const proposal = proposeGroups(problem(rows, { maxGroupSize: 4 }));
      expect(plan(proposal)).toEqual({ p0: ['p2', 'p4', 'p7'], p5: ['p1', 'p6'] });
      expect(proposal.alone.map(({ station }) => station)).toEqual([3]);
    });

    it('takes in, of two that were left over, the one with the lesser id, in whatever order they are listed', () => {
      const given = problem(rowsWithP3([no, no, no, 1, no, no, no, no], 9), { maxGroupSize: 4 });
      for (const listed of [given, reversed(given)]) {
        const { groups } = proposeGroups(listed);
        expect([...groups.find(({ centreId }) => centreId === 'p0')!.memberIds].sort()).toEqual(['p2', 'p3', 'p7']);
      }
    });

    it('takes no other group`s only member, though it would be quicker', () => {
      const rows = rowsWithP3([no, no, no, 1, 12, no, no, no]);
      const proposal = proposeGroups(problem(rows, { maxGroupSize: 4 }));
      expect(plan(proposal)).toEqual({ p0: ['p2', 'p7'], p3: ['p4'], p5: ['p1', 'p6'] });
    });
  });

  it('says of a lone station which settlements block which centre', () => {
    const rows = [
      [1, no],
      [no, 1],
    ];
    const pairs = { ...pairsOf(rows), blockers: [[], [7, 8], [9], []] };
    const { alone } = proposeGroups(problem(rows, { pairs }));
    expect(alone).toEqual([
      {
        station: 0,
        urban: false,
        ownFailing: [],
        obstacles: [{ kind: 'settlements-fail', centre: 1, settlements: [9] }],
      },
      {
        station: 1,
        urban: false,
        ownFailing: [],
        obstacles: [{ kind: 'settlements-fail', centre: 0, settlements: [7, 8] }],
      },
    ]);
  });

  it('names the centre with the fewest settlements in the way first, then the quickest', () => {
    const rows = [
      [1, no, no, no],
      [no, 1, no, no],
      [no, no, 1, no],
      [no, no, no, 1],
    ];
    const pairs = pairsOf(rows);
    const blockers = [[], [], [], [4, 5], [], [], [], [6], [], [], [], [6], [], [], [], []];
    const meanDs = pairs.meanDs.map((mean, at) => [100, 300, 200][(at - 3) / 4] ?? mean);
    const { alone } = proposeGroups(problem(rows, { pairs: { ...pairs, blockers, meanDs } }));
    expect(alone[3]!.obstacles.map(({ centre }) => centre)).toEqual([2, 1, 0]);
  });

  it('flags a lone station that does not serve its own area', () => {
    const { alone } = proposeGroups(
      problem([
        [no, no],
        [no, 1],
      ]),
    );
    expect(alone[0]!.ownFailing).toEqual([0]);
    expect(alone[1]!.ownFailing).toEqual([]);
  });

  it('asks the proposer it is given, and refuses a plan that breaks the rules of plans', () => {
    const exact = (drafts: ReturnType<GroupProposer['propose']>): GroupProposer => ({
      name: 'x',
      kind: 'exact',
      propose: () => drafts,
    });
    const rows = [
      [1, 9],
      [9, 1],
    ];
    expect(proposeGroups(problem(rows), exact([{ centre: 1, members: [0] }])).proposer.kind).toBe('exact');
    expect(() => proposeGroups(problem(rows), exact([{ centre: 1, members: [] }]))).toThrow('no-members');
  });

  it('refuses sizes that do not agree', () => {
    expect(() => proposeGroups(problem([[1]], { stations: [] }))).toThrow('0 stations, pairs of 1');
    expect(() => proposeGroups(problem([[1]], { maxGroupSize: 1 }))).toThrow(
      'A group of at most 1 stations has no member.',
    );
  });
});
