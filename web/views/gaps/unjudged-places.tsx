import type { ReactNode } from 'react';
import type { GapsAnswer } from '../../api/gaps.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** Places of which it cannot be told whether they have a gap. */
export function UnjudgedPlaces({ places }: { places: GapsAnswer['unjudged'] }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.gaps;
  if (places.length === 0) return null;
  return (
    <details>
      <summary>{words.unjudged(places.length)}</summary>
      <ul className="unjudged">
        {places.map(({ kind, kindText, place, sampleTooSmall }) => (
          <li key={`${kind} ${place.id}`}>
            <span className="tag">{kindText}</span> {place.name} {place.township}
            {messages.units.colon}
            {sampleTooSmall ? messages.settlement.tooSmall : words.notReported}
          </li>
        ))}
      </ul>
    </details>
  );
}
