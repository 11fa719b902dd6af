import { type ReactNode, useMemo, useState } from 'react';
import type { CountyView } from '../../api/answers.ts';
import { readVersions, restoreVersion } from '../../api/deliveries.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { momentText } from '../../i18n/measures.ts';
import { Failure } from '../notice.tsx';
import { Shown } from '../shown.tsx';

/** All versions of the county's data; an older one can be made current again, after a second click. */
export function VersionList({ county, onVersion }: { county: CountyView; onVersion: () => void }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.data;
  const [asked, setAsked] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current version is another list.
  const question = useMemo(
    () => ({ code: county.code, lang: language }),
    [county.code, county.version.number, language],
  );
  const versions = useAnswer(readVersions, question);
  const restore = (number: number): void => {
    setAsked(undefined);
    restoreVersion(county.code, number, language).then(onVersion, setFailure);
  };
  return (
    <section className="versions" aria-label={words.versions}>
      <h3>{words.versions}</h3>
      {failure === undefined ? null : <Failure error={failure} onRetry={() => setFailure(undefined)} />}
      <Shown answer={versions} loading={messages.loading.places} keepsLatest>
        {(list) => (
          <ul>
            {list.map(({ number, createdAt, note, isCurrent, sources }) => (
              <li key={number}>
                <strong>{number}</strong>
                <span className="version-note">
                  {momentText(createdAt)} · {words.versionSources(sources.length)}
                  {note === '' ? null : <span className="version-text">{note}</span>}
                </span>
                {isCurrent ? <span className="tag">{words.current}</span> : null}
                {isCurrent ? null : (
                  <button
                    type="button"
                    className={asked === number ? 'main-button' : 'plain-button'}
                    onClick={() => (asked === number ? restore(number) : setAsked(number))}
                    onBlur={() => setAsked(undefined)}
                  >
                    {asked === number ? words.restoreSure(number) : words.restore}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
