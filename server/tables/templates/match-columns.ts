import { headerKey } from '../../files/header-key.ts';
import type { SheetColumn } from '../sheet-table.ts';
import type { Template, TemplateField } from './template.ts';

/**
 * What a county has said that columns mean: `columnKey` or `headerKey` of the header -> key of a field, or `ignore`.
 */
export type RememberedColumns = Readonly<Record<string, string>>;

/** The answer of `RememberedColumns` for a column that is left aside. */
export const IGNORE = 'ignore';

/** Which columns of a table stand for which fields of a template. */
export interface ColumnMatch {
  /** Key of a field -> positions in the list of columns; more than one is a contradiction to report. */
  readonly positionsOfField: ReadonlyMap<string, readonly number[]>;
  /** Positions that no field answers to. */
  readonly unknown: readonly number[];
  /** Positions that are left aside: serial numbers, remarks, and what the county said to ignore. */
  readonly ignored: readonly number[];
}

/** Columns that every table may have and that hold no data; 校验结果 is what a receipt adds. */
const IDLE_HEADERS: ReadonlySet<string> = new Set([
  '校验结果',
  'checkresult',
  '序号',
  '序',
  '备注',
  '说明',
  '行号',
  'no',
  'no.',
  'remark',
  'remarks',
  'notes',
]);

/**
 * What a column is remembered by: its header, and the upper header where there is one, normalised, with the remarks in
 * brackets kept, which alone tell 户数(户籍) from 户数(常住).
 */
export function columnKey({ header, group }: Pick<SheetColumn, 'header' | 'group'>): string {
  const own = fullKey(header);
  const upper = fullKey(group ?? '');
  return upper === '' || upper === own ? own : `${upper}/${own}`;
}

/** Matches columns to the fields of one template. What the county has said before goes before the template's synonyms. */
export function matchColumns(
  columns: readonly SheetColumn[],
  template: Template,
  remembered: RememberedColumns = {},
): ColumnMatch {
  const headers = compiledHeaders(template);
  const positionsOfField = new Map<string, number[]>();
  const unknown: number[] = [];
  const ignored: number[] = [];
  columns.forEach((column, position) => {
    const key = rememberedField(column, headers, remembered) ?? fieldOfHeader(column, headers) ?? idle(column);
    if (key === undefined) unknown.push(position);
    else if (key === IGNORE) ignored.push(position);
    else positionsOfField.set(key, [...(positionsOfField.get(key) ?? []), position]);
  });
  return { positionsOfField, unknown, ignored };
}

/** Every header of a template, normalised: names of its columns in both languages, keys and synonyms. */
export function headersOf(field: TemplateField): readonly string[] {
  return [field.zh, field.en, field.key, ...field.synonyms];
}

interface CompiledHeaders {
  readonly keys: ReadonlySet<string>;
  /** Normalised header -> key of its field; the first field of the template that claims it has it. */
  readonly plain: ReadonlyMap<string, string>;
  /** `group/header`, normalised -> key of its field. */
  readonly grouped: ReadonlyMap<string, string>;
  /** Normalised upper headers that speak -> keys of the fields that may stand below. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

const COMPILED = new WeakMap<Template, CompiledHeaders>();

function compiledHeaders(template: Template): CompiledHeaders {
  const known = COMPILED.get(template);
  if (known) return known;
  const compiled = compileHeaders(template);
  COMPILED.set(template, compiled);
  return compiled;
}

function compileHeaders({ fields }: Template): CompiledHeaders {
  const plain = new Map<string, string>();
  const grouped = new Map<string, string>();
  const groups = new Map<string, Set<string>>();
  const claim = (map: Map<string, string>, header: string, key: string): void => {
    if (!map.has(header)) map.set(header, key);
  };
  // A template's own headers go before any synonym of another field.
  for (const field of fields) claim(plain, headerKey(field.zh), field.key);
  for (const field of fields) {
    for (const header of headersOf(field)) {
      claim(plain, fullKey(header), field.key);
      if (fullKey(header) === headerKey(header)) claim(plain, headerKey(header), field.key);
    }
    for (const group of field.groups ?? []) {
      const upper = headerKey(group);
      groups.set(upper, (groups.get(upper) ?? new Set()).add(field.key));
      for (const header of field.underGroup ?? []) claim(grouped, `${upper}/${headerKey(header)}`, field.key);
    }
  }
  return { keys: new Set(fields.map(({ key }) => key)), plain, grouped, groups };
}

function rememberedField(
  column: SheetColumn,
  { keys }: CompiledHeaders,
  remembered: RememberedColumns,
): string | undefined {
  for (const key of [columnKey(column), headerKey(column.header)]) {
    const said = Object.hasOwn(remembered, key) ? remembered[key] : undefined;
    if (said !== undefined && (said === IGNORE || keys.has(said))) return said;
  }
  return undefined;
}

function fieldOfHeader({ header, group }: SheetColumn, headers: CompiledHeaders): string | undefined {
  const upper = headerKey(group ?? '');
  const full = fullKey(header);
  const own = headerKey(header);
  if (upper === '' || upper === own) return headers.plain.get(full) ?? headers.plain.get(own);
  const joined =
    headers.grouped.get(`${upper}/${own}`) ?? headers.plain.get(upper + full) ?? headers.plain.get(upper + own);
  if (joined !== undefined) return joined;
  const alone = headers.plain.get(full) ?? headers.plain.get(own);
  const below = headers.groups.get(upper);
  return alone === undefined || below === undefined || below.has(alone) ? alone : undefined;
}

function idle({ header }: SheetColumn): string | undefined {
  return IDLE_HEADERS.has(headerKey(header)) ? IGNORE : undefined;
}

function fullKey(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[\s*]/g, '');
}
