import { deflateSync } from 'node:zlib';
import { readOsmTwice } from '../../geodata/osm/read-osm.ts';
import { type WritableNode, type WritableWay, writeOsm } from '../../geodata/osm/write-osm.ts';
import type { LonLat } from '../../geodata/units.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';

/**
 * The part of an OSM file around a point: every way with a node in the box, whole. Relations are left
 * out. For comparing a job on a large map with the same job on its surroundings.
 * @param halfSide degrees
 */
export async function cutExtract(pbf: string, [lon, lat]: LonLat, halfSide: number): Promise<Uint8Array> {
  const inside = new Set<number>();
  await readOsmTwice(
    openOsmFile(pbf),
    inflateZlib,
    {
      node(id, lonE7, latE7) {
        if (Math.abs(lonE7 / 1e7 - lon) < halfSide && Math.abs(latE7 / 1e7 - lat) < halfSide) inside.add(id);
      },
    },
    () => undefined,
  );
  const ways: WritableWay[] = [];
  const wanted = new Set<number>();
  const nodes: WritableNode[] = [];
  await readOsmTwice(
    openOsmFile(pbf),
    inflateZlib,
    {
      way(id, nodeIds, tags) {
        if (!nodeIds.some((node) => inside.has(node))) return;
        ways.push({ id, nodeIds: Array.from(nodeIds), tags });
        for (const node of nodeIds) wanted.add(node);
      },
    },
    () => ({
      node(id, lonE7, latE7, tags) {
        if (wanted.has(id)) nodes.push(tags ? { id, lonE7, latE7, tags } : { id, lonE7, latE7 });
      },
    }),
  );
  return writeOsm({ nodes, ways, relations: [] }, (raw) => deflateSync(raw));
}
