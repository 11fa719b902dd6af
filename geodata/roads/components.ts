import { NO_STATE, type States } from './states.ts';

export interface Components {
  /** Component of each state; 0 is the largest, then by size, ties by lowest state. */
  readonly ofState: Uint32Array;
  /** States in each component. */
  readonly size: Uint32Array;
}

const UNVISITED = 0xffffffff;

/**
 * Strongly connected components of the edge-based graph, in which the two directions of one road
 * count as connected: within a component every road can be driven from every other and back, but for
 * turning round on the spot. That is how OSRM tells a cut-off road from a road at the edge of an
 * extract, where a two-way road ends in a pair of one-way stumps. Tarjan's algorithm without
 * recursion.
 */
export function findComponents(states: States): Components {
  const found = new Uint32Array(states.count).fill(UNVISITED);
  const count = tarjan(states, found);
  const size = new Uint32Array(count);
  const first = new Uint32Array(count).fill(UNVISITED);
  for (let state = 0; state < states.count; state++) {
    const component = found[state]!;
    size[component]!++;
    if (first[component] === UNVISITED) first[component] = state;
  }
  const order = Array.from(size.keys()).sort((a, b) => size[b]! - size[a]! || first[a]! - first[b]!);
  const rank = new Uint32Array(count);
  order.forEach((component, position) => {
    rank[component] = position;
  });
  return {
    ofState: found.map((component) => rank[component]!),
    size: Uint32Array.from(order, (component) => size[component]!),
  };
}

function tarjan(states: States, component: Uint32Array): number {
  const { count, turnOffset, turnTarget } = states;
  const opposite = states.directed.map((directed) => states.ofDirected[directed ^ 1]!);
  const visit = new Uint32Array(count).fill(UNVISITED);
  const low = new Uint32Array(count);
  const cursor = turnOffset.slice(0, count);
  const open = new Uint32Array(count);
  const path = new Uint32Array(count);
  let openCount = 0;
  let visits = 0;
  let components = 0;

  for (let root = 0; root < count; root++) {
    if (visit[root] !== UNVISITED) continue;
    let depth = 0;
    path[0] = root;
    visit[root] = low[root] = visits++;
    open[openCount++] = root;
    while (depth >= 0) {
      const state = path[depth]!;
      // After the turns, once, the opposite direction.
      if (cursor[state]! <= turnOffset[state + 1]!) {
        const turn = cursor[state]!++;
        const next = turn < turnOffset[state + 1]! ? turnTarget[turn]! : opposite[state]!;
        if (next === NO_STATE) continue;
        if (visit[next] === UNVISITED) {
          visit[next] = low[next] = visits++;
          open[openCount++] = next;
          path[++depth] = next;
        } else if (component[next] === UNVISITED) {
          low[state] = Math.min(low[state]!, visit[next]!);
        }
        continue;
      }
      if (low[state] === visit[state]) {
        let member: number;
        do {
          member = open[--openCount]!;
          component[member] = components;
        } while (member !== state);
        components++;
      }
      depth--;
      if (depth >= 0) low[path[depth]!] = Math.min(low[path[depth]!]!, low[state]!);
    }
  }
  return components;
}
