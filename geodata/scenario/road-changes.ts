import { GeodataError } from '../errors.ts';
import type { RoadNetwork } from '../roads/network.ts';
import { overlayNetwork } from '../roads/overlay/overlay-network.ts';
import type { ScenarioRoadChanges } from './county.ts';

/**
 * The network with a scenario's closures; without road changes, the network itself. The condition is no part of it: the
 * host opens the network that was made for it.
 * @throws GeodataError `input-invalid` where roads are planned or speeds set, which the overlay does not know
 */
export function scenarioNetwork(network: RoadNetwork, roads: ScenarioRoadChanges): RoadNetwork {
  const { closures, planned, classSpeeds } = roads;
  if (planned.length + classSpeeds.length > 0) {
    const message = `The overlay takes no planned roads (${planned.length}) and no speeds (${classSpeeds.length}).`;
    throw new GeodataError('input-invalid', message, { planned: planned.length, classSpeeds: classSpeeds.length });
  }
  if (closures.length === 0) return network;
  return overlayNetwork(network, { closures: closures.map(({ wayId, at }) => ({ wayId, near: at })) });
}
