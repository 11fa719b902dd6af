import { type ReactNode, useCallback } from 'react';
import type { ChangeAddress } from '../address/use-address.ts';
import type { WorkChoice } from '../address/work-choice.ts';
import type { CountyView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { DataPanel } from './data/data-panel.tsx';
import type { Delivery } from './data/use-delivery.ts';
import { GapsPanel } from './gaps/gaps-panel.tsx';
import type { ListPanelProps } from './list-panel.ts';
import { ScorecardPanel } from './scorecard/scorecard-panel.tsx';

interface WorkPanelProps extends Omit<ListPanelProps, 'changeWork'> {
  readonly county: CountyView;
  readonly change: ChangeAddress;
  readonly delivery: Delivery;
  readonly previewed: number | undefined;
  readonly setPreviewed: (file: number | undefined) => void;
  readonly onVersion: () => void;
}

/** The wide panel beside the map: scorecard, gaps or data. */
export function WorkPanel(props: WorkPanelProps): ReactNode {
  const { messages } = useLanguage();
  const { address, change, county, delivery, previewed, setPreviewed, onVersion } = props;
  const { work } = address;
  const changeWork = useCallback((part: Partial<WorkChoice>) => change({ work: { ...work, ...part } }), [change, work]);
  const lists: ListPanelProps = { ...props, changeWork };
  const { questions } = props;
  return (
    <aside className="work-panel" aria-label={messages.work.panels[work.panel]}>
      {work.panel === 'scorecard' ? <ScorecardPanel {...lists} /> : null}
      {work.panel === 'gaps' ? <GapsPanel {...lists} /> : null}
      {work.panel === 'data' ? (
        <DataPanel asked={questions.county} {...{ county, delivery, previewed, onVersion }} onPreview={setPreviewed} />
      ) : null}
    </aside>
  );
}
