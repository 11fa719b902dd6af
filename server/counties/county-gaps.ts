import type { UnjudgedPlace } from '../../geodata/coverage/gap.ts';
import type { GapWeights } from '../../geodata/coverage/gap-weights.ts';
import { type GapInput, type RankedGap, rankGaps } from '../../geodata/coverage/rank-gaps.ts';
import { type RankStability, rankStability } from '../../geodata/coverage/rank-stability.ts';
import type { ResponsePlace } from '../../geodata/coverage/response-gaps.ts';
import type { EquippedReading } from '../../geodata/coverage/video-rates.ts';
import { type CountingRule, isCounted } from '../../geodata/grouping/counting-rule.ts';
import type { Evaluation } from '../../geodata/grouping/evaluate.ts';
import { type RuleSet, ruleOf, settingsOf } from '../../geodata/standards/rule-set.ts';
import { type RuleId, switchOf, thresholdOf } from '../../geodata/standards/standard-rule.ts';
import { staffedStations } from '../../geodata/standards/standards-input.ts';
import type { Verdict } from '../../geodata/travel/two-limit-rule.ts';
import type { LoadedCounty } from './loaded-county.ts';

/** A gap with its rank and what becomes of the rank under other weights. */
export interface CountyGap extends RankedGap {
  readonly stability: RankStability;
}

/** A place of which it cannot be told, or may not be told, whether it has a gap. */
export interface CountyUnjudged extends UnjudgedPlace {
  /** Its figures are withheld 样本过小; else a figure is not reported, or no road is near. */
  readonly isWithheld: boolean;
}

/** All gaps of a county, from the gravest, with their ranks in the whole list. */
export interface CountyGaps {
  readonly gaps: readonly CountyGap[];
  readonly unjudged: readonly CountyUnjudged[];
}

/** Stability is told of the first so many. */
export const TOP_GAPS = 20;

/**
 * Finds and ranks a county's gaps on figures that are shown, so that neither a shortage nor a rank tells anything that
 * is withheld: a unit whose figures are withheld is listed as not judged. Readings and numbers are those of the county's
 * rules.
 * @param evaluation of the county's groups: who supports each settlement, and whether in time
 */
export function countyGaps(
  county: LoadedCounty,
  evaluation: Evaluation,
  ruleSet: RuleSet,
  weights: GapWeights,
): CountyGaps {
  const { gaps, unjudged } = rankGaps(gapInput(county, evaluation, ruleSet), weights);
  const stability = rankStability(gaps, weights, TOP_GAPS);
  return {
    gaps: gaps.map((gap, index) => ({ ...gap, stability: stability[index]! })),
    unjudged: unjudged.map((found) => ({ ...found, isWithheld: isWithheld(county, found) })),
  };
}

function gapInput(county: LoadedCounty, evaluation: Evaluation, ruleSet: RuleSet): GapInput {
  const { places, records, shown } = county;
  const settings = (id: RuleId) => settingsOf(ruleOf(id), ruleSet);
  const onRolls = switchOf(settings('c4C'), 'officers') === 'on-rolls';
  const auxiliaries = settings('c5');
  const strengths = staffedStations({ records, stations: places.stations, townships: [] }).map(
    ({ station, strength }) => {
      const officers = onRolls ? strength.onRolls : strength.onDuty;
      return { stationId: station.id, ...(officers === undefined ? {} : { onDuty: officers }) };
    },
  );
  return {
    responses: responsePlaces(county, evaluation),
    limits: { seconds: evaluation.counting.limitDs / 10, metres: evaluation.counting.limitDm / 10 },
    stations: places.stations,
    strengths,
    units: shown.units,
    compounds: shown.compounds,
    equipped: switchOf(settings('c12-coverage'), 'equipped') as EquippedReading,
    volunteers: switchOf(settings('c15-rural'), 'urbanRural') === 'unit-kind' ? 'unit-kind' : 'urban-rural-code',
    assistantsCount: switchOf(auxiliaries, 'assistant') === 'stands-in',
    leastOfficers: thresholdOf(settings('c4C'), 'officers'),
    leastAuxiliaries: {
      village: thresholdOf(auxiliaries, 'villageAuxiliaries'),
      community: thresholdOf(auxiliaries, 'communityAuxiliaries'),
    },
  };
}

/** Settlements that the counting rule counts, as they are supported: by their group's centre, else their own station. */
function responsePlaces({ shown }: LoadedCounty, evaluation: Evaluation): ResponsePlace[] {
  const { groups, standAlone, counting } = evaluation;
  const places: ResponsePlace[] = [];
  for (const { responses } of [...groups, ...standAlone]) {
    for (const { settlement, support } of responses) {
      const place = shown.settlements[settlement]!;
      if (!isCounted(place, counting)) continue;
      const { id, name, township, coord, households, population } = place;
      places.push({
        place: { kind: 'settlement', id, name, township, coord },
        ...measuresOf(support, counting),
        passes: support.proof === 'no-road' ? undefined : support.status !== 'fail',
        ...{ households, population },
      });
    }
  }
  return places;
}

/** What the rule looks at: of two limits either of which is enough, the time, which alone would close the gap. */
function measuresOf(
  { fastest, straightMetres }: Verdict,
  { combine, metric }: CountingRule,
): Pick<ResponsePlace, 'seconds' | 'metres'> {
  if (!fastest) return {};
  const metres = metric === 'straight' ? straightMetres : fastest.dm / 10;
  if (combine === 'distance') return { metres };
  return { seconds: fastest.ds / 10, ...(combine === 'and' ? { metres } : {}) };
}

function isWithheld({ shown }: LoadedCounty, { kind, place }: UnjudgedPlace): boolean {
  if (kind !== 'volunteers') return false;
  return shown.withheld.units[shown.units.findIndex(({ code }) => code === place.id)] ?? false;
}
