import type { Settlement } from '../../catchment/places.ts';
import { type CountingRule, isCounted } from '../counting-rule.ts';
import { certain, estimated, type Probability } from './probability.ts';
import { ALWAYS, jointPassCount, NEVER, pairOf, passesIn, type SampledReach } from './sampled-reach.ts';

/** Stations that one centre serves: a group, a single station as a member, or a station that stands alone. */
export interface ServedUnit {
  readonly centre: number;
  /** Indexes of stations whose settlements count; the centre among them where it serves its own. */
  readonly stations: readonly number[];
}

/** What decides whether units pass. */
export interface UnitRule {
  readonly settlements: readonly Settlement[];
  /** Station index of each settlement. */
  readonly owners: ArrayLike<number>;
  /** Weights of settlements, which scope `share` adds up. */
  readonly weights: ArrayLike<number>;
  readonly counting: CountingRule;
}

/** In which samples a unit passes, 1 or 0 a sample; undefined where nothing in it is counted. */
export function unitPasses(reach: SampledReach, rule: UnitRule, unit: ServedUnit): Uint8Array | undefined {
  const passes = new Uint8Array(reach.sampleCount);
  const test = unitTest(reach, rule, unit);
  if (!test) return undefined;
  for (let sample = 0; sample < passes.length; sample++) passes[sample] = test(sample) ? 1 : 0;
  return passes;
}

/**
 * Probability that a unit passes: certain where the ends of the bands decide it. Joint, in one and the same sample: a
 * unit of twenty settlements each with 0.95 may pass with 0.95 or with 0.36, and only the samples know which.
 * @returns undefined where nothing in it is counted
 * @throws Error where it is open and no sample was drawn
 */
export function unitProbability(reach: SampledReach, rule: UnitRule, unit: ServedUnit): Probability | undefined {
  const pairs = countedPairs(reach, rule, unit);
  if (pairs.length === 0) return undefined;
  if (pairs.every((pair) => reach.certainty[pair] === ALWAYS)) return certain(true);
  if (sharesWeight(rule, pairs, reach)) {
    const test = unitTest(reach, rule, unit);
    const hasOpen = pairs.some((pair) => reach.openRow[pair]! >= 0);
    if (!hasOpen) return certain(test?.(0) ?? false);
    const passes = unitPasses(reach, rule, unit) ?? new Uint8Array(0);
    return estimated(
      passes.reduce((sum, pass) => sum + pass, 0),
      reach.sampleCount,
    );
  }
  if (pairs.some((pair) => reach.certainty[pair] === NEVER)) return certain(false);
  return estimated(jointPassCount(reach, pairs), reach.sampleCount);
}

/** Settlements of a unit that count, or in scope `station` its stations but for the centre, as pairs of the reach. */
function countedPairs(reach: SampledReach, { settlements, owners, counting }: UnitRule, unit: ServedUnit): number[] {
  const served = new Set(unit.stations);
  const targets: number[] = [];
  if (counting.scope === 'station') {
    for (const station of served) if (station !== unit.centre) targets.push(settlements.length + station);
  } else {
    settlements.forEach((settlement, index) => {
      if (served.has(owners[index]!) && isCounted(settlement, counting)) targets.push(index);
    });
  }
  return targets.map((target) => pairOf(reach, unit.centre, target));
}

function unitTest(reach: SampledReach, rule: UnitRule, unit: ServedUnit): ((sample: number) => boolean) | undefined {
  const pairs = countedPairs(reach, rule, unit);
  if (pairs.length === 0) return undefined;
  if (!sharesWeight(rule, pairs, reach)) return (sample) => pairs.every((pair) => passesIn(reach, pair, sample));
  const weightOf = (pair: number) => rule.weights[pair % (reach.settlementCount + reach.stationCount)] ?? 0;
  const needed = (rule.counting.sharePercent ?? 100) * pairs.reduce((sum, pair) => sum + weightOf(pair), 0);
  return (sample) => {
    let within = 0;
    for (const pair of pairs) if (passesIn(reach, pair, sample)) within += weightOf(pair);
    return 100 * within >= needed;
  };
}

/** Whether a share of weight decides; where nothing that is counted weighs, every settlement must pass. */
function sharesWeight({ counting, weights }: UnitRule, pairs: readonly number[], reach: SampledReach): boolean {
  const targets = reach.settlementCount + reach.stationCount;
  return counting.scope === 'share' && pairs.some((pair) => (weights[pair % targets] ?? 0) > 0);
}
