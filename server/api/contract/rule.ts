import { type Static, Type } from 'typebox';
import { ConditionWord, Named, OneOf, Strict } from './shared.ts';

const COMBINES = ['and', 'or', 'distance', 'time'] as const;
const METRICS = ['road', 'straight'] as const;
const SCOPES = ['settlements', 'administrative', 'station', 'share'] as const;

const Kilometres = Type.Number({ minimum: 0.1, maximum: 1000, description: 'response radius, inclusive 以内' });
const Minutes = Type.Number({ minimum: 0.1, maximum: 1440, description: 'driving time, exclusive 少于' });
const Combine = OneOf(COMBINES, { description: 'how the limits are read together 且 / 或 / 仅距离 / 仅时间' });
const Metric = OneOf(METRICS, { description: 'distance along the road or in a straight line' });
const Scope = OneOf(SCOPES, { description: 'what must pass for a group to pass 统计范围' });
const Share = Type.Number({ exclusiveMinimum: 0, maximum: 100, description: 'per cent, for scope share' });

/** The response rule as query parameters; clause 6 of the standard by default. */
export const ResponseRuleQuery = {
  maxKilometres: Type.Optional(Kilometres),
  maxMinutes: Type.Optional(Minutes),
  combine: Type.Optional(Combine),
  metric: Type.Optional(Metric),
  condition: Type.Optional(ConditionWord),
};

/** The counting rule 统计口径 as query parameters. */
export const RuleQuery = { ...ResponseRuleQuery, scope: Type.Optional(Scope), share: Type.Optional(Share) };

/** The same as a member of a request's body. */
export const RuleBody = Named('RuleBody', Strict(RuleQuery));
export type RuleChoice = Static<typeof RuleBody>;

/** The rule that an answer was computed by. */
export const RuleView = Named(
  'RuleView',
  Strict({
    maxKilometres: Kilometres,
    maxMinutes: Minutes,
    combine: Combine,
    metric: Metric,
    condition: ConditionWord,
    scope: Scope,
    sharePercent: Type.Optional(Share),
  }),
);
