import { describe, expect, it } from 'vitest';
import { adjacencyOf, isConnected } from '../../geodata/grouping/adjacency.ts';
import type { ProposalProblem } from '../../geodata/grouping/proposal-problem.ts';
import { type Proposal, proposeGroups } from '../../geodata/grouping/propose.ts';
import { mulberry32 } from '../oracles/random.ts';
import { station } from './county-arrays.ts';
import { problem, reversed, without } from './proposal-problems.ts';

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
