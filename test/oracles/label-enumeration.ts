import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { Placements } from '../../geodata/roads/snap.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';

/**
 * Every (time, length) a route between two placements can have that no other route equals or beats in both: the whole
 * Pareto front, shortest time first. Found by pushing all undominated labels of every state until none is new; nothing
 * is bounded, so for small networks only. Empty where there is no route.
 */
export function paretoRoutes(
  network: RoadNetwork,
  sources: Placements,
  source: number,
  targets: Placements,
  target: number,
): RouteCost[] {
  const fronts: RouteCost[][] = Array.from({ length: network.stateCount }, () => []);
  const open: [state: number, cost: RouteCost][] = [];
  const leave = (state: number, atEnd: RouteCost): void => {
    for (let turn = network.turnOffset[state]!; turn < network.turnOffset[state + 1]!; turn++) {
      const next = network.turnTarget[turn]!;
      const cost = { ds: atEnd.ds + network.turnDs[turn]!, dm: atEnd.dm };
      if (addToFront(fronts[next]!, cost)) open.push([next, cost]);
    }
  };
  const answer: RouteCost[] = [];
  eachStateAt(network, sources, source, (state, at) => {
    if (network.roadState[network.stateDirected[state]!] !== state) return;
    leave(state, { ds: network.stateDs[state]! - at.ds, dm: network.stateDm[state]! - at.dm });
    eachStateAt(network, targets, target, (other, to) => {
      if (other === state && to.ds >= at.ds && to.dm >= at.dm) {
        addToFront(answer, { ds: to.ds - at.ds, dm: to.dm - at.dm });
      }
    });
  });
  for (let next = open.pop(); next; next = open.pop()) {
    const [state, cost] = next;
    if (!fronts[state]!.includes(cost)) continue;
    leave(state, { ds: cost.ds + network.stateDs[state]!, dm: cost.dm + network.stateDm[state]! });
  }
  eachStateAt(network, targets, target, (state, to) => {
    for (const { ds, dm } of fronts[state]!) addToFront(answer, { ds: ds + to.ds, dm: dm + to.dm });
  });
  return answer.sort((a, b) => a.ds - b.ds);
}

/** Adds a label unless one there is as good in both; drops those it beats. */
function addToFront(front: RouteCost[], label: RouteCost): boolean {
  if (front.some(({ ds, dm }) => ds <= label.ds && dm <= label.dm)) return false;
  const kept = front.filter(({ ds, dm }) => ds < label.ds || dm < label.dm);
  front.splice(0, front.length, ...kept, label);
  return true;
}

function eachStateAt(
  network: RoadNetwork,
  placements: Placements,
  i: number,
  visit: (state: number, at: RouteCost) => void,
): void {
  for (let state = 0; state < network.stateCount; state++) {
    const directed = network.stateDirected[state]!;
    if (directed >> 1 !== placements.road[i]) continue;
    const total = network.pointDm[network.roadPointOffset[(directed >> 1) + 1]! - 1]!;
    if (directed & 1) visit(state, { ds: placements.backwardDs[i]!, dm: total - placements.dm[i]! });
    else visit(state, { ds: placements.forwardDs[i]!, dm: placements.dm[i]! });
  }
}
