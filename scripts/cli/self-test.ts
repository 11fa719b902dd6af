import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { WritableElements } from '../../geodata/osm/write-osm.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { routeTo } from '../../geodata/travel/route.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { LonLat, Seconds } from '../../geodata/units.ts';
import { loadNetwork } from '../../server/networks/load-network.ts';
import { snapToNearest } from './snap-options.ts';

/**
 * A T-junction. From the southern end a county road leads 0.01 degrees north, and goes on; a village
 * road leaves it to the east.
 */
const SCENE: WritableElements = {
  nodes: [
    { id: 1, lonE7: 117_0000000, latE7: 32_0000000 },
    { id: 2, lonE7: 117_0000000, latE7: 32_0100000 },
    { id: 3, lonE7: 117_0000000, latE7: 32_0200000 },
    { id: 4, lonE7: 117_0100000, latE7: 32_0100000 },
  ],
  ways: [
    { id: 1, nodeIds: [1, 2, 3], tags: { highway: 'secondary' } },
    { id: 2, nodeIds: [2, 4], tags: { highway: 'unclassified' } },
  ],
  relations: [],
};
const FROM: LonLat = [117, 32];
const TO: LonLat = [117.01, 32.01];

/**
 * By hand, on the WGS 84 ellipsoid at 32 degrees: 0.01 degrees are 1,108.9 m north and 944.8 m east.
 * The car profile drives 1,108.9 m of county road at 55 km/h in 72.6 s and 944.8 m of village road
 * at 25 km/h in 136.1 s; a right turn of 90 degrees costs 2.1 s.
 */
export const EXPECTED_SECONDS: Seconds = 72.6 + 2.1 + 136.1;

/** Arithmetic by hand is good to a few tenths: lengths change a little within the 0.01 degrees. */
export const TOLERANCE_SECONDS: Seconds = 0.5;

/**
 * Writes a small OSM file into the system's folder for temporary files, builds its network, finds a
 * route and removes the file again: the whole way of a road through the engine.
 * @returns the route's driving time; undefined where none was found
 */
export async function selfTestSeconds(): Promise<Seconds | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'hubshed-doctor-'));
  try {
    const pbf = join(folder, 'scene.osm.pbf');
    await writeFile(
      pbf,
      writeOsm(SCENE, (raw) => deflateSync(raw)),
    );
    const network = await loadNetwork({ pbf });
    const placements = snapToNearest(network, [FROM, TO], Number.POSITIVE_INFINITY, true);
    const tree = new TravelTree(network);
    tree.grow(placements, 0);
    const found = routeTo(tree, placements, 0, placements, 1);
    return found && found.ds / 10;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
