import { type ReactNode, useId } from 'react';

interface SegmentsProps<Word extends string> {
  readonly title: string;
  /** Whether the title stands beside the choices, or is only spoken. */
  readonly isTitled?: boolean;
  readonly value: Word;
  readonly choices: readonly Word[];
  readonly words: Readonly<Record<Word, string>>;
  /** Why a choice cannot be had; undefined for one that can. */
  readonly refusal?: (choice: Word) => string | undefined;
  readonly onChange: (value: Word) => void;
}

/** A few choices side by side, of which one holds. */
export function Segments<Word extends string>(props: SegmentsProps<Word>): ReactNode {
  const { title, isTitled = true, value, choices, words, refusal, onChange } = props;
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={title}>
      {isTitled ? <span className="segments-title">{title}</span> : null}
      <div className="segments-choices">
        {choices.map((choice) => {
          const refused = refusal?.(choice);
          return (
            <label key={choice} className="option" title={refused}>
              <input
                className="option-input"
                type="radio"
                name={name}
                checked={value === choice}
                disabled={refused !== undefined}
                onChange={() => onChange(choice)}
              />
              <span className="option-face">{words[choice]}</span>
            </label>
          );
        })}
      </div>
    </div>
  );
}
