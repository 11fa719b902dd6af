import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { NO_STATE } from '../../geodata/roads/states.ts';
import { type Deciseconds, type LonLat, MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import type { OpenScene } from './scene.ts';

/**
 * What the network charges for arriving at a junction from one neighbouring node and leaving for another: deciseconds, or
 * undefined where the turn is not allowed. The run is three nodes by letter: from, junction, to.
 * @throws Error where a road does not join the junction and its neighbour
 */
export function turnAt(scene: OpenScene, run: string): Deciseconds | undefined {
  const [from, junction, to] = Array.from(run, (name) => scene.node(name)) as [LonLat, LonLat, LonLat];
  const { network } = scene;
  const arriving = network.roadState[leavingRoad(network, junction, from) ^ 1]!;
  const leaving = network.roadState[leavingRoad(network, junction, to)]!;
  if (arriving === NO_STATE || leaving === NO_STATE) return undefined;
  for (let turn = network.turnOffset[arriving]!; turn < network.turnOffset[arriving + 1]!; turn++) {
    const isIt = network.stateDirected[network.turnTarget[turn]!] === network.stateDirected[leaving];
    if (isIt) return network.turnDs[turn]!;
  }
  return undefined;
}

/** The directed road that leaves a junction with this node first. */
function leavingRoad(network: RoadNetwork, junction: LonLat, first: LonLat): number {
  const { roadPointOffset } = network;
  for (let road = 0; road < network.roadCount; road++) {
    const tail = roadPointOffset[road]!;
    const head = roadPointOffset[road + 1]! - 1;
    if (isAt(network, tail, junction) && isAt(network, tail + 1, first)) return road * 2;
    if (isAt(network, head, junction) && isAt(network, head - 1, first)) return road * 2 + 1;
  }
  throw new Error(`No road leads from ${junction} straight to ${first}.`);
}

function isAt(network: RoadNetwork, point: number, [lon, lat]: LonLat): boolean {
  return (
    network.pointLonE6[point] === Math.round(lon * MICRODEGREES_PER_DEGREE) &&
    network.pointLatE6[point] === Math.round(lat * MICRODEGREES_PER_DEGREE)
  );
}
