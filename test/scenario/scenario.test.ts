import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../geodata/canonical-json.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { applyOperations, checkOperations } from '../../geodata/scenario/apply-operations.ts';
import { canonicalOperations } from '../../geodata/scenario/canonical-operations.ts';
import { type BaselineCounty, baselineRefOf } from '../../geodata/scenario/county.ts';
import type { ScenarioOperation } from '../../geodata/scenario/operation.ts';
import {
  copyScenario,
  doStep,
  lockScenario,
  newScenario,
  operationsOf,
  redoStep,
  renameScenario,
  scenarioHash,
  undoStep,
} from '../../geodata/scenario/scenario.ts';
import { settlement, station } from '../grouping/county-arrays.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const baseline: BaselineCounty = {
  stations: IDS.map((id, index) => station(id, { officers: 5 + index, auxiliaries: 10 })),
  settlements: [settlement('s', { stationId: 'a', households: 12 })],
  boundary: [
    [
      [
        [116, 31],
        [118, 31],
        [118, 33],
        [116, 33],
        [116, 31],
      ],
    ],
  ],
  groups: [
    { id: 'g', centreId: 'a', memberIds: ['b'] },
    { id: 'h', centreId: 'c', memberIds: ['d'] },
  ],
  counting: DEFAULT_COUNTING,
  vehicles: { a: 2, b: 1 },
};

const stationId = fc.constantFrom(...IDS, 'x', 'y');
const groupId = fc.constantFrom('g', 'h', 'k');
const coord = fc
  .tuple(fc.integer({ min: 1161, max: 1179 }), fc.integer({ min: 311, max: 329 }))
  .map(([lon, lat]) => [lon / 10, lat / 10] as const);
