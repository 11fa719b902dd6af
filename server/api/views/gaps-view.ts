import type { GapPlace } from '../../../geodata/coverage/gap.ts';
import { type GapWeights, weightFamily } from '../../../geodata/coverage/gap-weights.ts';
import type { CountyGap, CountyGaps } from '../../counties/county-gaps.ts';
import type { Language } from '../../language.ts';
import { GAP_KIND_WORDS, gapClosing, gapRankText, gapReason } from '../../reports/wording/gap-words.ts';
import type { AboutView } from '../contract/about.ts';
import type { GapsAnswerBody, GapViewBody } from '../contract/gaps.ts';

/** What was asked for of all gaps. */
export interface AskedGaps {
  /** All of the county. */
  readonly found: CountyGaps;
  readonly matching: readonly CountyGap[];
  readonly listed: readonly CountyGap[];
  readonly unjudged: CountyGaps['unjudged'];
}

/** Gaps from the gravest. */
export function gapsView(
  about: AboutView,
  { found, matching, listed, unjudged }: AskedGaps,
  { weights, ruleVersion, language }: { weights: GapWeights; ruleVersion: number; language: Language },
): GapsAnswerBody {
  return {
    ...{ about, ruleVersion, weights: { ...weights, kinds: { ...weights.kinds } } },
    ...{ weightings: weightFamily(weights).length, total: found.gaps.length, matching: matching.length },
    gaps: listed.map((gap) => gapView(gap, language)),
    unjudged: unjudged.map(({ kind, place, isWithheld }) => ({
      ...{ kind, kindText: GAP_KIND_WORDS[kind][language], place: placeView(place), sampleTooSmall: isWithheld },
    })),
  };
}

function gapView(gap: CountyGap, language: Language): GapViewBody {
  const { rank, id, kind, place, shortages, touches, severity, score, parts, stability } = gap;
  return {
    ...{ rank, id, kind, kindText: GAP_KIND_WORDS[kind][language], place: placeView(place) },
    shortages: shortages.map(({ value, threshold, unit, toClose, closedBy }) => ({
      ...{ value: value ?? null, threshold, unit, toClose: toClose ?? null, closedBy },
    })),
    ...{ reason: gapReason(gap, language), closing: gapClosing(gap, language) },
    ...{ households: touches.households ?? null, population: touches.population ?? null },
    ...{ isLowerBound: touches.isLowerBound, severity, score, parts: { ...parts }, why: gapRankText(gap, language) },
    ...{ bestRank: stability.bestRank, worstRank: stability.worstRank, inTop: stability.inTop },
  };
}

function placeView({ kind, id, name, township, coord }: GapPlace): GapViewBody['place'] {
  return { kind, id, name, township: township ?? null, coord: coord ? [...coord] : null };
}
