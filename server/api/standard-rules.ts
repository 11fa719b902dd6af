import { Type } from 'typebox';
import { checkRuleSet, type RuleSetProblem } from '../../geodata/standards/check-rule-set.ts';
import { countyRules } from '../counties/county-rules.ts';
import { listStandardRules, saveStandardRules } from '../db/standard-rules.ts';
import { ruleSetProblemWords } from '../reports/wording/rule-set-words.ts';
import type { ApiApp } from './api-app.ts';
import { RuleSetBody, StandardRulesAnswer, StandardRulesVersionView } from './contract/scorecard.ts';
import { CountyParams, LangQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { echoed } from './echo.ts';
import { requireKeptTexts } from './kept-text.ts';
import { languageOf } from './negotiate.ts';
import { RequestError } from './problems.ts';
import type { Services } from './services.ts';
import { standardRulesVersionView, standardRulesView } from './views/scorecard-view.ts';

/** At most so many problems of a rule set are listed. */
const LISTED_PROBLEMS = 20;

/** The standard's rules as a county reads them. A version of its edits is never changed: the next one is put in force. */
export function standardRuleRoutes(app: ApiApp, { db, library }: Services): void {
  app.get(
    '/counties/:code/standard-rules',
    {
      schema: {
        tags: ['standard'],
        summary: 'The standard’s rules in force for the county, and every version of its edits',
        params: CountyParams,
        querystring: Strict(LangQuery),
        response: { 200: StandardRulesAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { code } = request.params;
      await library.open(code);
      return standardRulesView(await countyRules(db, code), await listStandardRules(db, code), languageOf(request));
    },
  );

  app.put(
    '/counties/:code/standard-rules',
    {
      schema: {
        tags: ['standard'],
        summary: 'Put edits of the rules in force as the county’s next version of them',
        params: CountyParams,
        querystring: Strict(LangQuery),
        body: Strict({ edits: RuleSetBody, note: Type.String({ maxLength: 500 }) }),
        response: { 200: StandardRulesVersionView, ...PROBLEM_RESPONSES },
      },
    },
    async ({ params: { code }, body: { edits, note } }) => {
      requireKeptTexts([['body/note', note]]);
      requireRuleSet(edits);
      await library.open(code);
      return standardRulesVersionView(await saveStandardRules(db, code, { edits, note }));
    },
  );
}

/** @throws RequestError 400 with every switch and number that cannot be */
function requireRuleSet(edits: unknown): void {
  const problems = checkRuleSet(edits).map((problem) => ({
    column: columnOf(problem),
    rule: problem.kind,
    text: ruleSetProblemWords(problem),
  }));
  const [first] = problems;
  if (!first) return;
  const words = { zh: `${first.column}：${first.text.zh}`, en: `${first.column}: ${first.text.en}` };
  throw new RequestError(400, 'request-invalid', words, problems.slice(0, LISTED_PROBLEMS));
}

function columnOf({ path }: RuleSetProblem): string {
  return echoed(`body/edits${path === '' ? '' : `/${path.replace(/\./g, '/')}`}`);
}
