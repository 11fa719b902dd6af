import { type Db, type Queryable, queryAsJson } from './db.ts';
import { isoText } from './iso-text.ts';
import { countyWriter } from './versions.ts';

/** A county's edits of the standard's rules: whole, as they were at one change. */
export interface StandardRulesVersion {
  /** Counts from 1 within the county; the highest is in force. */
  readonly number: number;
  /** What `checkRuleSet` of geodata/standards accepts. */
  readonly edits: unknown;
  readonly note: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

const COLUMNS = `number, edits, note, ${isoText('created_at')} AS "createdAt"`;

/** All versions of a county's rules, the newest first; none where the default rules were never changed. */
export function listStandardRules(db: Queryable, countyCode: string): Promise<StandardRulesVersion[]> {
  const sql = `SELECT ${COLUMNS} FROM standard_rules WHERE county_code = $1 ORDER BY number DESC`;
  return queryAsJson(db, sql, [countyCode]);
}

/**
 * Puts edits in force as the county's next version of its rules; the earlier ones stay.
 * @throws StoreError `busy` while somebody writes the county
 */
export function saveStandardRules(
  db: Db,
  countyCode: string,
  { edits, note }: Pick<StandardRulesVersion, 'edits' | 'note'>,
): Promise<StandardRulesVersion> {
  return db.exclusive(countyWriter(countyCode), async (session) => {
    const [saved] = await session.query<StandardRulesVersion>(
      `INSERT INTO standard_rules (county_code, number, edits, note)
       SELECT $1, coalesce(max(number), 0) + 1, $2::text::jsonb, $3 FROM standard_rules WHERE county_code = $1
       RETURNING ${COLUMNS}`,
      [countyCode, JSON.stringify(edits), note],
    );
    if (!saved) throw new Error(`The rules of county ${countyCode} were not saved.`);
    return saved;
  });
}
