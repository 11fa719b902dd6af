import type { FindingLevel } from '../finding.ts';
import type { CellValue } from '../grid.ts';

/** Hours of the day, from inclusive, to exclusive, 0 to 24. */
export interface HourBand {
  readonly fromHour: number;
  readonly toHour: number;
}

/** What a cell says, once read. */
export type CellMeaning = string | number | boolean | readonly string[] | HourBand;

/** Figures of a finding's sentence. */
export type FindingData = Readonly<Record<string, string | number>>;

/** Says what was found in the cell that is being read. */
export type CellReport = (level: FindingLevel, rule: string, data?: FindingData) => void;

/** A cell that is not blank. */
export type FilledValue = Exclude<CellValue, null>;

/** Reads a cell that is not blank; undefined where it says nothing usable, which has then been reported as an error. */
export type CellReader = (value: FilledValue, report: CellReport) => CellMeaning | undefined;
