import type { PoliceRoomKind } from '../../../geodata/records/county-records.ts';
import type { Language } from '../../language.ts';

/** What a police room 警务室 is, in words; in this order where it is several. */
export const ROOM_KIND_WORDS: Readonly<Record<PoliceRoomKind, Readonly<Record<Language, string>>>> = {
  community: { zh: '社区', en: 'community' },
  rural: { zh: '农村', en: 'rural' },
  'round-the-clock': { zh: '7×24', en: 'round-the-clock' },
  model: { zh: '样板', en: 'model' },
};
