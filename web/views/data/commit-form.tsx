import { type ReactNode, useId } from 'react';
import type { DeliveryView } from '../../api/answers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Delivery } from './use-delivery.ts';

interface CommitFormProps {
  readonly view: DeliveryView;
  readonly delivery: Delivery;
  /** What the county is called until something else is typed. */
  readonly countyName: string;
}

/** Makes the delivery the county's next version: every row, or the good ones. What is typed stays where it fails. */
export function CommitForm({ view, delivery, countyName }: CommitFormProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { typed, type } = delivery;
  const { name = countyName, note } = typed;
  const id = useId();
  const badRows = view.files.reduce(
    (sum, { tables }) => sum + tables.reduce((rows, table) => rows + table.badRows, 0),
    0,
  );
  const isReady = view.state === 'checked' && !delivery.isBusy && !delivery.isChanged && name.trim() !== '';
  const commit = (rows: 'all' | 'good'): void => delivery.commit({ name, rows, ...(note === '' ? {} : { note }) });
  const { all, good } = view.commit;
  return (
    <section className="commit-form" aria-label={words.commit}>
      <h3>{words.commit}</h3>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-name`}>
          {words.commitName}
        </label>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={200}
          onChange={({ target }) => type({ ...typed, name: target.value })}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-note`}>
          {words.commitNote}
        </label>
        <input
          id={`${id}-note`}
          className="wide"
          value={note}
          maxLength={4000}
          placeholder={words.commitNoteHint}
          onChange={({ target }) => type({ ...typed, note: target.value })}
        />
      </div>
      <div className="panel-actions">
        <button type="button" className="main-button" disabled={!isReady || !good} onClick={() => commit('good')}>
          {words.commitGood}
        </button>
        <button type="button" className="plain-button" disabled={!isReady || !all} onClick={() => commit('all')}>
          {words.commitAll}
        </button>
      </div>
      {view.state === 'checked' && !good ? <p className="hint">{words.cannotCommit}</p> : null}
      {good && badRows > 0 ? <p className="hint">{words.leftOut(badRows)}</p> : null}
      {good && !all ? <p className="hint">{words.cannotAll}</p> : null}
    </section>
  );
}
