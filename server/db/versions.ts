import { type Db, type Queryable, queryAsJson } from './db.ts';
import { isoText } from './iso-text.ts';
import { StoreError } from './store-error.ts';

/** What a version was made of: a file and the SHA-256 of its bytes, hex. */
export interface VersionSource {
  readonly name: string;
  readonly sha256: string;
}

/** A complete version of a county's data; it never changes. */
export interface DatasetVersion {
  /** Names the version's rows in every other query. */
  readonly id: number;
  readonly countyCode: string;
  readonly countyName: string;
  /** Counts from 1 within the county. */
  readonly number: number;
  readonly note: string;
  readonly sources: readonly VersionSource[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly isCurrent: boolean;
}

const COMPLETE_VERSIONS = `
  SELECT v.id, v.county_code AS "countyCode", v.county_name AS "countyName", v.number, v.note, v.sources,
         ${isoText('v.created_at')} AS "createdAt", v.id IS NOT DISTINCT FROM c.current_version_id AS "isCurrent"
  FROM dataset_version v JOIN county c ON c.code = v.county_code
  WHERE v.state = 'complete'`;

/** The current version of every county that has one, by code. */
export function listCounties(db: Queryable): Promise<DatasetVersion[]> {
  return queryAsJson(db, `${COMPLETE_VERSIONS} AND v.id = c.current_version_id ORDER BY v.county_code`);
}

/**
 * The version that readers of a county see; undefined where there is none. Ask once and use its id for all that
 * follows: the answers then belong together, whatever is written meanwhile.
 */
export async function currentVersion(db: Queryable, countyCode: string): Promise<DatasetVersion | undefined> {
  const sql = `${COMPLETE_VERSIONS} AND v.county_code = $1 AND v.id = c.current_version_id`;
  return (await queryAsJson<DatasetVersion>(db, sql, [countyCode]))[0];
}

/** All versions of a county, the newest first. */
export function listVersions(db: Queryable, countyCode: string): Promise<DatasetVersion[]> {
  return queryAsJson(db, `${COMPLETE_VERSIONS} AND v.county_code = $1 ORDER BY v.number DESC`, [countyCode]);
}

/**
 * Makes an older version current again: readers see it from the next question on.
 * @returns the version, or undefined where the county has none of this number
 * @throws StoreError `busy` while somebody writes the county
 */
export function restoreVersion(db: Db, countyCode: string, number: number): Promise<DatasetVersion | undefined> {
  return db.exclusive(countyWriter(countyCode), async (session) => {
    const restored = await session.query(
      `UPDATE county SET current_version_id = v.id FROM dataset_version v
       WHERE county.code = $1 AND v.county_code = county.code AND v.number = $2 AND v.state = 'complete'
       RETURNING v.id`,
      [countyCode, number],
    );
    return restored.length > 0 ? currentVersion(session, countyCode) : undefined;
  });
}

/** The name under which a county is written: whoever holds it is the only writer. */
export function countyWriter(countyCode: string): string {
  return `county ${countyCode}`;
}

export interface DraftVersion {
  readonly countyCode: string;
  readonly countyName: string;
  readonly note: string;
  readonly sources: readonly VersionSource[];
}

/**
 * Begins a version, which nobody sees until it is published, and clears away what an interrupted writer left.
 * Only for the holder of `countyWriter`.
 * @returns id of the draft
 */
export function beginDraft(session: { transaction: Db['transaction'] }, draft: DraftVersion): Promise<number> {
  return session.transaction(async (tx) => {
    await tx.query('INSERT INTO county (code) VALUES ($1) ON CONFLICT DO NOTHING', [draft.countyCode]);
    await discardDrafts(tx, draft.countyCode);
    const [row] = await tx.query<{ id: number }>(
      `INSERT INTO dataset_version (county_code, number, county_name, note, sources)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4::text::jsonb FROM dataset_version WHERE county_code = $1
       RETURNING id`,
      [draft.countyCode, draft.countyName, draft.note, JSON.stringify(draft.sources)],
    );
    if (!row) throw new StoreError('unexpected', `No draft was begun for county ${draft.countyCode}.`);
    return row.id;
  });
}

/** Deletes a county's unfinished versions with all their rows. Only for the holder of `countyWriter`. */
export async function discardDrafts(session: Queryable, countyCode: string): Promise<void> {
  await session.query("DELETE FROM dataset_version WHERE county_code = $1 AND state = 'draft'", [countyCode]);
}

/** Completes a draft and makes it current, in one step. Only for the holder of `countyWriter`. */
export function publishDraft(session: { transaction: Db['transaction'] }, versionId: number): Promise<void> {
  return session.transaction(async (tx) => {
    await tx.query("UPDATE dataset_version SET state = 'complete', created_at = now() WHERE id = $1", [versionId]);
    await tx.query(
      `UPDATE county SET current_version_id = v.id FROM dataset_version v
       WHERE v.id = $1 AND county.code = v.county_code`,
      [versionId],
    );
  });
}
