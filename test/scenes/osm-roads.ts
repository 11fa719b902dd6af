import { readOsmTwice } from '../../geodata/osm/read-osm.ts';
import type { WritableElements, WritableNode, WritableWay } from '../../geodata/osm/write-osm.ts';
import { car } from '../../geodata/roads/profiles/car.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';

/** Tags that a survey could hold too: class, direction, surface, limit, level. Everything else is left out. */
const KEPT = [
  'highway',
  'oneway',
  'surface',
  'width',
  'maxspeed',
  'junction',
  'bridge',
  'tunnel',
  'layer',
  'name',
  'ref',
];

/** The drivable roads of an OSM file as elements, without node tags and relations. */
export async function osmRoads(path: string): Promise<WritableElements> {
  const ways: WritableWay[] = [];
  const nodes: WritableNode[] = [];
  const needed = new Set<number>();
  await readOsmTwice(
    openOsmFile(path),
    inflateZlib,
    {
      way(id, nodeIds, tags) {
        const travel = tags['highway'] && nodeIds.length > 1 ? car.way(tags) : undefined;
        if (!travel) return;
        for (const node of nodeIds) needed.add(node);
        const kept = KEPT.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]] as const]));
        ways.push({ id, nodeIds, tags: Object.fromEntries(kept) });
      },
    },
    () => ({
      node(id, lonE7, latE7) {
        if (needed.has(id)) nodes.push({ id, lonE7, latE7 });
      },
    }),
  );
  const held = new Set(nodes.map(({ id }) => id));
  const whole = ways.map((way) => ({ ...way, nodeIds: Array.from(way.nodeIds).filter((node) => held.has(node)) }));
  return { nodes, ways: whole.filter(({ nodeIds }) => nodeIds.length > 1), relations: [] };
}

/** Level of a way by its tags: `layer` where it is a bridge or a tunnel. */
export function levelOfWay({ tags }: WritableWay): number {
  if (tags['tunnel'] && tags['tunnel'] !== 'no') return Math.min(-1, Number(tags['layer'] ?? -1));
  if (tags['bridge'] && tags['bridge'] !== 'no') return Math.max(1, Number(tags['layer'] ?? 1));
  return 0;
}
