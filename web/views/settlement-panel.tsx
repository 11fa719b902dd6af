import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { ExplainAnswer } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { countText, kilometresPhrase, minutesPhrase } from '../i18n/measures.ts';
import { Fact, Figure } from './figure.tsx';
import { OriginButton } from './origin.tsx';
import { ResponseCard } from './response-card.tsx';
import { StatusBadge } from './status-badge.tsx';

interface SettlementPanelProps {
  readonly answer: ExplainAnswer;
  readonly select: (selection: Selection) => void;
  readonly onShowRoute: () => void;
}

/** One settlement: verdict and reason, both clocks with their routes, and who else could come. */
export function SettlementPanel({ answer, select, onShowRoute }: SettlementPanelProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.settlement;
  const { settlement, own, centre, decisive, about } = answer;
  const households = settlement.sampleTooSmall ? words.tooSmall : countText(settlement.households);
  const population = settlement.sampleTooSmall ? words.tooSmall : countText(settlement.population);
  const rule = about.rule;
  /** The sentences of the verdict have the certificate of the response that decides. */
  const isProved = (isDecisive: boolean): boolean => isDecisive && answer.sentences.length > 0;
  return (
    <article className="settlement-panel">
      <h2>
        {settlement.name} <small>{words[settlement.kind]}</small>
      </h2>
      <div className={`verdict verdict-${answer.status}`}>
        <p>
          <StatusBadge status={answer.status} text={answer.statusText} />
          <OriginButton
            name={words.verdict}
            value={answer.statusText}
            formula={messages.formulas.status}
            inputs={[[words.proof, (centre ?? own).proofText]]}
            about={about}
          />
        </p>
        {answer.reasonText ? (
          <p>
            {words.reason}
            {messages.units.colon}
            <strong>{answer.reasonText}</strong>
          </p>
        ) : null}
        {answer.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="panel-actions">
        <button type="button" className="plain-button" onClick={onShowRoute}>
          {words.showRoute}
        </button>
        <button type="button" className="plain-button" onClick={() => select({ kind: 'call-from', id: settlement.id })}>
          {words.callHere}
        </button>
      </div>
      {centre ? (
        <ResponseCard
          title={words.support}
          drawnAs="support"
          response={centre}
          isDecisive={decisive === 'centre'}
          isProofShown={isProved(decisive === 'centre')}
          about={about}
        />
      ) : (
        <p className="hint">{words.ownIsCentre}</p>
      )}
      <ResponseCard
        title={words.first}
        drawnAs={centre ? 'first' : 'support'}
        response={own}
        isDecisive={decisive === 'own'}
        isProofShown={isProved(decisive === 'own')}
        about={about}
        note={answer.ownStationRuleText}
      />
      <h3>
        {words.nearest}
        <OriginButton
          name={words.nearest}
          value={answer.nearest[0]?.name ?? '—'}
          formula={messages.formulas.near}
          about={about}
        />
      </h3>
      <ol className="near-stations">
        {answer.nearest.map(({ stationId, name, seconds, metres }) => (
          <li key={stationId}>
            <button type="button" className="link-button" onClick={() => select({ kind: 'station', id: stationId })}>
              {name}
            </button>
            <span>
              {minutesPhrase(seconds, messages, rule?.maxMinutes)} ·{' '}
              {kilometresPhrase(metres, messages, rule?.maxKilometres)}
            </span>
          </li>
        ))}
      </ol>
      <Alternative answer={answer} />
      <dl className="figures">
        <Fact name={messages.station.township}>{settlement.township ?? messages.units.none}</Fact>
        <Figure name={words.households} value={households} formula={messages.formulas.people10} about={about} />
        <Figure name={words.population} value={population} formula={messages.formulas.people10} about={about} />
      </dl>
    </article>
  );
}

function Alternative({ answer }: { answer: ExplainAnswer }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.settlement;
  const { alternative, status } = answer;
  if (!alternative) return status === 'fail' ? <p className="hint">{words.noAlternative}</p> : null;
  if (status !== 'fail') return null;
  const time = minutesPhrase(alternative.seconds, messages);
  const length = kilometresPhrase(alternative.metres, messages);
  return (
    <p className="hint">
      {words.alternative}
      {messages.units.colon}
      {alternative.name}
      {messages.units.brackets(`${time}${messages.units.comma}${length}`)}
    </p>
  );
}
