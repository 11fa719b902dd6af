import type { Tags } from '../osm/elements.ts';
import type { Deciseconds, KilometresPerHour, Seconds } from '../units.ts';
import type { RoadClass } from './road-class.ts';

/** How one direction of a way is driven: at a speed, or in a fixed time for the whole way (ferries, movable bridges). */
export type Travel = { readonly kmh: KilometresPerHour } | { readonly waySeconds: Seconds };

/** What a profile makes of a way's tags. A way with neither direction is not part of the network. */
export interface WayTravel {
  readonly roadClass: RoadClass;
  /** Along the order of the way's nodes. Undefined: closed in this direction. */
  readonly forward: Travel | undefined;
  readonly backward: Travel | undefined;
  /** Turns between two modes are charged even where only two roads meet. */
  readonly mode: 'driving' | 'ferry' | 'train';
  readonly name: string;
  readonly ref: string;
  readonly roundabout: boolean;
  /** Lanes in all, 0 where the tags do not say. Only the perceived turn angle looks at it. */
  readonly lanes: number;
}

export type ObstacleKind = 'signals' | 'stop' | 'stop-minor' | 'give-way' | 'gate';

/** Something at a node that costs time. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  readonly costDs: Deciseconds;
  /** Along the node order of the way driven, against it, both, or 'unstated' where no tag says (which acts as both, but see `stop`). */
  readonly direction: 'forward' | 'backward' | 'both' | 'unstated';
}

/** What a profile makes of a node's tags. */
export interface NodeTravel {
  /** A closed node can be driven up to, and turned round at, but not driven through. */
  readonly closed: boolean;
  readonly obstacles: readonly Obstacle[];
  /** Turning circles, turning loops and mini-roundabouts: a u-turn is allowed here. */
  readonly uTurnAllowed: boolean;
}

export interface TurnCosts {
  /** Asymptote of the turn cost curve. */
  readonly turnSeconds: Seconds;
  /** Above 1 where traffic keeps right: a left turn then costs more. */
  readonly bias: number;
  readonly uTurnSeconds: Seconds;
}

/** How a point off the road is joined to it (DOMAIN.md section 6): straight distance x detour factor, at a stated speed. */
export interface OffRoadLeg {
  readonly detourFactor: number;
  readonly kmh: KilometresPerHour;
}

/** Rules that turn tags into travel. Pure data and pure functions: same tags, same answer. */
export interface SpeedProfile {
  /** Stable name, part of every result's provenance: `car`, `rural-plain`, `rural-mountain`; `+night` and the like under a condition. */
  readonly id: string;
  readonly way: (tags: Tags) => WayTravel | undefined;
  /** Undefined: an ordinary node, nothing to keep. */
  readonly node: (tags: Tags) => NodeTravel | undefined;
  readonly turns: TurnCosts;
  readonly offRoad: OffRoadLeg;
  /** Key of the vehicle in `restriction:<key>` and `except=`, most special first: motorcar, motor_vehicle, vehicle. */
  readonly restrictionKeys: readonly string[];
}
