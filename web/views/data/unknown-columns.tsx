import { type ReactNode, useMemo } from 'react';
import type { DeliveryView, IntakeChoices } from '../../api/answers.ts';
import { readTemplates, type TemplateView } from '../../api/templates.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Delivery } from './use-delivery.ts';

type Column = DeliveryView['unknownColumns'][number];

/** Headers that no field answers to: asked about once, whatever the number of files that have them. */
export function UnknownColumns({ view, delivery }: { view: DeliveryView; delivery: Delivery }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.data;
  const hasColumns = view.unknownColumns.length > 0;
  const templates = useAnswer(readTemplates, hasColumns ? language : undefined).data;
  const columns = useMemo(() => eachOnce(view.unknownColumns), [view.unknownColumns]);
  if (columns.length === 0) return null;
  return (
    <section aria-label={words.unknownColumns}>
      <h3>{words.unknownColumns}</h3>
      <ul className="questions">
        {columns.map((column) => (
          <li key={`${column.kind} ${column.key}`}>
            <span>
              {words.kinds[column.kind] ?? column.kind}
              {messages.units.colon}
              <strong>{column.header}</strong>
            </span>
            <ColumnChoice {...{ column, delivery }} template={templates?.find(({ kind }) => kind === column.kind)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ColumnChoiceProps {
  readonly column: Column;
  readonly delivery: Delivery;
  readonly template: TemplateView | undefined;
}

function ColumnChoice({ column: { kind, key, header }, delivery, template }: ColumnChoiceProps): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.data;
  const { choices, choose } = delivery;
  const columns: IntakeChoices['columns'] = choices.columns ?? {};
  const own: Readonly<Record<string, string>> = columns[kind] ?? {};
  const change = (field: string): void => {
    const { [key]: _, ...others } = own;
    choose({ ...choices, columns: { ...columns, [kind]: field === '' ? others : { ...others, [key]: field } } });
  };
  return (
    <select aria-label={header} value={own[key] ?? ''} onChange={({ target }) => change(target.value)}>
      <option value="">{words.fieldAsk}</option>
      <option value="ignore">{words.ignore}</option>
      {(template?.fields ?? []).map((field) => (
        <option key={field.key} value={field.key}>
          {field.name[language]}
        </option>
      ))}
    </select>
  );
}

function eachOnce(columns: readonly Column[]): Column[] {
  return [...new Map(columns.map((column) => [`${column.kind} ${column.key}`, column])).values()];
}
