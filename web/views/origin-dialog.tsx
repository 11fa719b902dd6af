import { type ReactNode, useEffect, useRef } from 'react';
import type { About } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { momentText } from '../i18n/measures.ts';
import type { Messages } from '../i18n/zh.ts';
import type { FigureOrigin } from './origin.tsx';

/** The window that says where a figure comes from: formula, rule, data and engine. Esc or the button closes it. */
export function OriginDialog({ origin, onClose }: { origin: FigureOrigin; onClose: () => void }): ReactNode {
  const { messages } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const words = messages.origin;
  return (
    <dialog ref={dialog} className="origin-dialog" aria-label={words.title} onClose={onClose}>
      <header>
        <h2>{words.title}</h2>
        <button type="button" className="plain-button" onClick={onClose}>
          {words.close}
        </button>
      </header>
      <p className="origin-value">
        {origin.name} <strong>{origin.value}</strong>
      </p>
      <Lines title={words.formula} lines={[['', origin.formula], ...(origin.inputs ?? [])]} />
      {origin.about.note ? <p className="banner">{origin.about.note}</p> : null}
      {origin.about.lines.length > 0 ? (
        <Lines title={words.rule} lines={origin.about.lines.map(({ label, text }) => [label, text] as const)} />
      ) : null}
      <Lines title={words.source} lines={sourceLines(origin.about, messages)} />
    </dialog>
  );
}

type Line = readonly [label: string, text: string];

function Lines({ title, lines }: { title: string; lines: readonly Line[] }): ReactNode {
  return (
    <section>
      <h3 className="origin-heading">{title}</h3>
      <dl>
        {lines.map(([label, text]) => (
          <div key={`${label} ${text}`} className="origin-line">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function sourceLines(about: About, messages: Messages): Line[] {
  const { origin } = messages;
  const { county, version, engine, profile, condition, networkHash, offRoad } = about;
  const note = version.note === '' ? '' : messages.units.brackets(version.note);
  return [
    [origin.county, `${county.name} ${county.code}`],
    [origin.version, `${version.number}${note}`],
    [origin.created, momentText(version.createdAt)],
    ...version.sources.map(({ name, sha256 }): Line => [origin.sources, `${name}  SHA-256 ${sha256}`]),
    [origin.engine, origin.engines[engine]],
    [origin.profile, `${profile}${messages.units.brackets(messages.condition.choices[condition])}`],
    [origin.network, networkHash],
    [origin.offRoad, origin.offRoadText(String(offRoad.detourFactor), String(offRoad.kmh))],
    [origin.input, about.inputHash],
  ];
}
