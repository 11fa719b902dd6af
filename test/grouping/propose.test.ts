import { describe, expect, it } from 'vitest';
import { adjacencyOf, isConnected, type StationAdjacency } from '../../geodata/grouping/adjacency.ts';
import type { StationPairs } from '../../geodata/grouping/feasibility.ts';
import type { GroupProposer, ProposalProblem } from '../../geodata/grouping/proposal-problem.ts';
import { type Proposal, proposeGroups } from '../../geodata/grouping/propose.ts';
import { mulberry32 } from '../oracles/random.ts';
import { station } from './county-arrays.ts';

/** Pairs from rows of mean minutes; undefined: the centre may not take the station, whose settlement (its index) blocks it. */
function pairsOf(rows: readonly (readonly (number | undefined)[])[]): StationPairs {
  const cells = rows.flatMap((row) => row.map((minutes, station) => ({ minutes, station })));
  return {
    stationCount: rows.length,
    feasible: Uint8Array.from(cells, ({ minutes }) => (minutes === undefined ? 0 : 1)),
    meanDs: Float64Array.from(cells, ({ minutes }) => (minutes ?? 40) * 600),
    blockers: cells.map(({ minutes, station }) => (minutes === undefined ? [station] : [])),
    weight: new Float64Array(rows.length).fill(1),
  };
}

