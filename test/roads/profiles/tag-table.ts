import { expect, it } from 'vitest';
import type { Tags } from '../../../geodata/osm/elements.ts';
import type { NodeTravel, SpeedProfile, Travel } from '../../../geodata/roads/profile.ts';

/** One row of a tag table: its tags, what is expected of them, and a sentence to name it by. */
export interface TagRow {
  readonly title: string;
  readonly tags: Tags;
  readonly expected: Readonly<Record<string, string>>;
}

/**
 * Reads a table of tag rules, after the manner of OSRM's feature files. Columns are OSM keys, save
 * those named in `outcomes`; an empty cell in a key column means the tag is absent.
 *
 *     | highway     | oneway | forward | backward |
 *     | residential | yes    | 25      |          |
 */
export function parseTagTable(text: string, outcomes: readonly string[]): readonly TagRow[] {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replace(/\\\|/g, '|')),
    );
  return rows.map((cells) => {
    if (cells.length !== header.length)
      throw new Error(`Row has ${cells.length} cells, header ${header.length}: ${cells}`);
    const tags: Record<string, string> = Object.create(null);
    const expected: Record<string, string> = {};
    header.forEach((name, column) => {
      const cell = cells[column] ?? '';
      if (outcomes.includes(name)) expected[name] = cell;
      else if (cell) tags[name] = cell;
    });
    return { title: titleOf(tags, expected), tags, expected };
  });
}

/** One test a row: `forward` and `backward` in km/h, `600 s` for a fixed time, empty for closed. */
export function testWays(profile: SpeedProfile, table: string): void {
  it.each(parseTagTable(table, ['forward', 'backward']))('$title', ({ tags, expected }) => {
    const way = profile.way(tags);
    expect({ forward: describeTravel(way?.forward), backward: describeTravel(way?.backward) }).toEqual(expected);
  });
}

/** One test a row: `node` is open, closed or ordinary (nothing to keep); `obstacle` is kind, deciseconds, direction. */
export function testNodes(profile: SpeedProfile, table: string): void {
  it.each(parseTagTable(table, ['node', 'obstacle', 'u-turn']))('$title', ({ tags, expected }) => {
    expect(describeNode(profile.node(tags))).toEqual({ obstacle: '', 'u-turn': '', ...expected });
  });
}

/** Speeds are compared to a thousandth of a km/h, so that 0.8 x 96.54 can be written in a table. */
function describeTravel(travel: Travel | undefined): string {
  if (travel === undefined) return '';
  return 'kmh' in travel ? String(Math.round(travel.kmh * 1000) / 1000) : `${travel.waySeconds} s`;
}

function describeNode(node: NodeTravel | undefined): Record<string, string> {
  if (node === undefined) return { node: 'ordinary', obstacle: '', 'u-turn': '' };
  return {
    node: node.closed ? 'closed' : 'open',
    obstacle: node.obstacles.map(({ kind, costDs, direction }) => `${kind} ${costDs} ${direction}`).join(', '),
    'u-turn': node.uTurnAllowed ? 'yes' : '',
  };
}

function titleOf(tags: Tags, expected: Readonly<Record<string, string>>): string {
  const given = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const then = Object.entries(expected).map(([name, value]) => `${name} ${value || '-'}`);
  return `${given.join(' ')} -> ${then.join(', ')}`;
}
