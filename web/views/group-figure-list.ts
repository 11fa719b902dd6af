import type { GroupView, RuleView } from '../api/answers.ts';
import {
  countText,
  kilometresPhrase,
  metresPhrase,
  minutesPhrase,
  secondsPhrase,
  shareText,
} from '../i18n/measures.ts';
import type { Messages } from '../i18n/zh.ts';
import type { FigureOrigin } from './origin.tsx';

/** A figure of a group; `settlementId` where it is one settlement's. */
export interface GroupFigure extends Omit<FigureOrigin, 'about'> {
  readonly settlementId?: string;
}

/** The figures of a group or of a station that stands alone, beside its verdict and its rate. */
export function groupFigureList(group: GroupView, rule: RuleView | undefined, messages: Messages): GroupFigure[] {
  const { group: words, formulas, station } = messages;
  const { tally } = group;
  const plain = (name: string, value: string, formula: string): GroupFigure => ({ name, value, formula });
  return [
    {
      name: words.overLimit,
      value: countText(group.overLimit.length),
      formula: formulas.overLimit,
      inputs: [[words.overLimit, `${tally.count} − ${tally.withinCount} = ${tally.count - tally.withinCount}`]],
    },
    plain(words.counted, countText(tally.count), formulas.counted),
    plain(words.settlements, countText(group.settlements), formulas.settlements),
    ...farthestFigures(group, rule, messages),
    {
      name: words.p95,
      value: minutesPhrase(group.p95Seconds, messages, rule?.maxMinutes),
      formula: formulas.p95,
      inputs: group.p95Seconds === null ? [] : [[words.p95, secondsPhrase(group.p95Seconds, messages)]],
    },
    plain(words.radius, kilometresPhrase(group.straightRadiusMetres, messages), formulas.radius),
    plain(
      words.offRoadShare,
      group.offRoadTimeShare === null ? messages.units.none : shareText(group.offRoadTimeShare, 1),
      formulas.offRoadShare,
    ),
    plain(words.connectors, countText(group.connectorCount), formulas.connectors),
    plain(station.officers, countText(group.officers), formulas.people),
    plain(station.auxiliaries, countText(group.auxiliaries), formulas.people),
  ];
}

function farthestFigures(group: GroupView, rule: RuleView | undefined, messages: Messages): GroupFigure[] {
  const { group: words, formulas, units } = messages;
  const { farthestByLength: length, farthestByTime: time } = group;
  return [
    {
      name: words.farthestByLength,
      value: length ? kilometresPhrase(length.metres, messages, rule?.maxKilometres) : units.none,
      formula: formulas.farthestByLength,
      ...(length
        ? {
            settlementId: length.settlementId,
            inputs: [[words.farthestByLength, metresPhrase(length.metres, messages)]],
          }
        : {}),
    },
    {
      name: words.farthestByTime,
      value: time ? minutesPhrase(time.seconds, messages, rule?.maxMinutes) : units.none,
      formula: formulas.farthestByTime,
      ...(time
        ? { settlementId: time.settlementId, inputs: [[words.farthestByTime, secondsPhrase(time.seconds, messages)]] }
        : {}),
    },
  ];
}
