import type { RoadNetwork } from '../../roads/network.ts';
import { ROAD_CLASSES } from '../../roads/road-class.ts';
import type { Placements } from '../../roads/snap.ts';
import { NO_ROAD } from '../../roads/snap.ts';
import { GROUP_OF_CLASS, SPEED_GROUPS } from './speed-bands.ts';
import { factorOf, type SpeedFactors } from './speed-factors.ts';

const LONGEST_TURN_DS = 0xffff;

/**
 * The same network driven at other speeds: every segment takes max(1, round(ds / factor of its way's group)), turns
 * likewise but down to 0, off-road legs at their speed x factor. Times of points and states are sums of these whole
 * numbers, so they agree with each other exactly; lengths, shape and turns themselves are the base's own columns.
 *
 * Against a network built anew at such speeds, a segment differs by at most 1 ds for factors of 0.5 or more (it is
 * rounded twice), a turn by at most 2 ds for factors of 2/3 or more. Where two ways join the same two nodes, the base
 * kept the quicker one, whose class decides here; built anew, the other one might win.
 *
 * `buffer` is still the base's, which does not hold these times: a worker must be sent the base and the factors.
 * The hash names the base and the factors.
 */
export function sampledNetwork(network: RoadNetwork, factors: SpeedFactors): RoadNetwork {
  if (factors.length !== SPEED_GROUPS.length || !factors.every((factor) => factor > 0 && factor < Infinity)) {
    throw new Error(`Factors ${factors.join(' ')}: expected ${SPEED_GROUPS.length} numbers above 0.`);
  }
  const wayFactor = factorsOfWays(network, factors);
  const pointForwardDs = scaledSums(network, network.pointForwardDs, wayFactor);
  const pointBackwardDs = scaledSums(network, network.pointBackwardDs, wayFactor);
  const turnFactor = factorOf(factors, 'turns');
  const { offRoad } = network.meta;
  return {
    ...network,
    hash: `${network.hash}*${factors.join(',')}`,
    meta: { ...network.meta, offRoad: { ...offRoad, kmh: offRoad.kmh * factorOf(factors, 'off-road') } },
    pointForwardDs,
    pointBackwardDs,
    stateDs: stateTimes(network, pointForwardDs, pointBackwardDs),
    turnDs: scaledTurns(network.turnDs, turnFactor),
    turnInDs: scaledTurns(network.turnInDs, turnFactor),
  };
}

/**
 * Placements on the base as placements on its sampled network: the same places, with the times of these speeds. The
 * part of a segment's time is taken in proportion, truncated, from the whole deciseconds of the base; joined anew, a
 * time would differ by less than 1 + 1 / factor ds. At factor 1 nothing changes.
 */
export function sampledPlacements(base: RoadNetwork, sampled: RoadNetwork, placements: Placements): Placements {
  const forwardDs = new Uint32Array(placements.count);
  const backwardDs = new Uint32Array(placements.count);
  for (let i = 0; i < placements.count; i++) {
    const road = placements.road[i]!;
    if (road === NO_ROAD) continue;
    const a = placements.segment[i]!;
    const head = base.roadPointOffset[road + 1]! - 1;
    const toTailDs = base.pointBackwardDs[head]! - placements.backwardDs[i]!;
    forwardDs[i] = samePlaceDs(base.pointForwardDs, sampled.pointForwardDs, a, placements.forwardDs[i]!);
    const sampledToTailDs = samePlaceDs(base.pointBackwardDs, sampled.pointBackwardDs, a, toTailDs);
    backwardDs[i] = sampled.pointBackwardDs[head]! - sampledToTailDs;
  }
  return { ...placements, forwardDs, backwardDs };
}

/** The running time of a place in the segment that begins at point `a`, from one column of points to another. */
function samePlaceDs(from: Uint32Array, to: Uint32Array, a: number, ds: number): number {
  const whole = from[a + 1]! - from[a]!;
  if (whole === 0) return to[a]!;
  return to[a]! + Math.floor(((ds - from[a]!) * (to[a + 1]! - to[a]!)) / whole);
}

function factorsOfWays(network: RoadNetwork, factors: SpeedFactors): Float64Array {
  const ofClass = Float64Array.from(ROAD_CLASSES, (roadClass) => factorOf(factors, GROUP_OF_CLASS[roadClass]));
  return Float64Array.from(network.wayClass, (code) => ofClass[code]!);
}

/** Running sums along each road with every segment's share scaled; a closed direction, 0 throughout, stays so. */
function scaledSums(network: RoadNetwork, sums: Uint32Array, wayFactor: Float64Array): Uint32Array {
  const { roadPointOffset, pointWay, roadCount } = network;
  const scaled = new Uint32Array(sums.length);
  for (let road = 0; road < roadCount; road++) {
    const end = roadPointOffset[road + 1]!;
    let sum = 0;
    for (let i = roadPointOffset[road]! + 1; i < end; i++) {
      const ds = sums[i]! - sums[i - 1]!;
      if (ds > 0) sum += Math.max(1, Math.round(ds / wayFactor[pointWay[i - 1]!]!));
      scaled[i] = sum;
    }
  }
  return scaled;
}

function stateTimes(network: RoadNetwork, forwardDs: Uint32Array, backwardDs: Uint32Array): Uint32Array {
  const { stateDirected, roadPointOffset } = network;
  const stateDs = new Uint32Array(stateDirected.length);
  for (let state = 0; state < stateDs.length; state++) {
    const directed = stateDirected[state]!;
    const head = roadPointOffset[(directed >> 1) + 1]! - 1;
    stateDs[state] = directed & 1 ? backwardDs[head]! : forwardDs[head]!;
  }
  return stateDs;
}

/** @throws Error for a turn that would take more than 109 minutes, which the column cannot hold */
function scaledTurns(turnDs: Uint16Array, factor: number): Uint16Array {
  const scaled = new Uint16Array(turnDs.length);
  for (let turn = 0; turn < scaled.length; turn++) {
    const ds = Math.round(turnDs[turn]! / factor);
    if (ds > LONGEST_TURN_DS) throw new Error(`A turn of ${turnDs[turn]} ds at factor ${factor} takes ${ds} ds.`);
    scaled[turn] = ds;
  }
  return scaled;
}
