import { atLeast, countOf, type Judgement, judge } from '../judge.ts';
import type { Measure } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import { type StaffedStation, type StandardsInput, staffedStations } from '../standards-input.ts';
import { splitTeams, type TeamSplit } from '../team-split.ts';
import { judgedUnit, type UnitIdentity, type UnitResult, unjudgedUnit, unknownUnit } from '../unit-result.ts';
import { strayRemarks } from './officer-shares.ts';

/** Clause 6, 4:4:2: the community team of every station with two teams and one room has its 40 %. */
export function measureTeams(input: StandardsInput, settings: RuleSettings): Measure {
  return {
    summary: { kind: 'rate', percent: 100 },
    units: staffedStations(input).map((staffed) => teamsUnit(staffed, settings)),
    remarks: strayRemarks(input),
  };
}

type Strength = StaffedStation['strength'];
type StrengthField = Exclude<keyof Strength, 'twoTeams' | 'asOf'>;

function teamsUnit({ identity, strength }: StaffedStation, settings: RuleSettings): UnitResult {
  const isAskedOfAll = switchOf(settings, 'scope') === 'all';
  if (!isAskedOfAll && strength.twoTeams === false) return unjudgedUnit(identity, 'no-two-teams');
  const unknown = fieldsNeeded(settings).filter((field) => strength[field] === undefined);
  const missing = [...(isAskedOfAll || strength.twoTeams ? [] : ['twoTeams']), ...unknown];
  return missing.length > 0 ? unknownUnit(identity, missing) : knownTeams(identity, strength, settings);
}

/** What the reading needs; with it, everything below is a number. */
function fieldsNeeded(settings: RuleSettings): StrengthField[] {
  const countsLeaders = switchOf(settings, 'leaders') === 'in-base';
  const countsAuxiliaries = switchOf(settings, 'base') === 'officers-and-auxiliaries';
  const judgesTeams = !countsLeaders || switchOf(settings, 'split') === 'whole-split';
  return [
    ...(countsLeaders ? (['onDuty'] as const) : []),
    'community',
    ...(judgesTeams ? (['cases', 'command'] as const) : []),
    ...(countsAuxiliaries ? (['auxiliaries', 'villageAuxiliaries'] as const) : []),
  ];
}

function knownTeams(identity: UnitIdentity, strength: Strength, settings: RuleSettings): UnitResult {
  const { onDuty = 0, community: officers = 0, cases = 0, command = 0 } = strength;
  const countsAuxiliaries = switchOf(settings, 'base') === 'officers-and-auxiliaries';
  const base = switchOf(settings, 'leaders') === 'in-base' ? onDuty : officers + cases + command;
  const size = base + (countsAuxiliaries ? (strength.auxiliaries ?? 0) : 0);
  const community = officers + (countsAuxiliaries ? (strength.villageAuxiliaries ?? 0) : 0);
  const value = { numerator: community, denominator: size };
  if (size === 0) return unjudgedUnit(identity, 'nothing-to-count', { value });
  const target = splitTeams(size, thresholdOf(settings, 'sharePercent'));
  const share = judge(countOf(community), atLeast(target.community));
  const figures = {
    strength: size,
    targetCommunity: target.community,
    targetCases: target.cases,
    targetCommand: target.command,
    lackingCommunity: Math.max(0, target.community - community),
  };
  if (!share.met || isOnTarget({ community, cases, command }, target, settings)) {
    return judgedUnit(identity, share, { reason: share.met ? 'meets' : 'below', value, figures });
  }
  const offTarget: Judgement = { verdict: 'fail', met: false };
  return judgedUnit(identity, offTarget, { reason: 'team-off-target', value, figures });
}

/**
 * Whether the teams are manned as 4:4:2 asks, where that is judged. Not with auxiliaries in the base: tables do not say
 * which of them belong to the case team and to the command room.
 */
function isOnTarget(actual: TeamSplit, target: TeamSplit, settings: RuleSettings): boolean {
  if (switchOf(settings, 'split') !== 'whole-split') return true;
  if (switchOf(settings, 'base') === 'officers-and-auxiliaries') return true;
  const tolerance = thresholdOf(settings, 'toleranceOfficers');
  const isNear = (team: keyof TeamSplit) => Math.abs(actual[team] - target[team]) <= tolerance;
  return isNear('community') && isNear('cases') && isNear('command');
}
