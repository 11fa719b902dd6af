import type { ReactNode } from 'react';
import type { About, ResponseView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { kilometresPhrase, metresPhrase, minutesPhrase, secondsPhrase } from '../i18n/measures.ts';
import { ROUTE_COLOURS } from '../map/colours.ts';
import { Figure } from './figure.tsx';
import { RouteDetails } from './route-details.tsx';
import { StatusBadge } from './status-badge.tsx';

interface ResponseCardProps {
  readonly title: string;
  /** In which line the map draws it. */
  readonly drawnAs: 'first' | 'support';
  readonly response: ResponseView;
  readonly isDecisive: boolean;
  readonly about: About;
  readonly note?: string;
  /** Whether its certificate stands elsewhere on the panel. */
  readonly isProofShown?: boolean;
}

/** One clock of a settlement: the station, seconds and metres of its drive, the verdict and its certificate. */
export function ResponseCard({
  title,
  drawnAs,
  response,
  isDecisive,
  about,
  note,
  isProofShown = false,
}: ResponseCardProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.settlement;
  const { fastest, proofRoute, station } = response;
  return (
    <section className={`response-card ${isDecisive ? 'decisive' : ''}`} aria-label={title}>
      <header>
        <span className="route-swatch" style={{ background: ROUTE_COLOURS[drawnAs] }} />
        <h3 className="card-title">{title}</h3>
        <span className="tag">{isDecisive ? words.decisive : words.forComparison}</span>
      </header>
      <p className="response-station">
        <strong>{station.name}</strong>
        {note ? messages.units.brackets(note) : ''} <StatusBadge status={response.status} text={response.statusText} />
      </p>
      {response.reasonText ? (
        <p>
          {words.reason}
          {messages.units.colon}
          {response.reasonText}
        </p>
      ) : null}
      <ResponseFigures response={response} about={about} />
      {isProofShown ? null : (
        <p className="proof">
          {words.proof}
          {messages.units.colon}
          {response.proofText}
        </p>
      )}
      {fastest ? <RouteDetails route={fastest} response={response} about={about} /> : null}
      {proofRoute ? (
        <>
          <h4>
            <span className="route-swatch" style={{ background: ROUTE_COLOURS.other }} />
            {words.otherRoute}
          </h4>
          <RouteDetails route={proofRoute} response={response} about={about} />
        </>
      ) : null}
    </section>
  );
}

function ResponseFigures({ response, about }: Pick<ResponseCardProps, 'response' | 'about'>): ReactNode {
  const { messages } = useLanguage();
  const words = messages.settlement;
  const { formulas } = messages;
  const { fastest, straightMetres, offRoad, stationLeg, settlementLeg } = response;
  const connectors = [stationLeg, settlementLeg].some(({ connector }) => connector);
  return (
    <dl className="figures">
      {fastest ? (
        <>
          <Figure
            name={words.drive}
            value={minutesPhrase(fastest.seconds, messages, about.rule?.maxMinutes)}
            note={secondsPhrase(fastest.seconds, messages)}
            formula={formulas.drive}
            inputs={[
              [messages.call.drive, secondsPhrase(fastest.driveSeconds - (fastest.turnSeconds ?? 0), messages)],
              [
                words.turns,
                fastest.turnSeconds === null ? messages.units.none : secondsPhrase(fastest.turnSeconds, messages),
              ],
              [words.legs, secondsPhrase(offRoad.seconds, messages)],
              [words.total, secondsPhrase(fastest.seconds, messages)],
            ]}
            about={about}
          />
          <Figure
            name={words.length}
            value={kilometresPhrase(fastest.metres, messages, about.rule?.maxKilometres)}
            note={metresPhrase(fastest.metres, messages)}
            formula={formulas.length}
            inputs={[
              [messages.layers.roads, metresPhrase(fastest.driveMetres, messages)],
              [words.legs, metresPhrase(offRoad.metres, messages)],
              [words.total, metresPhrase(fastest.metres, messages)],
            ]}
            about={about}
          />
        </>
      ) : (
        <Figure name={words.drive} value={words.noRoute} formula={formulas.drive} about={about} />
      )}
      <Figure
        name={words.offRoad}
        value={`${secondsPhrase(offRoad.seconds, messages)} · ${metresPhrase(offRoad.metres, messages)}`}
        note={connectors ? words.connector : undefined}
        formula={formulas.offRoad}
        inputs={[
          [
            words.stationLeg,
            `${metresPhrase(stationLeg.metres, messages)} · ${secondsPhrase(stationLeg.seconds, messages)}`,
          ],
          [
            words.settlementLeg,
            `${metresPhrase(settlementLeg.metres, messages)} · ${secondsPhrase(settlementLeg.seconds, messages)}`,
          ],
        ]}
        about={about}
      />
      <Figure
        name={words.straight}
        value={kilometresPhrase(straightMetres, messages)}
        formula={formulas.straight}
        about={about}
      />
    </dl>
  );
}
