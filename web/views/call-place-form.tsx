import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { coordFrom, type Selection } from '../address/selection.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { CountyIndex } from './use-county-data.ts';

interface CallPlaceFormProps {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly index: CountyIndex;
}

/** Where the call comes from; another position can be typed. */
export function CallPlaceForm({ selection, select, index }: CallPlaceFormProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.call;
  const settlement = selection.kind === 'call-from' ? index.settlement.get(selection.id) : undefined;
  const at = selection.kind === 'call' ? selection.at : settlement?.coord;
  const shown = at ? at.map((degrees) => degrees.toFixed(5)).join(', ') : '';
  const [text, setText] = useState(shown);
  const [isBad, setBad] = useState(false);
  const id = useId();
  useEffect(() => {
    setText(shown);
    setBad(false);
  }, [shown]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = coordFrom(text);
    setBad(!typed);
    if (typed && text !== shown) select({ kind: 'call', at: typed });
  };
  return (
    <form className="field call-place" onSubmit={submit}>
      <label className="field-label" htmlFor={id}>
        {settlement ? settlement.name : words.at}
      </label>
      <input
        id={id}
        value={text}
        placeholder={words.goToHint}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-hint` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="plain-button">
        {words.goTo}
      </button>
      {isBad ? (
        <p id={`${id}-hint`} className="field-hint" role="alert">
          {words.badCoord}
        </p>
      ) : null}
    </form>
  );
}
