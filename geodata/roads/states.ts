import type { Chains } from './chains.ts';
import { type Junctions, legNode } from './junctions.ts';
import type { Restriction } from './restrictions.ts';
import { FORBIDDEN, type TurnContext, turnDs, turnPlace } from './turns.ts';

/** Stands for "no state": a closed direction, or the end of a list of copies. */
export const NO_STATE = 0xffffffff;

/**
 * The edge-based graph: a state is "driving along this directed road", a turn leads from one state to
 * the next. A road inside the via of a many-way restriction has one copy more for each set of
 * restrictions a driver may be in the middle of; copies differ only in the turns they allow.
 */
export interface States {
  readonly count: number;
  /** Directed road of each state: 2 x road, + 1 when driven from head to tail. */
  readonly directed: Uint32Array;
  /** Plain state of each directed road, or `NO_STATE`. */
  readonly ofDirected: Uint32Array;
  /** The next copy of the same directed road, or `NO_STATE`. */
  readonly nextCopy: Uint32Array;
  /** Turns out of each state: CSR. */
  readonly turnOffset: Uint32Array;
  readonly turnTarget: Uint32Array;
  /** Deciseconds. */
  readonly turnDs: Uint16Array;
}

type Turn = readonly [directed: number, ds: number];

/** Expands directed roads and restrictions into states. */
export function buildStates(context: Omit<TurnContext, 'isRestricted'>, restrictions: readonly Restriction[]): States {
  const { chains, junctions } = context;
  const viaNode = restrictions.filter((restriction) => restriction.path.length === 2);
  const viaWay = restrictions.filter((restriction) => restriction.path.length > 2);
  const plainTurns = turnsOf({ ...context, isRestricted: viaNodeRule(viaNode) }, chains, junctions);
  const expansion = new Expansion(junctions.open, viaWay);
  return expansion.run(plainTurns);
}

/** Allowed turns of each directed road before many-way restrictions. */
function turnsOf(context: TurnContext, chains: Chains, junctions: Junctions): Turn[][] {
  const turns: Turn[][] = [];
  for (let directed = 0; directed < chains.count * 2; directed++) {
    const own: Turn[] = [];
    turns.push(own);
    if (!junctions.open[directed]) continue;
    const arrive = directed ^ 1;
    const place = turnPlace(context, legNode(chains, arrive));
    for (const leave of place.legs) {
      const ds = turnDs(context, place, arrive, leave);
      if (ds !== FORBIDDEN) own.push([leave, ds]);
    }
  }
  return turns;
}

function viaNodeRule(restrictions: readonly Restriction[]): (from: number, to: number) => boolean {
  const forbidden = new Map<number, Set<number>>();
  const only = new Map<number, Set<number>>();
  for (const restriction of restrictions) {
    const [from, to] = restriction.path as [number, number];
    const table = restriction.only ? only : forbidden;
    table.set(from, (table.get(from) ?? new Set()).add(to));
  }
  return (from, to) => (only.has(from) ? !only.get(from)?.has(to) : (forbidden.get(from)?.has(to) ?? false));
}

/** A many-way restriction that a driver is in the middle of: `matched` roads of its path are behind or under the wheels. */
interface Active {
  readonly restriction: number;
  readonly matched: number;
}

/** Builds copies as they are first reached. */
class Expansion {
  private readonly directed: number[] = [];
  private readonly active: (readonly Active[])[] = [];
  private readonly ofDirected: Uint32Array;
  private readonly copies = new Map<string, number>();
  private readonly startsAt = new Map<number, number[]>();
  private readonly restrictions: readonly Restriction[];

  constructor(open: Uint8Array, restrictions: readonly Restriction[]) {
    this.restrictions = restrictions;
    this.ofDirected = new Uint32Array(open.length).fill(NO_STATE);
    for (let directed = 0; directed < open.length; directed++) {
      if (open[directed]) this.ofDirected[directed] = this.add(directed, []);
    }
    restrictions.forEach((restriction, index) => {
      const from = restriction.path[0]!;
      this.startsAt.set(from, [...(this.startsAt.get(from) ?? []), index]);
    });
  }

