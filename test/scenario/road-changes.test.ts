import { describe, expect, it } from 'vitest';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { evaluateCountyGroups } from '../../geodata/grouping/grouping-desk.ts';
import { applyOperations } from '../../geodata/scenario/apply-operations.ts';
import { type BaselineCounty, NO_ROAD_CHANGES } from '../../geodata/scenario/county.ts';
import type { ScenarioOperation } from '../../geodata/scenario/operation.ts';
import { scenarioNetwork } from '../../geodata/scenario/road-changes.ts';
import { openScenarioDesk } from '../../geodata/scenario/scenario-desk.ts';
import { settlement, station } from '../grouping/county-arrays.ts';
import { openScene } from '../scenes/scene.ts';

describe('scenarioNetwork', () => {
  it('fails a settlement behind a closed bridge, and comes back to the bytes of the baseline when it is reopened', async () => {
    const scene = {
      nodes: { a: [0, 0], b: [1000, 0], c: [2000, 0] },
      ways: [{ nodes: 'ab' }, { nodes: 'bc' }],
    } as const;
    const { network, at, node } = await openScene(scene);
    const baseline: BaselineCounty = {
      stations: [station('p', { coord: node('a') })],
      settlements: [settlement('s', { coord: at(1900, 0) })],
      boundary: undefined,
      groups: [],
      counting: DEFAULT_COUNTING,
      vehicles: {},
    };
    const evaluate = (operations: readonly ScenarioOperation[]) => {
      const changed = applyOperations(baseline, operations);
      const desk = openScenarioDesk(scenarioNetwork(network, changed.roads), changed, 9);
      return evaluateCountyGroups(desk, changed.groups, changed.counting);
    };
    const bridge = { wayId: 2, at: at(1500, 0) };
    const [plain, closed, reopened] = [
      evaluate([]),
      evaluate([{ kind: 'close-road', ...bridge }]),
      evaluate([
        { kind: 'close-road', ...bridge },
        { kind: 'reopen-road', ...bridge },
      ]),
    ];
    expect(plain.standAlone[0]!.status).toBe('pass');
    expect(closed.standAlone[0]!.status).toBe('fail');
    expect(JSON.stringify(reopened)).toBe(JSON.stringify(plain));
    const speeds = { ...NO_ROAD_CHANGES, classSpeeds: [{ roadClass: 'primary', kmh: 50 } as const] };
    expect(() => scenarioNetwork(network, speeds)).toThrow('no speeds (1)');
  });
});
