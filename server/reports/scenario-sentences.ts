import type { Settlement } from '../../geodata/catchment/places.ts';
import type { FailReason } from '../../geodata/grouping/fail-reason.ts';
import type { ComparedSettlement, ScenarioComparison } from '../../geodata/scenario/compare-scenarios.ts';
import type { Language } from '../language.ts';

/** At most so many settlements are named; the others are counted. */
const NAMED = 3;

type Words = Readonly<Record<Language, string>>;
type Fate = 'pass' | 'marginal' | FailReason;

/** What a settlement comes to, as a sentence says it. */
const FATE_WORDS: Readonly<Record<Fate, Words>> = {
  pass: { zh: '达标', en: 'within the limits' },
  marginal: { zh: '临界', en: 'near the limit' },
  'too-slow': { zh: '超时', en: 'too slow' },
  'too-long': { zh: '超里程', en: 'too far' },
  'too-slow-and-too-long': { zh: '超时且超里程', en: 'too slow and too far' },
  'no-single-route': { zh: '无同时满足两项限制的路线', en: 'without a route that keeps both limits' },
  'no-route': { zh: '道路不通', en: 'not reached by road' },
  'no-road': { zh: '附近无路', en: 'without a road nearby' },
};

/**
 * What changes for settlements from the first scenario to another, a sentence a kind of change: 三岔村等 14 个居民点由达标变为超时。
 * The settlements stand in the data's order, which tells nothing of their figures. Empty where no settlement changes.
 * @param scenario position of the other scenario, from 1
 */
export function scenarioSentences(
  comparison: ScenarioComparison,
  settlements: readonly Settlement[],
  scenario: number,
  language: Language,
): string[] {
  const namesOf = new Map<string, { readonly from: Fate; readonly to: Fate; readonly names: string[] }>();
  comparison.settlements.forEach(({ in: fates }, index) => {
    const [before, after] = [fates[0], fates[scenario]];
    if (!before || !after) throw new Error(`There is no scenario ${scenario} to compare.`);
    const [from, to] = [fateOf(before), fateOf(after)];
    if (from === to) return;
    const change = namesOf.get(`${from} ${to}`) ?? { from, to, names: [] };
    change.names.push(settlements[index]!.name);
    namesOf.set(`${from} ${to}`, change);
  });
  return [...namesOf.values()].map(({ from, to, names }) =>
    sentence(names, FATE_WORDS[from], FATE_WORDS[to], language),
  );
}

function fateOf({ status, reason }: ComparedSettlement): Fate {
  return status === 'fail' ? (reason ?? 'no-route') : status;
}

function sentence(names: readonly string[], from: Words, to: Words, language: Language): string {
  const count = names.length;
  const named = names.slice(0, NAMED);
  if (language === 'zh') {
    const who = count > NAMED ? `${named.join('、')}等 ${count} 个居民点` : named.join('、');
    return `${who}由${from.zh}变为${to.zh}。`;
  }
  const who = count > NAMED ? `${named.join(', ')} and ${count - NAMED} more` : named.join(', ');
  return `${who}: from ${from.en} to ${to.en}.`;
}
