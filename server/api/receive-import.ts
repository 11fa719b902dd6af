import { createWriteStream } from 'node:fs';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { GeodataError } from '../../geodata/errors.ts';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import { PROFILE_IDS } from '../../geodata/roads/profiles/find-profile.ts';
import { type PlaceSource, USUAL_TAGS } from '../counties/county-files.ts';
import { conditionsOf, IMPORT_CONDITIONS, USUAL_PROFILE } from '../counties/import-conditions.ts';
import type { ImportFilesRequest } from '../counties/import-files.ts';
import type { NamedFile } from '../files/named-file.ts';
import { personalValue } from '../files/personal-data.ts';
import { FormProblems, type FormRule, formMalformed } from './form-problems.ts';
import { keptTextRule } from './kept-text.ts';

const MEBIBYTE = 1 << 20;

/** Bytes that each file may have. */
const FILE_BYTES: ReadonlyMap<string, number> = new Map([
  ['roads', 512 * MEBIBYTE],
  ['boundary', 64 * MEBIBYTE],
  ['townships', 64 * MEBIBYTE],
  ['stations', 64 * MEBIBYTE],
  ['settlements', 64 * MEBIBYTE],
]);

const FIELDS: ReadonlySet<string> = new Set(['name', 'note', 'profile', 'conditions', 'stations', 'settlements']);

/** What may come in at all. Files are counted here, each against its own limit. */
const LIMITS = { parts: 16, fieldNameSize: 100, fieldSize: 4096, fileSize: Number.POSITIVE_INFINITY };

const LONGEST_FILE_NAME = 200;

/**
 * Takes in the form of an import: files go into `folder`, under names of our own, as they arrive.
 * @throws RequestError with every problem of the form; GeodataError `limit-exceeded` at once for a file that is too
 * large; the multipart reader's own errors, and the signal's reason
 */
export async function receiveImport(
  request: FastifyRequest,
  folder: string,
  signal: AbortSignal,
): Promise<Omit<ImportFilesRequest, 'code'>> {
  const problems = new FormProblems();
  const form: Form = { fields: new Map(), files: new Map() };
  try {
    await receiveParts(request, folder, form, problems, signal);
  } catch (error) {
    throw isMalformed(error) ? formMalformed() : error;
  }
  const checked = checkedForm(form, problems);
  problems.throwIfAny();
  return checked;
}

interface Form {
  readonly fields: Map<string, string>;
  readonly files: Map<string, NamedFile>;
}

async function receiveParts(
  request: FastifyRequest,
  folder: string,
  { fields, files }: Form,
  problems: FormProblems,
  signal: AbortSignal,
): Promise<void> {
  for await (const part of request.parts({ limits: LIMITS })) {
    // A part need not have a name, whatever its type says.
    const name = part.fieldname ?? '';
    if (part.type === 'file' && !part.filename && (await isEmpty(part.file))) continue;
    const rule = fields.has(name) || files.has(name) ? 'field-twice' : partRule(part);
    if (rule) problems.add(name, rule);
    if (part.type === 'field') fields.set(name, typeof part.value === 'string' ? part.value.trim() : '');
    else if (rule) part.file.resume();
    else files.set(name, await receiveFile(part, folder, signal));
  }
}

/** What a web form sends where no file was chosen. Reads the part to its end. */
export async function isEmpty(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let bytes = 0;
  for await (const { length } of chunks) bytes += length;
  return bytes === 0;
}

function partRule(part: MultipartFile | MultipartValue): FormRule | undefined {
  if (part.type === 'file') return FILE_BYTES.has(part.fieldname) ? fileNameRule(part.filename) : 'field-unknown';
  if (!FIELDS.has(part.fieldname)) return 'field-unknown';
  if (part.valueTruncated) return 'field-too-long';
  // A part that says it is JSON arrives as what it holds.
  return typeof part.value === 'string' ? keptTextRule(part.value) : 'text-unusable';
}

/** Why a file's name cannot be taken: separators of either kind of system, what is not to be seen, nothing at all. */
export function fileNameRule(name: string | undefined): FormRule | undefined {
  if (!name || name.length > LONGEST_FILE_NAME || /[/\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) {
    return 'file-name-unusable';
  }
  return personalValue(name) && 'personal-data';
}

async function receiveFile(part: MultipartFile, folder: string, signal: AbortSignal): Promise<NamedFile> {
  const { fieldname, filename } = part;
  const limit = FILE_BYTES.get(fieldname) ?? 0;
  // Readers go by the ending; the rest of the name is never part of a path.
  const ending = /^\.[a-z]{1,10}$/.exec(extname(filename).toLowerCase())?.[0] ?? '';
  const path = join(folder, `${fieldname}${ending}`);
  let bytes = 0;
  await pipeline(
    part.file,
    async function* counted(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > limit) throw tooLarge(filename, bytes, limit);
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    { signal },
  );
  return { path, name: filename };
}

function tooLarge(file: string, actual: number, limit: number): GeodataError {
  return new GeodataError('limit-exceeded', `${file} has ${actual} bytes or more, at most ${limit} are taken.`, {
    file,
    actual,
    limit,
  });
}

/** The multipart reader's complaints about the body or its boundary, the "needle", which have neither code nor class. */
export function isMalformed(error: unknown): boolean {
  return error instanceof Error && !('code' in error) && /multipart|malformed|needle/i.test(error.message);
}

function checkedForm({ fields, files }: Form, problems: FormProblems): Omit<ImportFilesRequest, 'code'> {
  const name = fields.get('name') ?? '';
  const profile = fields.get('profile') || USUAL_PROFILE;
  const listed = fields.get('conditions');
  const conditions = listed ? conditionsOf(listed) : IMPORT_CONDITIONS;
  if (name === '' && !problems.has('name')) problems.add('name', 'field-missing');
  if (!files.has('roads') && !problems.has('roads')) problems.add('roads', 'field-missing');
  if (!PROFILE_IDS.includes(profile)) problems.add('profile', 'profile-unknown');
  if (!conditions) problems.add('conditions', 'condition-unknown');
  return {
    name,
    note: fields.get('note'),
    profile,
    conditions: conditions ?? [],
    files: {
      pbf: files.get('roads'),
      boundary: files.get('boundary'),
      townships: files.get('townships'),
      stations: placeSource('stations', { fields, files }, problems),
      settlements: placeSource('settlements', { fields, files }, problems),
    },
  };
}

function placeSource(kind: 'stations' | 'settlements', { fields, files }: Form, problems: FormProblems): PlaceSource {
  const file = files.get(kind);
  if (file) return { file };
  const tags = fields.get(kind) || USUAL_TAGS[kind];
  try {
    parseTagFilter(tags);
  } catch {
    problems.add(kind, 'tags-malformed');
  }
  return { tags };
}
