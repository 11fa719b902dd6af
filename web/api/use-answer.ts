import { useCallback, useEffect, useState } from 'react';
import { isAbort } from './client.ts';

/** What is known of an answer at this moment. */
export interface Answer<Data> {
  /** The answer to the question as it stands now; while it is on its way, undefined. */
  readonly data: Data | undefined;
  /** The same; but while it is on its way the answer before, to be shown greyed. After a failure undefined. */
  readonly shown: Data | undefined;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

interface Arrived<Data> {
  readonly question: unknown;
  readonly data: Data | undefined;
  readonly error: unknown;
}

/**
 * Asks the service, again whenever the question changes. The question before is aborted, and what still
 * comes of it is dropped, so that an answer never stands beside another question.
 *
 * @param ask a function of a module, not made anew at each rendering
 * @param question memoised; undefined asks nothing
 */
export function useAnswer<Question, Data>(
  ask: (question: Question, signal: AbortSignal) => Promise<Data>,
  question: Question | undefined,
): Answer<Data> {
  const [arrived, setArrived] = useState<Arrived<Data>>({ question: undefined, data: undefined, error: undefined });
  const [latest, setLatest] = useState<Data>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again.
  useEffect(() => {
    if (question === undefined) return;
    const abort = new AbortController();
    ask(question, abort.signal).then(
      (data) => {
        if (abort.signal.aborted) return;
        setArrived({ question, data, error: undefined });
        setLatest(() => data);
      },
      (error: unknown) => {
        if (!abort.signal.aborted && !isAbort(error)) setArrived({ question, data: undefined, error });
      },
    );
    return () => abort.abort();
  }, [ask, question, attempt]);
  const retry = useCallback(() => {
    setArrived({ question: undefined, data: undefined, error: undefined });
    setAttempt((count) => count + 1);
  }, []);
  const isCurrent = question !== undefined && arrived.question === question;
  return {
    data: isCurrent ? arrived.data : undefined,
    shown: isCurrent ? arrived.data : latest,
    isLoading: question !== undefined && !isCurrent,
    error: isCurrent ? arrived.error : undefined,
    retry,
  };
}
