import { type ReactNode, useEffect, useRef } from 'react';
import type { DeliveryView } from '../../api/answers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { bytesText, countText } from '../../i18n/measures.ts';
import type { Messages } from '../../i18n/zh.ts';
import type { Delivery } from './use-delivery.ts';

/** How far the sending, the check or the commit is, with a way to end it. */
export function DeliveryProgress({
  delivery,
  onCommitted,
}: {
  delivery: Delivery;
  onCommitted: () => void;
}): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { sending, question, view, cancel } = delivery;
  const shown = question ? view.shown : undefined;
  const wasCommitting = useRef(false);
  useEffect(() => {
    if (shown?.state === 'committed' && wasCommitting.current) onCommitted();
    wasCommitting.current = shown?.state === 'committing';
  }, [shown, onCommitted]);
  const steps = sending
    ? { text: words.sending(bytesText(sending.sent), bytesText(sending.total)), done: sending.sent, of: sending.total }
    : stepsOf(shown, messages);
  if (steps) {
    return (
      <section className="delivery-progress" aria-live="polite">
        <p>{steps.text}</p>
        <progress max={Math.max(1, steps.of)} value={steps.done} aria-label={steps.text} />
        <button type="button" className="plain-button" onClick={cancel}>
          {words.cancel}
        </button>
      </section>
    );
  }
  if (!question) return null;
  return (
    <div className="panel-actions">
      {shown?.version ? <p className="done-text">{words.committed(shown.version.number)}</p> : null}
      <button type="button" className="plain-button" onClick={cancel}>
        {words.again}
      </button>
    </div>
  );
}

function stepsOf(view: DeliveryView | undefined, { data: words, units }: Messages) {
  if (!view || (view.state !== 'checking' && view.state !== 'committing')) return undefined;
  const { stage = 'read', file = null, done = 0, total = 0, rows = 0, rowsDone = 0 } = view.progress ?? {};
  const parts = [
    words.stages[stage] ?? stage,
    total > 0 ? words.filesDone(done, total) : '',
    file ?? '',
    rows > 0 ? words.rowsDone(countText(rowsDone), countText(rows)) : '',
  ].filter((part) => part !== '');
  const verb = view.state === 'checking' ? words.checking : words.committing;
  return { text: verb + units.colon + parts.join(' · '), done: done + (rows > 0 ? rowsDone / rows : 0), of: total };
}
