import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

/** The language of an answer's words. */
export type Language = 'zh' | 'en';
/** Longitude and latitude, degrees. */
export type Coord = readonly [lon: number, lat: number];

export type About = Schemas['About'];
export type CountyView = Schemas['CountyView'];
export type DeliveryView = Schemas['IntakeView'];
export type DispatchAnswer = Schemas['DispatchAnswer'];
export type ExplainAnswer = Schemas['ExplainAnswer'];
export type GroupsAnswer = Schemas['GroupsAnswer'];
export type GroupView = Schemas['GroupView'];
export type HexagonsAnswer = Schemas['HexagonsAnswer'];
export type HexagonView = Schemas['HexagonView'];
export type IntakeChoices = Schemas['IntakeChoices'];
export type ResponseView = Schemas['ResponseView'];
export type RoomView = Schemas['RoomView'];
export type RoomKind = RoomView['kinds'][number];
export type RouteView = Schemas['RouteView'];
export type RuleView = Schemas['RuleView'];
export type SettlementResult = Schemas['SettlementResult'];
export type SettlementView = Schemas['SettlementView'];
export type StationView = Schemas['StationView'];
export type Tally = Schemas['Tally'];
export type VersionView = Schemas['VersionView'];

/** A result 达标 / 临界 / 不达标. */
export type Status = SettlementResult['status'];
/** One of the two clocks of a call. */
export type Clock = NonNullable<DispatchAnswer['local']>;

/** What a delivery is committed as. */
export interface CommitChoice {
  readonly name: string;
  readonly note?: string;
  /** `good` leaves out the rows that have errors. */
  readonly rows: 'all' | 'good';
}
export type CoordinateEvidence = DeliveryView['coordinates'][number];
export type Finding = DeliveryView['findings']['items'][number];
