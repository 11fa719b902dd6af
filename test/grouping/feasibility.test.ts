import { describe, expect, it } from 'vitest';
import { STATUS_FAIL, STATUS_PASS } from '../../geodata/catchment/catchments.ts';
import { type CountingRule, DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { type FeasibilityMatrix, feasibilityMatrix, stationPairs } from '../../geodata/grouping/feasibility.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { TwoLimitRule } from '../../geodata/travel/two-limit-rule.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { openScene } from '../scenes/scene.ts';
import { settlement, station } from './county-arrays.ts';

/** Two stations; settlements 0, 1 and 2 are of the second. From the first: 100 s, no pass in 300 s, no route. */
const matrix: FeasibilityMatrix = {
  stationCount: 2,
  settlementCount: 3,
  status: Uint8Array.of(STATUS_PASS, STATUS_FAIL, STATUS_FAIL, STATUS_PASS, STATUS_PASS, STATUS_PASS),
  ds: Uint32Array.of(1000, 3000, UNREACHED, 100, 100, 100),
  stationStatus: Uint8Array.of(STATUS_PASS, STATUS_PASS, STATUS_FAIL, STATUS_PASS),
  stationDs: Uint32Array.of(0, 500, 500, 0),
};
const places = [settlement('s0', { kind: 'administrative' }), settlement('s1'), settlement('s2')];
const owners = places.map(() => ({ station: 1, rule: 'stated' as const }));

function pairs(counting: Partial<CountingRule>, weights: readonly number[]) {
  return stationPairs(matrix, places, owners, weights, { ...DEFAULT_COUNTING, ...counting });
}

describe('stationPairs', () => {
  it('lets a centre take a station only where every settlement passes, and names those that do not', () => {
    const { feasible, blockers } = pairs({}, [1, 1, 1]);
    expect([...feasible]).toEqual([1, 0, 0, 1]);
    expect(blockers).toEqual([[], [1, 2], [], []]);
  });

  it('looks at administrative villages alone in their scope', () => {
    const { feasible, blockers, weight } = pairs({ scope: 'administrative' }, [4, 1, 1]);
    expect([...feasible]).toEqual([1, 1, 0, 1]);
    expect(blockers[1]).toEqual([]);
    expect([...weight]).toEqual([0, 4]);
  });

  it('asks each station for the share, which its group then has too', () => {
    expect(pairs({ scope: 'share', sharePercent: 80 }, [8, 1, 1]).feasible[1]).toBe(1);
    expect(pairs({ scope: 'share', sharePercent: 81 }, [8, 1, 1]).feasible[1]).toBe(0);
    expect(pairs({ scope: 'share', sharePercent: 1 }, [0, 0, 0]).feasible[1]).toBe(0);
  });

  it('judges the station itself in scope station, and where it has no settlement', () => {
    expect([...pairs({ scope: 'station' }, [1, 1, 1]).feasible]).toEqual([1, 1, 0, 1]);
    expect(pairs({}, [1, 1, 1]).feasible[2]).toBe(0);
  });

  it('weighs mean times, leaves out what weighs nothing, and is infinite without a route', () => {
    expect([...pairs({}, [1, 3, 0]).meanDs]).toEqual([0, 2500, 500, 100]);
    expect(pairs({}, [1, 1, 1]).meanDs[1]).toBe(Infinity);
    expect(pairs({ scope: 'administrative' }, [0, 1, 1]).meanDs[1]).toBe(1000);
  });
});

describe('feasibilityMatrix', () => {
  it('decides every station against every settlement and station', async () => {
    const scene = await openScene(asciiScene('a----b----c\n\nd-e'), metreADecisecond);
    const stations = [station('a', { coord: scene.node('a') }), station('c', { coord: scene.node('c') })];
    const settlements = [settlement('b', { coord: scene.node('b') }), settlement('d', { coord: scene.node('d') })];
    const placed = (list: readonly { readonly coord: readonly [number, number] }[]) =>
      snapPoints(
        scene.network,
        list.map(({ coord }) => coord),
      );
    const county = {
      stations,
      settlements,
      stationPlacements: placed(stations),
      settlementPlacements: placed(settlements),
    };
    const counting = { ...DEFAULT_COUNTING, limitDs: 1000 };
    const found = feasibilityMatrix(new TwoLimitRule(scene.network), county, counting);
    expect([...found.ds]).toEqual([500, UNREACHED, 500, UNREACHED]);
    expect([...found.status]).toEqual([STATUS_PASS, STATUS_FAIL, STATUS_PASS, STATUS_FAIL]);
    expect([...found.stationDs]).toEqual([0, 1000, 1000, 0]);
    // Under 1000 ds excludes 1000 ds.
    expect([...found.stationStatus]).toEqual([STATUS_PASS, STATUS_FAIL, STATUS_FAIL, STATUS_PASS]);
  });
});
