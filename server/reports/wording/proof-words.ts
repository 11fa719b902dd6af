import type { RouteCost } from '../../../geodata/travel/route-cost.ts';
import { MARGINAL_SHARE, type ResponseRule, type Verdict } from '../../../geodata/travel/two-limit-rule.ts';
import type { Language } from '../../language.ts';
import { kilometresPhrase, limitKilometres, limitMinutes, minutesPhrase } from './measures.ts';

/**
 * A verdict's certificate as one sentence that can be checked by hand: the route that passes, or the best
 * route in the one respect in which every route fails.
 */
export function proofText(verdict: Verdict, rule: ResponseRule, language: Language): string {
  const words = WORDS[language];
  const facts = factsOf(verdict, rule, language);
  return words.sentence(clausesOf(verdict, rule, facts, words), endingOf(verdict, rule, words));
}

/** Figures of a verdict, in words, each written so that it stays on its side of the limit. */
interface Facts {
  readonly maxLength: string;
  readonly maxTime: string;
  readonly fastestLength: string;
  readonly fastestTime: string;
  readonly length: string;
  readonly time: string;
  readonly straight: string;
}

interface ProofWords {
  readonly noRoad: string;
  readonly noRoute: string;
  readonly fastestMeetsBoth: (facts: Facts) => string;
  readonly fastestIsQuick: (facts: Facts) => string;
  readonly fastestIsSlow: (facts: Facts) => string;
  readonly fastestIsLong: (facts: Facts) => string;
  readonly shortestMeetsBoth: (facts: Facts) => string;
  readonly shortestIsShort: (facts: Facts) => string;
  readonly shortestIsLong: (facts: Facts) => string;
  readonly quickestWithinMeetsBoth: (facts: Facts) => string;
  readonly quickestWithinIsSlow: (facts: Facts) => string;
  readonly quickOnesAreLong: (facts: Facts) => string;
  readonly straightIsShort: (facts: Facts) => string;
  readonly straightIsLong: (facts: Facts) => string;
  readonly either: string;
  readonly meets: string;
  readonly marginal: string;
  readonly everyRouteFails: string;
  readonly noRouteMeetsBoth: string;
  readonly countedAsFailing: string;
  readonly fails: string;
  readonly sentence: (clauses: readonly string[], ending: string) => string;
}

const MARGINAL_PERCENT = Math.round(MARGINAL_SHARE * 100);

const ZH: ProofWords = {
  noRoad: '派出所或居民点附近没有可通行的道路',
  noRoute: '路网不通，从派出所到该居民点没有连通的道路',
  fastestMeetsBoth: (f) =>
    `最快路线 ${f.fastestLength}、${f.fastestTime}，里程不超过 ${f.maxLength}，时间少于 ${f.maxTime}`,
  fastestIsQuick: (f) => `最快路线 ${f.fastestTime}，少于 ${f.maxTime}`,
  fastestIsSlow: (f) => `最快路线也要 ${f.fastestTime}，不少于 ${f.maxTime}`,
  fastestIsLong: (f) => `最快路线长 ${f.fastestLength}，超过 ${f.maxLength}`,
  shortestMeetsBoth: (f) => `改走最短路线为 ${f.length}、${f.time}，里程和时间都在限值以内`,
  shortestIsShort: (f) => `最短路线 ${f.length}，不超过 ${f.maxLength}`,
  shortestIsLong: (f) => `最短路线也有 ${f.length}，超过 ${f.maxLength}`,
  quickestWithinMeetsBoth: (f) => `${f.maxLength}以内的路线中最快的为 ${f.length}、${f.time}，里程和时间都在限值以内`,
  quickestWithinIsSlow: (f) => `${f.maxLength}以内的路线中最快的也要 ${f.time}，不少于 ${f.maxTime}`,
  quickOnesAreLong: (f) => `而用时少于 ${f.maxTime}的路线都超过 ${f.maxLength}`,
  straightIsShort: (f) => `直线距离 ${f.straight}，不超过 ${f.maxLength}`,
  straightIsLong: (f) => `直线距离 ${f.straight}，超过 ${f.maxLength}`,
  either: '满足一项即可，达标',
  meets: '达标',
  marginal: `（用到限值的 ${MARGINAL_PERCENT}% 及以上，属临界）`,
  everyRouteFails: '因此任何路线都不达标',
  noRouteMeetsBoth: '因此没有一条路线同时满足两项要求，不达标',
  countedAsFailing: '按不达标计',
  fails: '不达标',
  sentence: (clauses, ending) => `${clauses.join('；')}，${ending}。`,
};

