import type { ReactNode } from 'react';
import { PANELS, type PanelName } from '../address/work-choice.ts';
import { useLanguage } from '../i18n/language.tsx';

/** What the desk is used for, as tabs. */
export function PanelTabs({ panel, onChange }: { panel: PanelName; onChange: (panel: PanelName) => void }): ReactNode {
  const { messages } = useLanguage();
  return (
    <nav className="panel-tabs" aria-label={messages.work.panelsTitle}>
      {PANELS.map((name) => (
        <button
          key={name}
          type="button"
          className="panel-tab"
          aria-current={name === panel ? 'page' : undefined}
          onClick={() => onChange(name)}
        >
          {messages.work.panels[name]}
        </button>
      ))}
    </nav>
  );
}
