import { type ReactNode, useState } from 'react';
import { type FileForm, saveAnswer } from '../api/downloads.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Failure } from './notice.tsx';

interface SaveButtonsProps {
  readonly url: string;
  /** Of the file, without its end. */
  readonly name: string;
  readonly forms: readonly FileForm[];
}

/** Saves a list in the forms that offices use. */
export function SaveButtons({ url, name, forms }: SaveButtonsProps): ReactNode {
  const { messages } = useLanguage();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState<FileForm>();
  const save = (form: FileForm): void => {
    setBusy(form);
    setFailure(undefined);
    saveAnswer(url, form, name)
      .catch(setFailure)
      .finally(() => setBusy(undefined));
  };
  return (
    <div className="save-buttons">
      <span className="hint">{messages.work.save}</span>
      {forms.map((form) => (
        <button
          key={form}
          type="button"
          className="plain-button"
          disabled={busy !== undefined}
          onClick={() => save(form)}
        >
          {messages.work.forms[form]}
        </button>
      ))}
      {failure === undefined ? null : <Failure error={failure} />}
    </div>
  );
}
