import type { CallTime } from '../address/call-time.ts';
import { callMoment } from '../address/call-time.ts';
import type {
  About,
  Coord,
  CountyView,
  DispatchAnswer,
  ExplainAnswer,
  GroupsAnswer,
  HexagonsAnswer,
  Language,
  RoomView,
  RuleView,
  SettlementView,
  StationView,
} from './answers.ts';
import { type AnswerTo, answerOf, api } from './client.ts';

/** A county's dataset version, asked in a language. */
export interface CountyQuestion {
  readonly code: string;
  readonly version: number;
  readonly lang: Language;
}

/** The same under a counting rule. */
export interface RuleQuestion extends CountyQuestion {
  readonly rule: RuleView;
}

export interface ExplainQuestion extends RuleQuestion {
  readonly settlement: string;
}

export interface DispatchQuestion extends RuleQuestion {
  readonly place: Coord | string;
  readonly time: CallTime;
}

/** The counties of the store. */
export async function readCounties(lang: Language, signal: AbortSignal): Promise<readonly CountyView[]> {
  const { counties } = await answerOf<AnswerTo<'/api/counties'>>(
    api().GET('/api/counties', { params: { query: { lang } }, signal }),
  );
  return counties;
}

/** A county's stations and settlements, whatever the rule. */
export async function readPlaces({ code, version, lang }: CountyQuestion, signal: AbortSignal): Promise<CountyPlaces> {
  const params = { path: { code }, query: { version, lang } };
  const [{ about, stations }, { settlements }] = await Promise.all([
    answerOf<AnswerTo<'/api/counties/{code}/stations'>>(api().GET('/api/counties/{code}/stations', { params, signal })),
    answerOf<AnswerTo<'/api/counties/{code}/settlements'>>(
      api().GET('/api/counties/{code}/settlements', { params, signal }),
    ),
  ]);
  return { about, stations, settlements };
}

export interface CountyPlaces {
  readonly about: About;
  readonly stations: readonly StationView[];
  readonly settlements: readonly SettlementView[];
}

/** A county's police rooms, of known place or not. */
export async function readRooms(
  { code, version, lang }: CountyQuestion,
  signal: AbortSignal,
): Promise<readonly RoomView[]> {
  const params = { path: { code }, query: { version, lang } };
  const { rooms } = await answerOf<AnswerTo<'/api/counties/{code}/rooms'>>(
    api().GET('/api/counties/{code}/rooms', { params, signal }),
  );
  return rooms;
}

/** Cooperation groups, proposed for the rule and evaluated under it. */
export function readGroups(question: RuleQuestion, signal: AbortSignal): Promise<GroupsAnswer> {
  const params = { path: { code: question.code }, query: ruleQuery(question) };
  return answerOf(api().GET('/api/counties/{code}/groups', { params, signal }));
}

/** The last band of the map's colours ends here. */
const HORIZON_MINUTES = 60;

/** Hexagons with the station that is there first, within the hour. */
export function readHexagons(question: RuleQuestion, signal: AbortSignal): Promise<HexagonsAnswer> {
  const query = { ...limitsQuery(question), horizonMinutes: HORIZON_MINUTES };
  const params = { path: { code: question.code }, query };
  return answerOf(api().GET('/api/counties/{code}/hexagons', { params, signal }));
}

/** One settlement explained: who serves it, by which road, and why it passes or fails. */
export function readExplanation(question: ExplainQuestion, signal: AbortSignal): Promise<ExplainAnswer> {
  const query = { ...ruleQuery(question), settlement: question.settlement };
  return answerOf(
    api().GET('/api/counties/{code}/explain', { params: { path: { code: question.code }, query }, signal }),
  );
}

/**
 * Who responds to a call, from a point of the map or from a settlement. Unless the rule is for some weather, the
 * service takes the roads as they are at the time of the call.
 */
export function readDispatch(question: DispatchQuestion, signal: AbortSignal): Promise<DispatchAnswer> {
  const { place, time } = question;
  const { condition, ...limits } = limitsQuery(question);
  const where = typeof place === 'string' ? { settlement: place } : { at: place.join(',') };
  const roads = condition === 'base' ? {} : { condition };
  const query = { ...limits, ...roads, ...where, ...callMoment(time, new Date()) };
  return answerOf(
    api().GET('/api/counties/{code}/dispatch', { params: { path: { code: question.code }, query }, signal }),
  );
}

/** The rule with its scope, as a query. */
export function ruleQuery(question: RuleQuestion) {
  const { scope, sharePercent } = question.rule;
  return { ...limitsQuery(question), scope, ...(scope === 'share' ? { share: sharePercent ?? 95 } : {}) };
}

/** The same and more as the text behind a `?`, for what is saved as a file. */
export function queryText(question: RuleQuestion, more: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries({ ...ruleQuery(question), ...more });
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}

/** The rule without its scope, which means nothing for a single place. */
function limitsQuery({ version, lang, rule }: RuleQuestion) {
  const { maxKilometres, maxMinutes, combine, metric, condition } = rule;
  return { version, lang, maxKilometres, maxMinutes, combine, metric, condition };
}
