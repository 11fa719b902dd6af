import { type ReactNode, useId } from 'react';
import { type CallTime, localMinute } from '../address/call-time.ts';
import { useLanguage } from '../i18n/language.tsx';

const WHENS = ['now', 'day', 'night', 'at'] as const;
const DAYS = { auto: undefined, yes: true, no: false } as const;

/** When the call comes in: now, by day, by night, or at a time; and whether that is a working day. */
export function CallTimeForm({ time, onChange }: { time: CallTime; onChange: (time: CallTime) => void }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.call;
  const id = useId();
  const day = (Object.keys(DAYS) as (keyof typeof DAYS)[]).find((key) => DAYS[key] === time.workingDay) ?? 'auto';
  const choose = (when: CallTime['when']): void =>
    onChange({ ...time, when, at: when === 'at' ? time.at || localMinute(new Date()) : '' });
  return (
    <div className="call-time">
      <fieldset className="segments">
        <legend>{words.when}</legend>
        {WHENS.map((when) => (
          <label key={when} className="option">
            <input
              className="option-input"
              type="radio"
              name={`${id}-when`}
              checked={time.when === when}
              onChange={() => choose(when)}
            />
            <span className="option-face">{words.whenChoices[when]}</span>
          </label>
        ))}
      </fieldset>
      {time.when === 'at' ? (
        <input
          type="datetime-local"
          aria-label={words.when}
          value={time.at}
          onChange={(event) => onChange({ ...time, at: event.target.value })}
        />
      ) : null}
      <fieldset className="segments">
        <legend>{words.workingDay}</legend>
        {(Object.keys(DAYS) as (keyof typeof DAYS)[]).map((key) => (
          <label key={key} className="option">
            <input
              className="option-input"
              type="radio"
              name={`${id}-day`}
              checked={day === key}
              onChange={() => onChange({ ...time, workingDay: DAYS[key] })}
            />
            <span className="option-face">{words.dayChoices[key]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
