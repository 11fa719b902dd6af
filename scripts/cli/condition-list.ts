import { CONDITIONS, type Condition } from '../../geodata/roads/profiles/conditions.ts';
import { conditionsOf } from '../../server/counties/import-conditions.ts';
import { BadValue } from './options.ts';

/** Conditions between commas, or `all`. */
export function conditionList(given: string): readonly Condition[] {
  const conditions = conditionsOf(given);
  if (conditions) return conditions;
  const list = CONDITIONS.join(',');
  throw new BadValue({
    zh: `“${given}”应为逗号分隔的情景，如 ${list}，或 all`,
    en: `"${given}" should be conditions between commas, such as ${list}, or all`,
  });
}
