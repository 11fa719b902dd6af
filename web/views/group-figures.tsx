import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { FarthestView, GroupsAnswer, GroupView } from '../api/types.ts';
import { useLanguage } from '../i18n/language.tsx';
import { countText, kilometresPhrase, minutesPhrase } from '../i18n/measures.ts';
import { RateFigure } from './county-summary.tsx';
import { Fact, Figure } from './figure.tsx';
import { OriginButton } from './origin.tsx';
import { StatusBadge } from './status-badge.tsx';
import type { CountyIndex } from './use-county-data.ts';

interface GroupFiguresProps {
  readonly group: GroupView;
  readonly answer: GroupsAnswer;
  readonly index: CountyIndex;
  readonly select: (selection: Selection) => void;
}

/** All that the rule asks of a group, or of a station that stands alone. */
export function GroupFigures({ group, answer, index, select }: GroupFiguresProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.group;
  const { formulas } = messages;
  const { about } = answer;
  const figure = (name: string, value: string, formula: string): ReactNode => (
    <Figure name={name} value={value} formula={formula} about={about} />
  );
  const { rule } = about;
  const share = group.offRoadTimeShare;
  return (
    <>
      <dl className="figures">
        <Fact name={messages.settlement.verdict}>
          <StatusBadge status={group.status} text={group.statusText} />
          <OriginButton
            name={messages.settlement.verdict}
            value={group.statusText}
            formula={formulas.status}
            about={about}
          />
        </Fact>
        <RateFigure name={words.rate} tally={group.tally} answer={answer} />
        {figure(words.overLimit, countText(group.overLimit.length), formulas.overLimit)}
        {figure(words.counted, countText(group.tally.count), formulas.counted)}
        {figure(words.settlements, countText(group.settlements), formulas.settlements)}
        <FarthestFigure
          name={words.farthestByLength}
          farthest={group.farthestByLength}
          text={({ metres }) => kilometresPhrase(metres, messages, rule?.maxKilometres)}
          formula={formulas.farthestByLength}
          {...{ answer, index, select }}
        />
        <FarthestFigure
          name={words.farthestByTime}
          farthest={group.farthestByTime}
          text={({ seconds }) => minutesPhrase(seconds, messages, rule?.maxMinutes)}
          formula={formulas.farthestByTime}
          {...{ answer, index, select }}
        />
        {figure(words.p95, minutesPhrase(group.p95Seconds, messages, rule?.maxMinutes), formulas.p95)}
        {figure(words.radius, kilometresPhrase(group.straightRadiusMetres, messages), formulas.radius)}
        {figure(words.offRoadShare, share === null ? '—' : `${share.toFixed(1)}%`, formulas.offRoadShare)}
        {figure(words.connectors, countText(group.connectorCount), formulas.connectors)}
        {figure(messages.station.officers, countText(group.officers), formulas.people)}
        {figure(messages.station.auxiliaries, countText(group.auxiliaries), formulas.people)}
        {group.connected === null || group.memberIds.length === 0 ? null : (
          <Fact name={words.connected}>{group.connected ? words.yes : words.no}</Fact>
        )}
      </dl>
      <OverLimitList group={group} index={index} select={select} />
    </>
  );
}

interface FarthestFigureProps extends Omit<GroupFiguresProps, 'group'> {
  readonly name: string;
  readonly farthest: FarthestView | null;
  readonly text: (farthest: FarthestView) => string;
  readonly formula: string;
}

function FarthestFigure({ name, farthest, text, formula, answer, index, select }: FarthestFigureProps): ReactNode {
  const { messages } = useLanguage();
  const value = farthest ? text(farthest) : messages.units.none;
  return (
    <Figure name={name} value={value} formula={formula} about={answer.about}>
      {farthest ? (
        <button
          type="button"
          className="link-button"
          onClick={() => select({ kind: 'settlement', id: farthest.settlementId })}
        >
          {index.settlement.get(farthest.settlementId)?.name ?? farthest.settlementId}
        </button>
      ) : null}{' '}
      {value}
    </Figure>
  );
}

/** Rows of the list of settlements over the limit; the table below has them all. */
const MOST_ROWS = 12;

function OverLimitList({ group, index, select }: Omit<GroupFiguresProps, 'answer'>): ReactNode {
  const { messages } = useLanguage();
  if (group.overLimit.length === 0) return null;
  const rest = group.overLimit.length - MOST_ROWS;
  return (
    <>
      <h3>{messages.group.overLimit}</h3>
      <ul className="over-limit">
        {group.overLimit.slice(0, MOST_ROWS).map(({ settlementId, reasonText }) => (
          <li key={settlementId}>
            <button
              type="button"
              className="link-button"
              onClick={() => select({ kind: 'settlement', id: settlementId })}
            >
              {index.settlement.get(settlementId)?.name ?? settlementId}
            </button>
            <span>{reasonText}</span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="hint">{messages.group.more(rest)}</p> : null}
    </>
  );
}
