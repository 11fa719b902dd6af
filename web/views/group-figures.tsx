import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { GroupsAnswer, GroupView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { RateFigure } from './county-summary.tsx';
import { Fact, Figure } from './figure.tsx';
import { groupFigureList } from './group-figure-list.ts';
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
  const { about } = answer;
  return (
    <>
      <dl className="figures">
        <Fact name={messages.settlement.verdict}>
          <StatusBadge status={group.status} text={group.statusText} />
          <OriginButton
            name={messages.settlement.verdict}
            value={group.statusText}
            formula={messages.formulas.status}
            about={about}
          />
        </Fact>
        <RateFigure name={words.rate} tally={group.tally} answer={answer} />
        {groupFigureList(group, about.rule, messages).map(({ settlementId, ...figure }) => (
          <Figure key={figure.name} {...figure} about={about}>
            {settlementId === undefined ? null : <SettlementLink id={settlementId} index={index} select={select} />}
            {figure.value}
          </Figure>
        ))}
        {group.connected === null || group.memberIds.length === 0 ? null : (
          <Fact name={words.connected}>{group.connected ? words.yes : words.no}</Fact>
        )}
      </dl>
      <OverLimitList group={group} index={index} select={select} />
    </>
  );
}

function SettlementLink({
  id,
  index,
  select,
}: Pick<GroupFiguresProps, 'index' | 'select'> & { id: string }): ReactNode {
  return (
    <button type="button" className="link-button" onClick={() => select({ kind: 'settlement', id })}>
      {index.settlement.get(id)?.name ?? id}
    </button>
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
            <SettlementLink id={settlementId} index={index} select={select} />
            <span>{reasonText}</span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="hint">{messages.group.more(rest)}</p> : null}
    </>
  );
}
