import type { ReactNode } from 'react';
import type { Verdict } from '../../api/scorecard.ts';
import { StatusBadge } from '../status-badge.tsx';

const STATUS_OF = { pass: 'pass', near: 'marginal', fail: 'fail', 'no-data': 'none', 'not-judged': 'none' } as const;

/** A verdict of the standard as shape, colour and word. */
export function VerdictBadge({ verdict, text }: { verdict: Verdict; text: string }): ReactNode {
  return <StatusBadge status={STATUS_OF[verdict]} text={text} />;
}