const operation: fc.Arbitrary<ScenarioOperation> = fc.oneof(
  fc.record({ kind: fc.constant('move-station' as const), stationId, coord }),
  fc.record({
    kind: fc.constant('open-station' as const),
    stationId: fc.constantFrom('x', 'y'),
    name: fc.constant('新所'),
    coord,
    stationKind: fc.constant('rural' as const),
  }),
  fc.record({ kind: fc.constant('close-station' as const), stationId: fc.constantFrom('x', 'y') }),
  fc.record({ kind: fc.constant('set-central' as const), groupId, stationId }),
  fc.record({
    kind: fc.constant('set-members' as const),
    groupId,
    memberIds: fc.uniqueArray(stationId, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('remove-from-group' as const), stationId }),
  fc.record({
    kind: fc.constant('close-road' as const),
    wayId: fc.integer({ min: 1, max: 3 }),
    at: fc.constant([117, 32] as const),
  }),
  fc.record({ kind: fc.constant('change-rule' as const), limitDs: fc.integer({ min: 1, max: 30_000 }) }),
);

describe('applyOperations', () => {
  it('gives the baseline`s own values where there is no operation', () => {
    const changed = applyOperations(baseline, []);
    for (const key of ['stations', 'settlements', 'groups', 'counting', 'vehicles'] as const) {
      expect(changed[key]).toBe(baseline[key]);
    }
  });

  it('comes to the same county by the canonical form, said once or twice', () => {
    let sound = 0;
    const property = fc.property(fc.array(operation, { maxLength: 5 }), (operations) => {
      if (checkOperations(baseline, operations).length > 0) return;
      sound++;
      const once = canonicalJson(applyOperations(baseline, operations));
      const form = canonicalOperations(baseline, operations);
      expect(canonicalJson(applyOperations(baseline, form))).toBe(once);
      expect(canonicalJson(applyOperations(baseline, [...form, ...form]))).toBe(once);
      expect(canonicalJson(canonicalOperations(baseline, form))).toBe(canonicalJson(form));
    });
    fc.assert(property, { seed: 5, numRuns: 1500 });
    expect(sound).toBeGreaterThan(200);
  });

  it('closes a station whose strength is shifted away, and loses nobody', () => {
    const operations: ScenarioOperation[] = [
      {
        kind: 'shift-strength',
        strength: 'officers',
        after: [
          { stationId: 'b', count: 0 },
          { stationId: 'e', count: 15 },
        ],
      },
      {
        kind: 'shift-strength',
        strength: 'auxiliaries',
        after: [
          { stationId: 'b', count: 0 },
          { stationId: 'e', count: 20 },
        ],
      },
      {
        kind: 'shift-strength',
        strength: 'vehicles',
        after: [
          { stationId: 'b', count: 0 },
          { stationId: 'a', count: 3 },
        ],
      },
      { kind: 'close-station', stationId: 'b' },
    ];
    const changed = applyOperations(baseline, operations);
    expect(changed.stations.map(({ id, officers }) => [id, officers])).toEqual([
      ['a', 5],
      ['c', 7],
      ['d', 8],
      ['e', 15],
    ]);
    expect([changed.closedIds, changed.groups, changed.vehicles]).toEqual([['b'], [baseline.groups[1]], { a: 3 }]);
    const form = canonicalOperations(baseline, operations);
    expect(canonicalJson(applyOperations(baseline, [...form, ...form]))).toBe(canonicalJson(changed));
  });
});

describe('checkOperations', () => {
  it('tells all problems at once, each with its operation, field and rule', () => {
    const operations: ScenarioOperation[] = [
      { kind: 'move-station', stationId: 'z', coord: [119, 32] },
      { kind: 'close-station', stationId: 'a' },
      {
        kind: 'shift-strength',
        strength: 'officers',
        after: [
          { stationId: 'a', count: -1 },
          { stationId: 'b', count: 6 },
        ],
      },
      { kind: 'set-members', groupId: 'h', memberIds: ['b', 'd'] },
    ];
    expect(checkOperations(baseline, operations).map(({ operation: at, field, rule }) => [at, field, rule])).toEqual([
      [0, 'coord', 'outside-county'],
      [0, 'stationId', 'station-unknown'],
      [1, 'stationId', 'strength-left'],
      [1, 'stationId', 'centre-has-members'],
      [2, 'after[0].count', 'count-negative'],
      [2, 'after', 'strength-not-conserved'],
      [3, 'groupId', 'station-in-two-groups'],
    ]);
  });

  it('refuses an urban member', () => {
    const urban = { ...baseline, stations: [...baseline.stations, station('u', { kind: 'urban' })] };
    const found = checkOperations(urban, [{ kind: 'set-members', groupId: 'g', memberIds: ['u'] }]);
    expect(found).toEqual([{ operation: 0, field: 'groupId', rule: 'member-urban', id: 'u' }]);
  });
});

describe('history', () => {
  const start = {
    id: '1',
    name: '方案一',
    author: '治安大队',
    baseline: baselineRefOf(baseline, '00'),
    createdAt: '2026-11-25T00:00:00Z',
  };

  it('restores the bytes by undo and by redo', () => {
    const step = operation.map((one) => ({ at: '2026-11-25T01:00:00Z', operations: [one] }));
    const property = fc.property(fc.array(step, { maxLength: 4 }), step, (steps, last) => {
      const before = steps.reduce(doStep, newScenario(start));
      const after = doStep(before, last);
      const undone = undoStep(after);
      expect(canonicalJson(operationsOf(undone))).toBe(canonicalJson(operationsOf(before)));
      expect(canonicalJson(redoStep(undone))).toBe(canonicalJson(after));
      expect(canonicalJson(undoStep(redoStep(undone)))).toBe(canonicalJson(undone));
    });
    fc.assert(property, { seed: 6, numRuns: 200 });
  });

  it('copies a locked scenario into one of its own, which computes the same until it is changed', () => {
    const at = '2026-11-25T01:00:00Z';
    const moved = doStep(newScenario(start), {
      at,
      operations: [{ kind: 'move-station', stationId: 'a', coord: [117, 32] }],
    });
    const copy = copyScenario(lockScenario(moved, true), { id: '2', name: '方案二', author: '政工室', createdAt: at });
    expect(scenarioHash(copy)).toBe(scenarioHash(moved));
    expect(renameScenario(copy, '方案三')).toEqual({ ...copy, name: '方案三' });
    expect(scenarioHash(undoStep(copy))).toBe(scenarioHash(newScenario(start)));
    expect(scenarioHash(undoStep(copy))).not.toBe(scenarioHash(moved));
  });

  it('takes no step and no name while it is locked', () => {
    const locked = lockScenario(newScenario(start), true);
    expect(() => renameScenario(locked, '方案二')).toThrow('Scenario 1 is locked.');
    expect(() => undoStep(locked)).toThrow('Scenario 1 is locked.');
    expect(undoStep(lockScenario(locked, false)).position).toBe(0);
  });

  it('knows a baseline again without its households', () => {
    const other = { ...baseline, settlements: [settlement('s', { stationId: 'a', households: 13 })] };
    expect(baselineRefOf(other, '00')).toEqual(baselineRefOf(baseline, '00'));
  });
});
