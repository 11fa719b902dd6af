import type { Station } from '../../geodata/catchment/places.ts';
import { type CooperationGroup, checkGroups } from '../../geodata/grouping/cooperation-group.ts';
import { problemList } from './input-problems.ts';
import { stationIds } from './station-ids.ts';
import { readUtf8 } from './utf8-file.ts';

/** How a file writes a group: stations by id, or by name where the name is one station's alone. */
interface GroupRecord {
  readonly id?: unknown;
  readonly centre?: unknown;
  readonly members?: unknown;
}

/**
 * Reads cooperation groups from JSON: `{"groups":[{"centre":"...","members":["...",...],"id":"..."}]}`,
 * and checks the plan as a whole. Row n of a problem is the n-th group.
 * @throws GeodataError `input-invalid` with every problem of the file
 */
export async function readGroups(path: string, stations: readonly Station[]): Promise<CooperationGroup[]> {
  const problems = problemList(path);
  const records = parseRecords(await readUtf8(path, problems)) ?? problems.fail(1, 'groups', 'groups-not-listed');
  const idsOf = stationIds(stations);
  const groups = records.map((record, index) => {
    const resolve = (given: unknown, column: string): string => {
      const found = typeof given === 'string' ? idsOf(given) : [];
      if (found.length !== 1) problems.add(index + 1, column, found.length ? 'station-ambiguous' : 'station-unknown');
      return found[0] ?? '';
    };
    const centreId = resolve(record.centre, 'centre');
    const members: unknown[] = Array.isArray(record.members) ? record.members : [];
    const memberIds = members.map((member) => resolve(member, 'members'));
    return { id: typeof record.id === 'string' ? record.id : centreId, centreId, memberIds };
  });
  problems.throwIfAny();
  const rowOf = (groupId: string) => groups.findIndex(({ id }) => id === groupId) + 1;
  for (const finding of checkGroups(groups, stations)) {
    if (finding.kind !== 'centre-urban') problems.add(rowOf(finding.groupId), 'members', finding.kind);
  }
  problems.throwIfAny();
  return groups;
}

function parseRecords(text: string): GroupRecord[] | undefined {
  try {
    const parsed = JSON.parse(text) as { groups?: unknown };
    return Array.isArray(parsed.groups) ? (parsed.groups as GroupRecord[]) : undefined;
  } catch {
    return undefined;
  }
}
