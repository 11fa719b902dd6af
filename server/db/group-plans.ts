import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import { type Db, type Queryable, queryAsJson } from './db.ts';
import { StoreError } from './store-error.ts';

/** A plan of cooperation groups 警务协作组 for the stations of one version. */
export interface GroupPlan {
  readonly id: number;
  readonly versionId: number;
  readonly name: string;
  readonly groups: readonly CooperationGroup[];
}

/**
 * Keeps a plan, whole or not at all. Whether it is sound otherwise is for `requireSoundGroups`.
 * @returns the plan's id
 * @throws StoreError `unique-violation` where the version has a plan of this name or a station is in two groups,
 * `foreign-key-violation` where a station is not the version's
 */
export function addGroupPlan(db: Db, { versionId, name, groups }: Omit<GroupPlan, 'id'>): Promise<number> {
  return db.transaction(async (tx) => {
    const sql = 'INSERT INTO group_plan (version_id, name) VALUES ($1, $2) RETURNING id';
    const [plan] = await tx.query<{ id: number }>(sql, [versionId, name]);
    if (!plan) throw new StoreError('unexpected', `Plan ${name} was not kept.`);
    await tx.query(
      `INSERT INTO group_station (plan_id, version_id, station_id, group_id, group_ordinal, ordinal)
       SELECT $1, $2, "stationId", "groupId", "groupOrdinal", ordinal
       FROM jsonb_to_recordset($3::text::jsonb)
            AS row("stationId" text, "groupId" text, "groupOrdinal" int, ordinal int)`,
      [plan.id, versionId, JSON.stringify(groups.flatMap(stationRows))],
    );
    return plan.id;
  });
}

function stationRows({ id, centreId, memberIds }: CooperationGroup, groupOrdinal: number) {
  return [centreId, ...memberIds].map((stationId, ordinal) => ({ stationId, groupId: id, groupOrdinal, ordinal }));
}

/** The plans made on a version, in the order they were made. */
export async function listGroupPlans(db: Queryable, versionId: number): Promise<GroupPlan[]> {
  const rows = await queryAsJson<PlanStationRow>(
    db,
    `SELECT p.id, p.name, s.group_id AS "groupId", s.station_id AS "stationId"
     FROM group_plan p LEFT JOIN group_station s ON s.plan_id = p.id
     WHERE p.version_id = $1 ORDER BY p.id, s.group_ordinal, s.ordinal`,
    [versionId],
  );
  const plans = new Map<number, PlanStationRow[]>();
  for (const row of rows) plans.set(row.id, [...(plans.get(row.id) ?? []), row]);
  return [...plans].map(([id, stations]) => ({
    id,
    versionId,
    name: stations[0]?.name ?? '',
    groups: groupsOf(stations),
  }));
}

interface PlanStationRow {
  readonly id: number;
  readonly name: string;
  /** null in the one row of a plan without groups */
  readonly groupId: string | null;
  readonly stationId: string | null;
}

/** Rows come group by group, the centre of each first. */
function groupsOf(rows: readonly PlanStationRow[]): CooperationGroup[] {
  const stationsOf = new Map<string, string[]>();
  for (const { groupId, stationId } of rows) {
    if (groupId === null || stationId === null) continue;
    const stations = stationsOf.get(groupId);
    if (stations) stations.push(stationId);
    else stationsOf.set(groupId, [stationId]);
  }
  return [...stationsOf].map(([id, [centreId = '', ...memberIds]]) => ({ id, centreId, memberIds }));
}
