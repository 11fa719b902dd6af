import { createHash } from 'node:crypto';
import { type CountingRule, DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import type { Condition } from '../../geodata/roads/profiles/conditions.ts';
import { civilDateOf } from '../civil-time.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import type { StoredNetwork } from '../db/networks.ts';
import type { Language } from '../language.ts';
import { countingLines, osrmLines, provenanceLines } from '../reports/wording/rule-words.ts';
import type { Provenance } from '../routing/travel-times.ts';
import type { AboutView } from './contract/about.ts';
import type { RuleChoice } from './contract/rule.ts';

/** Changes whenever answers come out otherwise for the same inputs, so that no stored one is taken for a new one. */
const ANSWER_FORMAT = 3;

/** Everything that an answer depends on. */
export interface AnswerInputs {
  readonly kind: string;
  readonly county: LoadedCounty;
  readonly network: StoredNetwork;
  readonly counting?: CountingRule | undefined;
  /** What else the request says. */
  readonly choices?: unknown;
}

/**
 * SHA-256, hex, of all inputs of an answer; it does not depend on the store, the language or the format. Of a county's
 * figures only those that are shown are in it: every answer is a function of these.
 */
export function inputHash({ kind, county, network, counting, choices }: AnswerInputs): string {
  const { countyCode, number } = county.version;
  const data = [countyCode, number, county.shownHash, network.hash];
  const inputs = [ANSWER_FORMAT, kind, ...data, counting, choices];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}

/** The counting rule that a request's parameters make, clause 6 of the standard by default. */
export function countingOf(choice: RuleChoice): CountingRule {
  const { maxKilometres, maxMinutes, combine, metric, condition, scope, share } = choice;
  const chosenScope = scope ?? DEFAULT_COUNTING.scope;
  return {
    limitDm: maxKilometres === undefined ? DEFAULT_COUNTING.limitDm : Math.round(maxKilometres * 10_000),
    limitDs: maxMinutes === undefined ? DEFAULT_COUNTING.limitDs : Math.round(maxMinutes * 600),
    combine: combine ?? DEFAULT_COUNTING.combine,
    metric: metric ?? DEFAULT_COUNTING.metric,
    condition: condition ?? DEFAULT_COUNTING.condition,
    scope: chosenScope,
    ...(chosenScope === 'share' ? { sharePercent: share ?? DEFAULT_SHARE_PERCENT } : {}),
  };
}

/** The same as the command line's. */
const DEFAULT_SHARE_PERCENT = 95;

/** What an answer says of itself. @param by who drove, where that may be another than the embedded engine */
export function aboutView(
  inputs: AnswerInputs,
  offRoad: AboutView['offRoad'],
  language: Language,
  by?: Provenance,
): AboutView {
  const { county, network, counting } = inputs;
  const { countyCode, countyName, number, createdAt, note, sources } = county.version;
  const provenance = {
    ...{ networkHash: network.hash, profile: network.profile, offRoad },
    dataset: datasetName(county, language),
  };
  const madeOf =
    by?.engine === 'osrm' ? osrmLines(provenance, by.source, language) : provenanceLines(provenance, language);
  const lines = [...(counting ? countingLines(counting, language) : []), ...madeOf];
  return {
    county: { code: countyCode, name: countyName },
    version: { number, createdAt, note, sources: [...sources] },
    engine: by?.engine ?? 'embedded',
    ...(by?.note ? { note: by.note[language] } : {}),
    profile: by?.engine === 'osrm' ? by.profile : network.profile,
    condition: network.condition as Condition,
    networkHash: by?.source ?? network.hash,
    offRoad,
    ...(counting ? { rule: ruleView(counting) } : {}),
    inputHash: inputHash(inputs),
    lines: lines.map(([label, text]) => ({ label, text })),
  };
}

/** A county's data by name and version, as reports say it: `澄野县 第 3 版`. */
export function datasetName({ version }: LoadedCounty, language: Language): string {
  const { countyName, number, createdAt } = version;
  const date = civilDateOf(new Date(createdAt));
  return language === 'zh' ? `${countyName} 第 ${number} 版（${date}）` : `${countyName}, version ${number} (${date})`;
}

/** A counting rule in kilometres and minutes, as the contract has it. */
export function ruleView({ limitDm, limitDs, combine, metric, condition, scope, sharePercent }: CountingRule) {
  return {
    maxKilometres: limitDm / 10_000,
    maxMinutes: limitDs / 600,
    combine,
    metric,
    condition,
    scope,
    ...(sharePercent === undefined ? {} : { sharePercent }),
  };
}
