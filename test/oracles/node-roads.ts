import type { NodeTravel, SpeedProfile, WayTravel } from '../../geodata/roads/profile.ts';
import { distanceMetres, rulerAt } from '../../geodata/roads/ruler.ts';
import { microDegreesAt, nodeNames, type Scene, wayName, wayTags } from '../scenes/scene.ts';

/** A piece between two neighbouring nodes, driven one way. */
export interface Piece {
  readonly ds: number;
  readonly dm: number;
  /** Whether the way's nodes run in this direction. */
  readonly alongWay: boolean;
  readonly mode: WayTravel['mode'];
}

/**
 * A scene taken straight from its tags, node by node: nothing contracted, no states. What the network builder must agree
 * with. Only for scenes without names, roundabouts and stop signs, whose pieces are 50 m or longer: there the perceived
 * direction of a road is that of its first piece.
 */
export class NodeRoads {
  private readonly scene: Scene;
  private readonly profile: SpeedProfile;
  private readonly pieces = new Map<string, Pick<Piece, 'ds' | 'dm'>>();
  private readonly leads = new Map<string, { ds: number; from: string; mode: Piece['mode'] }>();
  private readonly neighbours = new Map<string, Set<string>>();
  /** Node runs: from, vias, to. */
  private readonly forbidden: string[] = [];
  private readonly only: string[] = [];

  constructor(scene: Scene, profile: SpeedProfile) {
    this.scene = scene;
    this.profile = profile;
    for (const way of scene.ways) {
      const travel = profile.way(wayTags(way));
      const names = nodeNames(way);
      for (let i = 1; travel && i < names.length; i++) this.addPiece(names[i - 1]!, names[i]!, travel);
    }
    for (const { kind, from, via, to } of scene.restrictions ?? []) {
      for (const run of this.runs(from, via, to)) (kind.startsWith('only_') ? this.only : this.forbidden).push(run);
    }
  }

  /** The piece from one node to a neighbour, if it is open. */
  piece(from: string, to: string): Piece | undefined {
    const piece = this.pieces.get(from + to);
    const lead = this.leads.get([from, to].sort().join(''));
    return piece && lead && { ...piece, alongWay: lead.from === from, mode: lead.mode };
  }

  neighboursOf(node: string): readonly string[] {
    return Array.from(this.neighbours.get(node) ?? []);
  }

  /** What of a run of nodes driven so far later turns may depend on: the longest end of it that begins a restriction. */
  memoryOf(run: string): string {
    const runs = [...this.forbidden, ...this.only];
    for (let start = 0; start < run.length - 2; start++) {
      if (runs.some((restriction) => restriction.startsWith(run.slice(start)))) return run.slice(start);
    }
    return run.slice(-2);
  }

  /** Deciseconds at the last node of a run when going on to `next`; undefined where that is not allowed. */
  turnDs(run: string, next: string): number | undefined {
    const [before, node] = Array.from(run.slice(-2)) as [string, string];
    if (!this.piece(node, next) || this.isRestricted(run, next)) return undefined;
    const travel = this.travelAt(node);
    const isUTurn = next === before;
    if (isUTurn ? !this.mayTurnRound(run, travel) : travel?.closed) return undefined;
    const changesMode = this.piece(before, node)?.mode !== this.piece(node, next)?.mode;
    const charged = this.neighboursOf(node).length > 2 || isUTurn || changesMode;
    return this.obstaclesDs(before, node, travel) + (charged ? this.angleDs(before, node, next) : 0);
  }

  private addPiece(a: string, b: string, travel: WayTravel): void {
    const [lonA, latA] = this.position(a);
    const [lonB, latB] = this.position(b);
    const metres = distanceMetres(lonA, latA, lonB, latB);
    const times: number[] = [];
    const add = (from: string, to: string, way: WayTravel['forward']): void => {
      if (!way || !('kmh' in way)) return;
      const ds = Math.max(1, Math.round((10 * metres) / (way.kmh / 3.6)));
      times.push(ds);
      const known = this.pieces.get(from + to);
      this.pieces.set(from + to, { ds: Math.min(ds, known?.ds ?? ds), dm: Math.round(metres * 10) });
    };
    add(a, b, travel.forward);
    add(b, a, travel.backward);
    const ds = Math.min(...times);
    const pair = [a, b].sort().join('');
    // Of ways that join the same two nodes the quickest lends its direction and mode.
    if (ds < (this.leads.get(pair)?.ds ?? Infinity)) this.leads.set(pair, { ds, from: a, mode: travel.mode });
    this.neighbours.set(a, (this.neighbours.get(a) ?? new Set()).add(b));
    this.neighbours.set(b, (this.neighbours.get(b) ?? new Set()).add(a));
  }

