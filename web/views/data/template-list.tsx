import type { ReactNode } from 'react';
import { allTemplatesUrl, readTemplates, templateUrl } from '../../api/templates.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Shown } from '../shown.tsx';

/** Blank tables for offices to fill in, as workbook and as CSV. */
export function TemplateList(): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.data;
  const templates = useAnswer(readTemplates, language);
  return (
    <section className="templates" aria-label={words.templates}>
      <h3>
        {words.templates}
        <span className="hint">{words.templatesHint}</span>
      </h3>
      <Shown answer={templates} loading={words.templatesLoading} keepsLatest>
        {(list) => (
          <ul>
            <li>
              <span>{words.allTemplates}</span>
              <a href={allTemplatesUrl(language)} download>
                Excel
              </a>
            </li>
            {list.map(({ kind, name }) => (
              <li key={kind}>
                <span>{name[language]}</span>
                <a href={templateUrl(kind, 'xlsx', language)} download aria-label={`${name[language]} Excel`}>
                  Excel
                </a>
                <a href={templateUrl(kind, 'csv', language)} download aria-label={`${name[language]} CSV`}>
                  CSV
                </a>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
