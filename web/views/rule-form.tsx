import { type ReactNode, useCallback, useId } from 'react';
import { DEFAULT_RULE, MOST_KILOMETRES, MOST_MINUTES, RULE_CHOICES } from '../address/rule-choice.ts';
import type { CountyView, RuleView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { LimitField } from './limit-field.tsx';
import { Segments } from './segments.tsx';

interface RuleFormProps {
  readonly rule: RuleView;
  readonly profiles: CountyView['profiles'];
  readonly onChange: (change: Partial<RuleView>) => void;
}

/** The counting rule 统计口径 and the condition 情景 that every figure of the page is computed under. */
export function RuleForm({ rule, profiles, onChange }: RuleFormProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.rule;
  const setKilometres = useCallback((maxKilometres: number) => onChange({ maxKilometres }), [onChange]);
  const setMinutes = useCallback((maxMinutes: number) => onChange({ maxMinutes }), [onChange]);
  const setShare = useCallback((sharePercent: number) => onChange({ sharePercent }), [onChange]);
  return (
    <section className="panel-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <LimitField
        label={words.maxKilometres}
        unit={words.kilometres}
        value={rule.maxKilometres}
        most={MOST_KILOMETRES}
        onChange={setKilometres}
      />
      <LimitField
        label={words.maxMinutes}
        unit={words.minutes}
        value={rule.maxMinutes}
        most={MOST_MINUTES}
        onChange={setMinutes}
      />
      <Choice
        label={words.combine}
        value={rule.combine}
        choices={RULE_CHOICES.combine}
        words={words.combineChoices}
        onChange={(combine) => onChange({ combine })}
      />
      <Choice
        label={words.metric}
        value={rule.metric}
        choices={RULE_CHOICES.metric}
        words={words.metricChoices}
        onChange={(metric) => onChange({ metric })}
      />
      <Choice
        label={words.scope}
        value={rule.scope}
        choices={RULE_CHOICES.scope}
        words={words.scopeChoices}
        onChange={(scope) => onChange({ scope })}
      />
      {rule.scope === 'share' ? (
        <LimitField
          label={words.share}
          unit={words.percent}
          value={rule.sharePercent ?? 95}
          most={100}
          onChange={setShare}
        />
      ) : null}
      <ConditionChoice rule={rule} profiles={profiles} onChange={onChange} />
      <button type="button" className="plain-button" onClick={() => onChange(DEFAULT_RULE)}>
        {words.reset}
      </button>
    </section>
  );
}

function ConditionChoice({ rule, profiles, onChange }: RuleFormProps): ReactNode {
  const { messages } = useLanguage();
  const known = new Set(profiles.map(({ condition }) => condition));
  return (
    <div className="conditions">
      <Segments
        title={messages.condition.title}
        value={rule.condition}
        choices={RULE_CHOICES.condition}
        words={messages.condition.choices}
        refusal={(condition) => (known.has(condition) ? undefined : messages.condition.missing)}
        onChange={(condition) => onChange({ condition })}
      />
    </div>
  );
}

interface ChoiceProps<Word extends string> {
  readonly label: string;
  readonly value: Word;
  readonly choices: readonly Word[];
  readonly words: Readonly<Record<Word, string>>;
  readonly onChange: (value: Word) => void;
}

function Choice<Word extends string>({ label, value, choices, words, onChange }: ChoiceProps<Word>): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Word)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
      </select>
    </div>
  );
}
