import { networkString, type RoadNetwork } from '../roads/network.ts';
import { ROAD_CLASSES, type RoadClass } from '../roads/road-class.ts';
import type { Placements } from '../roads/snap.ts';
import type { Decimetres, Deciseconds, LonLat } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';
import { costAlong, type RouteCost } from './route-cost.ts';
import type { TravelTree } from './tree.ts';

/** A stretch of one class and one name. */
export interface RouteStep {
  readonly roadClass: RoadClass;
  readonly name: string;
  readonly ref: string;
  /** Driving along it, without the turns. */
  readonly ds: Deciseconds;
  readonly dm: Decimetres;
}

/** A drive along the road, from one placement to another. Off-road legs are not part of it. */
export interface Route {
  readonly ds: Deciseconds;
  readonly dm: Decimetres;
  /** Deciseconds of `ds` spent on turns, signals and gates. */
  readonly turnDs: Deciseconds;
  readonly steps: readonly RouteStep[];
  readonly line: readonly LonLat[];
}

/**
 * The route that a tree found to (or, grown backward, from) a placement. Its seconds and metres are
 * those of the tree, decisecond for decisecond.
 * @returns undefined where the tree holds none
 */
export function routeTo(
  tree: TravelTree,
  roots: Placements,
  root: number,
  placements: Placements,
  i: number,
  direction: 'forward' | 'backward' = 'forward',
): Route | undefined {
  const cost = tree.costTo(placements, i);
  const directed = tree.roadsTo(placements, i);
  if (!cost || !directed) return undefined;
  return direction === 'forward'
    ? describe(tree.network, directed, cost, { placements: roots, i: root }, { placements, i })
    : describe(tree.network, directed, cost, { placements, i }, { placements: roots, i: root });
}

/** What a route spends on one class of road, turns apart. */
export interface ClassCost extends RouteCost {
  readonly roadClass: RoadClass;
}

/** Sums of a route's steps by class of road, in the order of rank; classes that it does not use are left out. */
export function costsByClass(steps: readonly RouteStep[]): ClassCost[] {
  return ROAD_CLASSES.flatMap((roadClass) => {
    const own = steps.filter((step) => step.roadClass === roadClass);
    const sum = (measure: keyof RouteCost): number => own.reduce((total, step) => total + step[measure], 0);
    return own.length === 0 ? [] : [{ roadClass, ds: sum('ds'), dm: sum('dm') }];
  });
}

interface End {
  readonly placements: Placements;
  readonly i: number;
}

/** Puts names, classes and geometry to a run of directed roads. */
export function describe(
  network: RoadNetwork,
  directed: readonly number[],
  cost: { readonly ds: Deciseconds; readonly dm: Decimetres },
  start: End,
  end: End,
): Route {
  const builder = new RouteBuilder(network);
  directed.forEach((road, position) => {
    const from = position === 0 ? start : undefined;
    const to = position === directed.length - 1 ? end : undefined;
    builder.addRoad(road, from, to);
  });
  const drivenDs = builder.steps.reduce((sum, step) => sum + step.ds, 0);
  return { ...cost, turnDs: cost.ds - drivenDs, steps: builder.steps, line: builder.line };
}

const ROAD_START: RouteCost = { ds: 0, dm: 0 };

class RouteBuilder {
  readonly steps: RouteStep[] = [];
  readonly line: LonLat[] = [];
  private readonly network: RoadNetwork;

  constructor(network: RoadNetwork) {
    this.network = network;
  }

  /** Adds a directed road, cut where the route begins or ends on it. */
  addRoad(directed: number, from: End | undefined, to: End | undefined): void {
    const { roadPointOffset, pointLonE6, pointLatE6, pointWay } = this.network;
    const road = directed >> 1;
    const tail = roadPointOffset[road]!;
    const head = roadPointOffset[road + 1]! - 1;
    const backward = (directed & 1) === 1;
    const first = from ? costAlong(this.network, from.placements, from.i, directed) : ROAD_START;
    const last = to && costAlong(this.network, to.placements, to.i, directed);
    let previousDs = first.ds;
    let previousDm = first.dm;
    this.addPoint(from ? endPoint(from) : [pointLonE6[backward ? head : tail]!, pointLatE6[backward ? head : tail]!]);

    for (let k = 1; k <= head - tail; k++) {
      const point = backward ? head - k : tail + k;
      const at = this.alongDirected(point, directed, head);
      if (at.dm <= first.dm && at.ds <= previousDs) continue;
      const isLast = last !== undefined && at.dm >= last.dm;
      const way = pointWay[backward ? point : point - 1]!;
      const stop = isLast ? last : at;
      this.addStretch(way, stop.ds - previousDs, stop.dm - previousDm);
      this.addPoint(isLast && to ? endPoint(to) : [pointLonE6[point]!, pointLatE6[point]!]);
      if (isLast) return;
      previousDs = at.ds;
      previousDm = at.dm;
    }
  }

  private alongDirected(point: number, directed: number, head: number) {
    const { pointForwardDs, pointBackwardDs, pointDm } = this.network;
    return directed & 1
      ? { ds: pointBackwardDs[head]! - pointBackwardDs[point]!, dm: pointDm[head]! - pointDm[point]! }
      : { ds: pointForwardDs[point]!, dm: pointDm[point]! };
  }

  private addStretch(way: number, ds: Deciseconds, dm: Decimetres): void {
    if (ds === 0 && dm === 0) return;
    const step = {
      roadClass: ROAD_CLASSES[this.network.wayClass[way]!]!,
      name: networkString(this.network, this.network.wayName[way]!),
      ref: networkString(this.network, this.network.wayRef[way]!),
    };
    const last = this.steps[this.steps.length - 1];
    if (last && last.roadClass === step.roadClass && last.name === step.name && last.ref === step.ref) {
      this.steps[this.steps.length - 1] = { ...step, ds: last.ds + ds, dm: last.dm + dm };
    } else {
      this.steps.push({ ...step, ds, dm });
    }
  }

  private addPoint([lonE6, latE6]: readonly [number, number]): void {
    const point: LonLat = [lonE6 / MICRODEGREES_PER_DEGREE, latE6 / MICRODEGREES_PER_DEGREE];
    const last = this.line[this.line.length - 1];
    if (!last || last[0] !== point[0] || last[1] !== point[1]) this.line.push(point);
  }
}

function endPoint({ placements, i }: End): readonly [number, number] {
  return [placements.lonE6[i]!, placements.latE6[i]!];
}
