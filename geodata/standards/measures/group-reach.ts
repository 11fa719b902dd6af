import type { Judgement } from '../judge.ts';
import type { Measure } from '../measure.ts';
import type { GroupOutcome, StandardsInput } from '../standards-input.ts';
import { judgedUnit, type UnitIdentity, type UnitResult, unjudgedUnit } from '../unit-result.ts';

/** Clause 6, central stations: every cooperation group passes under the counting rule that it was evaluated with. */
export function measureGroupReach({ groups, stations }: StandardsInput): Measure {
  const nameOf = new Map(stations.map(({ id, name }) => [id, name]));
  return {
    summary: { kind: 'rate', percent: 100 },
    units: (groups ?? []).map((group) => groupUnit(group, nameOf.get(group.centreId) ?? group.centreId)),
    remarks: groups ? [] : [{ kind: 'no-groups-evaluated', ids: [] }],
  };
}

const JUDGEMENTS: Readonly<
  Record<Exclude<GroupOutcome['verdict'], 'empty'>, { judgement: Judgement; reason: UnitResult['reason'] }>
> = {
  pass: { judgement: { verdict: 'pass', met: true }, reason: 'group-passes' },
  marginal: { judgement: { verdict: 'near', met: true }, reason: 'group-near' },
  fail: { judgement: { verdict: 'fail', met: false }, reason: 'group-fails' },
};

function groupUnit(group: GroupOutcome, name: string): UnitResult {
  const { groupId, verdict, settlementsTotal, settlementsFailing, memberIds } = group;
  const identity: UnitIdentity = { unit: 'group', unitId: groupId, name };
  const value = { numerator: settlementsTotal - settlementsFailing, denominator: settlementsTotal };
  const figures = { settlements: settlementsTotal, failing: settlementsFailing, members: memberIds.length };
  if (verdict === 'empty') return unjudgedUnit(identity, 'nothing-to-count', { value, figures });
  const { judgement, reason } = JUDGEMENTS[verdict];
  return judgedUnit(identity, judgement, { reason, value, figures });
}
