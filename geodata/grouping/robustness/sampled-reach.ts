import { straightMetres } from '../../catchment/catchments.ts';
import type { RoadNetwork } from '../../roads/network.ts';
import type { Placements } from '../../roads/snap.ts';
import { offRoadLeg } from '../../travel/off-road.ts';
import { TwoLimitRule } from '../../travel/two-limit-rule.ts';
import { sampledNetwork, sampledPlacements } from '../../travel/uncertainty/sampled-network.ts';
import {
  highestFactors,
  lowestFactors,
  type SpeedFactors,
  type SpeedUncertainty,
  sampledFactors,
} from '../../travel/uncertainty/speed-factors.ts';
import { type CountingRule, checkCounting } from '../counting-rule.ts';
import type { PlacedCounty } from '../responses.ts';

/** Codes of `SampledReach.certainty`. `NOT_ASKED`: nothing is known. */
export const NEVER = 0;
export const ALWAYS = 1;
export const OPEN = 2;
export const NOT_ASKED = 3;

export interface ReachInput extends Omit<PlacedCounty, 'ownStation'> {
  readonly network: RoadNetwork;
  readonly counting: CountingRule;
  readonly uncertainty: SpeedUncertainty;
  /** Whole, at least 1. */
  readonly sampleCount: number;
  /** Which pairs matter; every one by default. A target is a settlement, or settlements + a station. */
  readonly isAsked?: (centre: number, target: number) => boolean;
  /** Asked before each sample: true ends the sampling there. What was drawn until then holds. */
  readonly isCalledOff?: () => boolean;
  readonly onProgress?: (samplesDone: number, samplesAsked: number) => void;
}

/**
 * In which samples of speeds each place passes the rule from each centre. Row-major, a row a centre; columns are the
 * settlements, then the stations. All pairs share the speeds of a sample, so that what happens together can be counted.
 */
export interface SampledReach {
  readonly stationCount: number;
  readonly settlementCount: number;
  /** Samples drawn: fewer than asked where the host called it off, then perhaps 0. */
  readonly sampleCount: number;
  readonly complete: boolean;
  /** `NEVER`, `ALWAYS`, `OPEN` or `NOT_ASKED`, by the two ends of the bands alone. */
  readonly certainty: Uint8Array;
  /** Position of an open pair in `passes`, else -1. */
  readonly openRow: Int32Array;
  readonly openCount: number;
  /** Bit k & 7 of byte `row * bytesARow + (k >> 3)`: the pair passes in sample k. */
  readonly passes: Uint8Array;
  readonly bytesARow: number;
}

/**
 * Decides the rule at the lowest speeds, at the highest, and in every sample for what lies between. Quicker speeds
 * never lengthen a route and leave its metres alone, and the rule asks for the existence of a route below its
 * limits, so that a pass at some speeds is one at all quicker ones: a pair that passes at the lowest, or fails at the
 * highest, needs no sample.
 * @throws Error where the counting rule, the bands or the number of samples mean nothing
 */
export function sampleReach(input: ReachInput): SampledReach {
  const { network, counting, stations, settlements, uncertainty, sampleCount: asked } = input;
  checkCounting(counting, network.meta.profile);
  if (!(Number.isInteger(asked) && asked >= 1)) throw new Error(`${asked} samples, expected a whole number above 0.`);
  const certainty = certaintyOf(input);
  const openRow = new Int32Array(certainty.length).fill(-1);
  let openCount = 0;
  certainty.forEach((code, pair) => {
    if (code === OPEN) openRow[pair] = openCount++;
  });
  const bytesARow = Math.ceil(asked / 8);
  const passes = new Uint8Array(openCount * bytesARow);
  let sampleCount = 0;
  for (; sampleCount < asked && !(openCount > 0 && input.isCalledOff?.()); sampleCount++) {
    const sample = sampleCount;
    if (openCount > 0) {
      decideAt(input, sampledFactors(uncertainty, sample), certainty, (pair, isPass) => {
        if (isPass) passes[openRow[pair]! * bytesARow + (sample >> 3)]! |= 1 << (sample & 7);
      });
    }
    input.onProgress?.(sampleCount + 1, asked);
  }
  return {
    stationCount: stations.length,
    settlementCount: settlements.length,
    sampleCount,
    complete: sampleCount === asked,
    certainty,
    openRow,
    openCount,
    passes,
    bytesARow,
  };
}

