import type { ReactNode } from 'react';
import { problemOf } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Failure } from '../notice.tsx';
import { CommitForm } from './commit-form.tsx';
import { CoordinateCheck } from './coordinate-check.tsx';
import { DeliveryFiles } from './delivery-files.tsx';
import { DeliveryProgress } from './delivery-progress.tsx';
import { DropZone } from './drop-zone.tsx';
import { FindingsList } from './findings-list.tsx';
import { OfferedMatches } from './offered-matches.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { UnknownColumns } from './unknown-columns.tsx';
import type { Delivery } from './use-delivery.ts';

interface DeliveryStepsProps {
  readonly delivery: Delivery;
  /** The county's name as far as it is known; a commit asks for one. */
  readonly countyName: string;
  /** Why nothing can be sent yet. */
  readonly blocked?: string | undefined;
  /** The file whose positions are on the map. */
  readonly previewed?: number | undefined;
  /** None where there is no map. */
  readonly onPreview?: (file: number | undefined) => void;
  readonly onCommitted: () => void;
}

/** A delivery of offices' files from the drop to the commit, as far as it is. */
export function DeliverySteps(props: DeliveryStepsProps): ReactNode {
  const { delivery, countyName, blocked, previewed, onPreview, onCommitted } = props;
  const { messages } = useLanguage();
  const words = messages.data;
  const { question, view, failure, wasCancelled } = delivery;
  const shown = question ? view.shown : undefined;
  return (
    <>
      {question ? null : (
        <>
          <p className="hint">{words.hint}</p>
          {wasCancelled ? <p className="notice">{words.cancelled}</p> : null}
          <DropZone delivery={delivery} blocked={blocked} />
        </>
      )}
      {failure === undefined ? null : <Failure error={failure} />}
      <DeliveryProgress delivery={delivery} onCommitted={onCommitted} />
      {view.error === undefined ? null : <Failure error={view.error} onRetry={view.retry} />}
      {shown?.failure ? <Failure error={problemOf(shown.failure.status, shown.failure)} /> : null}
      {shown && shown.state !== 'checking' && shown.state !== 'failed' ? (
        <>
          <RefusedFiles view={shown} delivery={delivery} />
          <DeliveryFiles view={shown} delivery={delivery} />
          <CoordinateCheck {...{ view: shown, delivery, previewed, onPreview }} />
          <UnknownColumns view={shown} delivery={delivery} />
          <OfferedMatches view={shown} delivery={delivery} />
          <Recheck delivery={delivery} />
          {shown.state === 'committed' ? null : <CommitForm view={shown} {...{ delivery, countyName }} />}
          <FindingsList view={shown} delivery={delivery} />
        </>
      ) : null}
    </>
  );
}

function Recheck({ delivery }: { delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  if (!delivery.isChanged) return null;
  return (
    <div className="recheck" role="status">
      <span>{messages.data.undecidedChoices}</span>
      <button type="button" className="main-button" disabled={delivery.isBusy} onClick={() => delivery.recheck()}>
        {messages.data.apply}
      </button>
    </div>
  );
}
