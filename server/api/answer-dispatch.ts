import { type CivilTime, parseCivilTime } from '../../geodata/dispatch/civil-time.ts';
import { type Duty, dutyAt } from '../../geodata/dispatch/duty-hours.ts';
import type { Condition } from '../../geodata/roads/profiles/conditions.ts';
import { type LoadedCounty, networkFor } from '../counties/loaded-county.ts';
import type { Language } from '../language.ts';
import { aboutView, countingOf } from './about.ts';
import { offRoadOf } from './answer-county.ts';
import { calledPlace } from './called-place.ts';
import type { DispatchAnswerBody, DispatchQueryValues } from './contract/dispatch.ts';
import { type DispatchQuestion, dispatchToPlace } from './dispatch-to-place.ts';
import { echoed } from './echo.ts';
import { RequestError } from './problems.ts';
import type { Services } from './services.ts';
import { dispatchView } from './views/dispatch-view.ts';

/**
 * Answers a call: groups are those of the rule as it stands, whose duty is pooled at night; drives are those of the
 * condition asked for, else of the time.
 */
export async function answerDispatch(
  services: Services,
  code: string,
  query: DispatchQueryValues,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<DispatchAnswerBody> {
  const { version, at, settlement, time: said, workingDay, engine = 'any', plan, maxGroup, lang: _, ...rule } = query;
  const time = said ?? services.civilTime();
  const duty = dutyAt(requireTime(time), undefined, workingDay);
  const county = await services.library.open(code, version);
  const planned = countingOf(rule);
  const choice = { plan, maxGroup };
  const { groups } = await services.groups.evaluate(county, networkFor(county, planned.condition), planned, choice);
  const counting = { ...planned, condition: rule.condition ?? conditionAt(duty, county) };
  const network = networkFor(county, counting.condition);
  const place = await calledPlace(services.db, county, { at, settlement });
  const question = { county, network, counting, place, groups, duty, engine, language, signal };
  return answerQuestion(services, question, time, { at, settlement, time, workingDay, groups });
}

async function answerQuestion(
  services: Services,
  question: DispatchQuestion,
  time: string,
  choices: object,
): Promise<DispatchAnswerBody> {
  const { county, network, counting, place, language } = question;
  const found = await dispatchToPlace(services, question);
  const offRoad = offRoadOf((await services.library.roads(network)).meta);
  const inputs = { kind: 'dispatch', county, network, counting, choices };
  const context = {
    about: aboutView(inputs, offRoad, language, found.provenance),
    stations: county.places.stations,
    counting,
    place: { ...place.shown, metresToRoad: found.metresToRoad },
    time,
    route: found.route,
  };
  return dispatchView(found.dispatch, context, language);
}

/** By night the roads are driven as by night, where the version has such a network and the request says nothing else. */
function conditionAt({ period }: Duty, { networks }: LoadedCounty): Condition {
  return period === 'night' && networks.some(({ condition }) => condition === 'night') ? 'night' : 'base';
}

function requireTime(text: string): CivilTime {
  const time = parseCivilTime(text);
  if (time) return time;
  throw new RequestError(400, 'time-malformed', {
    zh: `时间应写作 2026-11-24T22:30，不能是“${echoed(text)}”`,
    en: `the time must be written 2026-11-24T22:30, not "${echoed(text)}"`,
  });
}
