import { type ReactNode, useCallback, useEffect, useId, useState } from 'react';
import type { Address } from '../../address/address.ts';
import type { ChangeAddress } from '../../address/use-address.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { DeliverySteps } from './delivery-steps.tsx';
import { TemplateList } from './template-list.tsx';
import { type Delivery, useDelivery } from './use-delivery.ts';

interface FirstCountyProps {
  readonly address: Address;
  readonly change: ChangeAddress;
  /** The store has a county now. */
  readonly onCounty: () => void;
}

const COUNTY_CODE = /^[0-9]{6}$/;

/** The data panel of a store without any county: whose files they are, and their delivery, until the county is there. */
export function FirstCounty({ address, change, onCounty }: FirstCountyProps): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.data;
  const { work } = address;
  const [code, setCode] = useState(address.county ?? '');
  const setId = useCallback(
    (intake: string | undefined) => change({ county: code, work: { ...work, panel: 'data', intake } }),
    [change, code, work],
  );
  const delivery = useDelivery({ code, lang: language, id: COUNTY_CODE.test(code) ? work.intake : undefined, setId });
  const isCommitted = delivery.question !== undefined && delivery.view.shown?.state === 'committed';
  useEffect(() => {
    if (isCommitted) onCounty();
  }, [isCommitted, onCounty]);
  return (
    <main className="first-county work-panel">
      <article className="data-panel">
        <h2>{words.firstCounty}</h2>
        <p className="hint">{messages.empty.counties}</p>
        <CountyFields {...{ code, setCode, delivery }} />
        <DeliverySteps
          delivery={delivery}
          countyName=""
          blocked={COUNTY_CODE.test(code) ? undefined : words.needsCode}
          onCommitted={onCounty}
        />
        {delivery.question ? null : <TemplateList />}
      </article>
    </main>
  );
}

interface CountyFieldsProps {
  readonly code: string;
  readonly setCode: (code: string) => void;
  readonly delivery: Delivery;
}

/** Code and name of the county; the code stands once files are sent under it. */
function CountyFields({ code, setCode, delivery }: CountyFieldsProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { typed, type, question, sending } = delivery;
  const id = useId();
  return (
    <section className="county-fields" aria-label={messages.county}>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-code`}>
          {words.countyCode}
        </label>
        <input
          id={`${id}-code`}
          className="county-code"
          inputMode="numeric"
          value={code}
          maxLength={6}
          placeholder={words.countyCodeHint}
          disabled={question !== undefined || sending !== undefined}
          onChange={({ target }) => setCode(target.value.trim())}
        />
      </div>
      {question ? null : (
        <div className="field">
          <label className="field-label" htmlFor={`${id}-name`}>
            {words.commitName}
          </label>
          <input
            id={`${id}-name`}
            className="county-name"
            value={typed.name ?? ''}
            maxLength={200}
            onChange={({ target }) => type({ ...typed, name: target.value })}
          />
        </div>
      )}
    </section>
  );
}
