import type { RoadChanges } from '../roads/overlay/road-changes.ts';
import type { ScenarioRoadChanges } from './county.ts';

/**
 * A scenario's road changes as the network's overlay takes them. The condition is no part of them: the host opens the
 * network that was made for it.
 */
export function roadChangesOf({ closures, planned, classSpeeds }: ScenarioRoadChanges): RoadChanges {
  return {
    closures: closures.map(({ wayId, at }) => ({ stretch: { wayId, from: at } })),
    speeds: classSpeeds.map(({ roadClass, kmh }) => ({ roadClass, speed: { kmh } })),
    planned: planned.map(({ line, roadClass, kmh, oneway }) => ({ line, roadClass, kmh, oneWay: oneway })),
  };
}
