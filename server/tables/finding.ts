/**
 * How bad a finding is: an `error` keeps its row out, a `doubt` wants a look and keeps nothing out, a `repair` says
 * what was certain enough to be put right.
 */
export type FindingLevel = 'error' | 'doubt' | 'repair';

/** What was found in one cell, row or file. Values are repeated only where they are numbers and not personal. */
export interface Finding {
  readonly level: FindingLevel;
  /** A key of the catalogue of rules, `finding-words.ts`: stable, for receipts, tests and interfaces. */
  readonly rule: string;
  readonly file: string;
  readonly sheet?: string;
  /** As a spreadsheet numbers it, from 1; undefined where it is about the whole file or sheet. */
  readonly row?: number;
  /** Header as the file writes it; undefined where it is about the whole row. */
  readonly column?: string;
  /** Position of the column in the sheet, from 0: where the receipt colours the cell. */
  readonly columnIndex?: number;
  readonly value?: string;
  /** Figures of the sentence, such as the metres of a shift. */
  readonly data?: Readonly<Record<string, string | number>>;
}
