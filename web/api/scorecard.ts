import { answerOf, api } from './client.ts';
import { type RuleQuestion, ruleQuery } from './questions.ts';
import type { components } from './schema.d.ts';

export type ScorecardAnswer = components['schemas']['ScorecardAnswer'];
export type ClauseView = components['schemas']['ClauseView'];
export type ClauseUnit = components['schemas']['ClauseUnit'];
export type Verdict = ClauseView['verdict'];

/** The county held against the standard: every clause, without its units. */
export function readScorecard(question: RuleQuestion, signal: AbortSignal): Promise<ScorecardAnswer> {
  const params = { path: { code: question.code }, query: ruleQuery(question) };
  return answerOf(api().GET('/api/counties/{code}/scorecard', { params, signal }));
}

export interface ClauseQuestion extends RuleQuestion {
  readonly clause: ClauseView['id'];
}

/** One clause with all of its units. */
export async function readClause(question: ClauseQuestion, signal: AbortSignal): Promise<ClauseView> {
  const query = { ...ruleQuery(question), clause: question.clause };
  const params = { path: { code: question.code }, query };
  const { clauses } = await answerOf<ScorecardAnswer>(api().GET('/api/counties/{code}/scorecard', { params, signal }));
  const [clause] = clauses;
  if (!clause) throw new Error(`The scorecard has no clause ${question.clause}.`);
  return clause;
}
