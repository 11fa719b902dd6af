import { byText } from '../text-order.ts';
import type { Verdict } from './judge.ts';
import type { Measure, Measuring, Remark } from './measure.ts';
import { measureGroupReach } from './measures/group-reach.ts';
import { measureAnalysts, measureCommittees, measureFunds, measureLegalReviewers } from './measures/headcounts.ts';
import { measureModelRooms } from './measures/model-rooms.ts';
import { measureCommunityOfficers, measureLeastOfficers, measureStationOfficers } from './measures/officer-shares.ts';
import { measureTeams } from './measures/teams.ts';
import { measureTownshipStations } from './measures/township-stations.ts';
import { measureTwoTeams } from './measures/two-teams.ts';
import { measureVideoCoverage, measureVideoNetwork } from './measures/video-compounds.ts';
import { measureVillageAuxiliaries } from './measures/village-auxiliaries.ts';
import { measureRuralVolunteers, measureUrbanVolunteers } from './measures/volunteers.ts';
import { alternativeReadings, isEnabled, type RuleSet, STANDARD_RULES, settingsOf } from './rule-set.ts';
import type { RuleId, RuleSettings, StandardRule } from './standard-rule.ts';
import type { StandardsInput } from './standards-input.ts';
import { type Summary, summariseUnits, type UnitsSummary } from './summarise-units.ts';
import type { UnitResult } from './unit-result.ts';

/** What a clause comes to under another reading, beside the one that holds. */
export interface VariantResult {
  /** The switch that is turned, and to what. */
  readonly key: string;
  readonly value: string;
  readonly settings: RuleSettings;
  readonly summary: Summary;
  readonly units: readonly UnitResult[];
  readonly outcome: UnitsSummary;
}

/** A clause of the scorecard. */
export interface ClauseResult {
  readonly ruleId: RuleId;
  readonly settings: RuleSettings;
  /** How `units` come to `outcome`: `summariseUnits(summary, units)`, which a caller repeats for the units it shows. */
  readonly summary: Summary;
  readonly outcome: UnitsSummary;
  /** In the order of their ids. */
  readonly units: readonly UnitResult[];
  readonly remarks: readonly Remark[];
  /** Every other reading, one switch turned at a time. */
  readonly variants: readonly VariantResult[];
}

const MEASURES: Readonly<Record<RuleId, Measuring>> = {
  c3: measureTownshipStations,
  c4A: measureStationOfficers,
  c4B: measureCommunityOfficers,
  c4C: measureLeastOfficers,
  c5: measureVillageAuxiliaries,
  c6a: measureTwoTeams,
  c6b: measureTeams,
  c6c: measureGroupReach,
  'c12-coverage': measureVideoCoverage,
  'c12-network': measureVideoNetwork,
  'c15-rural': measureRuralVolunteers,
  'c15-urban': measureUrbanVolunteers,
  'c15-analysts': measureAnalysts,
  'c15-funds': measureFunds,
  c19: measureLegalReviewers,
  c20: measureModelRooms,
  c21: measureCommittees,
};

/**
 * The scorecard: every rule that the county is held to, in the order of the clauses, with its other readings. The order
 * of the input changes nothing.
 * @param ruleSet one that `checkRuleSet` finds nothing wrong with
 */
export function evaluateStandards(input: StandardsInput, ruleSet: RuleSet): ClauseResult[] {
  return STANDARD_RULES.filter((rule) => isEnabled(rule, ruleSet)).map((rule) =>
    evaluateRule(input, rule, settingsOf(rule, ruleSet)),
  );
}

/** How many clauses pass, are near, fail, or have no data. */
export function countClauses(results: readonly ClauseResult[]): Readonly<Record<Verdict | 'no-data', number>> {
  const counts = { pass: 0, near: 0, fail: 0, 'no-data': 0 };
  for (const { outcome } of results) counts[outcome.verdict] += 1;
  return counts;
}

function evaluateRule(input: StandardsInput, rule: StandardRule, settings: RuleSettings): ClauseResult {
  const { summary, units, remarks } = measure(input, rule.id, settings);
  const variants = alternativeReadings(rule, settings).map((reading) => {
    const other = measure(input, rule.id, reading.settings);
    return {
      ...reading,
      summary: other.summary,
      units: other.units,
      outcome: summariseUnits(other.summary, other.units),
    };
  });
  return { ruleId: rule.id, settings, summary, outcome: summariseUnits(summary, units), units, remarks, variants };
}

function measure(input: StandardsInput, id: RuleId, settings: RuleSettings): Measure {
  const { summary, units, remarks } = MEASURES[id](input, settings);
  return { summary, units: [...units].sort((a, b) => byText(a.unitId, b.unitId)), remarks };
}
