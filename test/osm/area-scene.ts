import type { OpenByteStream, OsmMember, Tags } from '../../geodata/osm/elements.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { chunks, deflate } from './reading.ts';

export interface SceneWay {
  readonly id: number;
  readonly nodeIds: readonly number[];
  readonly tags?: Tags;
}

export interface SceneRelation {
  readonly id: number;
  readonly members: readonly OsmMember[];
  readonly tags: Tags;
}

/**
 * A file whose node at column x and row y of a grid has id 100 y + x + 1 and stands at x, y degrees;
 * x and y run from 0 to 9. Nodes in `missing` are left out.
 */
export function gridFile(
  ways: readonly SceneWay[],
  relations: readonly SceneRelation[],
  missing: readonly number[] = [],
): OpenByteStream {
  const places = Array.from({ length: 100 }, (_, i) => ({ x: i % 10, y: Math.floor(i / 10) }));
  const nodes = places.map(({ x, y }) => ({ id: at(x, y), lonE7: x * 1e7, latE7: y * 1e7, ...nodeTags(x, y) }));
  return chunks(
    writeOsm(
      {
        nodes: nodes.filter(({ id }) => !missing.includes(id)),
        ways: ways.map(({ id, nodeIds, tags = {} }) => ({ id, nodeIds, tags })),
        relations,
      },
      deflate,
    ),
  );
}

/** Id of the node at a column and row. */
export function at(x: number, y: number): number {
  return 100 * y + x + 1;
}

/** Corners of a square as a closed list of nodes. */
export function squareNodes(x: number, y: number, side: number): number[] {
  return [at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)];
}

export function wayMember(id: number, role = 'outer'): OsmMember {
  return { type: 'way', id, role };
}

/** One village, one town and one police station stand on the grid as nodes. */
function nodeTags(x: number, y: number): { tags?: Tags } {
  if (x === 9 && y === 0) return { tags: { place: 'village', name: '王庄' } };
  if (x === 9 && y === 1) return { tags: { place: 'town', name: '双墩镇' } };
  if (x === 9 && y === 2) return { tags: { amenity: 'police', name: '双墩派出所' } };
  return {};
}
