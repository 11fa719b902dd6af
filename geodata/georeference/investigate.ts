import type { LonLat } from '../units.ts';
import { boundsOf } from './bounds.ts';
import type {
  Investigation,
  InvestigationRequest,
  MissingEvidence,
  PreviewPoint,
  ReadingEvidence,
  RowContradiction,
} from './investigation.ts';
import { fitMixture, type MixtureFit, type ScoresBySpread } from './mixture.ts';
import { bearingOf, lengthOf, median, medianShift, offsetMetres } from './offset.ts';
import { locate, plausibleReadings, type Reading } from './readings.ts';
import { type Asks, factsOf, type RowFacts, scorePlace, scoreRow } from './row-scores.ts';

/**
 * Rows that a verdict needs. Below it one wrong known place, or a few villages that happen to lie by roads, could turn it.
 */
export const FEWEST_ROWS = 8;
/** Known places that rows are judged by singly, and that show a mixture. */
export const FEWEST_KNOWN = 15;
/**
 * What a verdict on the whole file takes against every other reading, both of it: the rows more than e^8 = 3,000 times
 * likelier, and that by as many standard errors of the rows' own disagreement. The second guards against a sum of many
 * rows that say little: where roads say nothing at all, the sum of 200 rows strays by 10 at random.
 */
export const SUPPORT = 8;
export const CERTAINTY = 3.5;
/**
 * What a mixture takes, and what is enough to be suspected of one. Of 300 clean files
 * with known places, 15 to 200 rows each, none reached 4; with 8 altered rows or more among the known ones
 * 130 of 131 files reach 9.
 */
export const MIXTURE_SUPPORT = 9;
const MIXTURE_SUSPICION = 4;
/** Standard errors beyond which nothing is surer. */
const MOST_CERTAIN = 100;
/** A row is named where it is that likely to read otherwise. */
const ROW_ODDS = 0.9;
/** Spreads of known places that a mixture is fitted with: from surveyed points to rough ones. */
const SPREADS_METRES = [30, 60, 100, 135, 170, 220];
/**
 * A median shift from known places that noise does not explain: of 8 places, each up to 300 m off, the median strays by
 * some 60 m on each axis.
 */
const UNEXPLAINED_METRES = 300;
/** Degrees round the county within which a row may lie by claim and be no gross error. */
const NEAR_DEGREES = 0.2;

/** The same without a boundary: metres from the known place that are far, and those that fit. */
const FAR_METRES = 20_000;
const FITTING_METRES = 2_000;

/** A reading with what it makes of every row. */
interface Trial {
  readonly reading: Reading;
  readonly facts: readonly RowFacts[];
  readonly scores: readonly number[];
  readonly asks: readonly Asks[];
}

/**
 * Whether the positions of a file are what their reference system claims, and how they would read better. Every plausible
 * reading (other systems, a correction too many, columns swapped, zones, DD.MMSS) is held against the county, the roads
 * and the known places, as far as there are any. It returns evidence and never corrects. Too little evidence is
 * `undecided`, and says what is missing.
 *
 * What roads can show: they speak for a file as a whole, not for its rows, and it takes some hundred rows to see a shift
 * of 500 m in them. What known places can show: the same from 8 rows on, and single rows from 15 on.
 */
export function investigate(request: InvestigationRequest): Investigation {
  const trials = trialsOf(request);
  const [claimed] = trials as [Trial, ...Trial[]];
  const gross = grossErrors(request, claimed, trials.slice(1));
  // Where most rows are gross errors of one kind, it is the file that is read wrongly.
  const single = 2 * gross.length < request.points.length ? gross : [];
  const out = new Set(single.map(({ index }) => index));
  const judged = request.points.flatMap((_, index) => (out.has(index) ? [] : [index]));
  const candidates = trials.map((trial) => evidenceOf(trial, claimed, judged, request.county !== undefined));
  const whole = judgeWhole(request, candidates, judged);
  const base =
    trials[candidates.findIndex(({ reading }) => reading === (whole.better ?? candidates[0])?.reading)] ?? claimed;
  const mixture = findMixture(request, base, trials, judged);
  const mixed = mixture && mixture.fit.support >= MIXTURE_SUPPORT ? mixture : undefined;
  // What the better reading explains does not read otherwise than the file.
  const odd = base === claimed ? single : single.filter(({ index }) => !fits(base.facts[index]));
  const rows = [...odd, ...(mixed ? rowsOfMixture(mixed, judged) : [])].sort((a, b) => a.index - b.index);
  const suspected = mixture !== undefined && !mixed && whole.verdict === 'consistent';
  const verdict = mixed ? 'contradicted' : suspected ? 'undecided' : whole.verdict;
  return {
    verdict,
    claimed: candidates[0] as ReadingEvidence,
    ...(whole.better ? { better: whole.better } : {}),
    ...(mixed ? { mixed: { reading: mixed.reading, share: mixed.fit.share, support: mixed.fit.support } } : {}),
    mixtureTested: knownCount(request, judged) >= FEWEST_KNOWN,
    rows,
    candidates: [...candidates].filter(isPlausible).sort((a, b) => a.support - b.support),
    missing: suspected ? ['single-rows'] : mixed ? [] : whole.missing,
    preview: previewOf(request, claimed, whole.better?.reading ?? claimed.reading, rows),
  };
}

