import { type Static, Type } from 'typebox';
import { STANDARD_RULES } from '../../../geodata/standards/rule-set.ts';
import { About } from './about.ts';
import { LabelledLine, Named, OneOf, OrNull, Strict } from './shared.ts';

const RULE_IDS = STANDARD_RULES.map(({ id }) => id);

/** A rule by its id, or all rules of a clause: `c4`. */
export const ClauseChoice = OneOf([...new Set([...STANDARD_RULES.map(({ clause }) => `c${clause}`), ...RULE_IDS])], {
  description: 'a rule by its id, or all rules of a clause; their units are listed',
});

export const RuleVersion = Type.Integer({
  minimum: 0,
  maximum: 1_000_000,
  description: 'of the county’s standard rules, by default the one in force; 0: as the program has them',
});

const VERDICTS = ['pass', 'near', 'fail', 'no-data', 'not-judged'] as const;
const Verdict = OneOf(VERDICTS, { description: '达标 / 临界 / 不达标 / 无数据 / 不判定; decided on what is shown' });

const Amount = OrNull(
  Strict({
    numerator: Type.Integer(),
    denominator: Type.Integer({ description: '1 for a count' }),
  }),
);

const Counts = Strict({
  pass: Type.Integer(),
  near: Type.Integer(),
  fail: Type.Integer(),
  'no-data': Type.Integer(),
  'not-judged': Type.Integer(),
});

const Outcome = {
  value: Amount,
  valueText: OrNull(Type.String()),
  threshold: Type.String(),
  verdict: Verdict,
  met: OrNull(Type.Boolean({ description: 'near lies on either side of the threshold' })),
  verdictText: Type.String(),
  units: Counts,
  missing: Type.Integer({ description: 'units without data, never counted as zero' }),
  missingFields: Type.Array(Type.String(), { description: 'figures of the county that are not known' }),
  withheld: Type.Integer({ description: 'units whose figures are withheld 样本过小, and are no part of the value' }),
  asOf: OrNull(Strict({ oldest: Type.String(), newest: Type.String() })),
  undated: Type.Integer({ description: 'units whose tables give no date' }),
};

export const ClauseUnit = Named(
  'ClauseUnit',
  Strict({
    unit: Type.String({ description: 'what it is: station, village, compound ...' }),
    id: Type.String(),
    name: Type.String(),
    verdict: Verdict,
    met: OrNull(Type.Boolean()),
    verdictText: Type.String(),
    value: Amount,
    figures: Type.Record(Type.String(), Type.Integer()),
    missing: Type.Array(Type.String()),
    reason: Type.String(),
    reasonText: Type.String(),
    asOf: OrNull(Type.String()),
    sampleTooSmall: Type.Boolean({ description: 'its figures are withheld, and it is not judged' }),
  }),
);

export const ClauseView = Named(
  'ClauseView',
  Strict({
    id: OneOf(RULE_IDS),
    clause: Type.String(),
    title: Type.String(),
    text: Type.String(),
    formula: Type.String({ description: 'names numerator and denominator' }),
    counts: Type.String({ description: 'what its units are' }),
    unitText: Type.String(),
    lead: Type.Array(Type.String()),
    responsible: Type.Array(Type.String()),
    deadline: OrNull(Type.String()),
    switches: Type.Record(Type.String(), Type.String()),
    thresholds: Type.Record(Type.String(), Type.Integer()),
    readingText: Type.String(),
    ...Outcome,
    variants: Type.Array(
      Strict({ key: Type.String(), choice: Type.String(), readingText: Type.String(), ...Outcome }),
      { description: 'other readings, one switch turned at a time' },
    ),
    remarks: Type.Array(Strict({ kind: Type.String(), text: Type.String(), ids: Type.Array(Type.String()) })),
    listed: Type.Optional(Type.Array(ClauseUnit, { description: 'its units, where a clause is asked for' })),
  }),
);
export type ClauseViewBody = Static<typeof ClauseView>;

export const ScorecardAnswer = Named(
  'ScorecardAnswer',
  Strict({
    about: About,
    ruleVersion: RuleVersion,
    counts: Strict({ pass: Type.Integer(), near: Type.Integer(), fail: Type.Integer(), 'no-data': Type.Integer() }),
    clauses: Type.Array(ClauseView),
    notes: Type.Array(LabelledLine),
  }),
);
export type ScorecardAnswerBody = Static<typeof ScorecardAnswer>;

const RuleEditBody = Strict({
  enabled: Type.Optional(Type.Boolean()),
  switches: Type.Optional(Type.Record(Type.String(), Type.String())),
  thresholds: Type.Optional(Type.Record(Type.String(), Type.Integer())),
});

/** What a county changes of the rules, by rule; what it does not name stays as the program has it. */
export const RuleSetBody = Named('RuleSetBody', Strict({ rules: Type.Record(Type.String(), RuleEditBody) }));

export const StandardRulesVersionView = Named(
  'StandardRulesVersionView',
  Strict({
    number: Type.Integer({ minimum: 1 }),
    createdAt: Type.String({ description: 'ISO 8601' }),
    note: Type.String(),
    edits: RuleSetBody,
  }),
);

const Choice = Strict({ value: Type.String(), name: Type.String() });

export const StandardRuleView = Named(
  'StandardRuleView',
  Strict({
    id: OneOf(RULE_IDS),
    clause: Type.String(),
    title: Type.String(),
    text: Type.String(),
    formula: Type.String(),
    enabled: Type.Boolean(),
    switches: Type.Array(
      Strict({
        key: Type.String(),
        name: Type.String(),
        value: Type.String({ description: 'in force' }),
        values: Type.Array(Choice, { description: 'the first is the default reading' }),
      }),
    ),
    thresholds: Type.Array(
      Strict({
        key: Type.String(),
        name: Type.String(),
        unit: Type.String(),
        value: Type.Integer({ description: 'in force' }),
        default: Type.Integer(),
        least: Type.Integer(),
        most: Type.Integer(),
      }),
    ),
  }),
);

export const StandardRulesAnswer = Named(
  'StandardRulesAnswer',
  Strict({
    inForce: RuleVersion,
    rules: Type.Array(StandardRuleView),
    versions: Type.Array(StandardRulesVersionView, { description: 'newest first' }),
  }),
);
export type StandardRulesBody = Static<typeof StandardRulesAnswer>;