function problem(
  rows: readonly (readonly (number | undefined)[])[],
  rest: Partial<ProposalProblem> = {},
): ProposalProblem {
  return { stations: rows.map((_, i) => station(`p${i}`)), pairs: pairsOf(rows), ...rest };
}

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

  it('moves a member to a quicker centre afterwards, but leaves no group without a member', () => {
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

  it('says of a lone station which settlements block which centre, the least blocked first', () => {
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

describe('the greedy proposer on random counties', () => {
  const random = mulberry32(1959);
  const cases = Array.from({ length: 300 }, () => randomProblem(random));

  it('always keeps every rule of the plan', () => {
    for (const given of cases) expect(brokenRules(given, proposeGroups(given))).toEqual([]);
  });

  it('gives the same plan again, and the same groups whatever the order of the list', () => {
    for (const given of cases) {
      expect(proposeGroups(given)).toEqual(proposeGroups(given));
      const sets = (proposal: Proposal) =>
        proposal.groups.map((group) => [group.centreId, ...[...group.memberIds].sort()]);
      expect(sets(proposeGroups(reversed(given))).sort()).toEqual(sets(proposeGroups(given)).sort());
    }
  });

  it('never needs more units than stations, and never fewer than the best plan found by trying all', () => {
    let best = 0;
    for (const given of cases.filter(({ stations }) => stations.length <= 5)) {
      const { groups, alone } = proposeGroups(given);
      const units = groups.length + alone.length;
      const least = fewestUnits(given);
      expect(units).toBeGreaterThanOrEqual(least);
      expect(units).toBeLessThanOrEqual(given.stations.length);
      if (units === least) best++;
    }
    expect(best).toBeGreaterThan(0);
  });

  it('leaves no pair alone that could form a group', () => {
    for (const given of cases) {
      const { alone } = proposeGroups(given);
      for (const { station: centre } of alone) {
        for (const { station: member } of alone) {
          if (centre !== member) expect(isSound(given, centre, [member])).toBe(false);
        }
      }
    }
  });

  it('is unharmed by one more station: the plan made without it is still sound', () => {
    for (const given of cases) {
      const n = given.stations.length;
      const fewer = without(given, n - 1);
      expect(brokenRules(given, proposeGroups(fewer))).toEqual([]);
    }
  });
});

/** The rules again, written down from the definition and apart from the code under test. */
function isSound(given: ProposalProblem, centre: number, members: readonly number[]): boolean {
  const { stations, pairs, adjacency, allowUrbanCentres, maxGroupSize = Infinity } = given;
  const serves = (station: number) => pairs.feasible[centre * stations.length + station] === 1;
  return (
    members.length > 0 &&
    members.length < maxGroupSize &&
    [centre, ...members].every(serves) &&
    members.every((member) => stations[member]!.kind === 'rural') &&
    (stations[centre]!.kind === 'rural' || allowUrbanCentres === true) &&
    (!adjacency || isConnected(adjacency, [centre, ...members]))
  );
}

function brokenRules(given: ProposalProblem, { groups }: Proposal): string[] {
  const index = (id: string) => given.stations.findIndex((station) => station.id === id);
  const used = groups.flatMap(({ centreId, memberIds }) => [centreId, ...memberIds]);
  const broken = groups.filter(({ centreId, memberIds }) => !isSound(given, index(centreId), memberIds.map(index)));
  return [...broken.map(({ id }) => id), ...used.filter((id, i) => used.indexOf(id) !== i)];
}

/** Fewest groups and lone stations, by trying every centre for every station. */
function fewestUnits(given: ProposalProblem): number {
  const n = given.stations.length;
  let least = n;
  for (let code = 0; code < n ** n; code++) {
    const centreOf = Array.from({ length: n }, (_, station) => Math.floor(code / n ** station) % n);
    if (centreOf.some((centre) => centreOf[centre] !== centre)) continue;
    const centres = [...new Set(centreOf)];
    const membersOf = (centre: number) => centreOf.flatMap((c, s) => (c === centre && s !== centre ? [s] : []));
    const sound = centres.every(
      (centre) => membersOf(centre).length === 0 || isSound(given, centre, membersOf(centre)),
    );
    if (sound) least = Math.min(least, centres.length);
  }
  return least;
}

function randomProblem(random: () => number): ProposalProblem {
  const n = 2 + Math.floor(random() * 7);
  const rows = Array.from({ length: n }, (_, centre) =>
    Array.from({ length: n }, (_, station) =>
      random() < (centre === station ? 0.9 : 0.5) ? Math.ceil(random() * 10) : undefined,
    ),
  );
  const links = rows.flatMap((_, a) => rows.flatMap((_, b) => (a < b && random() < 0.5 ? [[a, b] as const] : [])));
  return problem(rows, {
    stations: rows.map((_, i) => station(`p${i}`, { kind: random() < 0.15 ? 'urban' : 'rural' })),
    ...(random() < 0.7 ? { adjacency: adjacencyOf(links, n) } : {}),
    allowUrbanCentres: random() < 0.5,
    maxGroupSize: random() < 0.5 ? 2 + Math.floor(random() * 3) : Infinity,
  });
}

/** The same stations in another order: position i holds the station that was at `order[i]`. */
function reordered(given: ProposalProblem, order: readonly number[]): ProposalProblem {
  const n = given.stations.length;
  const { adjacency, pairs } = given;
  const at = order.flatMap((centre) => order.map((station) => centre * n + station));
  return {
    ...given,
    stations: order.map((old) => given.stations[old]!),
    pairs: {
      stationCount: order.length,
      feasible: Uint8Array.from(at, (old) => pairs.feasible[old]!),
      meanDs: Float64Array.from(at, (old) => pairs.meanDs[old]!),
      blockers: at.map((old) => pairs.blockers[old]!),
      weight: Float64Array.from(order, (old) => pairs.weight[old]!),
    },
    ...(adjacency ? { adjacency: linksAmong(adjacency, order) } : {}),
  };
}

function linksAmong({ offset, neighbour }: StationAdjacency, order: readonly number[]): StationAdjacency {
  const links = order.flatMap((old, at) =>
    [...neighbour.subarray(offset[old], offset[old + 1])].flatMap((other) =>
      order.includes(other) ? [[at, order.indexOf(other)] as const] : [],
    ),
  );
  return adjacencyOf(links, order.length);
}

function reversed(given: ProposalProblem): ProposalProblem {
  return reordered(given, [...given.stations.keys()].reverse());
}

function without(given: ProposalProblem, station: number): ProposalProblem {
  return reordered(
    given,
    [...given.stations.keys()].filter((other) => other !== station),
  );
}