const EN: ProofWords = {
  noRoad: 'there is no drivable road near the station or the settlement',
  noRoute: 'the road network does not lead from the station to the settlement',
  fastestMeetsBoth: (f) =>
    `the fastest route is ${f.fastestLength} and ${f.fastestTime}, at most ${f.maxLength} and under ${f.maxTime}`,
  fastestIsQuick: (f) => `the fastest route takes ${f.fastestTime}, under ${f.maxTime}`,
  fastestIsSlow: (f) => `even the fastest route takes ${f.fastestTime}, not under ${f.maxTime}`,
  fastestIsLong: (f) => `the fastest route is ${f.fastestLength} long, over ${f.maxLength}`,
  shortestMeetsBoth: (f) => `the shortest route, ${f.length} and ${f.time}, is within both limits`,
  shortestIsShort: (f) => `the shortest route is ${f.length}, at most ${f.maxLength}`,
  shortestIsLong: (f) => `even the shortest route is ${f.length}, over ${f.maxLength}`,
  quickestWithinMeetsBoth: (f) =>
    `the quickest of the routes within ${f.maxLength}, ${f.length} and ${f.time}, is within both limits`,
  quickestWithinIsSlow: (f) =>
    `even the quickest of the routes within ${f.maxLength} takes ${f.time}, not under ${f.maxTime}`,
  quickOnesAreLong: (f) => `every route under ${f.maxTime} is longer than ${f.maxLength}`,
  straightIsShort: (f) => `the straight distance is ${f.straight}, at most ${f.maxLength}`,
  straightIsLong: (f) => `the straight distance is ${f.straight}, over ${f.maxLength}`,
  either: 'one of the two is enough: it meets the rule',
  meets: 'so it meets the rule',
  marginal: ` (near the limit: ${MARGINAL_PERCENT}% of it or more is used)`,
  everyRouteFails: 'so no route meets the rule',
  noRouteMeetsBoth: 'so no single route meets both limits: it fails',
  countedAsFailing: 'counted as failing',
  fails: 'so it fails',
  sentence: (clauses, ending) => {
    const text = `${clauses.join('; ')}, ${ending}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
};

const WORDS: Readonly<Record<Language, ProofWords>> = { zh: ZH, en: EN };

function factsOf({ fastest, cost, straightMetres }: Verdict, rule: ResponseRule, language: Language): Facts {
  const { limitDm, limitDs } = rule;
  const length = (route: RouteCost | undefined): string =>
    route ? kilometresPhrase(route.dm, language, limitDm) : '—';
  const time = (route: RouteCost | undefined): string => (route ? minutesPhrase(route.ds, language, limitDs) : '—');
  return {
    maxLength: limitKilometres(limitDm, language),
    maxTime: limitMinutes(limitDs, language),
    fastestLength: length(fastest),
    fastestTime: time(fastest),
    length: length(cost),
    time: time(cost),
    straight: kilometresPhrase(Math.round(straightMetres * 10), language, limitDm),
  };
}

function clausesOf(verdict: Verdict, rule: ResponseRule, facts: Facts, words: ProofWords): string[] {
  const fails = verdict.status === 'fail';
  switch (verdict.proof) {
    case 'no-road':
      return [words.noRoad];
    case 'no-route':
      return [words.noRoute];
    case 'fastest':
      return fails ? [words.fastestIsSlow(facts)] : fastestPasses(rule, facts, words);
    case 'shortest':
      return shortestClauses(fails, rule, facts, words);
    case 'quickest-within-length':
      return fails
        ? [words.quickestWithinIsSlow(facts), words.quickOnesAreLong(facts)]
        : [words.fastestIsLong(facts), words.quickestWithinMeetsBoth(facts)];
    case 'straight-line':
      return straightClauses(verdict, rule, facts, words);
  }
}

function fastestPasses({ combine, metric }: ResponseRule, facts: Facts, words: ProofWords): string[] {
  if (combine !== 'and') return [words.fastestIsQuick(facts)];
  return metric === 'road'
    ? [words.fastestMeetsBoth(facts)]
    : [words.straightIsShort(facts), words.fastestIsQuick(facts)];
}

function shortestClauses(fails: boolean, { combine }: ResponseRule, facts: Facts, words: ProofWords): string[] {
  if (combine === 'and' && !fails) return [words.fastestIsLong(facts), words.shortestMeetsBoth(facts)];
  const shortest = fails ? words.shortestIsLong(facts) : words.shortestIsShort(facts);
  return combine === 'or' ? [words.fastestIsSlow(facts), shortest] : [shortest];
}

function straightClauses(
  { fastest, straightMetres }: Verdict,
  rule: ResponseRule,
  facts: Facts,
  words: ProofWords,
): string[] {
  if (Math.round(straightMetres * 10) <= rule.limitDm) return [words.straightIsShort(facts)];
  const straight = words.straightIsLong(facts);
  if (rule.combine !== 'or') return [straight];
  if (!fastest) return [straight, words.noRoute];
  return [straight, fastest.ds < rule.limitDs ? words.fastestIsQuick(facts) : words.fastestIsSlow(facts)];
}

function endingOf({ status, proof }: Verdict, { combine }: ResponseRule, words: ProofWords): string {
  if (status !== 'fail') {
    const passes = combine === 'or' ? words.either : words.meets;
    return status === 'marginal' ? passes + words.marginal : passes;
  }
  if (proof === 'no-road' || proof === 'no-route') return words.countedAsFailing;
  if (proof === 'straight-line') return words.fails;
  return proof === 'quickest-within-length' ? words.noRouteMeetsBoth : words.everyRouteFails;
}
