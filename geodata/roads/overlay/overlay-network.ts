import { unknownId } from '../../errors.ts';
import { findComponents } from '../components.ts';
import type { RoadNetwork } from '../network.ts';
import { NO_STATE, reverseTurns } from '../states.ts';
import { changedHash } from './change-hash.ts';
import type { RoadChanges, RoadClosure } from './road-changes.ts';
import { piecesNear } from './roads-near.ts';

/** Farther than this from the place named, no road is meant. */
export const CLOSURE_REACH_METRES = 100;

/**
 * A network with changes, the base untouched: what changes is copied, all else shared. No changes give the base itself.
 * States keep their numbers; closed ones have no turns in or out, and closed roads take no point. Turns between roads that
 * stay open cost what they did, turn restrictions included, since signs and lanes stay: a network built without the road
 * would charge nothing for a bend where only two roads are left, let drivers turn round at the new dead ends, and drop an
 * `only_` restriction onto the road. `buffer` and `meta` remain the base's: an overlay travels as the base and its changes.
 * @throws GeodataError `unknown-id` for a way that is not there, or a place without a road within reach
 * @throws Error for a closure that names neither a way nor a place
 */
export function overlayNetwork(network: RoadNetwork, changes: RoadChanges): RoadNetwork {
  const { closures = [] } = changes;
  if (closures.length === 0) return network;
  const roadState = network.roadState.slice();
  for (const closure of closures) {
    for (const road of roadsOf(network, closure)) {
      if (closure.direction !== 'backward') roadState[road * 2] = NO_STATE;
      if (closure.direction !== 'forward') roadState[road * 2 + 1] = NO_STATE;
    }
  }
  const turns = openTurns(network, roadState);
  const states = {
    count: network.stateCount,
    directed: network.stateDirected,
    ofDirected: roadState,
    nextCopy: network.stateNextCopy,
    ...turns,
  };
  const turnsIn = reverseTurns(states);
  const components = findComponents(states);
  return {
    ...network,
    ...turns,
    ...openPieces(network, roadState),
    roadState,
    turnInOffset: turnsIn.offset,
    turnInSource: turnsIn.source,
    turnInDs: turnsIn.ds,
    stateComponent: components.ofState,
    componentSize: components.size,
    hash: changedHash(network.hash, changes),
  };
}

function roadsOf(network: RoadNetwork, { wayId, near }: RoadClosure): Iterable<number> {
  const isOfWay = (point: number) => wayId === undefined || network.wayOsmId[network.pointWay[point]!] === wayId;
  if (near) {
    const piece = piecesNear(network, near, CLOSURE_REACH_METRES).find(({ segment }) => isOfWay(segment));
    if (!piece) throw unknownId('road', `${wayId ?? 'any'} near ${near[0]}, ${near[1]}`);
    return [network.pointRoad[piece.segment]!];
  }
  if (wayId === undefined) throw new Error('A closure names neither a way nor a place.');
  const roads = new Set<number>();
  if (network.wayOsmId.includes(wayId)) {
    for (let point = 0; point < network.pointWay.length; point++) {
      if (isOfWay(point)) roads.add(network.pointRoad[point]!);
    }
  }
  if (roads.size === 0) throw unknownId('road', `${wayId}`);
  return roads;
}

/** The turns between states whose roads are open. */
function openTurns(network: RoadNetwork, roadState: Uint32Array) {
  const { stateCount, stateDirected, turnOffset: offset } = network;
  const turnOffset = new Uint32Array(stateCount + 1);
  const turnTarget = new Uint32Array(network.turnTarget.length);
  const turnDs = new Uint16Array(turnTarget.length);
  const isOpen = (state: number) => roadState[stateDirected[state]!] !== NO_STATE;
  let count = 0;
  for (let state = 0; state < stateCount; state++) {
    for (let turn = offset[state]!; isOpen(state) && turn < offset[state + 1]!; turn++) {
      if (!isOpen(network.turnTarget[turn]!)) continue;
      turnTarget[count] = network.turnTarget[turn]!;
      turnDs[count++] = network.turnDs[turn]!;
    }
    turnOffset[state + 1] = count;
  }
  return { turnOffset, turnTarget: turnTarget.slice(0, count), turnDs: turnDs.slice(0, count) };
}

/** The grid without the pieces of roads that are closed both ways. */
function openPieces(network: RoadNetwork, roadState: Uint32Array) {
  const gridOffset = new Uint32Array(network.gridOffset.length);
  const gridSegment = new Uint32Array(network.gridSegment.length);
  let count = 0;
  for (let cell = 0; cell + 1 < gridOffset.length; cell++) {
    for (let i = network.gridOffset[cell]!; i < network.gridOffset[cell + 1]!; i++) {
      const road = network.pointRoad[network.gridSegment[i]!]!;
      if (roadState[road * 2] === NO_STATE && roadState[road * 2 + 1] === NO_STATE) continue;
      gridSegment[count++] = network.gridSegment[i]!;
    }
    gridOffset[cell + 1] = count;
  }
  return { gridOffset, gridSegment: gridSegment.slice(0, count) };
}
