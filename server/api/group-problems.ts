import type { GroupFinding } from '../../geodata/grouping/cooperation-group.ts';
import { problemRuleText } from '../files/problem-words.ts';
import type { Language } from '../language.ts';
import type { ProblemBody } from './contract/shared.ts';
import { echoed } from './echo.ts';

/** At most so many problems of a plan are listed; their number is told in full. */
const LISTED_FINDINGS = 20;

/** What is wrong with the groups of a request, each with its group and station, as members of a problem's body. */
export function groupProblems(
  findings: readonly GroupFinding[],
  language: Language,
): Pick<ProblemBody, 'problems' | 'problemCount'> {
  const problems = findings.slice(0, LISTED_FINDINGS).map(({ kind, groupId, stationId }) => ({
    column: `groups/${echoed(groupId)}`,
    rule: kind,
    text: `${problemRuleText(kind, language)}${stationId === undefined ? '' : ` (${echoed(stationId)})`}`,
  }));
  return { problems, problemCount: findings.length };
}
