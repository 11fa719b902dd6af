import type { ReactNode } from 'react';
import type { GroupsAnswer } from '../../api/answers.ts';
import type { ClauseView } from '../../api/scorecard.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

interface ClauseDetailsProps {
  readonly clause: ClauseView;
  readonly groups: GroupsAnswer | undefined;
  readonly stationName: (id: string) => string;
}

/** What a clause says, how it is computed and read, what other readings come to; of clause 6c the groups in force. */
export function ClauseDetails({ clause, groups, stationName }: ClauseDetailsProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.scorecard;
  const { list } = messages.units;
  const lines: readonly (readonly [label: string, text: string])[] = [
    [words.text, clause.text],
    [words.formula, clause.formula],
    ...(clause.readingText === '' ? [] : [[words.reading, clause.readingText] as const]),
    [words.lead, clause.lead.join(list) || messages.units.none],
    [words.responsible, clause.responsible.join(list) || messages.units.none],
    ...(clause.deadline ? [[words.deadline, clause.deadline] as const] : []),
    ...clause.remarks.map(({ text }) => [words.remark, text] as const),
  ];
  return (
    <>
      <dl className="notes-list">
        {lines.map(([label, text]) => (
          <div key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {clause.variants.length > 0 ? <Variants clause={clause} /> : null}
      {clause.id === 'c6c' && groups ? (
        <p className="hint">
          {words.groupsInForce}
          {messages.units.colon}
          {groups.groups
            .map(({ centreId, memberIds }) => {
              const members = messages.units.brackets(memberIds.map(stationName).join(list));
              return stationName(centreId) + members;
            })
            .join(list)}
          {groups.proposer ? ` ${groups.proposer.note}` : ''}
        </p>
      ) : null}
    </>
  );
}

/** The reading that holds beside the others. */
function Variants({ clause }: { clause: ClauseView }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.scorecard;
  const rows = [{ ...clause, key: 'held', choice: '', readingText: words.held }, ...clause.variants];
  return (
    <table className="variants">
      <thead>
        <tr>
          <th scope="col">{words.reading}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, choice, readingText, valueText, verdict, verdictText }) => (
          <tr key={`${key} ${choice}`} className={key === 'held' ? 'held' : ''}>
            <th scope="row">{readingText}</th>
            <td className="unbroken">{valueText ?? messages.units.none}</td>
            <td>
              <VerdictBadge verdict={verdict} text={verdictText} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
