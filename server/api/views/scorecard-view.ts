import { countClauses } from '../../../geodata/standards/evaluate-standards.ts';
import type { Amount } from '../../../geodata/standards/judge.ts';
import { isEnabled, type RuleSet, ruleOf, STANDARD_RULES, settingsOf } from '../../../geodata/standards/rule-set.ts';
import type { StandardRule } from '../../../geodata/standards/standard-rule.ts';
import type { Summary, UnitsSummary } from '../../../geodata/standards/summarise-units.ts';
import type { UnitResult } from '../../../geodata/standards/unit-result.ts';
import type { CountyRules } from '../../counties/county-rules.ts';
import type { ShownClause } from '../../counties/county-scorecard.ts';
import type { StandardRulesVersion } from '../../db/standard-rules.ts';
import type { Language } from '../../language.ts';
import {
  readingText,
  switchText,
  thresholdText,
  unitName,
  unitReasonText,
  valueText,
  verdictText,
} from '../../reports/scorecard-cells.ts';
import { SCORECARD_NOTES } from '../../reports/scorecard-notes.ts';
import { COUNTED_UNIT_WORDS, officeText, REMARK_WORDS } from '../../reports/wording/standard-words.ts';
import type { AboutView } from '../contract/about.ts';
import type { ClauseViewBody, ScorecardAnswerBody, StandardRulesBody } from '../contract/scorecard.ts';

/** The scorecard; with the units of its clauses where these were asked for. */
export function scorecardView(
  about: AboutView,
  clauses: readonly ShownClause[],
  { version }: CountyRules,
  isListed: boolean,
  language: Language,
): ScorecardAnswerBody {
  return {
    ...{ about, ruleVersion: version, counts: { ...countClauses(clauses) } },
    clauses: clauses.map((clause) => ({
      ...clauseView(clause, language),
      ...(isListed ? { listed: clause.units.map((unit) => unitView(unit, clause.withheld, language)) } : {}),
    })),
    notes: SCORECARD_NOTES.map(({ label, text }) => ({ label: label[language], text: text[language] })),
  };
}

function clauseView(clause: ShownClause, language: Language): ClauseViewBody {
  const { ruleId, settings, remarks } = clause;
  const rule = ruleOf(ruleId);
  return {
    ...{ id: ruleId, clause: rule.clause, title: rule.title[language], text: rule.text[language] },
    ...{ formula: rule.formula[language], counts: rule.unit, unitText: COUNTED_UNIT_WORDS[rule.unit][language] },
    lead: rule.lead.map((office) => officeText(office, language)),
    responsible: rule.responsible.map((office) => officeText(office, language)),
    deadline: rule.deadline ?? null,
    ...{ switches: { ...settings.switches }, thresholds: { ...settings.thresholds } },
    readingText: readingText(rule, settings, language),
    ...outcomeView(clause, language),
    variants: clause.variants.map((variant) => ({
      key: variant.key,
      choice: variant.value,
      readingText: switchText(rule, variant.key, variant.value, nameOfSwitch(rule, variant.key), language),
      ...outcomeView(variant, language),
    })),
    remarks: remarks.map(({ kind, ids }) => ({ kind, text: REMARK_WORDS[kind][language], ids: [...ids] })),
  };
}

interface Summed {
  readonly summary: Summary;
  readonly outcome: UnitsSummary;
  readonly withheld: readonly string[];
}

function outcomeView({ summary, outcome, withheld }: Summed, language: Language) {
  const { value, verdict, met, counts, missing, missingFields, asOf, undated } = outcome;
  return {
    value: amountView(value),
    valueText: valueText(summary, outcome, language) ?? null,
    threshold: thresholdText(summary),
    ...{ verdict, met: met ?? null, verdictText: verdictText(outcome, language), units: { ...counts }, missing },
    ...{ missingFields: [...missingFields], withheld: withheld.length, asOf: asOf ? { ...asOf } : null, undated },
  };
}

function unitView(
  result: UnitResult,
  withheld: readonly string[],
  language: Language,
): NonNullable<ClauseViewBody['listed']>[number] {
  const { unit, unitId, verdict, met, value, figures, missing, reason, asOf } = result;
  return {
    ...{ unit, id: unitId, name: unitName(result, language), verdict, met: met ?? null },
    ...{ verdictText: verdictText(result, language), value: amountView(value), figures: { ...figures } },
    ...{ missing: [...(missing ?? [])], reason, reasonText: unitReasonText(result, language), asOf: asOf ?? null },
    sampleTooSmall: withheld.includes(unitId),
  };
}

function amountView(amount: Amount | undefined) {
  return amount ? { numerator: amount.numerator, denominator: amount.denominator } : null;
}

function nameOfSwitch({ switches }: StandardRule, key: string) {
  return switches.find((candidate) => candidate.key === key)!.name;
}

/** A county's rules in force and every version of its edits. */
export function standardRulesView(
  { version, ruleSet }: CountyRules,
  versions: readonly StandardRulesVersion[],
  language: Language,
): StandardRulesBody {
  return {
    inForce: version,
    rules: STANDARD_RULES.map((rule) => ruleView(rule, ruleSet, language)),
    versions: versions.map(standardRulesVersionView),
  };
}

/** One version of the edits. */
export function standardRulesVersionView({ number, createdAt, note, edits }: StandardRulesVersion) {
  return { number, createdAt, note, edits: edits as StandardRulesBody['versions'][number]['edits'] };
}

function ruleView(rule: StandardRule, ruleSet: RuleSet, language: Language): StandardRulesBody['rules'][number] {
  const settings = settingsOf(rule, ruleSet);
  const { id, clause, title, text, formula, switches, thresholds } = rule;
  return {
    ...{ id, clause, title: title[language], text: text[language], formula: formula[language] },
    enabled: isEnabled(rule, ruleSet),
    switches: switches.map(({ key, name, values }) => ({
      ...{ key, name: name[language], value: settings.switches[key] ?? '' },
      values: values.map((choice) => ({ value: choice.value, name: choice.name[language] })),
    })),
    thresholds: thresholds.map(({ key, name, unit, value, least, most }) => ({
      ...{ key, name: name[language], unit: unit[language], value: settings.thresholds[key] ?? value },
      ...{ default: value, least, most },
    })),
  };
}
