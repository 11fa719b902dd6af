import type { Station } from '../../geodata/catchment/places.ts';
import type { ArrivingStation, Dispatch, RankedStation } from '../../geodata/dispatch/dispatch.ts';
import { judgeByDrive } from '../../geodata/dispatch/judge-by-drive.ts';
import { DEFAULT_RULE, type ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import type { Deciseconds } from '../../geodata/units.ts';
import type { Language } from '../language.ts';
import { DISPATCH_WORDS, type DispatchWords } from './wording/dispatch-words.ts';
import { STATUS_WORDS } from './wording/label-words.ts';
import { kilometresPhrase, limitMinutes, minutesPhrase } from './wording/measures.ts';
import { limitsText } from './wording/rule-words.ts';

/**
 * A dispatch in plain sentences: who answers, where the own station's duty stands while it is pooled, who
 * supports, who is next, under which rule, and that the times are estimates.
 * @param stations those that the dispatch was made for
 * @param rule the one that it was made under
 */
export function dispatchSentences(
  dispatch: Dispatch,
  stations: readonly Station[],
  language: Language,
  rule: ResponseRule = DEFAULT_RULE,
): string[] {
  const context: Context = { dispatch, stations, language, rule, words: DISPATCH_WORDS[language] };
  return [
    answeringSentence(context),
    ownStationSentence(context),
    supportSentence(context),
    nextSentence(context),
    context.words.ruleIs(limitsText(rule, language)),
    context.words.estimated,
  ].filter((sentence) => sentence !== undefined);
}

/**
 * What the rule makes of one station's drive, short enough for a table: 达标, 临界, 不达标, by which route
 * where it is not the fastest, and whether it is known at all.
 * @param rule the one that the dispatch was made under
 */
export function dispatchStatus(entry: RankedStation, language: Language, rule: ResponseRule = DEFAULT_RULE): string {
  const words = DISPATCH_WORDS[language];
  const { withinRule } = entry;
  if (withinRule === undefined) return words.undecided;
  const status = STATUS_WORDS[entry.status ?? 'pass'][language];
  if (!withinRule || !hasRoute(entry) || rule.metric === 'straight') return status;
  const byFastest = judgeByDrive({ ds: entry.driveDs, dm: entry.dm }, rule).withinRule;
  return byFastest ? status : words.byOtherRoute(status);
}

interface Context {
  readonly dispatch: Dispatch;
  readonly stations: readonly Station[];
  readonly language: Language;
  readonly rule: ResponseRule;
  readonly words: DispatchWords;
}

function answeringSentence(context: Context): string {
  const { words, dispatch } = context;
  const { answering, responsible } = dispatch;
  const time = timeText(context);
  if (!answering) return words.nobody(time);
  const clock = clockText(context, answering);
  const answers = titleOf(context, answering);
  if (!responsible) return words.soonestAnswers(time, answers, clock);
  if (responsible.station !== answering.station) {
    return words.standsIn(time, titleOf(context, responsible), answers, clock);
  }
  const byItself = dispatch.duty.pooled && answering.standing === 'alone';
  return (byItself ? words.answersAlone : words.answers)(time, answers, clock);
}

/** Only where its duty stands elsewhere; otherwise it answers itself, or is said to have no route. */
function ownStationSentence(context: Context): string | undefined {
  const { words, dispatch } = context;
  const { local } = dispatch;
  if (!local || local.onDuty) return undefined;
  const drive = hasRoute(local) ? driveText(context, local) : undefined;
  return words.dutyStandsAtCentre(nameOf(context, local), drive);
}

function supportSentence(context: Context): string | undefined {
  const { words, dispatch } = context;
  const { local, support, responsible, answering } = dispatch;
  if (!local) return undefined;
  if (!support) return (local.standing === 'centre' ? words.isCentre : words.isAlone)(nameOf(context, local));
  if (support.station === responsible?.station || support.station === answering?.station) return undefined;
  const name = nameOf(context, support);
  return hasRoute(support) ? words.support(name, clockText(context, support)) : words.noSupport(name);
}

function nextSentence(context: Context): string {
  const { words, dispatch } = context;
  const { next } = dispatch;
  if (!next) return words.noNext;
  // By day the central station's clock is told already, as that of the support.
  const isTold = next.role === 'central' && !dispatch.duty.pooled;
  return words.next(titleOf(context, next), isTold ? undefined : clockText(context, next));
}

/** Working day, night or day off, and whether the group's duty is pooled then. */
function timeText({ dispatch, words }: Context): string {
  const { duty, responsible } = dispatch;
  const kind = duty.period === 'night' ? words.night : duty.workingDay ? words.workingDay : words.dayOff;
  return duty.pooled && responsible?.standing === 'centre' ? words.pooled(kind) : kind;
}

/** A station's name under the title in which it acts; while duty is pooled, an own station that heads its group acts as the centre. */
function titleOf(context: Context, entry: RankedStation): string {
  const { words, dispatch } = context;
  const name = nameOf(context, entry);
  if (entry.role === 'other') return name;
  const actsAsCentre = entry.role === 'central' || (dispatch.duty.pooled && entry.standing === 'centre');
  return actsAsCentre ? words.central(name) : words.local(name);
}

function nameOf({ stations }: Context, { station }: RankedStation): string {
  return stations[station]!.name;
}

function clockText(context: Context, entry: ArrivingStation): string {
  const { words, language } = context;
  const arrival = minutesPhrase(entry.arrivalDs, language);
  return words.clock(turnoutText(entry.turnoutDs, language), driveText(context, entry), arrival);
}

/** Time and length of the drive, and what the rule makes of it: the rule looks at the driving alone. */
function driveText(context: Context, entry: ArrivingStation): string {
  const { words, language, rule } = context;
  const time = minutesPhrase(entry.driveDs, language, rule.limitDs);
  const length = kilometresPhrase(entry.dm, language, rule.limitDm);
  return words.drive(time, length, dispatchStatus(entry, language, rule));
}

function turnoutText(ds: Deciseconds, language: Language): string {
  return ds % 60 === 0 ? limitMinutes(ds, language) : minutesPhrase(ds, language);
}

function hasRoute(entry: RankedStation): entry is ArrivingStation {
  return entry.arrivalDs !== undefined;
}
