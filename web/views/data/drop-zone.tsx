import { type ReactNode, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { bytesText } from '../../i18n/measures.ts';
import type { Delivery } from './use-delivery.ts';

const ACCEPTED = '.xlsx,.csv,.geojson,.json,.zip,.pbf';

interface DropZoneProps {
  readonly delivery: Delivery;
  /** Why nothing can be sent yet. */
  readonly blocked?: string | undefined;
}

/** Where files are dropped or chosen, all at once or bit by bit, before they are sent. */
export function DropZone({ delivery, blocked }: DropZoneProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { staged, stage, send, sending } = delivery;
  const add = (files: FileList | null): void => {
    const more = [...(files ?? [])];
    stage([...staged.filter(({ name }) => !more.some((file) => file.name === name)), ...more]);
  };
  if (sending) return null;
  return (
    <section
      className={`drop-zone ${isOver ? 'over' : ''}`}
      aria-label={words.title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add(event.dataTransfer.files);
      }}
    >
      <p>
        {words.drop}{' '}
        <button type="button" className="plain-button" onClick={() => input.current?.click()}>
          {words.choose}
        </button>
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={words.choose}
        onChange={(event) => {
          add(event.target.files);
          event.target.value = '';
        }}
      />
      <p className="hint">{words.accepted}</p>
      {staged.length > 0 ? <Staged {...{ staged, stage, send, blocked }} /> : null}
    </section>
  );
}

type StagedProps = Pick<Delivery, 'staged' | 'stage' | 'send'> & Pick<DropZoneProps, 'blocked'>;

function Staged({ staged, stage, send, blocked }: StagedProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const total = staged.reduce((sum, { size }) => sum + size, 0);
  return (
    <>
      <ul className="staged">
        {staged.map((file) => (
          <li key={file.name}>
            <span>{file.name}</span>
            <span className="numeric">{bytesText(file.size)}</span>
            <button
              type="button"
              className="link-button"
              aria-label={words.remove(file.name)}
              onClick={() => stage(staged.filter((other) => other !== file))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className="panel-actions staged-actions">
        <span className="hint">{[words.staged(staged.length, bytesText(total)), blocked ?? ''].join(' ')}</span>
        <button type="button" className="plain-button" onClick={() => stage([])}>
          {words.clear}
        </button>
        <button type="button" className="main-button" disabled={blocked !== undefined} onClick={() => send(staged)}>
          {words.send}
        </button>
      </div>
    </>
  );
}
