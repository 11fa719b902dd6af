import { type ReactNode, useEffect, useRef } from 'react';
import type { About, Coord, GroupsAnswer } from '../../api/answers.ts';
import type { ClauseUnit, ClauseView } from '../../api/scorecard.ts';
import type { Answer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Messages } from '../../i18n/zh.ts';
import { OriginButton } from '../origin.tsx';
import { Shown } from '../shown.tsx';
import { ClauseDetails } from './clause-details.tsx';
import { ClauseUnits } from './clause-units.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

interface ClauseRowProps {
  readonly clause: ClauseView;
  readonly about: About;
  /** The clause with its units, where it is open. */
  readonly open: Answer<ClauseView> | undefined;
  readonly onOpen: () => void;
  readonly place: string | undefined;
  readonly onPlace: (id: string) => void;
  readonly placeOf: (unit: ClauseUnit) => Coord | undefined;
  readonly groups: GroupsAnswer | undefined;
  readonly stationName: (id: string) => string;
}

/** One clause: value, threshold, verdict, date; open, what it says and the units behind it. */
export function ClauseRow(props: ClauseRowProps): ReactNode {
  const { clause, about, open, onOpen, groups, stationName } = props;
  const { messages } = useLanguage();
  const words = messages.work.scorecard;
  const isOpen = open !== undefined;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <>
      <tr ref={row} className={isOpen ? 'open' : ''}>
        <th scope="row">
          <button type="button" className="clause-button" aria-expanded={isOpen} onClick={onOpen}>
            <span className="clause-mark" aria-hidden="true">
              {isOpen ? '▾' : '▸'}
            </span>
            <span className="clause-number">{clause.id.replace(/^c/, '').split('-')[0]}</span>
            {clause.title}
          </button>
        </th>
        <td>
          <span className="with-origin">
            {clause.valueText ?? messages.units.none}
            <OriginButton
              name={clause.title}
              value={clause.valueText ?? messages.units.none}
              formula={clause.formula}
              inputs={inputsOf(clause, messages)}
              about={about}
            />
          </span>
        </td>
        <td className="unbroken">{clause.threshold}</td>
        <td>
          <VerdictBadge verdict={clause.verdict} text={clause.verdictText} />
          {clause.missing > 0 ? <small>{words.missing(clause.missing)}</small> : null}
        </td>
        <td className="unbroken">{asOfText(clause, messages)}</td>
      </tr>
      {open ? (
        <tr className="clause-open">
          <td colSpan={5}>
            <ClauseDetails {...{ clause, groups, stationName }} />
            <Shown answer={open} loading={words.loadingUnits}>
              {({ listed = [] }) => (
                <ClauseUnits units={listed} place={props.place} onPlace={props.onPlace} placeOf={props.placeOf} />
              )}
            </Shown>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function inputsOf(clause: ClauseView, messages: Messages): (readonly [label: string, value: string])[] {
  const words = messages.work.scorecard;
  const { value, readingText, unitText, missing, withheld, lead, responsible } = clause;
  const offices = [...lead, ...responsible].join(messages.units.list);
  return [
    ...(value && value.denominator !== 1
      ? ([
          [words.numerator, String(value.numerator)],
          [words.denominator, String(value.denominator)],
        ] as const)
      : []),
    [words.threshold, clause.threshold],
    [words.unit, unitText],
    ...(readingText === '' ? [] : [[words.reading, readingText] as const]),
    [words.asOf, asOfText(clause, messages)],
    ...(missing > 0 ? [[words.verdicts['no-data'], String(missing)] as const] : []),
    ...(withheld > 0 ? [[messages.settlement.tooSmall, String(withheld)] as const] : []),
    [words.offices, offices],
  ];
}

/** One date, or the oldest and the newest of the tables that were used. */
function asOfText({ asOf }: ClauseView, { units }: Messages): string {
  if (!asOf) return units.none;
  return asOf.oldest === asOf.newest ? asOf.oldest : `${asOf.oldest} – ${asOf.newest}`;
}
