import type { CellNote, CellValue, Merge } from '../../grid.ts';
import type { Pace } from '../../pacing.ts';
import type { ReadingRule } from '../../reading-words.ts';
import { refusal } from '../../refusal.ts';
import type { CellBudget } from '../cell-budget.ts';
import { cellPosition, isRowNumber, mergedRange } from './cell-reference.ts';
import type { DateFormat } from './date-format.ts';
import { cellText, RichText } from './rich-text.ts';
import { serialDate } from './serial-date.ts';
import type { XmlAttributes, XmlHandlers } from './xml-handlers.ts';

/** What cells mean that say only a number: texts by their place, date formats by style, where the calendar starts. */
export interface WorkbookTables {
  readonly sharedTexts: readonly string[];
  readonly dateFormats: readonly (DateFormat | undefined)[];
  readonly calendar1904: boolean;
}

/** The content of one sheet. */
export interface SheetContent {
  readonly rows: (readonly CellValue[])[];
  readonly merges: Merge[];
  readonly notes: CellNote[];
}

const NO_CELLS: readonly CellValue[] = [];

/** Listens to a worksheet part (ECMA-376 part 1, 18.3) and keeps its values: formulas by the result last stored. */
export class SheetReader implements XmlHandlers {
  readonly #file: string;
  readonly #tables: WorkbookTables;
  readonly #budget: CellBudget;
  readonly #pace: Pace;
  readonly #content: SheetContent = { rows: [], merges: [], notes: [] };
  readonly #inline = new RichText();

  #row = -1;
  #column = -1;
  #cells: CellValue[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;
  #inInline = false;
  #hasFormula = false;

  constructor(file: string, tables: WorkbookTables, budget: CellBudget, pace: Pace) {
    this.#file = file;
    this.#tables = tables;
    this.#budget = budget;
    this.#pace = pace;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'is') this.#inInline = true;
    else if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'mergeCell') this.#addMerge(attributes['ref'] ?? '');
    else if (name === 'dimension') this.#expectRows(attributes['ref'] ?? '');
    else if (this.#inInline) this.#inline.open(name);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#inValue = false;
    else if (name === 'is') this.#inInline = false;
    else if (name === 'row') this.#closeRow();
    else if (this.#inInline) this.#inline.close(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inInline) this.#inline.add(text);
  }

  /** Call once, after the last element. */
  finish(): SheetContent {
    const { rows } = this.#content;
    for (let row = 0; row < rows.length; row++) rows[row] ??= NO_CELLS;
    return this.#content;
  }

  #openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.#row + 2 : Number(reference);
    if (!isRowNumber(row) || row <= this.#row + 1) throw this.#damaged();
    this.#row = row - 1;
    this.#column = -1;
    this.#cells = [];
  }

  #closeRow(): void {
    this.#pace.count(1);
    if (this.#cells.length === 0) return;
    this.#budget.spendRow(this.#cells, this.#row);
    this.#content.rows[this.#row] = this.#cells;
  }

  #openCell({ r, t, s }: XmlAttributes): void {
    const position = r === undefined ? { row: this.#row, column: this.#column + 1 } : cellPosition(r);
    if (position?.row !== this.#row || position.column <= this.#column) throw this.#damaged();
    this.#column = position.column;
    this.#type = t ?? 'n';
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = '';
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const value = this.#cellValue();
    if (value === null || value === '') return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells.push(value);
  }

  #cellValue(): CellValue {
    const value = this.#value;
    if (this.#type === 'inlineStr') return this.#inline.take();
    if (value === '') return this.#hasFormula && this.#type !== 'str' ? this.#note('formula-without-value') : null;
    if (this.#type === 'n') return this.#number(value);
    if (this.#type === 's') return this.#sharedText(value);
    if (this.#type === 'str') return cellText(value);
    if (this.#type === 'b') return value === '1' || value === 'true';
    if (this.#type === 'd') return this.#isoDate(value);
    if (this.#type === 'e') return this.#note('cell-error-value');
    throw this.#damaged();
  }

  #sharedText(index: string): string {
    const text = this.#tables.sharedTexts[Number(index)];
    if (text === undefined) throw this.#damaged();
    return text;
  }

  #number(text: string): CellValue {
    const value = Number(text);
    if (!Number.isFinite(value)) return this.#note('cell-number-unreadable');
    const format = this.#tables.dateFormats[this.#style];
    if (format === undefined) return value;
    return serialDate(value, format, this.#tables.calendar1904) ?? this.#note('date-outside-calendar');
  }

  #isoDate(text: string): CellValue {
    const found = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d:\d\d)(:\d\d)?(?:\.\d+)?Z?)?$/.exec(text);
    const [, date, time, seconds] = found ?? [];
    if (date === undefined && time === undefined) return this.#note('date-outside-calendar');
    const clock = time === undefined ? '' : time + (seconds === undefined || seconds === ':00' ? '' : seconds);
    if (date === undefined) return clock;
    return clock === '' || clock === '00:00' ? date : `${date} ${clock}`;
  }

  #note(rule: ReadingRule): null {
    this.#content.notes.push({ row: this.#row, column: this.#column, level: 'error', rule });
    return null;
  }

  #addMerge(reference: string): void {
    const merge = mergedRange(reference);
    if (!merge) throw this.#damaged();
    this.#budget.spend(1);
    this.#content.merges.push(merge);
  }

  #expectRows(reference: string): void {
    const range = mergedRange(reference);
    if (range) this.#pace.expect(range.bottom + 1);
  }

  #damaged(): Error {
    return refusal(this.#file, 'workbook-damaged');
  }
}
