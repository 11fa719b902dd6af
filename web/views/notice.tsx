import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useLanguage } from '../i18n/language.tsx';

/** That something is on its way, in words. */
export function Loading({ text }: { text: string }): ReactNode {
  return (
    <p className="notice loading" role="status">
      {text}
    </p>
  );
}

/** That there is nothing, in words. */
export function Empty({ text }: { text: string }): ReactNode {
  return <p className="notice">{text}</p>;
}

/** What went wrong, as the service says it, and a way to ask again where there is one. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const { messages } = useLanguage();
  const { failure } = messages;
  const problem = error instanceof ApiProblem ? error : undefined;
  const fallback = !problem
    ? failure.unexpected
    : problem.status === 0
      ? failure.noAnswer
      : failure.http(problem.status);
  return (
    <div className="notice failure" role="alert">
      <p>
        <strong>{failure.title}</strong>
        {messages.units.colon}
        {problem?.title ?? fallback}
      </p>
      {problem?.detail ? <p className="failure-detail">{problem.detail}</p> : null}
      {onRetry ? (
        <button type="button" className="plain-button" onClick={onRetry}>
          {failure.retry}
        </button>
      ) : null}
    </div>
  );
}
