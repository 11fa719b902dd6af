import { type ReactNode, useState } from 'react';
import type { Selection } from '../address/selection.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { MapBounds } from '../map/map-listeners.ts';
import { Failure, Loading } from './notice.tsx';
import { SettlementTable } from './settlement-table.tsx';
import type { CountyData } from './use-county-data.ts';

interface TablePanelProps {
  readonly data: CountyData;
  readonly selection: Selection;
  readonly mapBounds: MapBounds | undefined;
  readonly select: (selection: Selection) => void;
  readonly onPoint: (settlementId: string | undefined) => void;
}

/** The bottom of the desk: the settlements' table, or in words why there is none yet. It keeps its height. */
export function TablePanel({ data, ...table }: TablePanelProps): ReactNode {
  const { messages } = useLanguage();
  const [isOpen, setOpen] = useState(true);
  const { places, groups, index } = data;
  const failed = [places, groups].find(({ error }) => error !== undefined);
  const answer = places.shown && groups.shown;
  const isStale = groups.isLoading || places.isLoading;
  return (
    <section
      className={`table-panel ${isOpen ? '' : 'collapsed'} ${isStale ? 'stale' : ''}`}
      aria-label={messages.table.title}
    >
      {failed ? <Failure error={failed.error} onRetry={failed.retry} /> : null}
      {!failed && answer ? <SettlementTable {...{ answer, index, isOpen, setOpen }} {...table} /> : null}
      {!failed && !answer ? <Loading text={places.shown ? messages.loading.groups : messages.loading.places} /> : null}
    </section>
  );
}
