import { answerOf, api } from './client.ts';
import { type RuleQuestion, ruleQuery } from './questions.ts';
import type { components } from './schema.d.ts';

export type GapsAnswer = components['schemas']['GapsAnswer'];
export type GapView = components['schemas']['GapView'];

/** All gaps of a county in one list, the gravest first. */
export function readGaps(question: RuleQuestion, signal: AbortSignal): Promise<GapsAnswer> {
  const params = { path: { code: question.code }, query: ruleQuery(question) };
  return answerOf(api().GET('/api/counties/{code}/gaps', { params, signal }));
}
