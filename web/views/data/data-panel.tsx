import type { ReactNode } from 'react';
import type { CountyView } from '../../api/answers.ts';
import { problemOf } from '../../api/problem.ts';
import type { CountyQuestion } from '../../api/questions.ts';
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
import { RoadsTrust } from './roads-trust.tsx';
import { TemplateList } from './template-list.tsx';
import { UnknownColumns } from './unknown-columns.tsx';
import type { Delivery } from './use-delivery.ts';
import { VersionList } from './version-list.tsx';

interface DataPanelProps {
  readonly county: CountyView;
  /** The same as a question. */
  readonly asked: CountyQuestion;
  readonly delivery: Delivery;
  /** The file whose positions are on the map. */
  readonly previewed: number | undefined;
  readonly onPreview: (file: number | undefined) => void;
  /** The county has another version. */
  readonly onVersion: () => void;
}

/** The county's data: a delivery of offices' files from the drop to the commit; versions; templates. */
export function DataPanel({ county, asked, delivery, previewed, onPreview, onVersion }: DataPanelProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { question, view, failure, wasCancelled } = delivery;
  const shown = question ? view.shown : undefined;
  return (
    <article className="data-panel">
      <h2>{words.title}</h2>
      {question ? null : (
        <>
          <p className="hint">{words.hint}</p>
          {wasCancelled ? <p className="notice">{words.cancelled}</p> : null}
          <DropZone delivery={delivery} />
        </>
      )}
      {failure === undefined ? null : <Failure error={failure} />}
      <DeliveryProgress delivery={delivery} onCommitted={onVersion} />
      {view.error === undefined ? null : <Failure error={view.error} onRetry={view.retry} />}
      {shown?.failure ? <Failure error={problemOf(shown.failure.status, shown.failure)} /> : null}
      {shown && shown.state !== 'checking' && shown.state !== 'failed' ? (
        <>
          <RefusedFiles view={shown} delivery={delivery} />
          <DeliveryFiles view={shown} delivery={delivery} />
          <CoordinateCheck {...{ view: shown, previewed, onPreview }} />
          <UnknownColumns view={shown} delivery={delivery} />
          <OfferedMatches view={shown} delivery={delivery} />
          <Recheck delivery={delivery} />
          {shown.state === 'committed' ? null : <CommitForm view={shown} delivery={delivery} county={county} />}
          <FindingsList view={shown} delivery={delivery} />
        </>
      ) : null}
      {question ? null : <TemplateList />}
      <VersionList county={county} onVersion={onVersion} />
      <RoadsTrust county={asked} />
    </article>
  );
}

function Recheck({ delivery }: { delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  if (!delivery.isChanged) return null;
  return (
    <div className="recheck" role="status">
      <span>{messages.data.undecidedChoices}</span>
      <button type="button" className="main-button" disabled={delivery.isBusy} onClick={delivery.recheck}>
        {messages.data.apply}
      </button>
    </div>
  );
}
