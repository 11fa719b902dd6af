import { describe, expect, it } from 'vitest';
import { type Judgement, judgeByDrive } from '../../geodata/dispatch/judge-by-drive.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';
import {
  type Combine,
  DEFAULT_RULE,
  type DistanceMetric,
  type ResponseRule,
  TwoLimitRule,
  type Verdict,
} from '../../geodata/travel/two-limit-rule.ts';
import { mulberry32 } from '../oracles/random.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

const COMBINES: readonly Combine[] = ['and', 'or', 'distance', 'time'];
const METRICS: readonly DistanceMetric[] = ['road', 'straight'];

/** The exact decision beside what the fastest route alone proves, under limits close to that route. */
async function eachDecision(
  seeds: number,
  look: (status: Verdict['status'], judged: Judgement, where: string) => void,
): Promise<void> {
  for (let seed = 1; seed <= seeds; seed++) {
    const random = mulberry32(seed);
    const scene = await openScene(randomScene(random));
    const points = Array.from({ length: 6 }, () => scene.at(random() * 1600 - 350, random() * 1200 - 350));
    const places = snapPoints(scene.network, points);
    const exact = new TwoLimitRule(scene.network);
    exact.from(places, 0);
    for (let to = 1; to < points.length; to++) {
      const { fastest } = exact.decide(places, to, 0);
      for (const rule of rulesAround(fastest, random)) {
        const { status } = exact.decide(places, to, 1500 * random(), rule);
        look(status, judgeByDrive(fastest, rule), `seed ${seed}, point ${to}, ${JSON.stringify(rule)}`);
      }
    }
  }
}

function rulesAround(fastest: RouteCost | undefined, random: () => number): ResponseRule[] {
  const { ds, dm } = fastest ?? { ds: 1000, dm: 9000 };
  const near = (value: number) => Math.round(value * (0.8 + 0.5 * random())) + 1;
  return COMBINES.flatMap((combine) =>
    METRICS.map((metric) => ({ combine, metric, limitDs: near(ds), limitDm: near(dm) })),
  );
}

/** Minutes and kilometres of the fastest route; undefined: no route. */
function judge(drive: readonly [minutes: number, kilometres: number] | undefined, change: Partial<ResponseRule> = {}) {
  const cost = drive && { ds: Math.round(drive[0] * 600), dm: Math.round(drive[1] * 10_000) };
  const { status, withinRule } = judgeByDrive(cost, { ...DEFAULT_RULE, ...change });
  return [status, withinRule];
}

describe('judgeByDrive', () => {
  it.each([
    ['keeps nine tenths of both limits', [20, 20], 'pass', true],
    ['is quick enough by little', [29.9, 30], 'marginal', true],
    ['is quick, and long enough for a shorter route to matter', [20, 29], undefined, true],
    ['takes 30 minutes', [30, 20], 'fail', false],
    ['takes 30 minutes and is too long', [30, 31], 'fail', false],
    ['is quick enough and too long', [20, 30.1], undefined, undefined],
    ['does not exist', undefined, 'fail', false],
  ] as const)('of a fastest route that %s', (_, drive, status, withinRule) => {
    expect(judge(drive)).toEqual([status, withinRule]);
  });

  it('goes by the one limit that the rule looks at', () => {
    expect(judge([20, 99], { combine: 'time' })).toEqual(['pass', true]);
    expect(judge([99, 20], { combine: 'distance' })).toEqual(['pass', true]);
    expect(judge([99, 31], { combine: 'distance' })).toEqual([undefined, undefined]);
    expect(judge([20, 99], { combine: 'or' })).toEqual(['pass', true]);
    expect(judge([99, 31], { combine: 'or' })).toEqual([undefined, undefined]);
  });

  it('does not know the straight distance', () => {
    expect(judge([20, 20], { metric: 'straight' })).toEqual([undefined, undefined]);
    expect(judge([31, 20], { metric: 'straight' })).toEqual(['fail', false]);
    expect(judge(undefined, { metric: 'straight', combine: 'or' })).toEqual([undefined, undefined]);
  });

  it('never says other than the exact decision, on random maps and under every rule', async () => {
    const seen = { exact: 0, within: 0, undecided: 0 };
    await eachDecision(40, (status, judged, where) => {
      if (judged.status !== undefined) expect(judged.status, where).toBe(status);
      if (judged.withinRule !== undefined) expect(judged.withinRule, where).toBe(status !== 'fail');
      seen[judged.status ? 'exact' : judged.withinRule ? 'within' : 'undecided']++;
    });
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });
});
