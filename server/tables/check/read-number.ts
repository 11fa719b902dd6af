import type { TemplateField } from '../templates/template.ts';
import type { CellReader, CellReport, FilledValue } from './cell-report.ts';
import { halfWidth } from './half-width.ts';

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const WITH_UNIT = /^([+-]?[\d.,]+)\s*([^\d\s.,].*)$/;

/** Numbers of a decimal to keep after a multiplication: a double has fifteen that are sure. */
const SURE_DIGITS = 15;

/**
 * Reads a count or a decimal: full-width digits, ideographic zeros, thousands separators and the field's own units are
 * put right, each with a repair. `headerScale` multiplies numbers that state no unit, where the header states one.
 */
export function numberReader(field: TemplateField, headerScale: number): CellReader {
  const units = field.units ?? {};
  return (value, report) => {
    const stated = statedNumber(value, units, report);
    if (stated === undefined) return undefined;
    const number = scaled(stated.number, stated.scale ?? headerScale);
    return numberProblem(number, field, report) ? undefined : number;
  };
}

interface StatedNumber {
  readonly number: number;
  /** What the cell's own unit multiplies it by; undefined where it states none. */
  readonly scale?: number;
}

function statedNumber(
  value: FilledValue,
  units: Readonly<Record<string, number>>,
  report: CellReport,
): StatedNumber | undefined {
  if (typeof value === 'number') return { number: value };
  if (typeof value === 'boolean') return notNumber(report);
  const text = withZeros(halfWidth(value, report), report);
  if (PLAIN.test(text)) return { number: Number(text) };
  const [, digits, unit] = WITH_UNIT.exec(text) ?? [];
  const number = ungrouped(digits ?? text, report);
  if (number === undefined) return notNumber(report);
  if (unit === undefined) return { number };
  const scale = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  if (scale === undefined) return notNumber(report);
  report('repair', scale === 1 ? 'unit-behind-number' : 'unit-multiplied', { unit, scale });
  return { number, scale };
}

function withZeros(text: string, report: CellReport): string {
  if (!/[〇○]/.test(text) || !/\d/.test(text)) return text;
  report('repair', 'ideographic-zero');
  return text.replace(/[〇○]/g, '0');
}

function ungrouped(digits: string, report: CellReport): number | undefined {
  if (PLAIN.test(digits)) return Number(digits);
  if (!GROUPED.test(digits)) return undefined;
  report('repair', 'thousands-separator');
  return Number(digits.replace(/,/g, ''));
}

function notNumber(report: CellReport): undefined {
  report('error', 'count-not-number');
  return undefined;
}

function scaled(number: number, scale: number): number {
  return scale === 1 ? number : Number((number * scale).toPrecision(SURE_DIGITS));
}

function numberProblem(number: number, { type, range }: TemplateField, report: CellReport): boolean {
  if (!Number.isFinite(number)) report('error', 'count-not-number');
  else if (number < 0 && (range?.least ?? 0) >= 0) report('error', 'count-negative');
  else if (type === 'count' && !Number.isSafeInteger(number)) report('error', 'count-fraction');
  else if (range && (number < range.least || number > range.most)) report('error', 'number-range', { ...range });
  else return false;
  return true;
}
