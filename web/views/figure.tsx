import type { ReactNode } from 'react';
import { type FigureOrigin, OriginButton } from './origin.tsx';

interface FigureProps extends FigureOrigin {
  /** What is shown for the value, where that is more than its text. */
  readonly children?: ReactNode;
  /** Smaller text after the value. */
  readonly note?: string | undefined;
}

/** One figure in a list of figures: name, value, and where it comes from. */
export function Figure({ children, note, ...origin }: FigureProps): ReactNode {
  return (
    <div className="figure">
      <dt>{origin.name}</dt>
      <dd>
        <span className="figure-value">{children ?? origin.value}</span>
        {note ? <span className="figure-note">{note}</span> : null}
        <OriginButton {...origin} />
      </dd>
    </div>
  );
}

/** A fact that is no figure: a name, a kind. */
export function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
