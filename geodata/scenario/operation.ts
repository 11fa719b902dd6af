import type { Station } from '../catchment/places.ts';
import type { CountingScope } from '../grouping/counting-rule.ts';
import type { Condition } from '../roads/profiles/conditions.ts';
import type { RoadClass } from '../roads/road-class.ts';
import type { Combine, DistanceMetric } from '../travel/two-limit-rule.ts';
import type { Decimetres, Deciseconds, KilometresPerHour, LonLat } from '../units.ts';

/** What can be shifted from station to station: 民警, 辅警, 车辆. */
export const STRENGTHS = ['officers', 'auxiliaries', 'vehicles'] as const;

export type Strength = (typeof STRENGTHS)[number];

/** Puts a station, of the baseline or opened, at another place. */
export interface MoveStation {
  readonly kind: 'move-station';
  readonly stationId: string;
  readonly coord: LonLat;
}

/** Opens a station without any strength: whoever shall work there is shifted there from elsewhere. Said again, it sets anew. */
export interface OpenStation {
  readonly kind: 'open-station';
  readonly stationId: string;
  readonly name: string;
  readonly coord: LonLat;
  readonly stationKind: Station['kind'];
  readonly township?: string;
}

/** Closes a station, whose strength has been shifted away. A member leaves its group; a centre must be without members. */
export interface CloseStation {
  readonly kind: 'close-station';
  readonly stationId: string;
}

/** Makes a station the centre of a group, which is made where there is none; a former centre becomes a member. */
export interface SetCentral {
  readonly kind: 'set-central';
  readonly groupId: string;
  readonly stationId: string;
}

/** Sets all members of a group at once. */
export interface SetMembers {
  readonly kind: 'set-members';
  readonly groupId: string;
  readonly memberIds: readonly string[];
}

/** Lets a member stand alone. A group whose last member leaves is dissolved. */
export interface RemoveFromGroup {
  readonly kind: 'remove-from-group';
  readonly stationId: string;
}

/** Dissolves a group: all of its stations stand alone. */
export interface DissolveGroup {
  readonly kind: 'dissolve-group';
  readonly groupId: string;
}

/** Shifts strength between two or more stations: how many each has afterwards, the sum staying what it was. */
export interface ShiftStrength {
  readonly kind: 'shift-strength';
  readonly strength: Strength;
  readonly after: readonly { readonly stationId: string; readonly count: number }[];
}

/** Closes the road, from junction to junction, that the piece of an OSM way nearest to a point is part of. */
export interface CloseRoad {
  readonly kind: 'close-road';
  readonly wayId: number;
  readonly at: LonLat;
}

/** Takes back a closure of this scenario. */
export interface ReopenRoad {
  readonly kind: 'reopen-road';
  readonly wayId: number;
  readonly at: LonLat;
}

/** Draws a planned road, driven along the line only where it is one-way. Said again under its id, it is drawn anew. */
export interface PlanRoad {
  readonly kind: 'plan-road';
  readonly roadId: string;
  readonly line: readonly LonLat[];
  readonly roadClass: RoadClass;
  readonly kmh: KilometresPerHour;
  readonly oneway: boolean;
}

/** Takes back a planned road of this scenario. */
export interface WithdrawRoad {
  readonly kind: 'withdraw-road';
  readonly roadId: string;
}

/** The speed on every road of a class. */
export interface SetClassSpeed {
  readonly kind: 'set-class-speed';
  readonly roadClass: RoadClass;
  readonly kmh: KilometresPerHour;
}

/** Light and weather 情景: the speeds that go with it, and the counting rule's. */
export interface SetCondition {
  readonly kind: 'set-condition';
  readonly condition: Condition;
}

/** Changes the counting rule in what is given; the rest stays. */
export interface ChangeRule {
  readonly kind: 'change-rule';
  readonly limitDm?: Decimetres;
  readonly limitDs?: Deciseconds;
  readonly combine?: Combine;
  readonly metric?: DistanceMetric;
  readonly scope?: CountingScope;
  /** Per cent; together with scope `share`. */
  readonly sharePercent?: number;
}

/**
 * One change of a scenario. Each states what shall be and never by how much it differs, so that saying it twice
 * is saying it once.
 */
export type ScenarioOperation =
  | MoveStation
  | OpenStation
  | CloseStation
  | SetCentral
  | SetMembers
  | RemoveFromGroup
  | DissolveGroup
  | ShiftStrength
  | CloseRoad
  | ReopenRoad
  | PlanRoad
  | WithdrawRoad
  | SetClassSpeed
  | SetCondition
  | ChangeRule;

export type OperationKind = ScenarioOperation['kind'];