/** Position of a pair. @param target a settlement, or settlements + a station */
export function pairOf({ stationCount, settlementCount }: SampledReach, centre: number, target: number): number {
  return centre * (settlementCount + stationCount) + target;
}

/** Whether a pair passes in a sample. @throws Error for a pair that was not asked for */
export function passesIn(reach: SampledReach, pair: number, sample: number): boolean {
  const code = reach.certainty[pair];
  if (code === NOT_ASKED || code === undefined) throw new Error(`Pair ${pair} was not asked for.`);
  if (code !== OPEN) return code === ALWAYS;
  return (reach.passes[reach.openRow[pair]! * reach.bytesARow + (sample >> 3)]! & (1 << (sample & 7))) !== 0;
}

/** In how many samples all of some pairs pass together: all of them for none, and for pairs that are certain to. */
export function jointPassCount(reach: SampledReach, pairs: readonly number[]): number {
  const open = pairs.filter((pair) => reach.certainty[pair] !== ALWAYS);
  let count = 0;
  for (let sample = 0; sample < reach.sampleCount; sample++) {
    if (open.every((pair) => passesIn(reach, pair, sample))) count++;
  }
  return count;
}

function certaintyOf(input: ReachInput): Uint8Array {
  const { stations, settlements, uncertainty, isAsked = () => true } = input;
  const targetCount = settlements.length + stations.length;
  const certainty = new Uint8Array(stations.length * targetCount).fill(NOT_ASKED);
  for (let centre = 0; centre < stations.length; centre++) {
    for (let target = 0; target < targetCount; target++) {
      if (!isAsked(centre, target)) continue;
      const isItself = target === settlements.length + centre;
      certainty[centre * targetCount + target] = isItself ? ALWAYS : OPEN;
    }
  }
  decideAt(input, lowestFactors(uncertainty.bands), certainty, (pair, isPass) => {
    if (isPass) certainty[pair] = ALWAYS;
  });
  decideAt(input, highestFactors(uncertainty.bands), certainty, (pair, isPass) => {
    if (!isPass) certainty[pair] = NEVER;
  });
  return certainty;
}

/** Decides every open pair at some speeds. */
function decideAt(
  input: ReachInput,
  factors: SpeedFactors,
  certainty: Uint8Array,
  found: (pair: number, isPass: boolean) => void,
): void {
  const { network, stations, settlements, counting } = input;
  if (!certainty.includes(OPEN)) return;
  const rule = new TwoLimitRule(sampledNetwork(network, factors));
  const stationPlacements = sampledPlacements(network, rule.network, input.stationPlacements);
  const settlementPlacements = sampledPlacements(network, rule.network, input.settlementPlacements);
  const targetCount = settlements.length + stations.length;
  for (let centre = 0; centre < stations.length; centre++) {
    const row = centre * targetCount;
    if (!certainty.subarray(row, row + targetCount).includes(OPEN)) continue;
    const isInReach = setOut(rule, stationPlacements, centre, counting);
    for (let target = 0; target < targetCount; target++) {
      if (certainty[row + target] !== OPEN) continue;
      const isStation = target >= settlements.length;
      const index = isStation ? target - settlements.length : target;
      const { coord } = (isStation ? stations : settlements)[index]!;
      const metres = straightMetres(stations[centre]!.coord, coord);
      const placements = isStation ? stationPlacements : settlementPlacements;
      found(row + target, isInReach && rule.decide(placements, index, metres, counting).status !== 'fail');
    }
  }
}

/** Grows the tree of a centre, no farther than the rule looks. @returns false where its own leg breaks a limit that must be kept */
function setOut(rule: TwoLimitRule, placements: Placements, centre: number, counting: CountingRule): boolean {
  const bounded = counting.combine === 'and' && counting.metric === 'road';
  const ds = counting.limitDs - 1 - offRoadLeg(rule.network, placements, centre).ds;
  if (bounded && ds < 0) return false;
  rule.from(placements, centre, bounded ? { ds, dm: counting.limitDm } : {});
  return true;
}
