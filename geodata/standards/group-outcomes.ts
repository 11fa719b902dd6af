import type { Evaluation } from '../grouping/evaluate.ts';
import type { GroupOutcome } from './standards-input.ts';

/**
 * What clause 6 needs of an evaluated plan: its groups, in the plan's order. Settlements are those that the plan's
 * counting rule counts; in scope `station`, where stations decide, they are for reference.
 */
export function groupOutcomes({ groups, stations }: Pick<Evaluation, 'groups' | 'stations'>): GroupOutcome[] {
  const idOf = (index: number) => stations[index]?.id ?? String(index);
  return groups.map(({ id, centre, members, status, tally }) => ({
    groupId: id,
    centreId: idOf(centre),
    memberIds: members.map(({ station }) => idOf(station)),
    verdict: status,
    settlementsTotal: tally.count,
    settlementsFailing: tally.count - tally.withinCount,
  }));
}
