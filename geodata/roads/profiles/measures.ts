import type { Metres } from '../../units.ts';

const AMOUNT_AND_UNIT = /(\d+(?:\.\d*)?)\s*([a-z'"]*)\s*(\d+(?:\.\d*)?)?/i;
const METRES_PER_INCH = 0.0254;
const INCHES_PER_FOOT = 12;
const FEET: ReadonlySet<string> = new Set(["'", 'ft', 'feet', 'foot']);
const METRES_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['cm', 0.01],
  ['in', METRES_PER_INCH],
  ['"', METRES_PER_INCH],
]);
const KILOGRAMS_PER_TONNE = 1000;
const KILOGRAMS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['kg', 1],
  ['lbs', 0.45359237],
  ['lb', 0.45359237],
]);

/**
 * A length as OSM writes it (wiki, "Map features/Units"), in metres: `2.3`, `2,3 m`, `180 cm`,
 * `6'7"`, `6 ft 7 in`. A number without a unit, or with one not known, is metres. Undefined where
 * there is no number (`default`, `none`).
 */
export function parseMetres(value: string): Metres | undefined {
  const measure = parse(value);
  if (!measure) return undefined;
  const { amount, unit, rest } = measure;
  if (FEET.has(unit)) return (amount * INCHES_PER_FOOT + rest) * METRES_PER_INCH;
  return amount * (METRES_PER_UNIT.get(unit) ?? 1);
}

/**
 * A weight in kilograms: `3.5`, `3,5 t`, `1900 kg`, `4000 lbs`. Tonnes where no other unit is named.
 * Undefined where there is no number.
 */
export function parseKilograms(value: string): number | undefined {
  const measure = parse(value);
  return measure && measure.amount * (KILOGRAMS_PER_UNIT.get(measure.unit) ?? KILOGRAMS_PER_TONNE);
}

function parse(value: string): { amount: number; unit: string; rest: number } | undefined {
  const match = AMOUNT_AND_UNIT.exec(value.replace(/,/g, '.'));
  if (!match) return undefined;
  return { amount: Number(match[1]), unit: (match[2] ?? '').toLowerCase(), rest: Number(match[3] ?? 0) };
}
