import { type ReactNode, useEffect, useId, useState } from 'react';
import { limitFrom } from '../address/rule-choice.ts';
import { useLanguage } from '../i18n/language.tsx';

interface LimitFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** Milliseconds without a key before a number counts as typed. */
const TYPING_PAUSE = 600;

/** A number that takes effect when it is typed to the end; while it means nothing, it says what would. */
export function LimitField({ label, unit, value, most, onChange }: LimitFieldProps): ReactNode {
  const { messages } = useLanguage();
  const [text, setText] = useState(String(value));
  const id = useId();
  useEffect(() => setText(String(value)), [value]);
  const typed = limitFrom(text, most);
  useEffect(() => {
    if (typed === undefined || typed === value) return;
    const timer = setTimeout(() => onChange(typed), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  const isBad = typed === undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="number"
        inputMode="decimal"
        value={text}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-hint` : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== undefined) onChange(typed);
        }}
        onBlur={() => setText(String(typed ?? value))}
      />
      <span className="unit">{unit}</span>
      {isBad ? (
        <p id={`${id}-hint`} className="field-hint" role="alert">
          {messages.rule.limitHint(most)}
        </p>
      ) : null}
    </div>
  );
}
