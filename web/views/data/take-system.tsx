import type { ReactNode } from 'react';
import type { CoordinateEvidence, DeliveryView } from '../../api/answers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Delivery } from './use-delivery.ts';

interface TakeSystemProps {
  readonly evidence: CoordinateEvidence;
  readonly view: DeliveryView;
  readonly delivery: Delivery;
}

/**
 * Takes the reference system that fits better for the file, and checks again. Offered only where that is a plain system
 * and every table of the file speaks for the same one, since the choice is for the file.
 */
export function TakeSystem({ evidence: { file, better }, view, delivery }: TakeSystemProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { choices, isBusy, recheck } = delivery;
  const system = better?.system;
  const ofFile = view.coordinates.filter((other) => other.file === file);
  if (!system || view.state !== 'checked' || ofFile.some((other) => other.better?.system !== system)) return null;
  const { referenceSystems } = choices;
  return (
    <button
      type="button"
      className="main-button"
      title={words.takeSystemHint}
      disabled={isBusy}
      onClick={() => recheck({ ...choices, referenceSystems: { ...referenceSystems, [file]: system } })}
    >
      {words.takeSystem(system.startsWith('EPSG:') ? better.reading : system)}
    </button>
  );
}
