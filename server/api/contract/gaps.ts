import { type Static, Type } from 'typebox';
import { GAP_KINDS } from '../../../geodata/coverage/gap.ts';
import type { GapWeights } from '../../../geodata/coverage/gap-weights.ts';
import { DEFAULT_GAP_WEIGHTS } from '../../../geodata/coverage/gap-weights.ts';
import { About } from './about.ts';
import { RuleVersion } from './scorecard.ts';
import { Coord, Named, OneOf, OrNull, Strict } from './shared.ts';

export const GapKindWord = OneOf(GAP_KINDS);

const Weight = (value: number, of: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: `${of}; by default ${value}` }));

/** What counts how much; only the proportions matter. */
export const WeightQuery = {
  responseWeight: Weight(DEFAULT_GAP_WEIGHTS.kinds.response, 'of the kind response'),
  officersWeight: Weight(DEFAULT_GAP_WEIGHTS.kinds.officers, 'of the kind officers'),
  videoEquipWeight: Weight(DEFAULT_GAP_WEIGHTS.kinds['video-equip'], 'of the kind video-equip'),
  videoNetworkWeight: Weight(DEFAULT_GAP_WEIGHTS.kinds['video-network'], 'of the kind video-network'),
  volunteersWeight: Weight(DEFAULT_GAP_WEIGHTS.kinds.volunteers, 'of the kind volunteers'),
  auxiliariesWeight: Weight(DEFAULT_GAP_WEIGHTS.kinds.auxiliaries, 'of the kind auxiliaries'),
  severityWeight: Weight(DEFAULT_GAP_WEIGHTS.severity, 'of how far from the threshold'),
  householdsWeight: Weight(DEFAULT_GAP_WEIGHTS.households, 'of households touched'),
};

type WeightChoice = { readonly [Name in keyof typeof WeightQuery]?: number | undefined };

/** The weights that a request's parameters make. */
export function weightsOf(choice: WeightChoice): GapWeights {
  const { kinds, severity, households } = DEFAULT_GAP_WEIGHTS;
  return {
    kinds: {
      response: choice.responseWeight ?? kinds.response,
      officers: choice.officersWeight ?? kinds.officers,
      'video-equip': choice.videoEquipWeight ?? kinds['video-equip'],
      'video-network': choice.videoNetworkWeight ?? kinds['video-network'],
      volunteers: choice.volunteersWeight ?? kinds.volunteers,
      auxiliaries: choice.auxiliariesWeight ?? kinds.auxiliaries,
    },
    severity: choice.severityWeight ?? severity,
    households: choice.householdsWeight ?? households,
  };
}

const Place = Strict({
  kind: OneOf(['settlement', 'cell', 'unit', 'station']),
  id: Type.String(),
  name: Type.String(),
  township: OrNull(Type.String()),
  coord: OrNull(Coord),
});

const ShortageView = Strict({
  value: OrNull(Type.Number({ description: 'null where nothing is reached at all' })),
  threshold: Type.Number(),
  unit: Type.String(),
  toClose: OrNull(Type.Integer({ description: 'null where no number of steps is known to close it' })),
  closedBy: Type.String(),
});

export const GapView = Named(
  'GapView',
  Strict({
    rank: Type.Integer({ minimum: 1, description: 'in the whole list, whatever the filters' }),
    id: Type.String(),
    kind: GapKindWord,
    kindText: Type.String(),
    place: Place,
    shortages: Type.Array(ShortageView),
    reason: Type.String(),
    closing: Type.String({ description: 'what would close it' }),
    households: OrNull(Type.Integer({ description: 'touched; of those that are shown' })),
    population: OrNull(Type.Integer()),
    isLowerBound: Type.Boolean({ description: 'some of the places touched do not say, or may not be shown' }),
    severity: Type.Integer({ description: 'thousandths of the threshold' }),
    score: Type.Integer(),
    parts: Strict({ kind: Type.Integer(), severity: Type.Integer(), households: Type.Integer() }),
    why: Type.String({ description: 'why it ranks there' }),
    bestRank: Type.Integer({ description: 'as each weight is halved and doubled' }),
    worstRank: Type.Integer(),
    inTop: Type.Integer({ description: 'so many of these weights keep it among the first 20' }),
  }),
);
export type GapViewBody = Static<typeof GapView>;

export const GapsAnswer = Named(
  'GapsAnswer',
  Strict({
    about: About,
    ruleVersion: RuleVersion,
    weights: Strict({
      kinds: Type.Record(Type.String(), Type.Integer()),
      severity: Type.Integer(),
      households: Type.Integer(),
    }),
    weightings: Type.Integer({ description: 'weights that ranks are tried with' }),
    total: Type.Integer({ description: 'gaps of the county' }),
    matching: Type.Integer({ description: 'of these, gaps of the township and kind asked for' }),
    gaps: Type.Array(GapView),
    unjudged: Type.Array(
      Strict({
        kind: GapKindWord,
        kindText: Type.String(),
        place: Place,
        sampleTooSmall: Type.Boolean({ description: 'withheld; else a figure is not reported, or no road is near' }),
      }),
    ),
  }),
);
export type GapsAnswerBody = Static<typeof GapsAnswer>;
