import { type Static, Type } from 'typebox';
import { About } from './about.ts';
import { SettlementView } from './counties.ts';
import { GroupList, Metres, Seconds, Status } from './groups.ts';
import { RuleBody } from './rule.ts';
import { Coord, Id, Named, OneOf, OrNull, Strict } from './shared.ts';
import { RouteView } from './travel.ts';

export const ExplainBody = Named(
  'ExplainBody',
  Strict({ settlement: Id, groups: GroupList, rule: Type.Optional(RuleBody) }),
);

const Leg = Strict({
  seconds: Type.Number(),
  metres: Type.Number(),
  connector: Type.Boolean({ description: 'a virtual connector 虚拟连接线' }),
});

export const ResponseView = Named(
  'ResponseView',
  Strict({
    station: Strict({ id: Type.String(), name: Type.String(), coord: Coord }),
    status: Status,
    statusText: Type.String(),
    reason: OrNull(Type.String()),
    reasonText: OrNull(Type.String()),
    proof: Type.String({ description: 'which kind of certificate' }),
    proofText: Type.String({ description: 'the certificate as a sentence that can be checked by hand' }),
    straightMetres: Type.Number(),
    offRoad: Strict({ seconds: Type.Number(), metres: Type.Number() }),
    stationLeg: Leg,
    settlementLeg: Leg,
    fastest: OrNull(RouteView),
    proofRoute: OrNull(RouteView),
  }),
);
export type ResponseViewBody = Static<typeof ResponseView>;

const NearStationView = Strict({ stationId: Type.String(), name: Type.String(), seconds: Seconds, metres: Metres });

export const ExplainAnswer = Named(
  'ExplainAnswer',
  Strict({
    about: About,
    settlement: SettlementView,
    groupId: OrNull(Type.String({ description: 'null where its own station stands alone' })),
    ownStationRule: Type.String(),
    ownStationRuleText: Type.String(),
    own: ResponseView,
    centre: OrNull(ResponseView),
    decisive: OneOf(['own', 'centre'], { description: 'whose response the result is' }),
    status: Status,
    statusText: Type.String(),
    reason: OrNull(Type.String()),
    reasonText: OrNull(Type.String()),
    nearest: Type.Array(NearStationView),
    alternative: OrNull(NearStationView),
    sentences: Type.Array(Type.String()),
  }),
);
export type ExplainAnswerBody = Static<typeof ExplainAnswer>;
