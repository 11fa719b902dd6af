import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Segments } from './segments.tsx';
import type { RowFilter } from './settlement-rows.ts';

interface TableBarProps {
  readonly filter: RowFilter;
  readonly setFilter: (filter: RowFilter) => void;
  readonly isInView: boolean;
  readonly setInView: (isInView: boolean) => void;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly shown: number;
  readonly all: number;
}

const STATUSES = ['fail', 'marginal', 'all'] as const;

/** What the table shows: over the limit, near it or all; in view; by name; how many. */
export function TableBar(props: TableBarProps): ReactNode {
  const { filter, setFilter, isInView, setInView, isOpen, setOpen, shown, all } = props;
  const { messages } = useLanguage();
  const words = messages.table;
  return (
    <div className="table-bar">
      <h2>{words.title}</h2>
      <Segments
        title={words.status}
        isTitled={false}
        value={filter.status}
        choices={STATUSES}
        words={{ fail: words.over, marginal: words.marginal, all: words.all }}
        onChange={(status) => setFilter({ ...filter, status })}
      />
      <label className="check">
        <input
          className="check-box"
          type="checkbox"
          checked={isInView}
          onChange={(event) => setInView(event.target.checked)}
        />
        <span>{words.inView}</span>
      </label>
      <input
        type="search"
        className="table-search"
        placeholder={words.search}
        aria-label={words.search}
        value={filter.text}
        onChange={(event) => setFilter({ ...filter, text: event.target.value })}
      />
      <output className="table-count">{words.count(shown, all)}</output>
      <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.collapse : words.expand}
      </button>
    </div>
  );
}
