import type { ReactNode } from 'react';
import type { Answer } from '../api/use-answer.ts';
import { Failure, Loading } from './notice.tsx';

interface ShownProps<Data> {
  readonly answer: Answer<Data>;
  /** Says that it is on its way. */
  readonly loading: string;
  /** Whether the answer before stays, greyed, until the next one comes: where it is about the same thing. */
  readonly keepsLatest?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** An answer, or in words that it is on its way or why there is none. */
export function Shown<Data>({ answer, loading, keepsLatest = false, children }: ShownProps<Data>): ReactNode {
  if (answer.error !== undefined) return <Failure error={answer.error} onRetry={answer.retry} />;
  const data = keepsLatest ? answer.shown : answer.data;
  return (
    <>
      {answer.isLoading ? <Loading text={loading} /> : null}
      {data === undefined ? null : <div className={answer.isLoading ? 'stale' : ''}>{children(data)}</div>}
    </>
  );
}
