import { useMemo } from 'react';
import { DEFAULT_RULE } from '../address/rule-choice.ts';
import type { CountyView, RuleView } from '../api/answers.ts';
import type { CountyQuestion, RuleQuestion } from '../api/questions.ts';
import { useLanguage } from '../i18n/language.tsx';

/** What the desk asks about. */
export interface DeskQuestions {
  readonly county: CountyQuestion;
  /** The county under the rule. */
  readonly rule: RuleQuestion;
  /** The same under its limits alone: another scope is no other question for a single place or a hexagon. */
  readonly limits: RuleQuestion;
}

/** The questions of a county and a rule; the same objects as long as both are the same. */
export function useQuestions({ code, version }: CountyView, rule: RuleView): DeskQuestions {
  const { language } = useLanguage();
  const county = useMemo(() => ({ code, version: version.number, lang: language }), [code, version.number, language]);
  const ruleText = JSON.stringify(rule);
  const { scope, sharePercent } = DEFAULT_RULE;
  const limitsText = JSON.stringify({ ...rule, scope, sharePercent });
  return {
    county,
    rule: useMemo(() => ({ ...county, rule: JSON.parse(ruleText) as RuleView }), [county, ruleText]),
    limits: useMemo(() => ({ ...county, rule: JSON.parse(limitsText) as RuleView }), [county, limitsText]),
  };
}
