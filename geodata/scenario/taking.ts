import type { BaselineCounty } from './county.ts';
import type { ScenarioRule } from './finding.ts';

/** What every operation is taken with: the county that nothing changes, its own position, and where to tell what is wrong. */
export interface Taking {
  readonly baseline: BaselineCounty;
  readonly operation: number;
  readonly report: (field: string, rule: ScenarioRule, id?: string) => void;
}
