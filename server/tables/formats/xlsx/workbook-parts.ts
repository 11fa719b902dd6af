import type { Pace } from '../../pacing.ts';
import { refusal } from '../../refusal.ts';
import type { ZipArchive, ZipEntry } from '../zip-archive.ts';
import { type DateFormat, dateFormat } from './date-format.ts';
import { readXml } from './read-xml.ts';
import { RichText } from './rich-text.ts';
import { localAttribute, type XmlAttributes } from './xml-handlers.ts';

/** A workbook's parts, found by the relations between them (ECMA-376 part 2). */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly calendar1904: boolean;
  readonly sharedStrings?: ZipEntry;
  readonly styles?: ZipEntry;
}

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Undefined where the sheet is a chart or a macro and has no cells. */
  readonly entry?: ZipEntry;
}

/** A workbook's zip, with its reader's pace. */
export interface OpenWorkbook {
  readonly file: string;
  readonly zip: ZipArchive;
  readonly pace: Pace;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** The entry of that path, whatever the case; undefined where there is none. */
export function findEntry(zip: ZipArchive, path: string): ZipEntry | undefined {
  return zip.entries.find(({ name }) => name.toLowerCase() === path.toLowerCase());
}

/** @throws `input-invalid` where the parts do not hang together */
export async function workbookParts(workbook: OpenWorkbook): Promise<WorkbookParts> {
  const roots = await relations(workbook, '');
  const main = roots.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const own = await relations(workbook, main);
  const partOfType = (wanted: string) => {
    const path = own.find(({ type }) => type === wanted)?.path;
    return path === undefined ? undefined : requiredEntry(workbook, path);
  };
  const { sheets, calendar1904 } = await readMainPart(workbook, main);
  const [sharedStrings, styles] = [partOfType('sharedStrings'), partOfType('styles')];
  return {
    sheets: sheets.map(({ name, hidden, relation }) => {
      const { type, path } = own.find(({ id }) => id === relation) ?? missingPart(workbook);
      return type === 'worksheet' ? { name, hidden, entry: requiredEntry(workbook, path) } : { name, hidden };
    }),
    calendar1904,
    ...(sharedStrings ? { sharedStrings } : {}),
    ...(styles ? { styles } : {}),
  };
}

function missingPart({ file }: OpenWorkbook): never {
  throw refusal(file, 'workbook-damaged');
}

function requiredEntry(workbook: OpenWorkbook, path: string): ZipEntry {
  return findEntry(workbook.zip, path) ?? missingPart(workbook);
}

/** The relations of a part; '' is the package. None where the part has no such list. */
async function relations({ file, zip, pace }: OpenWorkbook, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const entry = findEntry(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const found: Relation[] = [];
  if (!entry) return found;
  const open = (name: string, { Id = '', Type = '', Target = '' }: XmlAttributes) => {
    if (name !== 'Relationship') return;
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(part.slice(0, slash), Target) });
  };
  await readXml(file, zip.unpack(entry), { open, close: ignore, text: ignore }, pace);
  return found;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function ignore(): void {}

async function readMainPart(workbook: OpenWorkbook, path: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let calendar1904 = false;
  const open = (name: string, attributes: XmlAttributes) => {
    if (name === 'workbookPr') calendar1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const hidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '');
    sheets.push({ name: attributes['name'] ?? '', hidden, relation: localAttribute(attributes, 'id') ?? '' });
  };
  const pieces = workbook.zip.unpack(requiredEntry(workbook, path));
  await readXml(workbook.file, pieces, { open, close: ignore, text: ignore }, workbook.pace);
  return { sheets, calendar1904 };
}

/** The texts that cells name by their position. */
export async function readSharedTexts({ file, zip, pace }: OpenWorkbook, entry: ZipEntry): Promise<string[]> {
  const texts: string[] = [];
  const rich = new RichText();
  const close = (name: string) => {
    rich.close(name);
    if (name === 'si') texts.push(rich.take());
  };
  const handlers = { open: (name: string) => rich.open(name), close, text: (text: string) => rich.add(text) };
  await readXml(file, zip.unpack(entry), handlers, pace);
  return texts;
}

/** For each cell style, by its position, whether its number format means a date. */
export async function readDateFormats(workbook: OpenWorkbook, entry: ZipEntry): Promise<(DateFormat | undefined)[]> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellStyles = false;
  const open = (name: string, attributes: XmlAttributes) => {
    if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    if (name === 'cellXfs') inCellStyles = true;
    if (name === 'xf' && inCellStyles) formatIds.push(Number(attributes['numFmtId'] ?? 0));
  };
  const close = (name: string) => {
    if (name === 'cellXfs') inCellStyles = false;
  };
  await readXml(workbook.file, workbook.zip.unpack(entry), { open, close, text: ignore }, workbook.pace);
  return formatIds.map((id) => dateFormat(id, codes.get(id)));
}
