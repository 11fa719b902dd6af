import { hangTogether, mayBeCentre, mayTake, meanDs, precedes, touches } from './draft-rules.ts';
import type { DraftGroup, GroupProposer, ProposalProblem } from './proposal-problem.ts';

/**
 * The greedy cover (Chvátal 1979, here with connected sets): again and again the centre that newly covers
 * most stations takes them all; among equals the quicker on weighted mean time, then the one with the
 * lesser id. Afterwards stations move, one at a time, to a neighbouring group whose centre is quicker, and
 * stations left over join a group that has come to touch them. Always a plan that keeps the rules; not
 * proven to have the fewest groups, and said to be a heuristic wherever it is shown.
 */
export const greedyProposer: GroupProposer = { name: 'greedy-cover', kind: 'heuristic', propose };

interface Draft {
  readonly centre: number;
  /** Without the centre. */
  readonly members: number[];
}

function propose(problem: ProposalProblem): DraftGroup[] {
  const free = new Set(problem.stations.keys());
  const drafts: Draft[] = [];
  for (let best = bestDraft(problem, free); best; best = bestDraft(problem, free)) {
    drafts.push(best);
    for (const station of [best.centre, ...best.members]) free.delete(station);
  }
  improve(problem, drafts, free);
  return drafts.map(({ centre, members }) => ({ centre, members: members.sort((a, b) => a - b) }));
}

function bestDraft(problem: ProposalProblem, free: ReadonlySet<number>): Draft | undefined {
  let best: Draft | undefined;
  let bestMean = Infinity;
  for (const centre of free) {
    if (!mayBeCentre(problem, centre)) continue;
    const draft = grow(problem, free, centre);
    const size = draft.members.length;
    if (size === 0 || (best && size < best.members.length)) continue;
    const mean = groupMean(problem, draft);
    const isEqual = best && size === best.members.length;
    if (best && isEqual && (mean > bestMean || (mean === bestMean && precedes(problem, best.centre, centre)))) continue;
    best = draft;
    bestMean = mean;
  }
  return best;
}

/** Takes the quickest free neighbour again and again, until none is left or the group is full. */
function grow(problem: ProposalProblem, free: ReadonlySet<number>, centre: number): Draft {
  const group = [centre];
  const eligible = new Set([...free].filter((station) => mayTake(problem, centre, station)));
  while (group.length < (problem.maxGroupSize ?? Infinity)) {
    let next: number | undefined;
    for (const station of eligible) {
      if (touches(problem, group, station) && (next === undefined || isQuicker(problem, centre, station, next))) {
        next = station;
      }
    }
    if (next === undefined) break;
    group.push(next);
    eligible.delete(next);
  }
  return { centre, members: group.slice(1) };
}

function isQuicker(problem: ProposalProblem, centre: number, station: number, other: number): boolean {
  const difference = meanDs(problem, centre, station) - meanDs(problem, centre, other);
  return difference < 0 || (difference === 0 && precedes(problem, station, other));
}

/** Weighted mean driving time of a whole group, the centre's own area included. */
function groupMean(problem: ProposalProblem, { centre, members }: Draft): number {
  let sum = 0;
  let weight = 0;
  for (const station of [centre, ...members]) {
    const own = problem.pairs.weight[station]!;
    if (own === 0) continue;
    sum += own * meanDs(problem, centre, station);
    weight += own;
  }
  return weight === 0 ? 0 : sum / weight;
}

/** Ends, since every round takes in a station or makes some station's mean time less and no other's more. */
function improve(problem: ProposalProblem, drafts: readonly Draft[], free: ReadonlySet<number>): void {
  const byId = [...problem.stations.keys()].sort((a, b) => (precedes(problem, a, b) ? -1 : 1));
  for (let moved = true; moved; ) {
    moved = false;
    for (const station of byId) {
      const from = drafts.find(({ members }) => members.includes(station));
      if (!from && !free.has(station)) continue;
      const to = betterDraft(problem, drafts, station, from);
      if (!to || (from && !mayLeave(problem, from, station))) continue;
      from?.members.splice(from.members.indexOf(station), 1);
      to.members.push(station);
      moved = true;
    }
  }
}

/** The group whose centre is quickest to the station, of those that may take it and are quicker than its own. */
function betterDraft(
  problem: ProposalProblem,
  drafts: readonly Draft[],
  station: number,
  from: Draft | undefined,
): Draft | undefined {
  let best = from;
  for (const draft of drafts) {
    const group = [draft.centre, ...draft.members];
    if (draft === from || group.length >= (problem.maxGroupSize ?? Infinity)) continue;
    if (!mayTake(problem, draft.centre, station) || !touches(problem, group, station)) continue;
    if (!best || meanDs(problem, draft.centre, station) < meanDs(problem, best.centre, station)) best = draft;
  }
  return best === from ? undefined : best;
}

/** A group keeps at least one member and must hang together without the one that leaves. */
function mayLeave(problem: ProposalProblem, { centre, members }: Draft, station: number): boolean {
  if (members.length < 2) return false;
  return hangTogether(problem, [centre, ...members.filter((member) => member !== station)]);
}
