import { exponential } from '../portable-math.ts';
import type { Bearing, Deciseconds, KilometresPerHour } from '../units.ts';
import type { Chains } from './chains.ts';
import { type Junctions, legNode, legSegment } from './junctions.ts';
import type { NodeTravel, Obstacle, Travel, TurnCosts } from './profile.ts';
import type { RawRoads } from './read-roads.ts';
import type { Segments } from './segments.ts';

/** Answer of `turnDs` for a turn that must not be made. */
export const FORBIDDEN = -1;

/** A road this short behind an undirected stop sign means that the sign faces the other way. */
const STOP_SIGN_REACH_DM = 200;

/** The two carriageways of one road leave a junction closer together than this. */
const CARRIAGEWAYS_DEGREES = 45;

/** What the turns at one junction depend on. */
export interface TurnContext {
  readonly roads: RawRoads;
  readonly segments: Segments;
  readonly chains: Chains;
  readonly junctions: Junctions;
  readonly roadDm: Uint32Array;
  readonly costs: TurnCosts;
  /** Whether a via-node restriction forbids going from one directed road to another. */
  readonly isRestricted: (from: number, to: number) => boolean;
}

/** The legs by which a roundabout comes into a junction and goes on. */
interface Ring {
  readonly ringIn: number;
  readonly ringOut: number;
}

/** A junction, with what all of its turns need to know. */
export interface TurnPlace {
  readonly node: number;
  readonly legs: Uint32Array;
  /** Undefined where no roundabout passes through. */
  readonly ring: Ring | undefined;
}

export function turnPlace(context: TurnContext, node: number): TurnPlace {
  const { junctions } = context;
  const legs = junctions.legs.subarray(junctions.legOffset[node]!, junctions.legOffset[node + 1]!);
  let ringIn = -1;
  let ringOut = -1;
  for (const leg of legs) {
    if (!travelOf(context, leg).roundabout) continue;
    if (junctions.open[leg]) ringOut = leg;
    else ringIn = leg;
  }
  return { node, legs, ring: ringIn < 0 || ringOut < 0 ? undefined : { ringIn, ringOut } };
}

/**
 * Cost of arriving at a junction by one leg and leaving by another, in deciseconds, or `FORBIDDEN`.
 * Angles are charged where more than two roads meet, where the mode changes and on u-turns
 * (OSRM-CAR facts, "Turns"); obstacles at the node are added.
 */
export function turnDs(context: TurnContext, place: TurnPlace, arrive: number, leave: number): Deciseconds {
  const { node, legs } = place;
  if (!isTurnAllowed(context, place, arrive, leave)) return FORBIDDEN;
  const isUTurn = arrive === leave || isAcrossCarriageways(context, arrive, leave);
  const angle = isUTurn ? 180 : turnAngle(context.junctions, arrive, leave);
  const travel = context.roads.nodeTravel.get(node);
  const obstacles = travel ? obstaclesDs(context, travel, legs, arrive, leave) : 0;
  const charged = legs.length > 2 || isUTurn || modeOf(context, arrive) !== modeOf(context, leave);
  return obstacles + (charged ? turnCostDs(context.costs, angle, isUTurn) : 0);
}

/**
 * The turn curve: next to nothing straight on, growing to `turnSeconds` for a turn back.
 * @param angle degrees, 0 straight on, positive to the right, within -180 .. 180
 */
export function turnCostDs(costs: TurnCosts, angle: number, isUTurn: boolean): Deciseconds {
  const { turnSeconds, bias, uTurnSeconds } = costs;
  const exponent = angle >= 0 ? ((13 / bias) * angle) / 180 - 6.5 * bias : (13 * bias * -angle) / 180 - 6.5 / bias;
  const seconds = turnSeconds / (1 + exponential(-exponent)) + (isUTurn ? uTurnSeconds : 0);
  return Math.trunc(seconds * 10);
}

function turnAngle(junctions: Junctions, arrive: number, leave: number): number {
  const angle = junctions.bearing[leave]! - (junctions.bearing[arrive]! + 180);
  return ((((angle + 180) % 360) + 360) % 360) - 180;
}

/**
 * From one carriageway of a divided road straight back along the other: the same road by name and
 * class, one side leading in, the other out, within `CARRIAGEWAYS_DEGREES` of each other. A u-turn in all but the
 * drawing.
 */
function isAcrossCarriageways(context: TurnContext, arrive: number, leave: number): boolean {
  const { junctions } = context;
  if (junctions.open[arrive] || junctions.open[leave ^ 1]) return false;
  const a = travelOf(context, arrive);
  const b = travelOf(context, leave);
  const named = a.name !== '' || a.ref !== '';
  if (!named || a.name !== b.name || a.ref !== b.ref || a.roadClass !== b.roadClass) return false;
  if (a.roundabout || b.roundabout) return false;
  const between = Math.abs(junctions.bearing[arrive]! - junctions.bearing[leave]!);
  return Math.min(between, 360 - between) < CARRIAGEWAYS_DEGREES;
}

