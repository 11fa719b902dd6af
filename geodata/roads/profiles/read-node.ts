import type { Tags } from '../../osm/elements.ts';
import type { Deciseconds } from '../../units.ts';
import type { NodeTravel, Obstacle, ObstacleKind } from '../profile.ts';
import { nodeAccess } from './access.ts';
import { isTooLow } from './size-limits.ts';

/** Barriers a car drives through without stopping. `height_restrictor` only where its `maxheight` allows. */
export const PASSABLE_BARRIERS: ReadonlySet<string> = new Set([
  'cattle_grid',
  'border_control',
  'toll_booth',
  'sally_port',
  'no',
  'entrance',
  'height_restrictor',
  'arch',
]);

/** Barriers that are opened and shut: passable, at the cost of a `gate`. Every barrier in neither list closes. */
export const GATES: ReadonlySet<string> = new Set(['gate', 'lift_gate']);

/** What an obstacle costs, in tenths of a second. */
export const OBSTACLE_COST_DS: Readonly<Record<ObstacleKind, Deciseconds>> = {
  signals: 20,
  stop: 20,
  'stop-minor': 20,
  'give-way': 10,
  gate: 600,
};

/** Values of `highway` at which a car may turn round. */
export const TURNING_PLACES: ReadonlySet<string> = new Set(['turning_circle', 'turning_loop', 'mini_roundabout']);

/** What every profile makes of a node; undefined where it neither closes, costs, nor lets a car turn. */
export function readNode(tags: Tags): NodeTravel | undefined {
  const access = nodeAccess(tags);
  const barrier = (access === 'unstated' && tags['barrier']) || undefined;
  const closed = access === 'refused' || (barrier !== undefined && isClosing(barrier, tags));
  const obstacles = [...gateAt(barrier), ...signAt(tags)];
  const uTurnAllowed = TURNING_PLACES.has(tags['highway'] ?? '');
  if (!closed && obstacles.length === 0 && !uTurnAllowed) return undefined;
  return { closed, obstacles, uTurnAllowed };
}

function isClosing(barrier: string, tags: Tags): boolean {
  if (barrier === 'height_restrictor') return isTooLow(tags);
  return !PASSABLE_BARRIERS.has(barrier) && !GATES.has(barrier) && !isHarmless(barrier, tags);
}

/** Bollards that sink, kerbs without a step or mapped at a crossing, and fences that are only heard. */
function isHarmless(barrier: string, tags: Tags): boolean {
  if (tags['bollard'] === 'rising') return true;
  if (tags['kerb'] === 'lowered' || tags['kerb'] === 'flush') return true;
  if (barrier === 'kerb') return tags['highway'] === 'crossing';
  return barrier === 'fence' && (tags['sensory'] === 'audible' || tags['sensory'] === 'audio');
}

function gateAt(barrier: string | undefined): readonly Obstacle[] {
  if (barrier === undefined || !GATES.has(barrier)) return [];
  return [{ kind: 'gate', costDs: OBSTACLE_COST_DS.gate, direction: 'both' }];
}

function signAt(tags: Tags): readonly Obstacle[] {
  const kind = signKind(tags);
  if (kind === undefined) return [];
  const stated = (kind === 'signals' && tags['traffic_signals:direction']) || tags['direction'];
  return [{ kind, costDs: OBSTACLE_COST_DS[kind], direction: readDirection(stated) }];
}

function signKind(tags: Tags): ObstacleKind | undefined {
  switch (tags['highway']) {
    case 'traffic_signals':
      return 'signals';
    case 'stop':
      return tags['stop'] === 'minor' ? 'stop-minor' : 'stop';
    case 'give_way':
      return 'give-way';
    default:
      return undefined;
  }
}

/** A compass bearing or any other text says nothing about the way's order. */
function readDirection(value: string | undefined): Obstacle['direction'] {
  return value === 'forward' || value === 'backward' || value === 'both' ? value : 'unstated';
}
