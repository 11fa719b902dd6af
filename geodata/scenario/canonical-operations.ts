import { canonicalJson } from '../canonical-json.ts';
import { applyOperations } from './apply-operations.ts';
import type { BaselineCounty, ChangedCounty } from './county.ts';
import { type ScenarioOperation, STRENGTHS, type Strength } from './operation.ts';

/**
 * The shortest list of operations that comes to the same county, always in the same order: stations opened and moved,
 * strengths, groups, stations closed, roads, rule. Two scenarios with one outcome have one canonical form.
 * @throws GeodataError `input-invalid` as `applyOperations` does
 */
export function canonicalOperations(
  baseline: BaselineCounty,
  operations: readonly ScenarioOperation[],
): readonly ScenarioOperation[] {
  const changed = applyOperations(baseline, operations);
  const { roads } = changed;
  return [
    ...stationOperations(baseline, changed),
    ...STRENGTHS.flatMap((strength) => strengthOperations(baseline, changed, strength)),
    ...groupOperations(baseline, changed),
    ...changed.closedIds.map((stationId) => ({ kind: 'close-station', stationId }) as const),
    ...roads.closures.map((closure) => ({ kind: 'close-road', ...closure }) as const),
    ...roads.planned.map((road) => ({ kind: 'plan-road', ...road }) as const),
    ...roads.classSpeeds.map((speed) => ({ kind: 'set-class-speed', ...speed }) as const),
    ...(roads.condition ? [{ kind: 'set-condition', condition: roads.condition } as const] : []),
    ...ruleOperations(baseline, changed),
  ];
}

function stationOperations(baseline: BaselineCounty, { stations }: ChangedCounty): ScenarioOperation[] {
  const ofId = new Map(baseline.stations.map((station) => [station.id, station]));
  return stations.flatMap(({ id: stationId, coord, name, kind: stationKind, township }): ScenarioOperation[] => {
    const known = ofId.get(stationId);
    const named = township === undefined ? {} : { township };
    if (!known) return [{ kind: 'open-station', stationId, name, coord, stationKind, ...named }];
    return canonicalJson(known.coord) === canonicalJson(coord) ? [] : [{ kind: 'move-station', stationId, coord }];
  });
}

/** A closed station has nothing left, an opened one had nothing. */
function strengthOperations(baseline: BaselineCounty, changed: ChangedCounty, strength: Strength): ScenarioOperation[] {
  const before = strengthById(baseline, strength);
  const now = strengthById(changed, strength);
  const ids = [...new Set([...before.keys(), ...now.keys()])];
  const after = ids.flatMap((stationId) => {
    const count = now.get(stationId) ?? 0;
    return (before.get(stationId) ?? 0) === count ? [] : [{ stationId, count }];
  });
  return after.length === 0 ? [] : [{ kind: 'shift-strength', strength, after }];
}

function strengthById({ stations, vehicles }: BaselineCounty, strength: Strength): Map<string, number> {
  return new Map(
    stations.flatMap((station) => {
      const count = strength === 'vehicles' ? vehicles[station.id] : station[strength];
      return count === undefined ? [] : [[station.id, count] as const];
    }),
  );
}

/** Groups that changed are dissolved and made anew, so that no station is in two groups on the way. */
function groupOperations(baseline: BaselineCounty, { groups }: ChangedCounty): ScenarioOperation[] {
  const known = new Set(baseline.groups.map((group) => canonicalJson(group)));
  const kept = new Set(groups.map((group) => canonicalJson(group)));
  const gone = baseline.groups.filter((group) => !kept.has(canonicalJson(group)));
  const made = groups.filter((group) => !known.has(canonicalJson(group)));
  return [
    ...gone.map(({ id: groupId }) => ({ kind: 'dissolve-group', groupId }) as const),
    ...made.flatMap(({ id: groupId, centreId, memberIds }): ScenarioOperation[] => [
      { kind: 'set-central', groupId, stationId: centreId },
      { kind: 'set-members', groupId, memberIds },
    ]),
  ];
}

function ruleOperations({ counting: before }: BaselineCounty, { counting: now }: ChangedCounty): ScenarioOperation[] {
  const { condition: _, ...rule } = now;
  const { condition: __, ...known } = before;
  return canonicalJson(rule) === canonicalJson(known) ? [] : [{ kind: 'change-rule', ...rule }];
}
