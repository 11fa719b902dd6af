import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { Placements } from '../../geodata/roads/snap.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';
import { microDegreesAt, type Scene } from '../scenes/scene.ts';
import type { NodeRoads } from './node-roads.ts';

/** A place on a piece between two nodes. */
export interface NodePlace {
  readonly a: string;
  readonly b: string;
  /** Deciseconds from a, driving to b; and from b, driving to a. */
  readonly fromA: number;
  readonly fromB: number;
  /** Decimetres from a. */
  readonly dm: number;
}

/** Where a placement lies in terms of the scene's nodes. */
export function nodePlace(scene: Scene, network: RoadNetwork, placements: Placements, i: number): NodePlace {
  const { pointLonE6, pointLatE6, pointForwardDs, pointBackwardDs, pointDm, roadPointOffset } = network;
  const first = placements.segment[i]!;
  const head = roadPointOffset[placements.road[i]! + 1]! - 1;
  const nameOf = (point: number): string => {
    const found = Object.keys(scene.nodes).find((name) => {
      const [lonE6, latE6] = microDegreesAt(scene.nodes[name]!);
      return lonE6 === pointLonE6[point] && latE6 === pointLatE6[point];
    });
    if (found === undefined) throw new Error(`Point ${point} is no node of the scene.`);
    return found;
  };
  return {
    a: nameOf(first),
    b: nameOf(first + 1),
    fromA: placements.forwardDs[i]! - pointForwardDs[first]!,
    fromB: placements.backwardDs[i]! - (pointBackwardDs[head]! - pointBackwardDs[first + 1]!),
    dm: placements.dm[i]! - pointDm[first]!,
  };
}

type Label = readonly [cost: number, second: number];

/**
 * The cheapest drive between two places, node by node: labels on (piece, what is remembered of the run before it), put
 * right until none changes. Knows nothing of roads, states or copies.
 */
export function nodeDrive(
  roads: NodeRoads,
  from: NodePlace,
  to: NodePlace,
  metric: 'time' | 'length' = 'time',
): RouteCost | undefined {
  const labels = nodeLabels(roads, from, metric);
  const pair = (ds: number, dm: number): Label => (metric === 'time' ? [ds, dm] : [dm, ds]);
  let best: Label | undefined;
  const offer = (label: Label): void => {
    if (!best || isLess(label, best)) best = label;
  };
  for (const end of directions(roads, to)) {
    for (const [run, label] of labels) if (run.endsWith(end.run)) offer(plus(label, pair(end.ds, end.dm)));
    for (const start of directions(roads, from)) {
      const isAhead = start.run === end.run && end.ds >= start.ds && end.dm >= start.dm;
      if (isAhead) offer(pair(end.ds - start.ds, end.dm - start.dm));
    }
  }
  if (!best) return undefined;
  return metric === 'time' ? { ds: best[0], dm: best[1] } : { ds: best[1], dm: best[0] };
}

/** Least label at the start of the last piece of each run that matters. */
function nodeLabels(roads: NodeRoads, from: NodePlace, metric: 'time' | 'length'): Map<string, Label> {
  const pair = (ds: number, dm: number): Label => (metric === 'time' ? [ds, dm] : [dm, ds]);
  const labels = new Map<string, Label>();
  const open: string[] = [];
  const goOn = (run: string, atEnd: Label): void => {
    for (const next of roads.neighboursOf(run.slice(-1))) {
      const turnDs = roads.turnDs(run, next);
      if (turnDs === undefined) continue;
      const label = plus(atEnd, pair(turnDs, 0));
      const entered = roads.memoryOf(run + next);
      const known = labels.get(entered);
      if (known && !isLess(label, known)) continue;
      labels.set(entered, label);
      open.push(entered);
    }
  };
  for (const { run, ds, dm } of directions(roads, from)) {
    const piece = roads.piece(run[0]!, run[1]!);
    if (piece) goOn(run, pair(piece.ds - ds, piece.dm - dm));
  }
  for (let run = open.shift(); run !== undefined; run = open.shift()) {
    const piece = roads.piece(run.slice(-2, -1), run.slice(-1));
    if (piece) goOn(run, plus(labels.get(run)!, pair(piece.ds, piece.dm)));
  }
  return labels;
}

/** The open directions of a place's piece, with how far along each it is. */
function directions(roads: NodeRoads, { a, b, fromA, fromB, dm }: NodePlace) {
  const length = (roads.piece(a, b) ?? roads.piece(b, a))?.dm ?? 0;
  return [
    { run: a + b, ds: fromA, dm },
    { run: b + a, ds: fromB, dm: length - dm },
  ].filter(({ run }) => roads.piece(run[0]!, run[1]!));
}

function isLess(a: Label, b: Label): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function plus(a: Label, b: Label): Label {
  return [a[0] + b[0], a[1] + b[1]];
}
