import type { ReactNode } from 'react';
import type { Status } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { STATUS_COLOURS } from '../map/colours.ts';

type Shown = Status | 'empty' | 'none';

/** A result as shape, colour and word: legible without colour, and without the word. */
export function StatusBadge({ status, text }: { status: Shown; text?: string }): ReactNode {
  const { messages } = useLanguage();
  return (
    <span className={`status status-${status}`}>
      <StatusShape status={status} />
      {text ?? messages.status[status]}
    </span>
  );
}

/** The shape alone, as the map draws it. */
export function StatusShape({ status }: { status: Shown }): ReactNode {
  const colour = STATUS_COLOURS[status === 'empty' ? 'none' : status];
  return (
    <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
      {status === 'fail' ? (
        <>
          <path d="M8 .8 15.2 8 8 15.2.8 8z" fill={colour} />
          <path d="M5.9 5.9l4.2 4.2M10.1 5.9 5.9 10.1" stroke="#fff" strokeWidth="1.7" />
        </>
      ) : null}
      {status === 'marginal' ? <path d="M8 1.2 15.4 14.4H.6z" fill={colour} /> : null}
      {status === 'pass' ? <circle cx="8" cy="8" r="5.6" fill={colour} /> : null}
      {status === 'none' || status === 'empty' ? (
        <circle cx="8" cy="8" r="5" fill="none" stroke={colour} strokeWidth="2" />
      ) : null}
    </svg>
  );
}
