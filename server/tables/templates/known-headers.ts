import { headerKey } from '../../files/header-key.ts';
import { TABLE_KINDS } from '../table-kind.ts';
import { headersOf } from './match-columns.ts';
import { TEMPLATES } from './templates.ts';

const IDLE = ['序号', '备注'];

/**
 * Every header that any template knows, by `headerKey`: what a row must look like to be a header. Upper headers of
 * headers in two rows are in it, and lower ones that mean something below them only.
 */
export function knownHeaders(): ReadonlySet<string> {
  KNOWN ??= new Set(allHeaders());
  return KNOWN;
}

let KNOWN: ReadonlySet<string> | undefined;

function allHeaders(): string[] {
  const fields = TABLE_KINDS.flatMap((kind) => TEMPLATES[kind].fields);
  const headers = fields.flatMap((field) => [
    ...headersOf(field),
    ...(field.groups ?? []),
    ...(field.underGroup ?? []),
  ]);
  return [...headers, ...IDLE].map(headerKey);
}
