import { type ReactNode, useMemo } from 'react';
import type { CoverageHexagons } from '../api/coverage.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type CellClass, CLASS_COLOURS, type CoverageMeasure, classesOf, classOf } from '../map/measures.ts';

interface CoverageLegendProps {
  readonly measure: CoverageMeasure;
  readonly answer: CoverageHexagons;
  readonly opacity: number;
}

/** The classes of a measure with their breaks, and how many hexagons each has. */
export function CoverageLegend({ measure, answer, opacity }: CoverageLegendProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work;
  const counts = useMemo(() => {
    const found = new Map<CellClass, number>();
    for (const cell of answer.hexagons) {
      const name = classOf(cell, measure);
      if (name) found.set(name, (found.get(name) ?? 0) + 1);
    }
    return found;
  }, [answer, measure]);
  return (
    <ul className="swatches coverage-legend">
      {classesOf(measure).map((name) => (
        <li key={name}>
          <span className="swatch">
            <span style={{ background: CLASS_COLOURS[name], opacity }} />
          </span>
          <span>{words.classes[name]}</span>
          <span className="numeric">{words.cells(counts.get(name) ?? 0)}</span>
        </li>
      ))}
    </ul>
  );
}
