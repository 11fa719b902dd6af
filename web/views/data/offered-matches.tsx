import type { ReactNode } from 'react';
import type { DeliveryView } from '../../api/answers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Delivery } from './use-delivery.ts';

const NONE = 'none';

/** Villages that may be one of several settlements: the user says which, or none. */
export function OfferedMatches({ view, delivery }: { view: DeliveryView; delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { choices, choose } = delivery;
  const { matches, offered } = view;
  const matched = choices.matches ?? {};
  const change = (code: string, value: string): void => {
    const { [code]: _, ...others } = matched;
    choose({ ...choices, matches: value === '' ? others : { ...others, [code]: value === NONE ? null : value } });
  };
  const hasCounts = matches && matches.byCode + matches.byName + matches.ambiguous + matches.unmatched > 0;
  if (offered.length === 0 && !hasCounts) return null;
  return (
    <section aria-label={words.offered}>
      {matches && hasCounts ? (
        <p className="hint">{words.matches(matches.byCode, matches.byName, matches.ambiguous, matches.unmatched)}</p>
      ) : null}
      {offered.length > 0 ? <h3>{words.offered}</h3> : null}
      <ul className="questions">
        {offered.map(({ code, name, candidates }) => (
          <li key={code}>
            <span>
              <strong>{name}</strong> {code}
            </span>
            <select
              aria-label={name}
              value={matched[code] === null ? NONE : (matched[code] ?? '')}
              onChange={({ target }) => change(code, target.value)}
            >
              <option value="">{words.offeredAsk}</option>
              {candidates.map((candidate) => (
                <option key={candidate.settlementId} value={candidate.settlementId}>
                  {`${candidate.name} ${candidate.settlementId}`}
                </option>
              ))}
              <option value={NONE}>{words.offeredNone}</option>
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
