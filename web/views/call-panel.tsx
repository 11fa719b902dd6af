import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { Clock, DispatchAnswer } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { minutesPhrase, secondsPhrase } from '../i18n/measures.ts';
import { ROUTE_COLOURS } from '../map/colours.ts';
import { Fact, Figure } from './figure.tsx';
import { RespondersTable } from './responders-table.tsx';
import { RouteDetails } from './route-details.tsx';

interface CallPanelProps {
  readonly answer: DispatchAnswer;
  readonly select: (selection: Selection) => void;
  readonly onShowRoute: () => void;
}

/** Who responds to a call from a place: who answers, both clocks, every station by arrival, the route. */
export function CallPanel({ answer, select, onShowRoute }: CallPanelProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.call;
  const { place, about } = answer;
  const nameOf = (id: string | null): string =>
    answer.responders.find(({ stationId }) => stationId === id)?.name ?? messages.units.none;
  const duty = [
    words.period[answer.period],
    answer.workingDay ? words.workdayText.yes : words.workdayText.no,
    answer.pooled ? words.pooled : words.notPooled,
  ].join(messages.units.comma);
  return (
    <article className="call-panel">
      <div className="verdict">
        <p>
          {words.answering}
          {messages.units.colon}
          <strong>{answer.answeringId ? nameOf(answer.answeringId) : words.nobody}</strong>
        </p>
        {answer.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <dl className="figures">
        <Fact name={words.when}>
          {answer.time.replace('T', ' ')}
          {messages.units.brackets(duty)}
        </Fact>
        <Fact name={messages.condition.title}>{messages.condition.choices[about.condition]}</Fact>
        <Fact name={words.township}>
          {place.inCounty === false ? words.outside : (place.townshipName ?? messages.units.none)}
        </Fact>
        {place.metresToRoad === null ? null : (
          <Figure
            name={words.road}
            value={`${place.metresToRoad.toFixed(1)} ${messages.units.metres}`}
            note={messages.map.estimated}
            formula={messages.formulas.road}
            about={about}
          />
        )}
        {answer.nextId ? <Fact name={words.next}>{nameOf(answer.nextId)}</Fact> : null}
      </dl>
      <ClockCard title={words.local} clock={answer.local} answer={answer} />
      <ClockCard title={words.support} clock={answer.support} answer={answer} />
      <RespondersTable answer={answer} select={select} />
      {answer.route ? (
        <section className="response-card">
          <header>
            <span className="route-swatch" style={{ background: ROUTE_COLOURS.call }} />
            <h3 className="card-title">{nameOf(answer.answeringId)}</h3>
            <button type="button" className="plain-button" onClick={onShowRoute}>
              {messages.settlement.showRoute}
            </button>
          </header>
          <RouteDetails route={answer.route} about={about} />
        </section>
      ) : null}
    </article>
  );
}

interface ClockCardProps {
  readonly title: string;
  readonly clock: Clock | null;
  readonly answer: DispatchAnswer;
}

function ClockCard({ title, clock, answer }: ClockCardProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.call;
  if (!clock) return null;
  const inputs = [
    [words.turnout, secondsPhrase(clock.turnoutSeconds, messages)],
    [words.drive, clock.driveSeconds === null ? messages.units.none : secondsPhrase(clock.driveSeconds, messages)],
  ] as const;
  return (
    <section className="clock" aria-label={title}>
      <h3 className="card-title">
        {title}
        {messages.units.colon}
        {clock.name}
      </h3>
      <dl className="figures">
        <Figure
          name={words.arrival}
          value={minutesPhrase(clock.arrivalSeconds, messages)}
          formula={messages.formulas.arrival}
          inputs={inputs}
          about={answer.about}
          note={`${words.turnout} ${minutesPhrase(clock.turnoutSeconds, messages)} + ${words.drive} ${minutesPhrase(clock.driveSeconds, messages, answer.about.rule?.maxMinutes)}`}
        />
      </dl>
    </section>
  );
}
