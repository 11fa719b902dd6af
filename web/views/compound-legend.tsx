import type { ReactNode } from 'react';
import { COMPOUND_STATES, type CompoundState } from '../api/coverage.ts';
import { useLanguage } from '../i18n/language.tsx';

const HOUSE = 'M8 1l7 6h-1.6v7.7H2.6V7H1z';
const BLUE = '#0b5d7a';
const FILL: Readonly<Record<CompoundState, string>> = {
  networked: BLUE,
  accepted: BLUE,
  built: '#7db3c8',
  construction: '#fff',
  none: '#fff',
  'not-due': '#d5dae0',
};

/** The states of compounds, each with the shape that the map draws. */
export function CompoundLegend(): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.compounds;
  return (
    <>
      <ul className="inline-legend">
        {COMPOUND_STATES.map((state) => (
          <li key={state}>
            <CompoundShape state={state} />
            {words[state]}
          </li>
        ))}
      </ul>
      <p className="layer-note">{words.note}</p>
    </>
  );
}

/** The shape of a state: filled where there is a system, a dot for its connection, half for work, a cross for nothing. */
export function CompoundShape({ state }: { state: CompoundState }): ReactNode {
  const isHollow = FILL[state] === '#fff';
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={HOUSE} fill={FILL[state]} stroke={isHollow ? BLUE : '#8a9199'} strokeWidth="1" />
      {state === 'networked' ? <circle cx="8" cy="9.6" r="2.2" fill="#fff" /> : null}
      {state === 'construction' ? <path d="M3.2 10.6h9.6v3.5H3.2z" fill={BLUE} /> : null}
      {state === 'none' ? <path d="M5.6 7.7l4.8 4.8M10.4 7.7l-4.8 4.8" stroke="#c62828" strokeWidth="1.6" /> : null}
    </svg>
  );
}
