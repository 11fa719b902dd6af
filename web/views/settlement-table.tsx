import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Selection } from '../address/selection.ts';
import type { GroupsAnswer } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { MapBounds } from '../map/map-listeners.ts';
import { Empty } from './notice.tsx';
import { settlementColumns } from './settlement-columns.ts';
import { SettlementRowView } from './settlement-row-view.tsx';
import { filterRows, type RowFilter, type RowOrder, settlementRows, sortRows, WORST_FIRST } from './settlement-rows.ts';
import { SettlementTableHead } from './settlement-table-head.tsx';
import { TableBar } from './table-bar.tsx';
import type { CountyIndex } from './use-county-data.ts';
import { useRowWindow } from './use-row-window.ts';

interface SettlementTableProps {
  readonly answer: GroupsAnswer;
  readonly index: CountyIndex;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly selection: Selection;
  readonly mapBounds: MapBounds | undefined;
  readonly select: (selection: Selection) => void;
  /** The row that the pointer is on; the map marks it. */
  readonly onPoint: (settlementId: string | undefined) => void;
}

/** Pixels; the stylesheet says the same. */
const ROW_HEIGHT = 27;

/** Every settlement with its result, sortable, bound to the map: what is pointed at or chosen here shows there. */
export function SettlementTable(props: SettlementTableProps): ReactNode {
  const { answer, index, isOpen, setOpen, selection, mapBounds, select, onPoint } = props;
  const { messages } = useLanguage();
  const [filter, setFilter] = useState<RowFilter>({ status: 'fail', text: '', within: undefined });
  const [isInView, setInView] = useState(false);
  const [order, setOrder] = useState<RowOrder>(WORST_FIRST);
  const within = isInView ? mapBounds : undefined;
  const all = useMemo(() => settlementRows(index), [index]);
  const rows = useMemo(() => sortRows(filterRows(all, { ...filter, within }), order), [all, filter, within, order]);
  const columns = useMemo(() => settlementColumns(messages), [messages]);
  const { box, first, end, onScroll } = useRowWindow(rows.length, ROW_HEIGHT);
  const selectedId = selection.kind === 'settlement' || selection.kind === 'call-from' ? selection.id : undefined;
  const selectedAt = rows.findIndex(({ settlement }) => settlement.id === selectedId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection moves the table.
  useEffect(() => scrollToRow(box.current, selectedAt), [selectedId]);
  return (
    <>
      <TableBar {...{ filter, setFilter, isInView, setInView, isOpen, setOpen }} shown={rows.length} all={all.length} />
      <div ref={box} className="table-box" onScroll={onScroll} hidden={!isOpen}>
        <table className="settlement-table" aria-rowcount={rows.length + 1}>
          <SettlementTableHead columns={columns} order={order} onOrder={setOrder} about={answer.about} />
          <tbody onMouseLeave={() => onPoint(undefined)}>
            <Spacer rows={first} columns={columns.length} />
            {rows.slice(first, end).map((row, at) => (
              <SettlementRowView
                key={row.settlement.id}
                row={row}
                position={first + at + 2}
                isSelected={row.settlement.id === selectedId}
                rule={answer.about.rule}
                {...{ select, onPoint }}
              />
            ))}
            <Spacer rows={rows.length - end} columns={columns.length} />
          </tbody>
        </table>
        {rows.length === 0 ? <Empty text={messages.empty.rows} /> : null}
      </div>
    </>
  );
}

/** Keeps the place of rows that are not rendered. */
function Spacer({ rows, columns }: { rows: number; columns: number }): ReactNode {
  if (rows <= 0) return null;
  return (
    <tr className="spacer">
      <td colSpan={columns} style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  );
}

function scrollToRow(box: HTMLDivElement | null, row: number): void {
  if (!box || row < 0) return;
  const top = row * ROW_HEIGHT;
  const height = box.clientHeight - 2 * ROW_HEIGHT;
  if (top < box.scrollTop || top > box.scrollTop + height) box.scrollTop = top - height / 2;
}
