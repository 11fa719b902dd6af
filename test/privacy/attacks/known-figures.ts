import type { Payload } from '../payload.ts';
import type { Secret, VersionName } from '../secret-county.ts';
import { isSecretThing } from './attack.ts';

/** A figure that an answer shows of one thing itself. */
export interface KnownFigure {
  readonly of: Secret['of'];
  readonly figure: Secret['figure'];
  readonly id: string;
  readonly version: VersionName;
  readonly value: number;
}

/** What the lists show of things that are no secret: what secrets could be told from by a difference. */
export function knownFigures(payloads: readonly Payload[]): KnownFigure[] {
  return payloads.flatMap(({ exit, form, version, asked, text }) => {
    if (form !== 'json' || version === undefined) return [];
    if (exit.endsWith('/settlements'))
      return ofRows(JSON.parse(text)['settlements'], version, 'settlement', FROM_PLACES);
    if (exit.endsWith('/coverage/volunteers')) return ofRows(JSON.parse(text)['units'], version, 'unit', FROM_UNITS);
    if (asked.includes('/coverage/video?by=compound')) return compounds(JSON.parse(text)['places'], version);
    return [];
  });
}

type Row = Readonly<Record<string, unknown>>;
type Keys = readonly (readonly [key: string, figure: Secret['figure']])[];

const FROM_PLACES: Keys = [
  ['households', 'households'],
  ['population', 'population'],
];
const FROM_UNITS: Keys = [['posts', 'posts']];

function ofRows(rows: readonly Row[], version: VersionName, of: Secret['of'], keys: Keys): KnownFigure[] {
  return rows.flatMap((row) => {
    const id = String(row['id']);
    if (isSecretThing(of, id)) return [];
    return keys.flatMap(([key, figure]) => {
      const value = row[key];
      return typeof value === 'number' ? { of, figure, id, version, value } : [];
    });
  });
}

function compounds(rows: readonly (Row & { rates: readonly Row[] })[], version: VersionName): KnownFigure[] {
  return rows.flatMap(({ id, rates }) => {
    if (isSecretThing('compound', String(id))) return [];
    const due = rates.find(({ rate, by, withheld }) => rate === 'coverage' && by === 'households' && withheld === 0);
    if (!due) return [];
    return { of: 'compound', figure: 'households', id: String(id), version, value: Number(due['denominator']) };
  });
}
