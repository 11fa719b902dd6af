import { GeodataError } from '../errors.ts';
import { checkGroups, isNotice } from '../grouping/cooperation-group.ts';
import type { BaselineCounty, ChangedCounty } from './county.ts';
import { type CountyState, countyOf, stateOf } from './county-state.ts';
import type { ScenarioFinding } from './finding.ts';
import type { OperationKind, ScenarioOperation } from './operation.ts';
import { dissolveGroup, removeFromGroup, setCentral, setMembers } from './take-group.ts';
import { changeRule, closeRoad, planRoad, reopenRoad, setClassSpeed, setCondition, withdrawRoad } from './take-road.ts';
import { closeStation, moveStation, openStation, shiftStrength } from './take-station.ts';
import type { Taking } from './taking.ts';

type Take<Kind extends OperationKind> = (
  state: CountyState,
  operation: Extract<ScenarioOperation, { readonly kind: Kind }>,
  taking: Taking,
) => CountyState;

const TAKE: { readonly [Kind in OperationKind]: Take<Kind> } = {
  'move-station': moveStation,
  'open-station': openStation,
  'close-station': closeStation,
  'set-central': setCentral,
  'set-members': setMembers,
  'remove-from-group': removeFromGroup,
  'dissolve-group': dissolveGroup,
  'shift-strength': shiftStrength,
  'close-road': closeRoad,
  'reopen-road': reopenRoad,
  'plan-road': planRoad,
  'withdraw-road': withdrawRoad,
  'set-class-speed': setClassSpeed,
  'set-condition': setCondition,
  'change-rule': changeRule,
};

/**
 * Everything that is wrong with a scenario, at once, in the order of its operations. Groups are judged as they stand in
 * the end, so that two stations may change places; what is wrong then is told of the operation that touched the group
 * last. Empty where all is well.
 */
export function checkOperations(
  baseline: BaselineCounty,
  operations: readonly ScenarioOperation[],
): readonly ScenarioFinding[] {
  return take(baseline, operations).findings;
}

/**
 * The county after the operations, in their order. Pure: the baseline is not changed, and without operations every
 * value is the baseline's own. Saying all operations of a scenario's canonical form twice is saying them once.
 * @throws GeodataError `input-invalid` with every finding in `data.findings`
 */
export function applyOperations(baseline: BaselineCounty, operations: readonly ScenarioOperation[]): ChangedCounty {
  const { state, findings } = take(baseline, operations);
  const [first] = findings;
  if (first) {
    const where = `first in operation ${first.operation}, ${first.field}: ${first.rule}`;
    throw new GeodataError('input-invalid', `The scenario has ${findings.length} problem(s), ${where}.`, { findings });
  }
  return countyOf(baseline, state);
}

function take(baseline: BaselineCounty, operations: readonly ScenarioOperation[]) {
  const findings: ScenarioFinding[] = [];
  let state = stateOf(baseline);
  operations.forEach((operation, index) => {
    const report: Taking['report'] = (field, rule, id) => {
      findings.push({ operation: index, field, rule, ...(id === undefined ? {} : { id }) });
    };
    state = takeOne(state, operation, { baseline, operation: index, report });
  });
  findings.push(...groupFindings(state));
  return { state, findings: findings.sort((a, b) => a.operation - b.operation) };
}

function takeOne<Kind extends OperationKind>(
  state: CountyState,
  operation: Extract<ScenarioOperation, { readonly kind: Kind }>,
  taking: Taking,
): CountyState {
  const takeIt = TAKE[operation.kind as Kind];
  return takeIt(state, operation, taking);
}

/** What is wrong with groups that an operation touched; the baseline's own are the baseline's matter. */
function groupFindings({ groups, stations, groupTouchedBy }: CountyState): ScenarioFinding[] {
  const found = checkGroups(
    [...groups.values()],
    [...stations.values()].map(({ station }) => station),
  );
  return found.flatMap((finding): ScenarioFinding[] => {
    const { kind: rule, groupId, stationId, otherGroupId } = finding;
    const touched = [groupId, otherGroupId ?? groupId].flatMap((id) => groupTouchedBy.get(id) ?? []);
    if (touched.length === 0 || isNotice(finding) || rule === 'centre-urban') return [];
    const about = { id: stationId ?? groupId, ...(otherGroupId === undefined ? {} : { otherId: otherGroupId }) };
    return [{ operation: Math.max(...touched), field: 'groupId', rule, ...about }];
  });
}
