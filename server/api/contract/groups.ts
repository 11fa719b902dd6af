import { type Static, Type } from 'typebox';
import { About } from './about.ts';
import { RuleBody } from './rule.ts';
import { Id, Named, OneOf, OrNull, Strict } from './shared.ts';

const STATUSES = ['pass', 'marginal', 'fail'] as const;
export const Status = OneOf(STATUSES, { description: '达标 / 临界 / 不达标' });
export const Seconds = Type.Number({ minimum: 0, description: 'off-road legs included' });
export const Metres = Type.Number({ minimum: 0, description: 'off-road legs included' });

/** A group as a request names it; without an id it is named after its centre. */
export const GroupBody = Named(
  'GroupBody',
  Strict({
    id: Type.Optional(Id),
    centreId: Id,
    memberIds: Type.Array(Id, { maxItems: 500, description: 'without the centre' }),
  }),
);
export const GroupList = Type.Array(GroupBody, { maxItems: 500 });
export type GroupListBody = Static<typeof GroupList>;

/** Which groups a question is about, where it does not name them: a kept plan’s, else proposed ones. */
export const GroupQuery = {
  plan: Type.Optional(Id),
  maxGroup: Type.Optional(
    Type.Integer({ minimum: 2, maximum: 1000, description: 'most stations in a proposed group' }),
  ),
};

export const EvaluationBody = Named('EvaluationBody', Strict({ groups: GroupList, rule: Type.Optional(RuleBody) }));

export const Tally = Named(
  'Tally',
  Strict({
    withinCount: Type.Integer({ description: 'settlements that meet the rule, near the limit included' }),
    count: Type.Integer({ description: 'settlements counted' }),
    withinWeight: Type.Integer({ description: 'numerator of the weighted rate' }),
    weight: Type.Integer({ description: 'denominator of the weighted rate' }),
  }),
);

const Extreme = Strict({ settlementId: Type.String(), seconds: Seconds, metres: Metres });

export const GroupView = Named(
  'GroupView',
  Strict({
    id: Type.String(),
    centreId: Type.String(),
    memberIds: Type.Array(Type.String()),
    status: OneOf([...STATUSES, 'empty']),
    statusText: Type.String(),
    settlements: Type.Integer({ description: 'of all its stations, counted or not' }),
    tally: Tally,
    overLimit: Type.Array(Strict({ settlementId: Type.String(), reason: Type.String(), reasonText: Type.String() })),
    farthestByLength: OrNull(Extreme),
    farthestByTime: OrNull(Extreme),
    p95Seconds: OrNull(Seconds),
    straightRadiusMetres: OrNull(Type.Number()),
    offRoadTimeShare: OrNull(Type.Number({ minimum: 0, maximum: 1 })),
    connectorCount: Type.Integer(),
    officers: OrNull(Type.Integer({ description: 'null where not every station gives a figure' })),
    auxiliaries: OrNull(Type.Integer()),
    connected: OrNull(Type.Boolean({ description: 'whether its stations’ areas hang together 临近' })),
  }),
);
export type GroupViewBody = Static<typeof GroupView>;

export const SettlementResult = Named(
  'SettlementResult',
  Strict({
    id: Type.String(),
    groupId: Type.String(),
    standAlone: Type.Boolean(),
    ownStationId: Type.String(),
    centreId: Type.String({ description: 'who supports: the group’s centre; where the station stands alone, itself' }),
    counted: Type.Boolean({ description: 'whether the scope of the rule counts it' }),
    status: Status,
    reason: OrNull(Type.String({ description: 'why it fails' })),
    firstResponseSeconds: OrNull(Seconds),
    supportSeconds: OrNull(Seconds),
    supportMetres: OrNull(Metres),
    connector: Type.Boolean({ description: 'its leg to the road is a virtual connector' }),
  }),
);

export const GroupsAnswer = Named(
  'GroupsAnswer',
  Strict({
    about: About,
    proposer: OrNull(Strict({ name: Type.String(), kind: Type.String(), note: Type.String() })),
    weightedBy: OneOf(['population', 'households', 'settlements']),
    groups: Type.Array(GroupView),
    standAlone: Type.Array(GroupView),
    settlements: Type.Array(SettlementResult, { description: 'in the settlements’ order' }),
    alone: Type.Array(Strict({ stationId: Type.String(), text: Type.String() })),
    notes: Type.Array(Type.String()),
    totals: Strict({ grouped: Tally, standAlone: Tally, county: Tally }),
  }),
);
export type GroupsAnswerBody = Static<typeof GroupsAnswer>;
