import type { Settlement } from '../../catchment/places.ts';
import { shownWeights, type Weights, weigh } from '../weights.ts';
import {
  certain,
  checkLevels,
  estimated,
  isSettled,
  type Probability,
  type RobustnessLevels,
  type RobustStatus,
  robustStatus,
} from './probability.ts';
import { ALWAYS, jointPassCount, NEVER, pairOf, type SampledReach } from './sampled-reach.ts';
import { type ServedUnit, type UnitRule, unitPasses, unitProbability } from './unit-passes.ts';

/** A probability and what the levels make of it. */
export interface Judged {
  readonly probability: Probability;
  readonly status: RobustStatus;
  /** Whether its whole interval gives that status. */
  readonly settled: boolean;
}

export interface PlanRobustness {
  readonly sampleCount: number;
  readonly levels: RobustnessLevels;
  /** One a settlement, from the centre of its own station. */
  readonly settlements: readonly Judged[];
  /** In the order of the units: that the unit passes as a whole; undefined where nothing in it is counted. */
  readonly units: readonly (Judged | undefined)[];
  /** That all units pass together; undefined where no unit counts anything. */
  readonly plan: Judged | undefined;
  /** What is shown of people (households, settlements): expected out of reach, and all. */
  readonly expectedOutOfReach: number;
  readonly weight: number;
  readonly weights: Weights;
}

/**
 * How probable a plan's promises are. Weights are the shown ones alone: what is withheld enters no sum.
 * @param centreOf index of the centre of each station's group; of a station that stands alone, itself
 * @param units the groups that have to pass
 */
export function planRobustness(
  reach: SampledReach,
  rule: Omit<UnitRule, 'weights'>,
  centreOf: ArrayLike<number>,
  units: readonly ServedUnit[],
  levels: RobustnessLevels,
): PlanRobustness {
  checkLevels(levels);
  const weights = shownWeightsOf(rule.settlements);
  const unitRule: UnitRule = { ...rule, weights: weights.of };
  const settlements = rule.settlements.map((_, index) => {
    const centre = centreOf[rule.owners[index]!]!;
    return judged(pairProbability(reach, pairOf(reach, centre, index)), levels);
  });
  const ofUnits = units.map((unit) => {
    const probability = unitProbability(reach, unitRule, unit);
    return probability && judged(probability, levels);
  });
  return {
    sampleCount: reach.sampleCount,
    levels,
    settlements,
    units: ofUnits,
    plan: planProbability(reach, unitRule, units, ofUnits, levels),
    expectedOutOfReach: settlements.reduce(
      (sum, { probability }, index) => sum + (weights.of[index] ?? 0) * (1 - probability.share),
      0,
    ),
    weight: weights.of.reduce((sum, weight) => sum + weight, 0),
    weights,
  };
}

/** Of two plans on the same samples, in how many each passes while the other does not: differences without the noise of two draws. */
export interface PlanComparison {
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly both: number;
  readonly neither: number;
}

export function comparePlans(
  reach: SampledReach,
  rule: Omit<UnitRule, 'weights'>,
  first: readonly ServedUnit[],
  second: readonly ServedUnit[],
): PlanComparison {
  const unitRule: UnitRule = { ...rule, weights: shownWeightsOf(rule.settlements).of };
  const [a, b] = [allPass(reach, unitRule, first), allPass(reach, unitRule, second)];
  const count = (inFirst: number, inSecond: number) =>
    a.reduce((sum, pass, sample) => sum + (pass === inFirst && b[sample] === inSecond ? 1 : 0), 0);
  return { onlyFirst: count(1, 0), onlySecond: count(0, 1), both: count(1, 1), neither: count(0, 0) };
}

/** Probability that one pair passes. @throws Error for a pair that was not asked for */
export function pairProbability(reach: SampledReach, pair: number): Probability {
  const code = reach.certainty[pair];
  if (code === ALWAYS || code === NEVER) return certain(code === ALWAYS);
  return estimated(jointPassCount(reach, [pair]), reach.sampleCount);
}

function planProbability(
  reach: SampledReach,
  rule: UnitRule,
  units: readonly ServedUnit[],
  ofUnits: readonly (Judged | undefined)[],
  levels: RobustnessLevels,
): Judged | undefined {
  const known = ofUnits.flatMap((unit) => unit?.probability ?? []);
  if (known.length === 0) return undefined;
  if (known.some(({ high }) => high === 0)) return judged(certain(false), levels);
  if (known.every(({ low }) => low === 1)) return judged(certain(true), levels);
  const together = allPass(reach, rule, units).reduce((sum, pass) => sum + pass, 0);
  return judged(estimated(together, reach.sampleCount), levels);
}

function allPass(reach: SampledReach, rule: UnitRule, units: readonly ServedUnit[]): Uint8Array {
  const all = new Uint8Array(reach.sampleCount).fill(1);
  for (const unit of units) {
    unitPasses(reach, rule, unit)?.forEach((pass, sample) => {
      all[sample]! &= pass;
    });
  }
  return all;
}

function judged(probability: Probability, levels: RobustnessLevels): Judged {
  return {
    probability,
    status: robustStatus(probability.share, levels),
    settled: isSettled(probability, levels),
  };
}

function shownWeightsOf(settlements: readonly Settlement[]): Weights {
  return shownWeights(weigh(settlements), settlements);
}
