import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import { type Queryable, queryAsJson } from './db.ts';
import { withoutNulls } from './places-json.ts';

/** A counting rule 统计口径 under a name of the county's. */
export interface NamedRule extends CountingRule {
  readonly name: string;
}

/** A county's rules by name. */
export async function listRules(db: Queryable, countyCode: string): Promise<NamedRule[]> {
  const rows = await queryAsJson<NamedRule>(
    db,
    `SELECT name, scope, share_percent AS "sharePercent", limit_dm AS "limitDm", limit_ds AS "limitDs",
            combine, metric, condition
     FROM response_rule WHERE county_code = $1 ORDER BY name`,
    [countyCode],
  );
  return rows.map(withoutNulls);
}

/**
 * Adds a rule. A rule is not changed afterwards, since results name it: another one takes another name.
 * @throws StoreError `unique-violation` where the name is taken, `foreign-key-violation` where there is no such
 * county, `check-violation` where the rule means nothing
 */
export async function addRule(db: Queryable, countyCode: string, rule: NamedRule): Promise<void> {
  const { name, scope, sharePercent, limitDm, limitDs, combine, metric, condition } = rule;
  await db.query(
    `INSERT INTO response_rule
       (county_code, name, scope, share_percent, limit_dm, limit_ds, combine, metric, condition)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [countyCode, name, scope, sharePercent ?? null, limitDm, limitDs, combine, metric, condition],
  );
}
