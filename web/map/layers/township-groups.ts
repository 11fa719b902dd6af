import type { GroupsAnswer, SettlementView } from '../../api/answers.ts';

/** The group or lone station that serves most settlements of each township, by the township's name. */
export function groupOfTownships(answer: GroupsAnswer, settlements: readonly SettlementView[]): Map<string, string> {
  const townshipOf = new Map(settlements.map(({ id, township }) => [id, township]));
  const counts = new Map<string, Map<string, number>>();
  for (const { id, groupId } of answer.settlements) {
    const township = townshipOf.get(id);
    if (!township) continue;
    const byGroup = counts.get(township) ?? new Map<string, number>();
    byGroup.set(groupId, (byGroup.get(groupId) ?? 0) + 1);
    counts.set(township, byGroup);
  }
  return new Map([...counts].map(([township, byGroup]) => [township, mostFrequent(byGroup)]));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let found = '';
  let most = 0;
  for (const [id, count] of counts) {
    if (count <= most) continue;
    most = count;
    found = id;
  }
  return found;
}
