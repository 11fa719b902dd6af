import { type ReactNode, useMemo, useState } from 'react';
import type { Coord } from '../../api/answers.ts';
import type { ClauseUnit } from '../../api/scorecard.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Messages } from '../../i18n/zh.ts';
import { Empty } from '../notice.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

interface ClauseUnitsProps {
  readonly units: readonly ClauseUnit[];
  readonly place: string | undefined;
  readonly onPlace: (id: string) => void;
  readonly placeOf: (unit: ClauseUnit) => Coord | undefined;
}

const SEVERITY = ['fail', 'near', 'no-data', 'pass', 'not-judged'] as const;
/** Units shown at first, and so many more at each asking. */
const STEP = 50;

/** The units behind a clause, those that fail first; one whose place is known is shown on the map. */
export function ClauseUnits({ units, place, onPlace, placeOf }: ClauseUnitsProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.scorecard;
  const [count, setCount] = useState(STEP);
  const sorted = useMemo(
    () => [...units].sort((a, b) => SEVERITY.indexOf(a.verdict) - SEVERITY.indexOf(b.verdict)),
    [units],
  );
  const chosen = sorted.findIndex(({ id }) => id === place);
  const shown = sorted.slice(0, Math.max(count, chosen + 1));
  if (units.length === 0) return <Empty text={words.noUnits} />;
  return (
    <>
      <table className="unit-list">
        <tbody>
          {shown.map((unit) => {
            const name = unit.name === '' ? messages.work.scorecard.wholeCounty : unit.name;
            return (
              <tr key={unit.id} className={unit.id === place ? 'chosen' : ''}>
                <td className="unbroken">
                  <VerdictBadge verdict={unit.verdict} text={unit.verdictText} />
                </td>
                <th scope="row">
                  {placeOf(unit) ? (
                    <button type="button" className="link-button" onClick={() => onPlace(unit.id)}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
                <td className="numeric">{amountText(unit, messages)}</td>
                <td>{unit.reasonText}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < sorted.length ? (
        <button type="button" className="link-button" onClick={() => setCount(shown.length + STEP)}>
          {messages.data.more(Math.min(STEP, sorted.length - shown.length))}
          {messages.units.brackets(messages.data.shown(shown.length, sorted.length))}
        </button>
      ) : null}
    </>
  );
}

function amountText({ value, sampleTooSmall }: ClauseUnit, { units, settlement }: Messages): string {
  if (sampleTooSmall) return settlement.tooSmall;
  if (!value) return units.none;
  return value.denominator === 1 ? String(value.numerator) : `${value.numerator}/${value.denominator}`;
}
