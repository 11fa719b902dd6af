import { type Static, Type } from 'typebox';
import { About } from './about.ts';
import { Named, OrNull, Strict } from './shared.ts';

export const CatchmentSummaryView = Named(
  'CatchmentSummaryView',
  Strict({
    stations: Type.Integer(),
    settlements: Type.Integer(),
    settlementsWithinRule: Type.Integer({ description: 'at least one station serves it within the rule' }),
    settlementsBeyondTime: Type.Integer({ description: 'no station reaches it within the minutes' }),
    settlementsOffRoad: Type.Integer({ description: 'farther than the snap limit from any road' }),
    stationsOffRoad: Type.Integer(),
    cells: Type.Integer(),
    cellsInTime: Type.Integer({ description: 'some station reaches it within the minutes' }),
  }),
);

const Nearest = {
  stationId: OrNull(Type.String({ description: 'soonest to arrive' })),
  seconds: OrNull(Type.Number()),
  metres: OrNull(Type.Number()),
  nextStationId: OrNull(Type.String()),
  nextSeconds: OrNull(Type.Number()),
};

export const SettlementCatchment = Named(
  'SettlementCatchment',
  Strict({
    id: Type.String(),
    ...Nearest,
    stationsWithinRule: Type.Integer(),
    metresToRoad: OrNull(Type.Number()),
  }),
);

export const StationCatchment = Named(
  'StationCatchment',
  Strict({
    id: Type.String(),
    settlements: Type.Integer({ description: 'within the rule' }),
    marginalSettlements: Type.Integer(),
    metresToRoad: OrNull(Type.Number()),
  }),
);

export const CatchmentsAnswer = Named(
  'CatchmentsAnswer',
  Strict({
    about: About,
    summary: CatchmentSummaryView,
    stations: Type.Array(StationCatchment),
    settlements: Type.Array(SettlementCatchment),
  }),
);
export type CatchmentsAnswerBody = Static<typeof CatchmentsAnswer>;

export const HexagonView = Named(
  'HexagonView',
  Strict({
    cell: Type.String({ description: 'H3' }),
    ...Nearest,
    inTime: Type.Boolean({ description: 'some station arrives within the rule’s minutes' }),
    households: OrNull(Type.Integer()),
    population: OrNull(Type.Integer()),
    sampleTooSmall: Type.Boolean(),
  }),
);

export const HexagonsAnswer = Named(
  'HexagonsAnswer',
  Strict({
    about: About,
    resolution: Type.Integer(),
    summary: CatchmentSummaryView,
    hexagons: Type.Array(HexagonView),
  }),
);
export type HexagonsAnswerBody = Static<typeof HexagonsAnswer>;
