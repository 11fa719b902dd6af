import type { ReactNode } from 'react';
import type { DeliveryView, Finding } from '../../api/answers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Segments } from '../segments.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { type Delivery, FINDINGS_STEP } from './use-delivery.ts';

const LEVELS = ['all', 'error', 'doubt', 'repair'] as const;
const STATUS_OF = { error: 'fail', doubt: 'marginal', repair: 'pass' } as const;

/** Everything that was found, with its sheet, row, column and reason. */
export function FindingsList({ view, delivery }: { view: DeliveryView; delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { filter, setFilter } = delivery;
  const { total, items } = view.findings;
  const { error, doubt, repair } = view.counts;
  const counted = (word: string, count: number): string => `${word} ${count}`;
  return (
    <section aria-label={words.findings}>
      <h3>{words.findings}</h3>
      <div className="filters">
        <Segments
          title={words.level}
          isTitled={false}
          value={filter.level ?? 'all'}
          choices={LEVELS}
          words={{
            all: counted(words.allLevels, error + doubt + repair),
            error: counted(words.levels.error, error),
            doubt: counted(words.levels.doubt, doubt),
            repair: counted(words.levels.repair, repair),
          }}
          onChange={(level) =>
            setFilter({ ...filter, level: level === 'all' ? undefined : level, limit: FINDINGS_STEP })
          }
        />
        <select
          aria-label={words.file}
          value={filter.file ?? ''}
          onChange={({ target }) =>
            setFilter({ ...filter, file: target.value === '' ? undefined : Number(target.value), limit: FINDINGS_STEP })
          }
        >
          <option value="">{words.allFiles}</option>
          {view.files.map(({ name }, position) => (
            <option key={name} value={position}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {items.length === 0 ? <p className="notice">{words.none}</p> : <FindingsTable findings={items} />}
      <p className="hint">
        {words.shown(items.length, total)}{' '}
        {items.length < total ? (
          <button
            type="button"
            className="link-button"
            onClick={() => setFilter({ ...filter, limit: Math.min(1000, filter.limit + FINDINGS_STEP) })}
          >
            {words.more(Math.min(FINDINGS_STEP, total - items.length))}
          </button>
        ) : null}
      </p>
    </section>
  );
}

function FindingsTable({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  return (
    <table className="work-table findings-table">
      <thead>
        <tr>
          <th scope="col">{words.level}</th>
          <th scope="col">{words.file}</th>
          <th scope="col" className="numeric">
            {words.row}
          </th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={`${finding.level} ${finding.rule} ${finding.text}`}>
            <td>
              <StatusBadge status={STATUS_OF[finding.level]} text={words.levels[finding.level]} />
            </td>
            <td>
              {finding.file}
              {finding.sheet ? `［${finding.sheet}］` : ''}
            </td>
            <td className="numeric">{finding.row ?? messages.units.none}</td>
            <td>{finding.column ?? messages.units.none}</td>
            <td>{finding.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
