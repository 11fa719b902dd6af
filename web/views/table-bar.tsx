import { type ReactNode, useId } from 'react';
import { useLanguage } from '../i18n/language.tsx';
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
  const id = useId();
  const titles = { fail: words.over, marginal: words.marginal, all: words.all };
  return (
    <div className="table-bar">
      <h2>{words.title}</h2>
      <fieldset className="segments" aria-label={words.status}>
        {STATUSES.map((status) => (
          <label key={status} className="option">
            <input
              className="option-input"
              type="radio"
              name={`${id}-status`}
              checked={filter.status === status}
              onChange={() => setFilter({ ...filter, status })}
            />
            <span className="option-face">{titles[status]}</span>
          </label>
        ))}
      </fieldset>
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
