import ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import { TABLE_KINDS, type TableKind } from '../table-kind.ts';
import { addGuidance } from './guidance-sheet.ts';
import type { Template, TemplateField } from './template.ts';
import { choicesOf, exampleRow, templateHeader } from './template-rows.ts';
import { TEMPLATES } from './templates.ts';

const TITLE_ROW = 1;
const HEADER_ROW = 2;
const EXAMPLE_ROW = 3;
/** Rows that get drop-downs: a county has fewer villages and compounds than this. */
const LAST_LISTED_ROW = 2_000;
/** Types that a spreadsheet damages unless their cells are text: 3.7E+11, and 8-20 as a date. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['code', 'hours', 'text']);
const TEXT_FORMAT = '@';
const DATE_FORMAT = 'yyyy-mm-dd';
/** What Excel allows a list written into a cell's rule. */
const LONGEST_LIST = 255;

const COLOURS = {
  title: 'FFDDE6F0',
  required: 'FFFFF2CC',
  optional: 'FFF2F2F2',
  example: 'FF808080',
  line: 'FFBFBFBF',
};

/**
 * The template of a kind as a workbook: a merged title, the header with * at required columns and a note in each, an
 * example row marked 示例, drop-downs for closed lists, text cells for codes, and a second sheet that explains.
 */
export async function templateWorkbook(kind: TableKind, language: Language): Promise<Uint8Array> {
  return workbookOf([kind], language);
}

/** One workbook with the templates of all kinds, a sheet each, and one sheet that explains. */
export async function allTemplatesWorkbook(language: Language): Promise<Uint8Array> {
  return workbookOf(TABLE_KINDS, language);
}

async function workbookOf(kinds: readonly TableKind[], language: Language): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const templates = kinds.map((kind) => TEMPLATES[kind]);
  for (const template of templates) addTemplate(workbook, template, language);
  addGuidance(workbook, templates, language);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addTemplate(workbook: ExcelJS.Workbook, template: Template, language: Language): void {
  const sheet = workbook.addWorksheet(template[language], { views: [{ state: 'frozen', ySplit: HEADER_ROW }] });
  const header = templateHeader(template, language);
  header.forEach((text, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.min(28, Math.max(10, displayUnits(text) + 3));
    const field = template.fields[index - 1];
    const format = field && formatOf(field);
    if (format) column.numFmt = format;
  });
  addTitle(sheet, template[language], header.length);
  addHeader(sheet, header, template, language);
  addExample(sheet, template, language);
  template.fields.forEach((field, index) => {
    addChoices(sheet, field, index + 2, language);
  });
}

function addTitle(sheet: ExcelJS.Worksheet, title: string, columns: number): void {
  sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, columns);
  const cell = sheet.getCell(TITLE_ROW, 1);
  cell.value = title;
  cell.numFmt = 'General';
  cell.font = { bold: true, size: 16 };
  cell.alignment = { horizontal: 'center', vertical: 'middle' };
  cell.fill = solid(COLOURS.title);
  sheet.getRow(TITLE_ROW).height = 30;
}

function addHeader(
  sheet: ExcelJS.Worksheet,
  header: readonly string[],
  { fields }: Template,
  language: Language,
): void {
  header.forEach((text, index) => {
    const field = fields[index - 1];
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.value = text;
    cell.numFmt = 'General';
    cell.font = { bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = solid(field?.required ? COLOURS.required : COLOURS.optional);
    cell.border = { bottom: { style: 'thin', color: { argb: COLOURS.line } } };
    if (field) cell.note = field.note[language];
  });
  sheet.getRow(HEADER_ROW).height = 36;
}

function addExample(sheet: ExcelJS.Worksheet, template: Template, language: Language): void {
  exampleRow(template, language).forEach((value, index) => {
    const field = template.fields[index - 1];
    const cell = sheet.getCell(EXAMPLE_ROW, index + 1);
    cell.value = field?.type === 'date' ? new Date(`${value}T00:00:00Z`) : value;
    cell.font = { italic: true, color: { argb: COLOURS.example } };
  });
}

/** A list in the cell's rule; of lists that are open, other words only get a hint. */
function addChoices(sheet: ExcelJS.Worksheet, field: TemplateField, column: number, language: Language): void {
  const choices = choicesOf(field, language)?.join(',');
  if (choices === undefined || choices.length > LONGEST_LIST) return;
  const isOpen = field.type === 'crs' || field.type === 'word-list';
  const letter = sheet.getColumn(column).letter;
  dataValidationsOf(sheet).add(`${letter}${EXAMPLE_ROW}:${letter}${LAST_LISTED_ROW}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices}"`],
    showErrorMessage: !isOpen,
    errorStyle: 'warning',
    errorTitle: field[language],
    error: field.note[language],
  });
}

interface DataValidations {
  readonly add: (range: string, validation: ExcelJS.DataValidation) => unknown;
}

/** ExcelJS has rules of whole ranges, which its types leave out. */
function dataValidationsOf(sheet: ExcelJS.Worksheet): DataValidations {
  return (sheet as unknown as { readonly dataValidations: DataValidations }).dataValidations;
}

function formatOf({ type }: TemplateField): string | undefined {
  if (type === 'date') return DATE_FORMAT;
  return TEXT_TYPES.has(type) ? TEXT_FORMAT : undefined;
}

function solid(argb: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Width of a text in columns of half-width characters; Han characters take two. */
function displayUnits(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
}
