import type { ReactNode } from 'react';
import { COUNTY } from '../address/selection.ts';
import type { ChangeAddress } from '../address/use-address.ts';
import { DEFAULT_WORK, type WorkChoice } from '../address/work-choice.ts';
import type { CountyView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { momentText } from '../i18n/measures.ts';
import { PanelTabs } from './panel-tabs.tsx';

interface TopBarProps {
  readonly counties: readonly CountyView[];
  readonly county: CountyView | undefined;
  readonly work: WorkChoice;
  readonly change: ChangeAddress;
}

/** Product, county, the data's version and date, language. */
export function TopBar({ counties, county, work, change }: TopBarProps): ReactNode {
  const { language, messages } = useLanguage();
  const goTo = (code: string): void =>
    change({
      county: code,
      selection: COUNTY,
      camera: undefined,
      work: { ...DEFAULT_WORK, panel: work.panel, measure: work.measure },
    });
  return (
    <header className="top-bar">
      <button type="button" className="skip-link" onClick={focusMap}>
        {messages.skipToMap}
      </button>
      <h1>
        {messages.product} <span className="product-mark">{messages.productMark}</span>
      </h1>
      {county ? (
        <>
          <label className="county-choice">
            <span>{messages.county}</span>
            <select value={county.code} onChange={(event) => goTo(event.target.value)}>
              {counties.map(({ code, name }) => (
                <option key={code} value={code}>
                  {`${name} ${code}`}
                </option>
              ))}
            </select>
          </label>
          <PanelTabs panel={work.panel} onChange={(panel) => change({ work: { ...work, panel } })} />
          <p className="dataset" title={county.version.note}>
            {messages.dataset(county.version.number)} · {messages.asOf(momentText(county.version.createdAt))}
          </p>
        </>
      ) : null}
      <button
        type="button"
        className="language-switch"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => change({ lang: language === 'zh' ? 'en' : 'zh' })}
      >
        {messages.switchLanguage}
      </button>
    </header>
  );
}

/** Past the form, to where the arrow keys move the map. */
function focusMap(): void {
  document.querySelector<HTMLElement>('.maplibregl-canvas')?.focus();
}
