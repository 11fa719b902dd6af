import type { ReactNode } from 'react';
import type { CountyView } from '../../api/answers.ts';
import type { CountyQuestion } from '../../api/questions.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { DeliverySteps } from './delivery-steps.tsx';
import { RoadsTrust } from './roads-trust.tsx';
import { TemplateList } from './template-list.tsx';
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
  return (
    <article className="data-panel">
      <h2>{messages.data.title}</h2>
      <DeliverySteps {...{ delivery, previewed, onPreview }} countyName={county.name} onCommitted={onVersion} />
      {delivery.question ? null : <TemplateList />}
      <VersionList county={county} onVersion={onVersion} />
      <RoadsTrust county={asked} />
    </article>
  );
}
