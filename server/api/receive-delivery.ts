import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { bytesAllowed, DELIVERY_LIMITS, fileTooLarge, isRoadsFile } from '../intake/delivery-limits.ts';
import type { IntakeChoices, IntakeFile } from '../intake/intake.ts';
import type { ReceivedFiles } from '../intake/intake-desk.ts';
import { parseChoices } from './delivery-choices.ts';
import { FormProblems, type FormRule, formMalformed } from './form-problems.ts';
import { fileNameRule, isEmpty, isMalformed } from './receive-import.ts';

/** What may come in at all: the files, the choices and one more, to be told of. Files have limits of their own. */
const LIMITS = {
  parts: DELIVERY_LIMITS.files + 2,
  fieldNameSize: 100,
  fieldSize: 1 << 20,
  fileSize: Number.POSITIVE_INFINITY,
};

/**
 * Takes in the form of a delivery. Tables stay in memory: whether they hold anything personal is not known yet. Roads go
 * into a private folder, which is the caller's then and gone where the form is refused.
 * @throws RequestError with every problem of the form; GeodataError `limit-exceeded` at once for what is too large; the
 * multipart reader's own errors, and the signal's reason
 */
export async function receiveDelivery(
  request: FastifyRequest,
  signal: AbortSignal,
): Promise<ReceivedFiles & { readonly choices: IntakeChoices }> {
  const form: Form = { files: [], folder: undefined, choices: undefined, tableBytes: 0, problems: new FormProblems() };
  try {
    await receiveParts(request, form, signal);
    if (form.files.length === 0 && !form.problems.has('files')) form.problems.add('files', 'field-missing');
    form.problems.throwIfAny();
    const choices = parseChoices(form.choices, new Set(form.files.map(({ name }) => name)));
    return { files: form.files, folder: form.folder, choices };
  } catch (error) {
    for (const file of form.files) if ('bytes' in file) file.bytes.fill(0);
    if (form.folder !== undefined) await rm(form.folder, { recursive: true, force: true });
    throw isMalformed(error) ? formMalformed() : error;
  }
}

interface Form {
  readonly files: IntakeFile[];
  folder: string | undefined;
  choices: string | undefined;
  tableBytes: number;
  readonly problems: FormProblems;
}

async function receiveParts(request: FastifyRequest, form: Form, signal: AbortSignal): Promise<void> {
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'file' && !part.filename && (await isEmpty(part.file))) continue;
    const rule = partRule(part, form);
    // A part need not have a name, whatever its type says.
    if (rule) form.problems.add(part.fieldname ?? '', rule);
    if (part.type === 'field') form.choices ??= typeof part.value === 'string' ? part.value : '';
    else if (rule) part.file.resume();
    else if (isRoadsFile(part.filename)) form.files.push(await receiveRoads(part, form, signal));
    else form.files.push(await receiveTable(part, form, signal));
  }
}

function partRule(part: MultipartFile | MultipartValue, { files, choices }: Form): FormRule | undefined {
  const { type, fieldname } = part;
  if (type === 'file') {
    if (fieldname !== 'files') return 'field-unknown';
    if (files.some(({ name }) => name === part.filename)) return 'file-name-twice';
    return fileNameRule(part.filename);
  }
  if (fieldname !== 'choices') return 'field-unknown';
  if (choices !== undefined) return 'field-twice';
  if (part.valueTruncated) return 'field-too-long';
  return typeof part.value === 'string' ? undefined : 'text-unusable';
}

async function receiveRoads({ file, filename }: MultipartFile, form: Form, signal: AbortSignal): Promise<IntakeFile> {
  form.folder ??= await mkdtemp(join(tmpdir(), 'hubshed-delivery-'));
  const path = join(form.folder, `roads-${form.files.length}.osm.pbf`);
  const counted = countedBytes(filename, bytesAllowed(filename, 0));
  await pipeline(file, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
  return { name: filename, path };
}

async function receiveTable({ file, filename }: MultipartFile, form: Form, signal: AbortSignal): Promise<IntakeFile> {
  const chunks: Buffer[] = [];
  const counted = countedBytes(filename, bytesAllowed(filename, form.tableBytes));
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline(file, counted, sink, { signal });
  const bytes = joined(chunks);
  form.tableBytes += bytes.length;
  return { name: filename, bytes };
}

/** Memory of its own, unlike a small Buffer, which lies in a piece that others share. */
function joined(chunks: readonly Buffer[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Hands bytes on up to a limit. @throws GeodataError `limit-exceeded` */
function countedBytes(file: string, limit: number) {
  let bytes = 0;
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limit) throw fileTooLarge(file, bytes, limit);
      yield chunk;
    }
  };
}
