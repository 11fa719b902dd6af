import { Type } from 'typebox';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import { addRule, listRules } from '../db/response-rules.ts';
import { countingOf, ruleView } from './about.ts';
import type { ApiApp } from './api-app.ts';
import { RuleBody, RuleView } from './contract/rule.ts';
import { CountyParams, Id, LangQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { requireKeptTexts } from './kept-text.ts';
import type { Services } from './services.ts';

const NamedRuleView = Strict({ name: Type.String(), rule: RuleView });

/** Counting rules 统计口径 that a county keeps under names. A rule is never changed, since results name it. */
export function ruleRoutes(app: ApiApp, { db, library }: Services): void {
  app.get(
    '/counties/:code/rules',
    {
      schema: {
        tags: ['rules'],
        summary: 'Counting rules that the county keeps',
        params: CountyParams,
        querystring: Strict(LangQuery),
        response: { 200: Strict({ rules: Type.Array(NamedRuleView) }), ...PROBLEM_RESPONSES },
      },
    },
    async ({ params: { code } }) => {
      await library.open(code);
      return { rules: (await listRules(db, code)).map(({ name, ...rule }) => ({ name, rule: ruleView(rule) })) };
    },
  );

  app.post(
    '/counties/:code/rules',
    {
      schema: {
        tags: ['rules'],
        summary: 'Keep a counting rule under a name that is not taken',
        params: CountyParams,
        querystring: Strict(LangQuery),
        body: Strict({ name: Id, rule: RuleBody }),
        response: { 201: NamedRuleView, ...PROBLEM_RESPONSES },
      },
    },
    async ({ params: { code }, body: { name, rule } }, reply) => {
      requireKeptTexts([['body/name', name]]);
      await library.open(code);
      const counting: CountingRule = countingOf(rule);
      await addRule(db, code, { name, ...counting });
      return reply.code(201).send({ name, rule: ruleView(counting) });
    },
  );
}
