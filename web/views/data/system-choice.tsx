import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import type { Messages } from '../../i18n/zh.ts';
import type { Delivery } from './use-delivery.ts';

/** Three-degree zones of China: number and central meridian. */
const ZONES = Array.from({ length: 21 }, (_, index) => 25 + index);
const DEGREES = ['EPSG:4490', 'EPSG:4326', 'GCJ-02', 'BD-09'] as const;

/** The reference system of a file: what it says itself, another, or what it says against the evidence. */
export function SystemChoice({ name, delivery }: { name: string; delivery: Delivery }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { choices, choose } = delivery;
  const chosen = choices.referenceSystems?.[name] ?? '';
  const trusted = choices.trusted ?? [];
  const listed = systems(words);
  const change = (system: string): void => {
    const { [name]: _, ...others } = choices.referenceSystems ?? {};
    choose({ ...choices, referenceSystems: system === '' ? others : { ...others, [name]: system } });
  };
  return (
    <span className="system-choice">
      <select aria-label={`${words.system} ${name}`} value={chosen} onChange={({ target }) => change(target.value)}>
        <option value="">{words.asStated}</option>
        {listed.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
        {chosen === '' || listed.some(([code]) => code === chosen) ? null : <option value={chosen}>{chosen}</option>}
      </select>
      <label className="check">
        <input
          type="checkbox"
          className="check-box"
          checked={trusted.includes(name)}
          onChange={({ target }) =>
            choose({
              ...choices,
              trusted: [...trusted.filter((other) => other !== name), ...(target.checked ? [name] : [])],
            })
          }
        />
        <span>{words.trust}</span>
      </label>
    </span>
  );
}

function systems({ systems: words }: Messages['data']): (readonly [code: string, text: string])[] {
  return [
    ...DEGREES.map((code) => [code, words[code]] as const),
    ...ZONES.map((zone) => [`CGCS2000 3-degree zone ${zone}`, words.zones(zone, 3 * zone)] as const),
    ...ZONES.map((zone) => [`CGCS2000 3-degree CM ${3 * zone}E`, words.meridians(3 * zone)] as const),
  ];
}
