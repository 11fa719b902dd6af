import { describe, expect, it } from 'vitest';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import type { Evaluation } from '../../geodata/grouping/evaluate.ts';
import { evaluateCountyGroups, openGroupingDesk } from '../../geodata/grouping/grouping-desk.ts';
import { applyOperations } from '../../geodata/scenario/apply-operations.ts';
import type { BaselineCounty } from '../../geodata/scenario/county.ts';
import type { ScenarioOperation } from '../../geodata/scenario/operation.ts';
import { openScenarioDesk } from '../../geodata/scenario/scenario-desk.ts';
import { settlement, station } from '../grouping/county-arrays.ts';
import { mulberry32 } from '../oracles/random.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

/** A random road map with three stations and eight settlements on it, and limits that some keep and some break. */
async function randomCounty(seed: number) {
  const random = mulberry32(seed);
  const { network, at } = await openScene(randomScene(random));
  const place = () => at(Math.round(random() * 1200), Math.round(random() * 900));
  const baseline: BaselineCounty = {
    stations: ['a', 'b', 'c'].map((id) => station(id, { coord: place(), officers: 0 })),
    settlements: Array.from({ length: 8 }, (_, index) => {
      const named = index < 2 ? { stationId: 'c' } : {};
      return settlement(`s${index}`, { coord: place(), households: 20 + 10 * index, ...named });
    }),
    boundary: undefined,
    groups: [{ id: 'g', centreId: 'a', memberIds: ['b'] }],
    counting: { ...DEFAULT_COUNTING, limitDs: 900 },
    vehicles: {},
  };
  const evaluate = (operations: readonly ScenarioOperation[]): Evaluation => {
    const changed = applyOperations(baseline, operations);
    return evaluateCountyGroups(openScenarioDesk(network, changed, 9), changed.groups, changed.counting);
  };
  return { network, baseline, evaluate, place };
}

/** Settlements whose own station is there within the time. */
function firstResponses({ groups, standAlone }: Evaluation): number {
  const responses = [...groups, ...standAlone].flatMap((unit) => unit.responses);
  return responses.filter(({ firstResponse }) => firstResponse.status !== 'fail').length;
}

describe('openScenarioDesk', () => {
  it('evaluates an empty scenario to the bytes of the baseline', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { network, baseline, evaluate } = await randomCounty(seed);
      const plain = evaluateCountyGroups(openGroupingDesk(network, baseline, 9), baseline.groups, baseline.counting);
      expect(JSON.stringify(evaluate([]))).toBe(JSON.stringify(plain));
    }
  });

  it('never lowers the first responses by opening a station, where no township binds', async () => {
    let better = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const { evaluate, place } = await randomCounty(seed);
      const before = firstResponses(evaluate([]));
      const after = firstResponses(
        evaluate([{ kind: 'open-station', stationId: 'x', name: '新所', coord: place(), stationKind: 'rural' }]),
      );
      expect(after).toBeGreaterThanOrEqual(before);
      if (after > before) better++;
    }
    expect(better).toBeGreaterThan(0);
  });

  it('gives the settlements of a closed station to others, and shows the same weights as before', async () => {
    const { baseline, evaluate } = await randomCounty(3);
    const before = evaluate([]);
    const after = evaluate([{ kind: 'close-station', stationId: 'c' }]);
    expect(before.ownStation[0]).toEqual({ station: 2, rule: 'stated' });
    expect(after.stations[after.ownStation[0]!.station]!.id).not.toBe('c');
    expect(after.settlements).toBe(baseline.settlements);
    expect([...after.weights.of]).toEqual([...before.weights.of]);
  });
});
