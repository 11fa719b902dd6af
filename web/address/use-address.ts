import { useCallback, useEffect, useRef, useState } from 'react';
import { type Address, addressFrom, addressText } from './address.ts';

/** Changes some of the address; what is not named stays. */
export type ChangeAddress = (change: Partial<Address>) => void;

/**
 * The page's address as state. Another county, panel or selection is a step that the browser's Back
 * button undoes; everything else replaces the step.
 */
export function useAddress(): readonly [Address, ChangeAddress] {
  const [address, setAddress] = useState(() => addressFrom(window.location.hash));
  const current = useRef(address);
  useEffect(() => {
    const follow = (): void => {
      current.current = addressFrom(window.location.hash);
      setAddress(current.current);
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const change = useCallback<ChangeAddress>((part) => {
    const before = current.current;
    const after = { ...before, ...part };
    current.current = after;
    const isStep =
      part.selection !== undefined ||
      (part.work !== undefined && part.work.panel !== before.work.panel) ||
      (part.county !== undefined && before.county !== undefined);
    const url = `#${addressText(after)}`;
    if (url === window.location.hash) {
      setAddress(after);
      return;
    }
    if (isStep) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    setAddress(after);
  }, []);
  return [address, change];
}
