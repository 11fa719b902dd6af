import type { Coord } from '../api/answers.ts';

/** What the right panel is about. */
export type Selection =
  | { readonly kind: 'county' }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'station'; readonly id: string }
  | { readonly kind: 'settlement'; readonly id: string }
  /** A hexagon, by its H3 index. */
  | { readonly kind: 'cell'; readonly id: string }
  /** A call from a point of the map. */
  | { readonly kind: 'call'; readonly at: Coord }
  /** A call from a settlement. */
  | { readonly kind: 'call-from'; readonly id: string };

/** Nothing in particular. */
export const COUNTY: Selection = { kind: 'county' };

const COORD_DIGITS = 6;

/** A selection as text of an address: `settlement:990321200214`, `call:117.1,33.3`; the county is empty. */
export function selectionText(selection: Selection): string {
  if (selection.kind === 'county') return '';
  if (selection.kind === 'call') return `call:${selection.at.map((degrees) => roundCoord(degrees)).join(',')}`;
  return `${selection.kind}:${selection.id}`;
}

/** The selection that a text names; the county for a text that names none. */
export function selectionFrom(text: string): Selection {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (colon < 1 || rest === '') return COUNTY;
  if (kind === 'group' || kind === 'station' || kind === 'settlement' || kind === 'call-from' || kind === 'cell')
    return { kind, id: rest };
  if (kind !== 'call') return COUNTY;
  const at = coordFrom(rest);
  return at ? { kind, at } : COUNTY;
}

/** A position from `lon,lat`, as people type it; undefined where it is none on the globe. */
export function coordFrom(text: string): Coord | undefined {
  const [lon, lat, ...more] = text.split(/[,，\s]+/).map(Number);
  if (lon === undefined || lat === undefined || more.length > 0) return undefined;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [lon, lat] : undefined;
}

/** Degrees to the decimetre, as the service takes them. */
export function roundCoord(degrees: number): number {
  return Number(degrees.toFixed(COORD_DIGITS));
}