  private isRestricted(run: string, next: string): boolean {
    if (this.forbidden.some((restriction) => (run + next).endsWith(restriction))) return true;
    const here = this.only.filter((restriction) => run.endsWith(restriction.slice(0, -1)));
    // Several roads that are each "the only one" from here are all open, as long as they are of one length of run.
    const lengths = new Set(here.map((restriction) => restriction.length));
    return Array.from(lengths).some((length) =>
      here
        .filter((restriction) => restriction.length === length)
        .every((restriction) => restriction.slice(-1) !== next),
    );
  }

  private mayTurnRound(run: string, travel: NodeTravel | undefined): boolean {
    const node = run.slice(-1);
    const near = this.neighboursOf(node);
    if (travel?.closed || travel?.uTurnAllowed || near.length === 1) return true;
    const pair = run.slice(-2);
    const exits = near.filter((other) => this.piece(node, other) && !this.isRestricted(pair, other));
    const entries = near.filter((other) => this.piece(other, node));
    return exits.length === 1 || entries.length <= 1;
  }

  private obstaclesDs(before: string, node: string, travel: NodeTravel | undefined): number {
    const along = this.piece(before, node)?.alongWay;
    return (travel?.obstacles ?? [])
      .filter(({ direction }) => (direction === 'forward' ? along : direction === 'backward' ? !along : true))
      .reduce((sum, { costDs }) => sum + costDs, 0);
  }

  private angleDs(before: string, node: string, next: string): number {
    const { turnSeconds, bias, uTurnSeconds } = this.profile.turns;
    const isUTurn = before === next;
    const turned = isUTurn ? 180 : this.bearing(node, next) - this.bearing(node, before) - 180;
    const angle = ((((turned + 180) % 360) + 360) % 360) - 180;
    const side = angle >= 0 || isUTurn ? bias : 1 / bias;
    const bent = Math.abs(isUTurn ? 180 : angle) / 180;
    const seconds = turnSeconds / (1 + Math.exp(-((13 / side) * bent - 6.5 * side)));
    return Math.trunc((seconds + (isUTurn ? uTurnSeconds : 0)) * 10);
  }

  private travelAt(node: string): NodeTravel | undefined {
    const tags = this.scene.nodeTags?.[node];
    return tags && this.profile.node(tags);
  }

  private bearing(from: string, to: string): number {
    const [lonA, latA] = this.position(from);
    const [lonB, latB] = this.position(to);
    const { metresPerMicroLon, metresPerMicroLat } = rulerAt((latA + latB) / 2);
    return (Math.atan2((lonB - lonA) * metresPerMicroLon, (latB - latA) * metresPerMicroLat) * 180) / Math.PI;
  }

  private position(node: string): readonly [number, number] {
    return microDegreesAt(this.scene.nodes[node]!);
  }

  /** A restriction as runs of nodes: the last piece of `from`, the vias, the first piece of `to`. */
  private runs(from: string, via: string | readonly string[], to: string): string[] {
    const lines = typeof via === 'string' ? [via] : bothWays(joinLines(via.map((way) => this.wayLine(way))));
    return lines.flatMap((line) => {
      const start = nextTo(this.wayLine(from), line.slice(0, 1));
      const end = nextTo(this.wayLine(to), line.slice(-1));
      return start && end ? [start + line + end] : [];
    });
  }

  private wayLine(name: string): string {
    const way = this.scene.ways.find((candidate) => wayName(candidate) === name);
    return way ? nodeNames(way).join('') : '';
  }
}

function nextTo(line: string, end: string): string | undefined {
  if (line.startsWith(end)) return line[1];
  return line.endsWith(end) ? line[line.length - 2] : undefined;
}

function joinLines(lines: readonly string[]): string {
  return lines.reduce((joined, line) => {
    for (const a of bothWays(joined)) for (const b of bothWays(line)) if (a.slice(-1) === b[0]) return a + b.slice(1);
    throw new Error(`${joined} and ${line} do not meet.`);
  });
}

function bothWays(line: string): string[] {
  return [line, Array.from(line).reverse().join('')];
}
