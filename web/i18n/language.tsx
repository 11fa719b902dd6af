import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Language } from '../api/answers.ts';
import { en } from './en.ts';
import { type Messages, zh } from './zh.ts';

interface Wording {
  readonly language: Language;
  readonly messages: Messages;
}

const MESSAGES: Readonly<Record<Language, Messages>> = { zh, en };
const STORED = 'hubshed.language';
const LanguageContext = createContext<Wording>({ language: 'zh', messages: zh });

/** Gives the page its language, and tells the browser of it. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }): ReactNode {
  const wording = useMemo(() => ({ language, messages: MESSAGES[language] }), [language]);
  useEffect(() => {
    document.documentElement.lang = wording.messages.htmlLang;
    document.title = `${wording.messages.product} ${wording.messages.productMark}`;
    remember(language);
  }, [wording, language]);
  return <LanguageContext.Provider value={wording}>{children}</LanguageContext.Provider>;
}

/** The language that the page speaks, and its words. */
export function useLanguage(): Wording {
  return useContext(LanguageContext);
}

/** The language used last in this browser; Chinese in a new one. */
export function rememberedLanguage(): Language {
  try {
    return window.localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function remember(language: Language): void {
  try {
    window.localStorage.setItem(STORED, language);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
