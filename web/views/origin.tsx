import { createContext, type ReactNode, useContext } from 'react';
import type { About } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';

/** Where a figure comes from: all that one needs to compute it again. */
export interface FigureOrigin {
  readonly name: string;
  readonly value: string;
  readonly formula: string;
  /** What the formula was fed with, in the order it names it. */
  readonly inputs?: readonly (readonly [label: string, value: string])[];
  readonly about: About;
}

/** Opens the page's one window of origins. */
export type ShowOrigin = (origin: FigureOrigin) => void;

/** The desk provides it; without a desk nothing is shown. */
export const OriginContext = createContext<ShowOrigin>(() => {});

/** The 口径 button beside a figure. */
export function OriginButton(origin: FigureOrigin): ReactNode {
  const { messages } = useLanguage();
  const show = useContext(OriginContext);
  const label = messages.origin.button(origin.name);
  return (
    <button type="button" className="origin-button" aria-label={label} title={label} onClick={() => show(origin)}>
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
        <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.3" />
        <path d="M8 7v4.4M8 4.3v1.5" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}