  run(plainTurns: readonly (readonly Turn[])[]): States {
    const turnOffset: number[] = [0];
    const turnTarget: number[] = [];
    const turnDs: number[] = [];
    // `directed` grows while copies are found; each is expanded in turn.
    for (let state = 0; state < this.directed.length; state++) {
      for (const [to, ds] of plainTurns[this.directed[state]!]!) {
        if (this.isForbidden(state, to)) continue;
        turnTarget.push(this.stateAfter(state, to));
        turnDs.push(ds);
      }
      turnOffset.push(turnTarget.length);
    }
    return {
      count: this.directed.length,
      directed: Uint32Array.from(this.directed),
      ofDirected: this.ofDirected,
      nextCopy: this.linkCopies(),
      turnOffset: Uint32Array.from(turnOffset),
      turnTarget: Uint32Array.from(turnTarget),
      turnDs: Uint16Array.from(turnDs),
    };
  }

  private add(directed: number, active: readonly Active[]): number {
    this.directed.push(directed);
    this.active.push(active);
    return this.directed.length - 1;
  }

  private isForbidden(state: number, to: number): boolean {
    return this.active[state]!.some(({ restriction, matched }) => {
      const { path, only } = this.restrictions[restriction]!;
      if (matched !== path.length - 1) return false;
      return only !== (path[matched] === to);
    });
  }

  /** The state of driving `to` having come from `state`: a copy where a restriction goes on or begins. */
  private stateAfter(state: number, to: number): number {
    const next: Active[] = [];
    for (const { restriction, matched } of this.active[state]!) {
      const { path } = this.restrictions[restriction]!;
      if (matched < path.length - 1 && path[matched] === to) next.push({ restriction, matched: matched + 1 });
    }
    for (const restriction of this.startsAt.get(this.directed[state]!) ?? []) {
      if (this.restrictions[restriction]!.path[1] === to) next.push({ restriction, matched: 2 });
    }
    if (next.length === 0) return this.ofDirected[to]!;
    next.sort((a, b) => a.restriction - b.restriction || a.matched - b.matched);
    const key = `${to}|${next.map((a) => `${a.restriction}.${a.matched}`).join()}`;
    const known = this.copies.get(key);
    if (known !== undefined) return known;
    const copy = this.add(to, next);
    this.copies.set(key, copy);
    return copy;
  }

  private linkCopies(): Uint32Array {
    const nextCopy = new Uint32Array(this.directed.length).fill(NO_STATE);
    const last = this.ofDirected.slice();
    for (const copy of this.copies.values()) {
      const directed = this.directed[copy]!;
      nextCopy[last[directed]!] = copy;
      last[directed] = copy;
    }
    return nextCopy;
  }
}

/** The same turns, listed by the state they lead to. */
export interface TurnsIn {
  readonly offset: Uint32Array;
  readonly source: Uint32Array;
  readonly ds: Uint16Array;
}

export function reverseTurns(states: States): TurnsIn {
  const offset = new Uint32Array(states.count + 1);
  for (const target of states.turnTarget) offset[target + 1]!++;
  for (let s = 0; s < states.count; s++) offset[s + 1]! += offset[s]!;
  const fill = offset.slice();
  const source = new Uint32Array(states.turnTarget.length);
  const ds = new Uint16Array(states.turnTarget.length);
  for (let state = 0; state < states.count; state++) {
    for (let turn = states.turnOffset[state]!; turn < states.turnOffset[state + 1]!; turn++) {
      const slot = fill[states.turnTarget[turn]!]!++;
      source[slot] = state;
      ds[slot] = states.turnDs[turn]!;
    }
  }
  return { offset, source, ds };
}
