import type { SheetTable } from './sheet-table.ts';
import { TABLE_KINDS, type TableKind } from './table-kind.ts';
import { matchColumns, type RememberedColumns } from './templates/match-columns.ts';
import type { Template } from './templates/template.ts';
import { TEMPLATES } from './templates/templates.ts';

/** How well a table fits a template, 0 to 1. */
export interface KindScore {
  readonly kind: TableKind;
  readonly score: number;
}

/** What kind of table it is, and what else it might be. */
export interface RecognisedKind extends KindScore {
  readonly runnerUp?: KindScore;
  /** The runner-up fits about as well: the user has to say which it is. */
  readonly ambiguous: boolean;
}

/** Below this a table is not taken for one of the kind at all. */
const LEAST_SCORE = 0.55;
/** With fewer of its required columns it is another table that shares a few, such as areas of townships. */
const LEAST_REQUIRED_SHARE = 0.5;
/** Closer than this two kinds cannot be told apart. */
const CLEAR_LEAD = 0.06;
/** What words in the title, the sheet's or the file's name add. */
const TITLE_SHARE = 0.1;

/**
 * The kind of a table, by its headers: half for the required columns that it has, the rest for how many of its own
 * columns the template knows, and a little for its title. Undefined where no template fits. With `ambiguous`, nothing
 * is to be assumed.
 */
export function recogniseKind(
  table: Pick<SheetTable, 'columns' | 'title' | 'sheet' | 'file' | 'statedCrs' | 'rows'>,
  remembered: RememberedColumns = {},
): RecognisedKind | undefined {
  const scores = TABLE_KINDS.map((kind) => ({ kind, score: scoreOf(table, TEMPLATES[kind], remembered) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((first, second) => second.score - first.score);
  const [best, runnerUp] = scores;
  if (!best) return undefined;
  if (!runnerUp) return { ...best, ambiguous: false };
  return { ...best, runnerUp, ambiguous: best.score - runnerUp.score < CLEAR_LEAD };
}

function scoreOf(
  table: Pick<SheetTable, 'columns' | 'title' | 'sheet' | 'file' | 'statedCrs' | 'rows'>,
  template: Template,
  remembered: RememberedColumns,
): number {
  const { positionsOfField, ignored } = matchColumns(table.columns, template, remembered);
  const hasPoints = table.rows.some(({ geometry }) => geometry?.type === 'Point');
  const given = (key: string): boolean =>
    positionsOfField.has(key) || (hasPoints && (key === 'lon' || key === 'lat' || key === 'crs'));
  const required = template.fields.filter(({ required }) => required).map(({ key }) => key);
  const columns = table.columns.length - ignored.length;
  if (columns <= 0 || positionsOfField.size === 0) return 0;
  const requiredShare = required.filter(given).length / required.length;
  if (requiredShare < LEAST_REQUIRED_SHARE) return 0;
  const columnShare = positionsOfField.size / columns;
  const titled = titleSpeaks(table, template) ? TITLE_SHARE : 0;
  return Math.min(1, (requiredShare + columnShare) * ((1 - TITLE_SHARE) / 2) + titled);
}

function titleSpeaks(
  { title, sheet, file }: Pick<SheetTable, 'title' | 'sheet' | 'file'>,
  { titleWords }: Template,
): boolean {
  const words = [title, sheet, file].map((text) => (text ?? '').normalize('NFKC'));
  return titleWords.some((word) => words.some((text) => text.includes(word)));
}
