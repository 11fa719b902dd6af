import { type Static, Type } from 'typebox';
import { RuleView } from './rule.ts';
import { ConditionWord, LabelledLine, Named, OneOf, Strict, VersionSourceView } from './shared.ts';

/** What an answer was made of and by, so that it can be made again, and in words. */
export const About = Named(
  'About',
  Strict({
    county: Strict({ code: Type.String(), name: Type.String() }),
    version: Strict({
      number: Type.Integer(),
      createdAt: Type.String({ description: 'ISO 8601' }),
      note: Type.String(),
      sources: Type.Array(VersionSourceView),
    }),
    engine: OneOf(['embedded', 'osrm']),
    note: Type.Optional(Type.String({ description: 'what a reader must be told, in the language of the request' })),
    profile: Type.String({ description: 'speed profile, the condition included' }),
    condition: ConditionWord,
    networkHash: Type.String({ description: 'SHA-256 of the road network; for OSRM, the server’s address' }),
    offRoad: Strict({
      detourFactor: Type.Number(),
      kmh: Type.Number({ description: 'speed of the estimated leg between a place and its road' }),
    }),
    rule: Type.Optional(RuleView),
    inputHash: Type.String({ description: 'SHA-256 of everything that the answer depends on' }),
    lines: Type.Array(LabelledLine, { description: 'the same in words 口径说明' }),
  }),
);
export type AboutView = Static<typeof About>;
