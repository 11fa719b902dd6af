import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { DispatchAnswer } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { kilometresText, minutesText } from '../i18n/measures.ts';
import { OriginButton } from './origin.tsx';
import { StatusShape } from './status-badge.tsx';

interface RespondersTableProps {
  readonly answer: DispatchAnswer;
  readonly select: (selection: Selection) => void;
}

/** Every station by its arrival, those without a route last. */
export function RespondersTable({ answer, select }: RespondersTableProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.call;
  const { formulas, units } = messages;
  const { about } = answer;
  const rule = about.rule;
  const minutes = (seconds: number | null, limit?: number): string =>
    seconds === null ? units.none : minutesText(seconds, limit);
  const head = (name: string, formula: string, unit: string): ReactNode => (
    <th scope="col" className="numeric">
      {name}
      <OriginButton name={name} value={words.ranking} formula={formula} about={about} />
      <small>{unit}</small>
    </th>
  );
  return (
    <table className="responders">
      <caption>{words.ranking}</caption>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {words.rank}
          </th>
          <th scope="col">{words.station}</th>
          {head(words.drive, formulas.drive, units.minutes)}
          {head(words.arrival, formulas.arrival, units.minutes)}
          {head(words.length, formulas.length, units.kilometres)}
        </tr>
      </thead>
      <tbody>
        {answer.responders.map((responder) => (
          <tr key={responder.stationId} className={responder.stationId === answer.answeringId ? 'answering' : ''}>
            <td className="numeric">{responder.rank}</td>
            <th scope="row">
              <button
                type="button"
                className="link-button"
                onClick={() => select({ kind: 'station', id: responder.stationId })}
              >
                {responder.name}
              </button>
              <span className="responder-note">
                <StatusShape status={withinStatus(responder.withinRule)} />
                {[
                  words.roles[responder.role],
                  responder.statusText || (responder.onDuty ? words.onDuty : words.offDuty),
                ].join(' · ')}
              </span>
            </th>
            <td className="numeric">{minutes(responder.driveSeconds, rule?.maxMinutes)}</td>
            <td className="numeric">{minutes(responder.arrivalSeconds)}</td>
            <td className="numeric">
              {responder.metres === null ? units.none : kilometresText(responder.metres, rule?.maxKilometres)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function withinStatus(withinRule: boolean | null): 'pass' | 'fail' | 'none' {
  if (withinRule === null) return 'none';
  return withinRule ? 'pass' : 'fail';
}
