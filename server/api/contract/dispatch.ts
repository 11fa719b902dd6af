import { type Static, Type } from 'typebox';
import { About } from './about.ts';
import { GroupQuery, Seconds } from './groups.ts';
import { ResponseRuleQuery } from './rule.ts';
import { Coord, CountyQuery, EngineDemand, Id, LonLatText, Named, OneOf, OrNull, Strict } from './shared.ts';
import { RouteView } from './travel.ts';

export const DispatchQuery = Strict({
  ...CountyQuery,
  ...ResponseRuleQuery,
  ...GroupQuery,
  at: Type.Optional(LonLatText),
  settlement: Type.Optional(Id),
  time: Type.Optional(
    Type.String({
      maxLength: 30,
      description: 'civil time of the county, by default now',
      examples: ['2026-11-24T22:30'],
    }),
  ),
  workingDay: Type.Optional(Type.Boolean({ description: 'where the calendar says otherwise than the weekday' })),
  engine: Type.Optional(EngineDemand),
});
export type DispatchQueryValues = Static<typeof DispatchQuery>;

const Clock = Strict({
  stationId: Type.String(),
  name: Type.String(),
  turnoutSeconds: Type.Number({ description: 'from the call to departure 接警至出发' }),
  driveSeconds: OrNull(Seconds),
  arrivalSeconds: OrNull(Seconds),
  withinRule: OrNull(Type.Boolean({ description: 'null where the fastest route alone cannot tell' })),
});

const Responder = Strict({
  rank: Type.Integer({ minimum: 1 }),
  stationId: Type.String(),
  name: Type.String(),
  role: OneOf(['local', 'central', 'other']),
  onDuty: Type.Boolean({ description: 'false while its duty is pooled at the central station' }),
  driveSeconds: OrNull(Seconds),
  metres: OrNull(Type.Number()),
  turnoutSeconds: Type.Number(),
  arrivalSeconds: OrNull(Seconds),
  withinRule: OrNull(Type.Boolean()),
  statusText: Type.String(),
});

export const DispatchAnswer = Named(
  'DispatchAnswer',
  Strict({
    about: About,
    place: Strict({
      coord: Coord,
      settlementId: OrNull(Type.String()),
      name: OrNull(Type.String()),
      townshipName: OrNull(Type.String()),
      inCounty: OrNull(Type.Boolean({ description: 'null where the version has no boundary' })),
      metresToRoad: OrNull(Type.Number()),
    }),
    time: Type.String({ description: 'civil time of the county' }),
    period: OneOf(['day', 'night']),
    workingDay: Type.Boolean(),
    pooled: Type.Boolean({ description: 'duty is pooled at the central station 夜间/非工作日集约用警' }),
    turnoutSeconds: Type.Number(),
    answeringId: OrNull(Type.String({ description: 'who answers now' })),
    local: OrNull(Clock),
    support: OrNull(Clock),
    nextId: OrNull(Type.String({ description: 'next in line' })),
    responders: Type.Array(Responder),
    route: OrNull(RouteView),
    sentences: Type.Array(Type.String()),
  }),
);
export type DispatchAnswerBody = Static<typeof DispatchAnswer>;
