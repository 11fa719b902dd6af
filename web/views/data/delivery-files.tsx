import type { ReactNode } from 'react';
import type { DeliveryView } from '../../api/answers.ts';
import { receiptUrl } from '../../api/deliveries.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { countText } from '../../i18n/measures.ts';
import { SystemChoice } from './system-choice.tsx';
import type { Delivery } from './use-delivery.ts';

type FileView = DeliveryView['files'][number];

/** What each file turned out to be: content, rows, bad rows, findings, reference system, receipt. */
export function DeliveryFiles({ view, delivery }: { view: DeliveryView; delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  return (
    <section aria-label={words.files}>
      <table className="work-table files-table">
        <caption>{words.files}</caption>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.role}</th>
            <th scope="col" className="numeric">
              {words.rows}
            </th>
            <th scope="col" className="numeric">
              {words.badRows}
            </th>
            <th scope="col">{words.findingsColumn}</th>
            <th scope="col">{words.receipt}</th>
          </tr>
        </thead>
        <tbody>
          {view.files.map((file, position) => (
            <FileRow key={file.name} {...{ file, position, view, delivery }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FileRowProps {
  readonly file: FileView;
  readonly position: number;
  readonly view: DeliveryView;
  readonly delivery: Delivery;
}

function FileRow({ file, position, view, delivery }: FileRowProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { name, tables, roles, counts } = file;
  const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const badRows = tables.reduce((sum, table) => sum + table.badRows, 0);
  const isRefused = roles.includes('refused');
  const hasFindings = counts.error + counts.doubt + counts.repair > 0;
  const hasPositions = view.coordinates.some((evidence) => evidence.file === name);
  return (
    <tr className={isRefused ? 'refused-row' : ''}>
      <th scope="row">
        <span className="file-name">{name}</span>
        {hasPositions && view.state === 'checked' ? <SystemChoice {...{ name, delivery }} /> : null}
      </th>
      <td>{contentText(file, messages.data, messages.units.list)}</td>
      <td className="numeric">{tables.length > 0 ? countText(rows) : messages.units.none}</td>
      <td className={`numeric ${badRows > 0 ? 'status-fail' : ''}`}>
        {tables.length > 0 ? countText(badRows) : messages.units.none}
      </td>
      <td className="unbroken">
        <button
          type="button"
          className="link-button"
          disabled={!hasFindings}
          onClick={() => delivery.setFilter({ ...delivery.filter, level: undefined, file: position })}
        >
          {`${counts.error} / ${counts.doubt} / ${counts.repair}`}
        </button>
      </td>
      <td className="unbroken">
        {delivery.question && (tables.length > 0 || isRefused) ? (
          <a href={receiptUrl(delivery.question, position)} download aria-label={words.receiptOf(name)}>
            {words.receipt}
          </a>
        ) : null}
      </td>
    </tr>
  );
}

/** The kinds of its tables, or what else it is. */
function contentText(
  { tables, roles }: FileView,
  { kinds, roles: words }: { kinds: Readonly<Record<string, string>>; roles: Readonly<Record<string, string>> },
  list: string,
): string {
  const ofTables = [...new Set(tables.map(({ kind }) => kinds[kind] ?? kind))];
  const others = roles.filter((role) => role !== 'tables').map((role) => words[role] ?? role);
  return [...ofTables, ...others].join(list);
}
