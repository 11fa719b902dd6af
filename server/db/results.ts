import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import { type Queryable, type QueryOptions, queryAsJson } from './db.ts';
import { isoText } from './iso-text.ts';
import { withoutNulls } from './places-json.ts';

/** A computed answer and all that it depends on. */
export interface StoredResult {
  /** SHA-256, hex, of everything the answer depends on; names the answer. */
  readonly inputHash: string;
  readonly versionId: number;
  /** catchments, groups, matrix, ... */
  readonly kind: string;
  /** Speed profile, its condition included. */
  readonly profile: string;
  readonly condition: string;
  /** embedded or osrm. */
  readonly engine: string;
  readonly rule?: CountingRule | undefined;
  readonly contentType: string;
  /** As it is served, byte for byte. */
  readonly payload: Uint8Array;
}

/** The answer to these inputs; undefined where it has not been computed. */
export async function findResult(db: Queryable, inputHash: string): Promise<StoredResult | undefined> {
  const [row] = await db.query<Omit<StoredResult, 'rule'> & { rule: CountingRule | null }>(
    `SELECT input_hash AS "inputHash", version_id AS "versionId", kind, profile, condition, engine, rule,
            content_type AS "contentType", payload
     FROM result WHERE input_hash = $1`,
    [inputHash],
  );
  if (!row) return undefined;
  const { rule, ...rest } = row;
  return rule ? { ...rest, rule } : rest;
}

/**
 * Keeps an answer. Where another process was first with the same inputs its answer stays.
 * @returns whether this one was kept
 * @throws StoreError `foreign-key-violation` where there is no such version
 */
export async function saveResult(db: Queryable, result: StoredResult): Promise<boolean> {
  const { inputHash, versionId, kind, profile, condition, engine, rule, contentType, payload } = result;
  const kept = await db.query(
    `INSERT INTO result
       (input_hash, version_id, kind, profile, condition, engine, rule, content_type, payload)
     VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9)
     ON CONFLICT (input_hash) DO NOTHING RETURNING id`,
    [inputHash, versionId, kind, profile, condition, engine, rule ? JSON.stringify(rule) : null, contentType, payload],
  );
  return kept.length > 0;
}

/** What a kept answer was made of and by, without the answer. */
export interface ResultProvenance extends Omit<StoredResult, 'versionId' | 'contentType' | 'payload'> {
  /** Number of the county's version. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Of the answer. */
  readonly byteLength: number;
}

/** Provenance of a county's kept answer; undefined where none of this hash is kept. */
export async function findResultProvenance(
  db: Queryable,
  countyCode: string,
  inputHash: string,
  options?: QueryOptions,
): Promise<ResultProvenance | undefined> {
  const [row] = await queryAsJson<ResultProvenance>(
    db,
    `SELECT r.input_hash AS "inputHash", r.kind, r.profile, r.condition, r.engine, r.rule, v.number AS version,
            ${isoText('r.created_at')} AS "createdAt", length(r.payload) AS "byteLength"
     FROM result r JOIN dataset_version v ON v.id = r.version_id
     WHERE r.input_hash = $1 AND v.county_code = $2`,
    [inputHash, countyCode],
    options,
  );
  return row && withoutNulls(row);
}

/** Drops all but a version's newest answers: anybody may ask by a rule of their own, and each is an answer. */
export async function dropOldResults(db: Queryable, versionId: number, keptCount: number): Promise<void> {
  await db.query(
    `DELETE FROM result WHERE version_id = $1 AND id <=
       (SELECT id FROM result WHERE version_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1)`,
    [versionId, keptCount],
  );
}
