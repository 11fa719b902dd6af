import {
  type CountedBy,
  coverageRate,
  type EquippedReading,
  networkedRate,
  type VideoRate,
  videoCounts,
} from '../../coverage/video-rates.ts';
import type { Compound } from '../../records/county-records.ts';
import { byText } from '../../text-order.ts';
import type { Judgement } from '../judge.ts';
import type { Measure, Remark } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import type { StandardsInput } from '../standards-input.ts';
import { judgedUnit, type UnitIdentity, type UnitResult, unjudgedUnit, unknownUnit } from '../unit-result.ts';

/** Clause 12, coverage: compounds that are due and equipped out of those due. */
export function measureVideoCoverage(input: StandardsInput, settings: RuleSettings): Measure {
  const { equipped, by } = readingOf(settings);
  return measureCompounds(input, settings, {
    rateOf: (compound) => coverageRate(videoCounts([compound]), equipped, by),
    lacking: 'not-equipped',
    outside: () => 'not-due',
  });
}

/** Clause 12, networked: compounds connected to the platform out of those equipped, or out of those due. */
export function measureVideoNetwork(input: StandardsInput, settings: RuleSettings): Measure {
  const { equipped, by } = readingOf(settings);
  const over = switchOf(settings, 'denominator') === 'due' ? 'due' : 'equipped';
  return measureCompounds(input, settings, {
    rateOf: (compound) => networkedRate(videoCounts([compound]), equipped, by, over),
    lacking: 'not-networked',
    outside: ({ due }) => (due ? 'not-in-base' : 'not-due'),
  });
}

interface CompoundRate {
  /** The rate of one compound: its own part of the county's. */
  readonly rateOf: (compound: Compound) => VideoRate;
  readonly lacking: UnitResult['reason'];
  /** Why a compound is in neither number. */
  readonly outside: (compound: Compound) => UnitResult['reason'];
}

const FIELD: Readonly<Record<CountedBy, string>> = {
  compounds: 'compounds',
  households: 'households',
  devices: 'devices',
};

const MEETS: Judgement = { verdict: 'pass', met: true };
const LACKS: Judgement = { verdict: 'fail', met: false };

function measureCompounds({ records }: StandardsInput, settings: RuleSettings, rate: CompoundRate): Measure {
  const { by } = readingOf(settings);
  return {
    summary: { kind: 'sum', percent: thresholdOf(settings, 'sharePercent') },
    units: records.compounds.map((compound) => compoundUnit(compound, by, rate)),
    remarks: strayCompounds(records.compounds, new Set(records.units.map(({ code }) => code))),
  };
}

function compoundUnit(compound: Compound, by: CountedBy, { rateOf, lacking, outside }: CompoundRate): UnitResult {
  const { id, name, asOf } = compound;
  const identity: UnitIdentity = { unit: 'compound', unitId: id, name, asOf };
  const { ratio: value, unknown } = rateOf(compound);
  if (unknown > 0) return unknownUnit(identity, [FIELD[by]]);
  if (value.denominator > 0) {
    const meets = value.numerator > 0;
    return judgedUnit(identity, meets ? MEETS : LACKS, { reason: meets ? 'meets' : lacking, value });
  }
  const isCounted = rateOf({ ...compound, households: 1, devices: 1 }).ratio.denominator > 0;
  return unjudgedUnit(identity, isCounted ? 'nothing-to-count' : outside(compound), { value });
}

function readingOf(settings: RuleSettings): { equipped: EquippedReading; by: CountedBy } {
  return {
    equipped: EQUIPPED.find((reading) => reading === switchOf(settings, 'equipped')) ?? 'accepted',
    by: COUNTED_BY.find((by) => by === switchOf(settings, 'weight')) ?? 'compounds',
  };
}

const EQUIPPED: readonly EquippedReading[] = ['accepted', 'built', 'under-construction'];
const COUNTED_BY: readonly CountedBy[] = ['compounds', 'households', 'devices'];

/** Compounds whose community or village is not among the units: counted in the county, and in no part of it. */
function strayCompounds(compounds: readonly Compound[], codes: ReadonlySet<string>): Remark[] {
  const ids = compounds
    .filter(({ unitCode }) => !codes.has(unitCode))
    .map(({ id }) => id)
    .sort(byText);
  return codes.size === 0 || ids.length === 0 ? [] : [{ kind: 'compound-of-no-unit', ids }];
}
