import type { CellValue } from '../grid.ts';
import type { CellMeaning, CellReport } from './cell-report.ts';

const YUAN_OF_UNIT: Readonly<Record<string, number>> = { yuan: 1, 'ten-thousand-yuan': 10_000 };

/** A row of 全县指标 as read, and as its cells stand. */
export interface CountyFigure {
  readonly indicator: CellMeaning | undefined;
  readonly value: CellMeaning | undefined;
  readonly unit: CellMeaning | undefined;
  /** Texts in which a unit may stand: the cell of the value, its header, the cell of the indicator. */
  readonly statedIn: readonly (CellValue | undefined)[];
}

/**
 * The figure in persons or whole yuan. Money without a unit is an error, for 20 may be twenty yuan or twenty times ten
 * thousand; a number in the cell or under a header with its own unit has been multiplied already.
 */
export function countyFigure(
  { indicator, value, unit, statedIn }: CountyFigure,
  report: CellReport,
): number | undefined {
  if (typeof value !== 'number') return undefined;
  const [cell, header, indicatorCell] = statedIn.map((text) => (typeof text === 'string' ? text : ''));
  const isScaled = /[元万]/.test(`${cell}${header}`);
  if (indicator === 'officers') {
    if (Number.isSafeInteger(value)) return value;
    report('error', 'count-fraction');
    return undefined;
  }
  const inIndicator = /万元/.test(indicatorCell ?? '')
    ? 10_000
    : /[(（]\s*元/.test(indicatorCell ?? '')
      ? 1
      : undefined;
  const scale = isScaled ? 1 : (YUAN_OF_UNIT[String(unit)] ?? inIndicator);
  if (scale === undefined) {
    report('error', 'money-unit-missing');
    return undefined;
  }
  const yuan = Number((value * scale).toPrecision(15));
  if (Number.isSafeInteger(yuan)) return yuan;
  report('error', 'money-fraction');
  return undefined;
}