function isTurnAllowed(context: TurnContext, { node, legs, ring }: TurnPlace, arrive: number, leave: number): boolean {
  const { junctions, isRestricted } = context;
  const from = arrive ^ 1;
  if (!junctions.open[from] || !junctions.open[leave] || isRestricted(from, leave)) return false;
  const travel = context.roads.nodeTravel.get(node);
  if (arrive === leave) return isUTurnAllowed(context, travel, legs, from);
  return !travel?.closed && !isAgainstRoundabout(context, ring, arrive, leave);
}

/** At dead ends, barriers and turning places, and where there is no other way on or no other way in. */
function isUTurnAllowed(
  context: TurnContext,
  travel: NodeTravel | undefined,
  legs: Uint32Array,
  from: number,
): boolean {
  if (travel?.closed || travel?.uTurnAllowed || legs.length === 1) return true;
  let exits = 0;
  let entries = 0;
  for (const leg of legs) {
    if (context.junctions.open[leg] && !context.isRestricted(from, leg)) exits++;
    if (context.junctions.open[leg ^ 1]) entries++;
  }
  return exits === 1 || entries <= 1;
}

/**
 * Where a roundabout passes through the node, a driver who comes in from outside must not cut back to
 * an exit that lies behind the entry against the flow.
 */
function isAgainstRoundabout(
  { junctions }: TurnContext,
  ring: Ring | undefined,
  arrive: number,
  leave: number,
): boolean {
  if (!ring) return false;
  const { ringIn, ringOut } = ring;
  const onRing = (leg: number) => leg === ringIn || leg === ringOut;
  if (onRing(arrive) || onRing(leave)) return false;
  // Seen from where the ring comes in, turning with the clock.
  const clockwise = (leg: number): Bearing => (junctions.bearing[leg]! - junctions.bearing[ringIn]! + 360) % 360;
  const out = clockwise(ringOut);
  const entry = clockwise(arrive);
  const exit = clockwise(leave);
  return entry < out ? exit < entry : exit > entry;
}

function obstaclesDs(
  context: TurnContext,
  travel: NodeTravel,
  legs: Uint32Array,
  arrive: number,
  leave: number,
): Deciseconds {
  let total = 0;
  for (const obstacle of travel.obstacles) {
    if (applies(context, obstacle, legs, arrive, leave)) total += obstacle.costDs;
  }
  return total;
}

function applies(context: TurnContext, obstacle: Obstacle, legs: Uint32Array, arrive: number, leave: number): boolean {
  const { roadDm } = context;
  if (obstacle.direction === 'forward' && !arrivesAlongWay(context, arrive)) return false;
  if (obstacle.direction === 'backward' && arrivesAlongWay(context, arrive)) return false;
  if (obstacle.kind === 'stop-minor') return isFromSlowerRoad(context, legs, arrive);
  const facesAway =
    obstacle.kind === 'stop' &&
    obstacle.direction === 'unstated' &&
    legs.length === 2 &&
    roadDm[arrive >> 1]! < STOP_SIGN_REACH_DM &&
    roadDm[leave >> 1]! > STOP_SIGN_REACH_DM;
  return !facesAway;
}

/** Whether a driver arriving by this leg moves along the node order of the OSM way. */
function arrivesAlongWay(context: TurnContext, arrive: number): boolean {
  const { chains, segments } = context;
  const segment = legSegment(chains, arrive);
  return (segments.nodeB[segment] === legNode(chains, arrive)) === (segments.alongWay[segment] === 1);
}

function isFromSlowerRoad(context: TurnContext, legs: Uint32Array, arrive: number): boolean {
  let fastest = 0;
  for (const leg of legs) fastest = Math.max(fastest, legSpeed(context, leg));
  return legSpeed(context, arrive) < fastest;
}

/** Speed of the way next to the junction, in its quicker direction; a way of fixed time counts as standing. */
function legSpeed(context: TurnContext, leg: number): KilometresPerHour {
  const { forward, backward } = travelOf(context, leg);
  const speed = (travel: Travel | undefined) => (travel && 'kmh' in travel ? travel.kmh : 0);
  return Math.max(speed(forward), speed(backward));
}

function travelOf(context: TurnContext, leg: number) {
  return context.roads.wayTravel[context.segments.way[legSegment(context.chains, leg)]!]!;
}

function modeOf(context: TurnContext, leg: number): string {
  return travelOf(context, leg).mode;
}
