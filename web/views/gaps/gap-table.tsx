import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { GapView } from '../../api/gaps.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { countText } from '../../i18n/measures.ts';
import { Empty } from '../notice.tsx';

interface GapTableProps {
  readonly gaps: readonly GapView[];
  readonly chosen: string | undefined;
  readonly weightings: number;
  readonly onChoose: (id: string) => void;
}

/** Gaps shown at first, and so many more at each asking. */
const STEP = 100;

/** Gaps by rank: where, what is short, what closes it, how many households, why it ranks there. */
export function GapTable({ gaps, chosen, weightings, onChoose }: GapTableProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.gaps;
  const [count, setCount] = useState(STEP);
  const at = gaps.findIndex(({ id }) => id === chosen);
  const shown = gaps.slice(0, Math.max(count, at + 1));
  if (gaps.length === 0) return <Empty text={words.none} />;
  return (
    <>
      <table className="work-table gap-table">
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {words.rank}
            </th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.short}</th>
            <th scope="col">{words.closing}</th>
            <th scope="col" className="numeric">
              {words.households}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((gap) => (
            <GapRow key={gap.id} {...{ gap, weightings, onChoose }} isChosen={gap.id === chosen} />
          ))}
        </tbody>
      </table>
      {shown.length < gaps.length ? (
        <button type="button" className="link-button" onClick={() => setCount(shown.length + STEP)}>
          {messages.data.more(Math.min(STEP, gaps.length - shown.length))}
          {messages.units.brackets(messages.data.shown(shown.length, gaps.length))}
        </button>
      ) : null}
    </>
  );
}

interface GapRowProps {
  readonly gap: GapView;
  readonly isChosen: boolean;
  readonly weightings: number;
  readonly onChoose: (id: string) => void;
}

function GapRow({ gap, isChosen, weightings, onChoose }: GapRowProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.gaps;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { rank, bestRank, worstRank, inTop, kindText, place, reason, closing, households, isLowerBound, why } = gap;
  const householdsText = households === null ? messages.units.none : (isLowerBound ? '≥ ' : '') + countText(households);
  return (
    <>
      <tr ref={row} className={isChosen ? 'chosen' : ''}>
        <td className="numeric">
          <strong>{rank}</strong>
          <small title={words.rangeTitle(weightings, inTop)}>{`${bestRank}–${worstRank}`}</small>
        </td>
        <th scope="row">
          <span className="tag">{kindText}</span>{' '}
          {place.coord ? (
            <button type="button" className="link-button" onClick={() => onChoose(gap.id)}>
              {place.name}
            </button>
          ) : (
            place.name
          )}
          <small>{place.township}</small>
        </th>
        <td>{reason}</td>
        <td>{closing}</td>
        <td className="numeric">{householdsText}</td>
      </tr>
      <tr className={isChosen ? 'why chosen' : 'why'}>
        <td />
        <td colSpan={4}>{why}</td>
      </tr>
    </>
  );
}
