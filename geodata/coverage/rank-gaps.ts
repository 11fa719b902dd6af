import type { Compound, StationStrength, VillageUnit } from '../records/county-records.ts';
import { type FoundGaps, FULL_SEVERITY, GAP_KINDS, type Gap, type GapKind, type UnjudgedPlace } from './gap.ts';
import { checkWeights, DEFAULT_GAP_WEIGHTS, type GapWeights } from './gap-weights.ts';
import { type ResponseLimits, type ResponsePlace, responseGaps } from './response-gaps.ts';
import { auxiliaryGaps, officerGaps, type StaffedStation } from './staffing-gaps.ts';
import { videoGaps } from './video-gaps.ts';
import type { EquippedReading } from './video-rates.ts';
import { volunteerGaps } from './volunteer-gaps.ts';
import type { VolunteerReading } from './volunteer-need.ts';

/**
 * What gaps are found in. Figures that may not be shown are left out by the caller: a gap then touches an unknown
 * number, and what cannot be judged without them is listed as such.
 */
export interface GapInput {
  readonly responses: readonly ResponsePlace[];
  readonly limits: ResponseLimits;
  readonly stations: readonly StaffedStation[];
  readonly strengths: readonly StationStrength[];
  readonly units: readonly VillageUnit[];
  readonly compounds: readonly Compound[];
  readonly equipped?: EquippedReading;
  readonly volunteers?: VolunteerReading;
  /** Whether a police assistant stands for a village's auxiliary; true where not said. */
  readonly assistantsCount?: boolean;
  /** Officers that a station should have at least; five where not said. */
  readonly leastOfficers?: number;
  /** Auxiliaries that a unit should have at least; one and two where not said. */
  readonly leastAuxiliaries?: Readonly<Record<VillageUnit['kind'], number>>;
}

/** Points of a gap by what they are for; they add up to its score. */
export interface ScoreParts {
  readonly kind: number;
  readonly severity: number;
  readonly households: number;
}

export interface RankedGap extends Gap {
  /** From 1, over the whole list; no two gaps share one. */
  readonly rank: number;
  readonly score: number;
  readonly parts: ScoreParts;
}

export interface RankedGaps {
  readonly gaps: readonly RankedGap[];
  readonly unjudged: readonly UnjudgedPlace[];
}

/** So many households count half. A larger number would look at large places alone, a smaller at none more than others. */
const HALF_HOUSEHOLDS = 300;
/** Where only people are known ≈ (DOMAIN.md 7: 2.77 in the plain, 3.3 in the mountains). */
const PEOPLE_PER_HOUSEHOLD = 3;

/** All gaps of a county in one list, from the gravest. */
export function rankGaps(input: GapInput, weights: GapWeights = DEFAULT_GAP_WEIGHTS): RankedGaps {
  const { gaps, unjudged } = findGaps(input);
  return { gaps: rankedBy(gaps, weights), unjudged };
}

/** All gaps of a county, unranked. */
export function findGaps(input: GapInput): FoundGaps {
  const { stations, strengths, units, compounds } = input;
  const found = [
    responseGaps(input.responses, input.limits),
    officerGaps(stations, strengths, units, input.leastOfficers),
    videoGaps(compounds, units, input.equipped),
    volunteerGaps(units, input.volunteers),
    auxiliaryGaps(units, input.assistantsCount, input.leastAuxiliaries),
  ];
  return { gaps: found.flatMap(({ gaps }) => gaps), unjudged: found.flatMap(({ unjudged }) => unjudged) };
}

/**
 * Gaps in order of score, ties by kind and then by id. A score is of its own gap alone, in whole numbers: no other gap
 * changes it, and weights of the same proportions give the same ranks.
 * @throws Error where a weight is not a whole number from 0
 */
export function rankedBy(gaps: readonly Gap[], weights: GapWeights): RankedGap[] {
  checkWeights(weights);
  return gaps
    .map((gap) => scored(gap, weights))
    .sort(byScore)
    .map((gap, index) => ({ ...gap, rank: index + 1 }));
}

/** Gaps, or places that are not judged, of some townships or kinds; ranks stay those of the whole list. Absent means any. */
export function gapsWithin<Found extends Pick<Gap, 'kind' | 'place'>>(
  gaps: readonly Found[],
  { townships, kinds }: { readonly townships?: readonly string[]; readonly kinds?: readonly GapKind[] },
): Found[] {
  return gaps.filter(
    ({ kind, place }) =>
      (!townships || (place.township !== undefined && townships.includes(place.township))) &&
      (!kinds || kinds.includes(kind)),
  );
}

function scored(gap: Gap, weights: GapWeights): Omit<RankedGap, 'rank'> {
  const parts: ScoreParts = {
    kind: weights.kinds[gap.kind] * FULL_SEVERITY,
    severity: weights.severity * gap.severity,
    households: weights.households * reachOf(gap),
  };
  return { ...gap, parts, score: parts.kind + parts.severity + parts.households };
}

/** Whole thousandths: 0 for nobody and for an unknown number, 500 for `HALF_HOUSEHOLDS`, never quite 1,000. */
function reachOf({ touches: { households, population } }: Gap): number {
  const count = households ?? Math.floor((population ?? 0) / PEOPLE_PER_HOUSEHOLD);
  return Math.floor((FULL_SEVERITY * count) / (count + HALF_HOUSEHOLDS));
}

function byScore(first: Omit<RankedGap, 'rank'>, second: Omit<RankedGap, 'rank'>): number {
  const byKind = GAP_KINDS.indexOf(first.kind) - GAP_KINDS.indexOf(second.kind);
  return second.score - first.score || byKind || (first.id < second.id ? -1 : first.id > second.id ? 1 : 0);
}