function trialsOf({ points, claimed, county, roadDistance }: InvestigationRequest): Trial[] {
  const near = middleOf({ points, claimed, ...(county ? { county } : {}) });
  const asks = points.map(({ known }) => ({
    county: county !== undefined,
    roads: roadDistance !== undefined,
    known: known !== undefined,
  }));
  return plausibleReadings(claimed, near).map((reading) => {
    const facts = points.map(({ x, y, known }) => factsOf(locate(reading, x, y), known, county, roadDistance));
    const scores = facts.map((fact, index) => scoreRow(fact, asks[index] as Asks));
    return { reading, facts, scores, asks };
  });
}

/** Some place of the county: the middle of its boundary, else of the known places, else of China. */
function middleOf({ points, county }: InvestigationRequest): LonLat {
  const bounds = county && boundsOf(county);
  if (bounds) return [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  const known = points.flatMap((point) => (point.known ? [point.known] : []));
  return [median(known.map(([lon]) => lon)) ?? 105, median(known.map(([, lat]) => lat)) ?? 35];
}

/**
 * Rows that the claim puts nowhere or far outside, and another reading into the county, the plainest such. Without a
 * boundary: near its known place.
 */
function grossErrors(request: InvestigationRequest, claimed: Trial, others: readonly Trial[]): RowContradiction[] {
  const bounds = request.county && boundsOf(request.county);
  const isFar = ({ position, offset }: RowFacts): boolean => {
    if (!position) return true;
    if (offset && !bounds) return lengthOf(offset) > FAR_METRES;
    if (!bounds) return false;
    const [lon, lat] = position;
    const beyond = Math.max(bounds[0] - lon, lon - bounds[2], bounds[1] - lat, lat - bounds[3]);
    return beyond > NEAR_DEGREES;
  };
  return claimed.facts.flatMap((facts, index): RowContradiction[] => {
    if (!isFar(facts)) return [];
    const reading = others.find((other) => fits(other.facts[index]))?.reading;
    return reading ? [{ index, reading, why: 'nowhere', odds: 1 }] : [];
  });
}

/** Whether a reading puts a row where it may belong. */
function fits({ inside, offset }: RowFacts | undefined = {}): boolean {
  return offset ? lengthOf(offset) < FITTING_METRES && inside !== false : inside === true;
}

function evidenceOf(trial: Trial, claimed: Trial, judged: readonly number[], hasCounty: boolean): ReadingEvidence {
  const facts = judged.map((index) => trial.facts[index] ?? {});
  const gains = judged.map((index) => (claimed.scores[index] ?? 0) - (trial.scores[index] ?? 0));
  const support = gains.reduce((sum, gain) => sum + gain, 0);
  const mean = support / Math.max(1, gains.length);
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) * (gain - mean), 0);
  const error = Math.sqrt(squares * (gains.length / Math.max(1, gains.length - 1)));
  const roads = facts.flatMap(({ roadMetres }) => (roadMetres === undefined ? [] : [roadMetres]));
  const roadMetres = median(roads);
  const shift = medianShift(facts.flatMap(({ offset }) => (offset ? [offset] : [])));
  return {
    reading: trial.reading,
    rows: facts.length,
    located: facts.filter(({ position }) => position).length,
    ...(hasCounty ? { inside: facts.filter(({ inside }) => inside).length } : {}),
    roadCount: roads.length,
    ...(roadMetres === undefined ? {} : { roadMetres }),
    ...(shift ? { shift } : {}),
    support,
    certainty: Math.max(-MOST_CERTAIN, Math.min(MOST_CERTAIN, support / Math.max(error, 1e-9))),
  };
}

