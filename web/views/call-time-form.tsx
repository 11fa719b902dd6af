import type { ReactNode } from 'react';
import { type CallTime, localMinute } from '../address/call-time.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Segments } from './segments.tsx';

const WHENS = ['now', 'day', 'night', 'at'] as const;
const DAYS = ['auto', 'yes', 'no'] as const;
const WORKING_DAY = { auto: undefined, yes: true, no: false } as const;

/** When the call comes in: now, by day, by night, or at a time; and whether that is a working day. */
export function CallTimeForm({ time, onChange }: { time: CallTime; onChange: (time: CallTime) => void }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.call;
  const choose = (when: CallTime['when']): void =>
    onChange({ ...time, when, at: when === 'at' ? time.at || localMinute(new Date()) : '' });
  return (
    <div className="call-time">
      <Segments title={words.when} value={time.when} choices={WHENS} words={words.whenChoices} onChange={choose} />
      {time.when === 'at' ? (
        <input
          type="datetime-local"
          aria-label={words.when}
          value={time.at}
          onChange={(event) => onChange({ ...time, at: event.target.value })}
        />
      ) : null}
      <Segments
        title={words.workingDay}
        value={DAYS.find((day) => WORKING_DAY[day] === time.workingDay) ?? 'auto'}
        choices={DAYS}
        words={words.dayChoices}
        onChange={(day) => onChange({ ...time, workingDay: WORKING_DAY[day] })}
      />
    </div>
  );
}
