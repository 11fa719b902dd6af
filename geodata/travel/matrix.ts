import type { RoadNetwork } from '../roads/network.ts';
import type { Placements } from '../roads/snap.ts';
import type { Deciseconds } from '../units.ts';
import { UNREACHED } from './route-cost.ts';
import { TravelTree } from './tree.ts';

/** Row-major: the cost from source s to target t stands at `s * targets.count + t`; `UNREACHED` where there is no route. */
export interface TravelMatrix {
  readonly ds: Uint32Array;
  readonly dm: Uint32Array;
}

/**
 * Driving time and length of the fastest route between every source and every target, each pair on
 * its own: leaving a point out changes no other cell.
 * @param limitDs routes that take longer are not looked for
 * @param tree one to grow with, where the caller keeps one for the network
 */
export function travelMatrix(
  network: RoadNetwork,
  sources: Placements,
  targets: Placements,
  limitDs: Deciseconds = UNREACHED - 1,
  tree: TravelTree = new TravelTree(network),
): TravelMatrix {
  const ds = new Uint32Array(sources.count * targets.count);
  const dm = new Uint32Array(sources.count * targets.count);
  for (let source = 0; source < sources.count; source++) {
    tree.grow(sources, source, { limit: limitDs });
    tree.costsTo(targets, ds, dm, source * targets.count);
  }
  return { ds, dm };
}
