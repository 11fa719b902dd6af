import type { ReactNode } from 'react';
import type { Address } from '../address/address.ts';
import { COUNTY, type Selection } from '../address/selection.ts';
import type { ChangeAddress } from '../address/use-address.ts';
import type { CountyView, GroupsAnswer } from '../api/answers.ts';
import type { CoverageHexagons } from '../api/coverage.ts';
import type { Answer } from '../api/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import { CallPanel } from './call-panel.tsx';
import { CallPlaceForm } from './call-place-form.tsx';
import { CallTimeForm } from './call-time-form.tsx';
import { CellPanel } from './cell-panel.tsx';
import { CountySummary } from './county-summary.tsx';
import { GroupPanel } from './group-panel.tsx';
import { Empty } from './notice.tsx';
import { SettlementPanel } from './settlement-panel.tsx';
import { Shown } from './shown.tsx';
import { StationPanel } from './station-panel.tsx';
import type { CountyData } from './use-county-data.ts';
import type { SelectionData } from './use-selection-data.ts';

interface SelectionPanelProps {
  readonly county: CountyView;
  readonly address: Address;
  readonly change: ChangeAddress;
  readonly data: CountyData;
  readonly selected: SelectionData;
  readonly coverage: Answer<CoverageHexagons>;
  readonly onShowRoute: () => void;
}

/** The right panel: the county, or whatever is selected of it. */
export function SelectionPanel(props: SelectionPanelProps): ReactNode {
  const { address, change, selected, onShowRoute } = props;
  const { messages } = useLanguage();
  const { selection } = address;
  const select = (next: Selection): void => change({ selection: next });
  return (
    <aside className="right-panel" aria-label={messages.summary.title}>
      {selection.kind === 'county' ? null : (
        <button type="button" className="plain-button back-button" onClick={() => select(COUNTY)}>
          ← {messages.summary.title}
        </button>
      )}
      {selection.kind === 'settlement' ? (
        <Shown answer={selected.explanation} loading={messages.loading.explanation}>
          {(answer) => <SettlementPanel {...{ answer, select, onShowRoute }} />}
        </Shown>
      ) : null}
      {selection.kind === 'call' || selection.kind === 'call-from' ? (
        <>
          <h2>{messages.call.title}</h2>
          <CallPlaceForm {...{ selection, select }} index={props.data.index} />
          <CallTimeForm time={address.time} onChange={(time) => change({ time })} />
          <Shown answer={selected.dispatch} loading={messages.loading.dispatch}>
            {(answer) => <CallPanel {...{ answer, select, onShowRoute }} />}
          </Shown>
        </>
      ) : null}
      {selection.kind === 'cell' ? (
        <Shown answer={props.coverage} loading={messages.loading.hexagons}>
          {(coverage) => (
            <CellPanel
              id={selection.id}
              {...{ coverage }}
              response={props.data.hexagons.shown}
              index={props.data.index}
            />
          )}
        </Shown>
      ) : null}
      {selection.kind === 'county' || selection.kind === 'group' || selection.kind === 'station' ? (
        <GroupsShown {...props} select={select} />
      ) : null}
    </aside>
  );
}

/** Panels that are read from the answer on groups: while a new one is computed, the last one stays, greyed. */
function GroupsShown({
  county,
  address,
  data,
  select,
}: SelectionPanelProps & { select: (selection: Selection) => void }): ReactNode {
  const { messages } = useLanguage();
  const { groups, index } = data;
  const { selection } = address;
  const panel = (answer: GroupsAnswer): ReactNode => {
    if (selection.kind === 'county')
      return <CountySummary {...{ answer, index, select }} counts={county.counts} measure={address.work.measure} />;
    if (selection.kind === 'station') {
      const station = index.station.get(selection.id);
      return station ? (
        <StationPanel {...{ station, answer, index, select }} />
      ) : (
        <Empty text={messages.empty.selection} />
      );
    }
    const group = selection.kind === 'group' ? index.group.get(selection.id) : undefined;
    return group ? <GroupPanel {...{ group, answer, index, select }} /> : <Empty text={messages.empty.selection} />;
  };
  return (
    <Shown answer={groups} loading={messages.loading.groups} keepsLatest>
      {panel}
    </Shown>
  );
}
