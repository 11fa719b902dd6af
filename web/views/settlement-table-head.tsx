import type { ReactNode } from 'react';
import type { About } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { OriginButton } from './origin.tsx';
import type { SettlementColumn } from './settlement-columns.ts';
import type { RowOrder } from './settlement-rows.ts';

interface HeadProps {
  readonly columns: readonly SettlementColumn[];
  readonly order: RowOrder;
  readonly onOrder: (order: RowOrder) => void;
  readonly about: About;
}

/** The table's head: each column sorts, and says where its figures come from. */
export function SettlementTableHead({ columns, order, onOrder, about }: HeadProps): ReactNode {
  const { messages } = useLanguage();
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, isNumeric, formula }) => {
          const isSorted = order.key === key;
          const direction = order.descending ? 'descending' : 'ascending';
          return (
            <th
              key={key}
              scope="col"
              className={isNumeric ? 'numeric' : undefined}
              aria-sort={isSorted ? direction : 'none'}
            >
              <button
                type="button"
                className="sort-button"
                title={messages.table.sortBy(title)}
                onClick={() => onOrder({ key, descending: isSorted ? !order.descending : isNumeric })}
              >
                {title}
                <span aria-hidden="true">{isSorted ? (order.descending ? ' ▼' : ' ▲') : ''}</span>
              </button>
              {formula ? (
                <OriginButton name={title} value={messages.table.title} formula={formula} about={about} />
              ) : null}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
