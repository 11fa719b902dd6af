import type { SampledReach } from './sampled-reach.ts';
import { type UnitRule, unitProbability } from './unit-passes.ts';

/**
 * Which centre may take which station with at least a probability: `feasible` of the optimiser's pairs, row-major, a
 * row a centre. All counted settlements of the station must pass in the same sample, since the clause asks it of all
 * of them at once: the reading "each with its own probability" would let a station through whose settlements fail in turn.
 * Each station is taken by itself: a group of several is at most as probable as its least probable member, so a plan made
 * of these pairs can be less probable than asked, which `planRobustness` tells.
 * A station without a counted settlement is judged by itself.
 * @param reach of all pairs
 * @param leastProbability above 0, at most 1; 1 asks for a pass in every sample, not for certainty
 */
export function feasiblePairsAtProbability(reach: SampledReach, rule: UnitRule, leastProbability: number): Uint8Array {
  if (!(leastProbability > 0 && leastProbability <= 1)) {
    throw new Error(`A probability of ${leastProbability} is not above 0 and at most 1.`);
  }
  const { stationCount } = reach;
  const byItself: UnitRule = { ...rule, counting: { ...rule.counting, scope: 'station' } };
  const feasible = new Uint8Array(stationCount ** 2);
  for (let centre = 0; centre < stationCount; centre++) {
    for (let station = 0; station < stationCount; station++) {
      const unit = { centre, stations: [station] };
      const probability = unitProbability(reach, rule, unit) ?? unitProbability(reach, byItself, unit);
      // Undefined: the centre itself, which needs no drive.
      const isFeasible = probability === undefined || probability.share >= leastProbability;
      feasible[centre * stationCount + station] = isFeasible ? 1 : 0;
    }
  }
  return feasible;
}
