import type { Tags } from '../../geodata/osm/elements.ts';
import type { Metres } from '../../geodata/units.ts';
import type { EastNorth, Scene, SceneWay } from './scene.ts';

export interface AsciiOptions {
  /** Ground per character, both ways. Default 100. */
  readonly cellMetres?: Metres;
  /** Tags of a road by its two letters. The order of the letters is the order of the way: `{ ba: { oneway: 'yes' } }`. */
  readonly tags?: Readonly<Record<string, Tags>>;
  readonly nodeTags?: Scene['nodeTags'];
  readonly restrictions?: Scene['restrictions'];
}

/** What a road looks like on its way right, and on the three ways down. */
const STEPS: readonly (readonly [mark: string, right: number, down: number])[] = [
  ['-', 1, 0],
  ['\\', 1, 1],
  ['|', 0, 1],
  ['/', -1, 1],
];

/**
 * Reads a map drawn in characters: letters are nodes, runs of `-`, `|`, `/` and `\` are straight roads between
 * two letters, one way each. The first line is the northernmost; the map's first column and last line meet at the
 * scene's origin.
 * @throws Error for a run that ends without a letter, a letter drawn twice, or tags for a road that is not drawn
 */
export function asciiScene(map: string, options: AsciiOptions = {}): Scene {
  const lines = map.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  const rows = lines.map((line) => line.slice(indent));
  const cell = options.cellMetres ?? 100;
  const nodes: Record<string, EastNorth> = {};
  const ways: SceneWay[] = [];
  rows.forEach((line, row) => {
    Array.from(line).forEach((letter, column) => {
      if (!isLetter(letter)) return;
      if (nodes[letter]) throw new Error(`Node ${letter} is drawn twice.`);
      nodes[letter] = [column * cell, (rows.length - 1 - row) * cell];
      for (const [mark, right, down] of STEPS) {
        const end = followRoad(rows, column, row, mark, right, down);
        if (end) ways.push(drawnWay(letter, end, options.tags ?? {}));
      }
    });
  });
  for (const road of Object.keys(options.tags ?? {})) {
    if (!ways.some(({ nodes: drawn }) => drawn === road)) throw new Error(`Road ${road} is not drawn.`);
  }
  const { nodeTags = {}, restrictions = [] } = options;
  return { nodes, ways, nodeTags, restrictions };
}

function followRoad(
  rows: readonly string[],
  column: number,
  row: number,
  mark: string,
  right: number,
  down: number,
): string | undefined {
  const charAt = (step: number): string => rows[row + step * down]?.[column + step * right] ?? ' ';
  let step = 1;
  while (charAt(step) === mark) step++;
  if (step === 1) return undefined;
  const end = charAt(step);
  if (!isLetter(end)) throw new Error(`A road from ${charAt(0)} ends at '${end}' instead of a node.`);
  return end;
}

function drawnWay(from: string, to: string, tags: Readonly<Record<string, Tags>>): SceneWay {
  const turned = tags[to + from];
  if (turned) return { nodes: to + from, tags: turned };
  return { nodes: from + to, tags: tags[from + to] ?? {} };
}

function isLetter(character: string): boolean {
  return /^[a-zA-Z]$/.test(character);
}