interface WholeVerdict {
  readonly verdict: Investigation['verdict'];
  readonly better?: ReadingEvidence;
  readonly missing: readonly MissingEvidence[];
}

/** The file as a whole, by the claimed reading against each of the others. */
function judgeWhole(
  request: InvestigationRequest,
  candidates: readonly ReadingEvidence[],
  judged: readonly number[],
): WholeVerdict {
  const others = candidates.slice(1);
  const hasKnown = knownCount(request, judged) > 0;
  if (!request.county && !request.roadDistance && !hasKnown) return { verdict: 'undecided', missing: ['anything'] };
  if (judged.length < FEWEST_ROWS) return { verdict: 'undecided', missing: ['rows'] };
  const best = others.reduce((least, other) => (other.support < least.support ? other : least));
  if (best.support <= -SUPPORT && best.certainty <= -CERTAINTY)
    return { verdict: 'contradicted', better: best, missing: [] };
  const cleared = others.every(({ support, certainty }) => support >= SUPPORT && certainty >= CERTAINTY);
  if (cleared && isUnexplained(candidates[0])) return { verdict: 'undecided', missing: ['explanation'] };
  if (cleared)
    return { verdict: 'consistent', missing: knownCount(request, judged) >= FEWEST_KNOWN ? [] : ['known-places'] };
  return { verdict: 'undecided', missing: [hasKnown ? 'clearer-evidence' : 'known-places'] };
}

/** A shift that all known places agree on and that no reading undoes, such as metres computed from GCJ-02 degrees. */
function isUnexplained(claimed: ReadingEvidence | undefined): boolean {
  const { metres = 0, spreadMetres = 0, count = 0 } = claimed?.shift ?? {};
  return count >= FEWEST_ROWS && metres >= UNEXPLAINED_METRES && metres > spreadMetres;
}

interface FoundMixture {
  readonly reading: Reading;
  readonly fit: MixtureFit;
}

/** The likeliest reading of a part of the rows, by county and known places alone; undefined below suspicion. */
function findMixture(
  request: InvestigationRequest,
  base: Trial,
  trials: readonly Trial[],
  judged: readonly number[],
): FoundMixture | undefined {
  if (knownCount(request, judged) < FEWEST_KNOWN) return undefined;
  const most = scoresBySpread(base, judged);
  return trials
    .filter(
      (trial) => trial !== base && judged.some((index) => (trial.scores[index] ?? 0) > (base.scores[index] ?? 0) + 1),
    )
    .map((trial) => ({ reading: trial.reading, fit: fitMixture(most, scoresBySpread(trial, judged)) }))
    .filter(({ fit }) => fit.support >= MIXTURE_SUSPICION)
    .reduce<FoundMixture | undefined>(
      (best, found) => (best && best.fit.support >= found.fit.support ? best : found),
      undefined,
    );
}

function scoresBySpread({ facts, asks }: Trial, judged: readonly number[]): ScoresBySpread {
  return SPREADS_METRES.map((spread) =>
    judged.map((index) => scorePlace(facts[index] ?? {}, asks[index] as Asks, spread)),
  );
}

function rowsOfMixture({ reading, fit }: FoundMixture, judged: readonly number[]): RowContradiction[] {
  return judged.flatMap((index, at): RowContradiction[] => {
    const odds = fit.odds[at] ?? 0;
    return odds >= ROW_ODDS ? [{ index, reading, why: 'known-place', odds }] : [];
  });
}

function previewOf(
  { points }: InvestigationRequest,
  claimed: Trial,
  reading: Reading,
  rows: readonly RowContradiction[],
): PreviewPoint[] {
  const ofRow = new Map(rows.map((row) => [row.index, row.reading]));
  return points.map(({ x, y }, index) => {
    const [before, after] = [claimed.facts[index]?.position, locate(ofRow.get(index) ?? reading, x, y)];
    const away = before && after && offsetMetres(after, before);
    const moved = away && lengthOf(away) > 0 ? { metres: lengthOf(away), bearing: bearingOf(away) } : {};
    return { ...(before ? { claimed: before } : {}), ...(after ? { suggested: after } : {}), ...moved };
  });
}

function isPlausible({ located, inside, shift }: ReadingEvidence): boolean {
  return located > 0 && (inside === undefined ? !shift || shift.metres < FAR_METRES : inside > 0);
}

function knownCount({ points }: InvestigationRequest, judged: readonly number[]): number {
  return judged.filter((index) => points[index]?.known).length;
}
