import { type ReactNode, useMemo } from 'react';
import type { DeliveryView } from '../../api/answers.ts';
import { readDelivery } from '../../api/deliveries.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Delivery } from './use-delivery.ts';

/** So many reasons of a refused file are told. */
const MOST_REASONS = 5;

/** Files that are refused whole: why, and that nothing of them is kept; the others can be sent again without them. */
export function RefusedFiles({ view, delivery }: { view: DeliveryView; delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const refused = view.files.flatMap(({ name, roles }, file) => (roles.includes('refused') ? [{ name, file }] : []));
  if (refused.length === 0) return null;
  const rest = delivery.sent.filter(({ name }) => !refused.some((file) => file.name === name));
  return (
    <section className="notice failure refused" role="alert">
      {refused.map(({ name, file }) => (
        <RefusedFile key={name} {...{ name, file, delivery }} />
      ))}
      <p>{words.notStored}</p>
      {rest.length > 0 ? (
        <button type="button" className="main-button" onClick={() => delivery.send(rest)}>
          {words.withoutRefused}
        </button>
      ) : null}
    </section>
  );
}

function RefusedFile({ name, file, delivery }: { name: string; file: number; delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  const { question } = delivery;
  const asked = useMemo(
    () => (question ? { ...question, file, level: 'error' as const, limit: MOST_REASONS } : undefined),
    [question, file],
  );
  const reasons = useAnswer(readDelivery, asked).shown?.findings.items ?? [];
  return (
    <>
      <p>
        <strong>{messages.data.refusedTitle}</strong>
        {messages.units.colon}
        {name}
      </p>
      <ul className="refusals">
        {reasons.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
