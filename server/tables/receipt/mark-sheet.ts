import type ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import type { Finding, FindingLevel } from '../finding.ts';
import { findingReason } from '../finding-words.ts';
import { LEVEL_COLOURS, LEVEL_WORDS, LEVELS, REASON_HEADER } from './receipt-words.ts';
import { storableText } from './safe-text.ts';
import { solid } from './summary-sheet.ts';

/** Reasons in one comment; a cell with more has them in the added column. */
const MOST_REASONS_IN_NOTE = 10;
const REASON_WIDTH = 60;

/** Where the reasons of a sheet stand. */
export interface MarkedSheet {
  /** Number of the added column, from 1. */
  readonly reasonColumn: number;
}

/**
 * Colours the cells of the findings, says why in a comment, and adds a column with the reasons of each row concerned.
 * Cells keep their values, formats and comments. A column of an earlier receipt is used again.
 */
export function markSheet(sheet: ExcelJS.Worksheet, findings: readonly Finding[], language: Language): MarkedSheet {
  const header = headerRow(sheet, findings);
  const { column, isOld } = reasonColumn(sheet, header);
  if (isOld) clearBelow(sheet, header, column);
  const title = sheet.getCell(header, column);
  title.value = REASON_HEADER[language];
  title.style = { ...title.style, font: { bold: true } };
  sheet.getColumn(column).width = REASON_WIDTH;
  for (const [row, ofRow] of byRow(findings)) {
    for (const ofCell of byColumn(ofRow).values()) markCell(sheet, row, ofCell, language);
    const reasons = sheet.getCell(row, column);
    const text = storableText(rowReasons(ofRow, language));
    if (row === header) addNote(reasons, text);
    else {
      reasons.value = text;
      reasons.style = { alignment: { wrapText: true, vertical: 'top' }, fill: solid(LEVEL_COLOURS[worst(ofRow)]) };
    }
  }
  return { reasonColumn: column };
}

/** The reasons of a row as one text, each with its level and column. */
export function rowReasons(findings: readonly Finding[], language: Language): string {
  const [open, close, separator] = language === 'zh' ? ['“', '”列：', '；'] : ['"', '": ', '; '];
  return findings
    .map((finding) => {
      const where = finding.column === undefined ? '' : `${open}${finding.column}${close}`;
      const level = LEVEL_WORDS[finding.level][language];
      return `${language === 'zh' ? `【${level}】` : `[${level}] `}${where}${findingReason(finding, language)}`;
    })
    .join(separator);
}

/** Findings by the number of their row; those of a whole table are left out. */
export function byRow(findings: readonly Finding[]): ReadonlyMap<number, Finding[]> {
  const rows = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.row === undefined) continue;
    const ofRow = rows.get(finding.row);
    if (ofRow) ofRow.push(finding);
    else rows.set(finding.row, [finding]);
  }
  return rows;
}

function byColumn(findings: readonly Finding[]): ReadonlyMap<number, Finding[]> {
  const columns = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.columnIndex === undefined) continue;
    columns.set(finding.columnIndex, [...(columns.get(finding.columnIndex) ?? []), finding]);
  }
  return columns;
}

/** A loaded workbook shares one style between alike cells: the cell gets its own before it is coloured. */
function markCell(sheet: ExcelJS.Worksheet, row: number, findings: readonly Finding[], language: Language): void {
  const cell = sheet.getCell(row, (findings[0]?.columnIndex ?? 0) + 1);
  cell.style = { ...cell.style, fill: solid(LEVEL_COLOURS[worst(findings)]) };
  const reasons = findings.slice(0, MOST_REASONS_IN_NOTE).map((finding) => {
    const level = LEVEL_WORDS[finding.level][language];
    return `${language === 'zh' ? `【${level}】` : `[${level}] `}${findingReason(finding, language)}`;
  });
  addNote(cell, storableText(reasons.join('\n')));
}

function addNote(cell: ExcelJS.Cell, text: string): void {
  const { note } = cell;
  const old = typeof note === 'string' ? [{ text: note }] : (note?.texts ?? []);
  cell.note = { texts: old.length === 0 ? [{ text }] : [...old, { text: `\n${text}` }] };
}

function worst(findings: readonly Finding[]): FindingLevel {
  return LEVELS.find((level) => findings.some((finding) => finding.level === level)) ?? 'repair';
}

/** The row in which a finding's header stands in its column, else the one above the first finding. */
function headerRow(sheet: ExcelJS.Worksheet, findings: readonly Finding[]): number {
  const placed = findings.find(({ row, columnIndex }) => row !== undefined && columnIndex !== undefined);
  for (let row = placed?.row ?? 0; placed && row > 0; row--) {
    if (sheet.getCell(row, (placed.columnIndex ?? 0) + 1).text.trim() === placed.column?.trim()) return row;
  }
  const first = findings.reduce((least, { row }) => Math.min(least, row ?? least), Number.MAX_SAFE_INTEGER);
  return first === Number.MAX_SAFE_INTEGER ? 1 : Math.max(1, first - 1);
}

function reasonColumn(sheet: ExcelJS.Worksheet, header: number): { readonly column: number; readonly isOld: boolean } {
  const words: readonly string[] = Object.values(REASON_HEADER);
  let last = 0;
  let old = 0;
  sheet.eachRow((row) => {
    row.eachCell((cell, column) => {
      if (column > last) last = column;
      if (row.number === header && words.includes(cell.text)) old = column;
    });
  });
  return old > 0 ? { column: old, isOld: true } : { column: last + 1, isOld: false };
}

function clearBelow(sheet: ExcelJS.Worksheet, header: number, column: number): void {
  sheet.eachRow((row) => {
    if (row.number <= header) return;
    const cell = row.getCell(column);
    cell.value = null;
    cell.style = {};
  });
}
