import { type ReactNode, useCallback } from 'react';
import type { Address } from '../address/address.ts';
import type { ChangeAddress } from '../address/use-address.ts';
import type { WorkChoice } from '../address/work-choice.ts';
import type { Coord, CountyView } from '../api/answers.ts';
import type { CompoundPoint } from '../api/coverage.ts';
import { useLanguage } from '../i18n/language.tsx';
import { DataPanel } from './data/data-panel.tsx';
import type { Delivery } from './data/use-delivery.ts';
import { GapsPanel } from './gaps/gaps-panel.tsx';
import { ScorecardPanel } from './scorecard/scorecard-panel.tsx';
import type { CountyData } from './use-county-data.ts';
import type { DeskQuestions } from './use-questions.ts';

interface WorkPanelProps {
  readonly county: CountyView;
  readonly address: Address;
  readonly change: ChangeAddress;
  readonly data: CountyData;
  readonly questions: DeskQuestions;
  readonly delivery: Delivery;
  readonly previewed: number | undefined;
  readonly setPreviewed: (file: number | undefined) => void;
  /** Marks a place on the map and goes there; undefined: marks none. */
  readonly onMark: (coord: Coord | undefined) => void;
  readonly compounds: readonly CompoundPoint[];
  readonly onVersion: () => void;
}

/** What a panel that lists places works with. */
export interface ListPanelProps
  extends Pick<WorkPanelProps, 'address' | 'data' | 'questions' | 'compounds' | 'onMark'> {
  readonly changeWork: (part: Partial<WorkChoice>) => void;
}

/** The wide panel beside the map: scorecard, gaps or data. */
export function WorkPanel(props: WorkPanelProps): ReactNode {
  const { messages } = useLanguage();
  const { address, change, county, delivery, previewed, setPreviewed, onVersion } = props;
  const { work } = address;
  const changeWork = useCallback((part: Partial<WorkChoice>) => change({ work: { ...work, ...part } }), [change, work]);
  const { data, questions, compounds, onMark } = props;
  return (
    <aside className="work-panel" aria-label={messages.work.panels[work.panel]}>
      {work.panel === 'scorecard' ? (
        <ScorecardPanel {...{ address, changeWork, data, questions, compounds, onMark }} />
      ) : null}
      {work.panel === 'gaps' ? <GapsPanel {...{ address, changeWork, data, questions, compounds, onMark }} /> : null}
      {work.panel === 'data' ? (
        <DataPanel asked={questions.county} {...{ county, delivery, previewed, onVersion }} onPreview={setPreviewed} />
      ) : null}
    </aside>
  );
}
