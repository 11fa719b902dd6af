import { deflateSync } from 'node:zlib';
import type { DemoCounty } from '../../geodata/demo/county.ts';
import type { WritableElements, WritableWay } from '../../geodata/osm/write-osm.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork, type RoadNetwork } from '../../geodata/roads/network.ts';
import type { SpeedProfile } from '../../geodata/roads/profile.ts';
import { ruralPlain } from '../../geodata/roads/profiles/rural.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';

/** The county's roads as a planner gets them: written to a PBF file and read back. */
export async function demoNetwork(
  { elements }: Pick<DemoCounty, 'elements'>,
  profile: SpeedProfile = ruralPlain,
): Promise<RoadNetwork> {
  const pbf = writeOsm(elements, (raw) => deflateSync(raw));
  return openNetwork(await buildNetwork(() => [pbf], inflateZlib, profile));
}

/** The elements without the ways that match. */
export function withoutWays(elements: WritableElements, isGone: (way: WritableWay) => boolean): WritableElements {
  return { ...elements, ways: elements.ways.filter((way) => !isGone(way)) };
}
