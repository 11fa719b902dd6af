import type { Tags } from '../../geodata/osm/elements.ts';
import type { EastNorth, Scene, SceneRestriction, SceneWay } from './scene.ts';
import { nodeNames, wayName } from './scene.ts';

const PITCH_METRES = 300;
const JITTER_METRES = 60;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
const CLASSES = ['primary', 'secondary', 'tertiary', 'residential', 'service', 'track'];
const NODE_TAGS: readonly Tags[] = [
  { highway: 'traffic_signals' },
  { highway: 'traffic_signals', 'traffic_signals:direction': 'forward' },
  { highway: 'give_way', direction: 'backward' },
  { barrier: 'gate' },
  { barrier: 'bollard' },
  { highway: 'turning_circle' },
];

/**
 * A random map of 8 to 40 nodes on a shaken grid: roads straight and bent, one-way, doubled, looped and ending nowhere;
 * signals, gates, barriers and turning circles at nodes; turn restrictions via nodes and via ways, forbidding and
 * prescribing. Every piece is 50 m or longer. The same numbers give the same map.
 */
export function randomScene(random: () => number): Scene {
  const map = new RandomMap(random);
  map.addCrossings();
  map.addRoads();
  map.addLoop();
  map.addDoubles();
  map.addNodeTags();
  for (let i = 0; i < 4; i++) map.addRestriction();
  return map;
}

class RandomMap implements Scene {
  readonly nodes: Record<string, EastNorth> = {};
  readonly nodeTags: Record<string, Tags> = {};
  readonly ways: SceneWay[] = [];
  readonly restrictions: SceneRestriction[] = [];
  private readonly random: () => number;
  private readonly columns: number;
  private readonly rows: number;

  constructor(random: () => number) {
    this.random = random;
    this.columns = 3 + this.below(3);
    this.rows = 2 + this.below(3);
  }

  addCrossings(): void {
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) this.addNode(column * PITCH_METRES, row * PITCH_METRES);
    }
  }

  addRoads(): void {
    const at = (column: number, row: number): string => LETTERS[row * this.columns + column]!;
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        if (column + 1 < this.columns && this.random() < 0.8) this.addRoad(at(column, row), at(column + 1, row));
        if (row + 1 < this.rows && this.random() < 0.8) this.addRoad(at(column, row), at(column, row + 1));
        const slants = column + 1 < this.columns && row + 1 < this.rows && this.random() < 0.2;
        if (slants) this.addRoad(at(column, row), at(column + 1, row + 1));
      }
    }
    if (this.ways.length === 0) this.addRoad(at(0, 0), at(1, 0));
  }

  /** A road that comes back to where it began, outside the grid. */
  addLoop(): void {
    const nodes = [this.addNode(-PITCH_METRES, 0), this.addNode(-PITCH_METRES, -PITCH_METRES)];
    this.ways.push({ nodes: `a${nodes.join('')}a`, tags: this.tags() });
  }

  /** The same two nodes joined by a second way, drawn the other way round. */
  addDoubles(): void {
    for (const way of this.ways.slice()) {
      const names = nodeNames(way);
      if (names.length === 2 && this.random() < 0.15)
        this.ways.push({ nodes: names[1]! + names[0]!, tags: this.tags() });
    }
  }

  addNodeTags(): void {
    for (const name of Object.keys(this.nodes)) {
      if (this.random() < 0.2) this.nodeTags[name] = this.pick(NODE_TAGS);
    }
  }

  /** Three or four ways in a row that meet end to end, the middle ones as via; or two that meet at a node. */
  addRestriction(): void {
    const run = [this.pick(this.ways)];
    const ends = (way: SceneWay): readonly [string, string] => {
      const names = nodeNames(way);
      return [names[0]!, names[names.length - 1]!];
    };
    const vias: string[] = [ends(run[0]!)[this.below(2)]!];
    const length = 2 + this.below(3);
    while (run.length < length) {
      const here = vias[vias.length - 1]!;
      const next = this.pick(this.ways.filter((way) => ends(way).includes(here) && isOpenEnded(way)));
      if (!next || !isOpenEnded(run[0]!) || run.some((way) => wayName(way) === wayName(next))) return;
      const [first, last] = ends(next);
      run.push(next);
      vias.push(first === here ? last : first);
    }
    const names = run.map(wayName);
    const via = length === 2 ? vias[0]! : names.slice(1, -1);
    const kind = this.random() < 0.6 ? 'no_left_turn' : 'only_right_turn';
    this.restrictions.push({ kind, from: names[0]!, via, to: names[length - 1]! });
  }

  private addNode(east: number, north: number): string {
    const name = LETTERS[Object.keys(this.nodes).length]!;
    this.nodes[name] = [this.shaken(east), this.shaken(north)];
    return name;
  }

  /** Straight, or through one node in the middle, which is sometimes where one way ends and the next begins. */
  private addRoad(from: string, to: string): void {
    const isFull = Object.keys(this.nodes).length >= 36;
    if (isFull || this.random() < 0.6) {
      this.ways.push({ nodes: from + to, tags: this.tags() });
      return;
    }
    const [a, b] = [this.nodes[from]!, this.nodes[to]!];
    const middle = this.addNode((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    const tags = this.tags();
    if (this.random() < 0.6) this.ways.push({ nodes: from + middle + to, tags });
    else this.ways.push({ nodes: from + middle, tags }, { nodes: to + middle, tags: this.tags() });
  }

  private tags(): Tags {
    const tags: Record<string, string> = { highway: this.pick(CLASSES), motor_vehicle: 'yes' };
    if (this.random() < 0.25) tags['oneway'] = this.random() < 0.5 ? 'yes' : '-1';
    return tags;
  }

  private shaken(metres: number): number {
    return metres + (this.random() - 0.5) * JITTER_METRES;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

function isOpenEnded(way: SceneWay): boolean {
  const names = nodeNames(way);
  return names[0] !== names[names.length - 1];
}
