import { unknownId } from '../../geodata/errors.ts';
import { DEFAULT_RULE_SET, type RuleSet } from '../../geodata/standards/rule-set.ts';
import type { Queryable } from '../db/db.ts';
import { listStandardRules } from '../db/standard-rules.ts';

/** The standard's rules as a county reads them, and which version of its edits that is. */
export interface CountyRules {
  /** 0: the rules as the program has them. */
  readonly version: number;
  readonly ruleSet: RuleSet;
}

/**
 * A county's rules: those in force, or those of an earlier version of its edits.
 * @param version 0 for the rules as the program has them
 * @throws GeodataError `unknown-id` for a version that there is not
 */
export async function countyRules(db: Queryable, code: string, version?: number): Promise<CountyRules> {
  if (version === 0) return { version, ruleSet: DEFAULT_RULE_SET };
  const versions = await listStandardRules(db, code);
  const found = version === undefined ? versions[0] : versions.find(({ number }) => number === version);
  if (version !== undefined && !found) throw unknownId('rule version', String(version));
  return found ? { version: found.number, ruleSet: found.edits as RuleSet } : { version: 0, ruleSet: DEFAULT_RULE_SET };
}
