import { useMemo } from 'react';
import type { CountyView, RuleView } from '../api/answers.ts';
import type { CountyQuestion, RuleQuestion } from '../api/questions.ts';
import { useLanguage } from '../i18n/language.tsx';

/** What the desk asks about: the county, and the county under a rule; the same objects as long as both are the same. */
export function useQuestions(
  { code, version }: CountyView,
  rule: RuleView,
): { readonly county: CountyQuestion; readonly rule: RuleQuestion } {
  const { language } = useLanguage();
  const number = version.number;
  const ruleText = JSON.stringify(rule);
  return useMemo(() => {
    const county = { code, version: number, lang: language };
    return { county, rule: { ...county, rule: JSON.parse(ruleText) as RuleView } };
  }, [code, number, language, ruleText]);
}
