import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { RuleView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { countText, kilometresText, minutesText } from '../i18n/measures.ts';
import type { SettlementRow } from './settlement-rows.ts';
import { StatusBadge } from './status-badge.tsx';

interface RowViewProps {
  readonly row: SettlementRow;
  /** Counted from 1, the head included. */
  readonly position: number;
  readonly isSelected: boolean;
  readonly rule: RuleView | undefined;
  readonly select: (selection: Selection) => void;
  readonly onPoint: (settlementId: string | undefined) => void;
}

/** One settlement in the table; a click anywhere on it chooses it, the name does so by key. */
export function SettlementRowView({ row, position, isSelected, rule, select, onPoint }: RowViewProps): ReactNode {
  const { messages } = useLanguage();
  const { settlement, result, ownName, centreName } = row;
  const { none } = messages.units;
  const choose = (): void => select({ kind: 'settlement', id: settlement.id });
  const minutes = (seconds: number | null): string =>
    seconds === null ? none : minutesText(seconds, rule?.maxMinutes);
  const people = (count: number | null): string =>
    settlement.sampleTooSmall ? messages.settlement.tooSmall : countText(count);
  return (
    <tr
      aria-rowindex={position}
      aria-selected={isSelected}
      className={isSelected ? 'selected' : undefined}
      onClick={choose}
      onMouseEnter={() => onPoint(settlement.id)}
    >
      <td>
        <StatusBadge status={result.status} />
      </td>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          onFocus={() => onPoint(settlement.id)}
          onBlur={() => onPoint(undefined)}
        >
          {settlement.name}
        </button>
      </th>
      <td>{settlement.township ?? none}</td>
      <td>{ownName}</td>
      <td>{centreName}</td>
      <td className="numeric">{minutes(result.firstResponseSeconds)}</td>
      <td className="numeric">{minutes(result.supportSeconds)}</td>
      <td className="numeric">
        {result.supportMetres === null ? none : kilometresText(result.supportMetres, rule?.maxKilometres)}
        {result.connector ? <abbr title={messages.settlement.connector}>*</abbr> : null}
      </td>
      <td className="reason-cell">{result.reason ? (messages.reasons[result.reason] ?? result.reason) : ''}</td>
      <td className="numeric">{people(settlement.households)}</td>
      <td className="numeric">{people(settlement.population)}</td>
    </tr>
  );
}
