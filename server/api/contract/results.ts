import { type Static, Type } from 'typebox';
import { RuleView } from './rule.ts';
import { ConditionWord, Named, OneOf, OrNull, Strict, VersionNumber } from './shared.ts';

export const ResultView = Named(
  'ResultView',
  Strict({
    inputHash: Type.String({ description: 'as the answer’s `about` names it' }),
    kind: OneOf(['groups', 'catchments', 'hexagons']),
    version: VersionNumber,
    profile: Type.String({ description: 'speed profile, the condition included' }),
    condition: ConditionWord,
    engine: OneOf(['embedded', 'osrm']),
    rule: OrNull(RuleView),
    createdAt: Type.String({ description: 'ISO 8601' }),
    byteLength: Type.Integer({ minimum: 0, description: 'of the answer, as JSON in Chinese' }),
  }),
);
export type ResultViewBody = Static<typeof ResultView>;
