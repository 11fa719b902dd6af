import type { ReactNode } from 'react';
import type { WorkChoice } from '../../address/work-choice.ts';
import type { GapsAnswer } from '../../api/gaps.ts';
import { useLanguage } from '../../i18n/language.tsx';

interface GapFiltersProps extends Pick<WorkChoice, 'gapKind' | 'gapTownship'> {
  readonly found: GapsAnswer;
  readonly changeWork: (part: Partial<WorkChoice>) => void;
}

/** Which gaps are listed: of a kind, of a township; each choice says how many it has. */
export function GapFilters({ found, gapKind, gapTownship, changeWork }: GapFiltersProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.gaps;
  const kinds = counted(found.gaps.map(({ kind, kindText }) => [kind, kindText] as const));
  const townships = counted(
    found.gaps.flatMap(({ place: { township } }) => (township ? [[township, township] as const] : [])),
  ).sort((a, b) => new Intl.Collator('zh-CN').compare(a.text, b.text));
  return (
    <div className="filters">
      <Choice
        label={words.kind}
        all={words.allKinds}
        value={gapKind}
        choices={kinds}
        onChange={(kind) => changeWork({ gapKind: kind, place: undefined })}
      />
      <Choice
        label={words.township}
        all={words.allTownships}
        value={gapTownship}
        choices={townships}
        onChange={(township) => changeWork({ gapTownship: township, place: undefined })}
      />
    </div>
  );
}

interface Counted {
  readonly value: string;
  readonly text: string;
  readonly count: number;
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly choices: readonly Counted[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, all, value, choices, onChange }: ChoiceProps): ReactNode {
  return (
    <label className="check">
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{all}</option>
        {choices.map(({ value: choice, text, count }) => (
          <option key={choice} value={choice}>
            {`${text} ${count}`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Each value once, in the order in which it comes, with how often it does. */
function counted(values: readonly (readonly [value: string, text: string])[]): Counted[] {
  const found = new Map<string, Counted>();
  for (const [value, text] of values) found.set(value, { value, text, count: (found.get(value)?.count ?? 0) + 1 });
  return [...found.values()];
}
