import { type ReactNode, useEffect } from 'react';
import type { Address } from '../address/address.ts';
import { type ChangeAddress, useAddress } from '../address/use-address.ts';
import type { CountyView } from '../api/answers.ts';
import { readCounties } from '../api/questions.ts';
import type { Answer } from '../api/use-answer.ts';
import { useAnswer } from '../api/use-answer.ts';
import { LanguageProvider, rememberedLanguage, useLanguage } from '../i18n/language.tsx';
import { FirstCounty } from './data/first-county.tsx';
import { Desk } from './desk.tsx';
import { Empty, Failure, Loading } from './notice.tsx';
import { TopBar } from './top-bar.tsx';

/** The whole page. */
export function App(): ReactNode {
  const [address, change] = useAddress();
  const language = address.lang ?? rememberedLanguage();
  const counties = useAnswer(readCounties, language);
  useEffect(() => {
    if (!address.lang) change({ lang: language });
  }, [address.lang, language, change]);
  return (
    <LanguageProvider language={language}>
      <CountyPage {...{ address, change, counties }} />
    </LanguageProvider>
  );
}

interface CountyPageProps {
  readonly address: Address;
  readonly change: ChangeAddress;
  readonly counties: Answer<readonly CountyView[]>;
}

function CountyPage({ address, change, counties }: CountyPageProps): ReactNode {
  const { messages } = useLanguage();
  const list = counties.shown ?? [];
  const county = address.county ? list.find(({ code }) => code === address.county) : list[0];
  const isEmpty = counties.shown !== undefined && list.length === 0;
  useEffect(() => {
    if (!address.county && county) change({ county: county.code });
  }, [address.county, county, change]);
  return (
    <div className="page">
      <TopBar counties={list} county={county} change={change} work={address.work} />
      {counties.error !== undefined ? <Failure error={counties.error} onRetry={counties.retry} /> : null}
      {counties.isLoading && !counties.shown ? <Loading text={messages.loading.counties} /> : null}
      {address.county && list.length > 0 && !county ? (
        <Empty text={messages.empty.unknownCounty(address.county)} />
      ) : null}
      {isEmpty ? <FirstCounty {...{ address, change }} onCounty={counties.retry} /> : null}
      {county ? (
        <Desk
          key={`${county.code}/${county.version.number}`}
          {...{ county, address, change }}
          onVersion={counties.retry}
        />
      ) : null}
    </div>
  );
}
