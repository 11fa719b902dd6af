import type { ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import type { Queryable } from './db.ts';

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
  readonly rule?: ResponseRule;
  readonly contentType: string;
  /** As it is served, byte for byte. */
  readonly payload: Uint8Array;
}

/** The answer to these inputs; undefined where it has not been computed. */
export async function findResult(db: Queryable, inputHash: string): Promise<StoredResult | undefined> {
  const [row] = await db.query<Omit<StoredResult, 'rule'> & { rule: ResponseRule | null }>(
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
