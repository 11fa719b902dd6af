import type { ReactNode } from 'react';
import type { CoverageCell } from '../api/coverage.ts';
import { useLanguage } from '../i18n/language.tsx';
import { countText, shareText } from '../i18n/measures.ts';
import { type CoverageMeasure, classOf, WITHHELD } from '../map/measures.ts';

interface CoverageTipProps {
  readonly id: string;
  readonly measure: CoverageMeasure;
  readonly cells: readonly CoverageCell[] | undefined;
}

/** The measure of the hexagon that is pointed at, in words: never by its colour alone. */
export function CoverageTip({ id, measure, cells }: CoverageTipProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work;
  const cell = cells?.find((one) => one.cell === id);
  const found = cell && classOf(cell, measure);
  if (!cell || !found) return <p>{measure === 'volunteers' ? words.cell.noUnits : words.cell.noCompounds}</p>;
  if (found === WITHHELD) return <p>{words.classes[WITHHELD]}</p>;
  const { video, volunteers } = cell;
  return (
    <>
      <p>{words.measures[measure]}</p>
      {measure === 'volunteers' ? (
        <p>
          <strong>{words.classes[found]}</strong> {volunteers?.per100Households?.toFixed(1)}
        </p>
      ) : (
        <p>
          <strong>{shareText(video?.[measure] ?? 0, video?.due ?? 0)}</strong>{' '}
          {`${countText(video?.[measure])} / ${countText(video?.due)}`}
        </p>
      )}
    </>
  );
}
