import type { CommitChoice, DeliveryView, IntakeChoices, Language, VersionView } from './answers.ts';
import { type AnswerTo, answerOf, api } from './client.ts';
import { ApiProblem, problemOf } from './problem.ts';
import type { components } from './schema.d.ts';

/** A delivery under way, or a part of it. */
export interface DeliveryQuestion {
  readonly code: string;
  readonly id: string;
  readonly lang: Language;
  /** Findings of this level alone. */
  readonly level: 'error' | 'doubt' | 'repair' | undefined;
  /** Findings of this file alone: its position. */
  readonly file: number | undefined;
  readonly limit: number;
  /** Counts the askings: another one asks the same again. */
  readonly turn: number;
}

export type DeliveryPreview = components['schemas']['IntakePreview'];

/**
 * Sends files in and begins their check. XMLHttpRequest, since fetch does not tell how much is sent.
 * @returns the delivery's id
 * @throws ApiProblem; the signal's reason
 */
export function sendFiles(
  { code, lang }: Pick<DeliveryQuestion, 'code' | 'lang'>,
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (sent: number, total: number) => void,
): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', urlOf(`api/counties/${code}/intakes?lang=${lang}`));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onerror = () => reject(new ApiProblem(0));
    request.onabort = () => reject(new DOMException('The delivery was cancelled.', 'AbortError'));
    request.onload = () => {
      const body = request.response as { id?: string } | null;
      if (request.status === 202 && body?.id) resolve(body.id);
      else reject(problemOf(request.status, body));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** How far a delivery is, and what was found in it. */
export function readDelivery(question: DeliveryQuestion, signal: AbortSignal): Promise<DeliveryView> {
  const { code, id, lang, level, file, limit } = question;
  const query = { lang, limit, ...(level ? { level } : {}), ...(file === undefined ? {} : { file }) };
  return answerOf(api().GET('/api/counties/{code}/intakes/{id}', { params: { path: { code, id }, query }, signal }));
}

/** What the user decided; the delivery is checked again under it. */
export async function sendChoices({ code, id, lang }: DeliveryQuestion, body: IntakeChoices): Promise<void> {
  const params = { path: { code, id }, query: { lang } };
  await answerOf(api().PUT('/api/counties/{code}/intakes/{id}/choices', { params, body }));
}

/** Begins to make the delivery the county's next version. */
export async function commitDelivery({ code, id, lang }: DeliveryQuestion, body: CommitChoice): Promise<void> {
  const params = { path: { code, id }, query: { lang } };
  await answerOf(api().POST('/api/counties/{code}/intakes/{id}/commit', { params, body }));
}

/** Ends whatever a delivery does; one that is gone already is as good. @throws ApiProblem */
export async function forgetDelivery({
  code,
  id,
  lang,
}: Pick<DeliveryQuestion, 'code' | 'id' | 'lang'>): Promise<void> {
  const { error, response } = await api()
    .DELETE('/api/counties/{code}/intakes/{id}', { params: { path: { code, id }, query: { lang } } })
    .catch(() => {
      throw new ApiProblem(0);
    });
  if (!response.ok && response.status !== 404) throw problemOf(response.status, error);
}

export interface PreviewQuestion extends Pick<DeliveryQuestion, 'code' | 'id' | 'lang'> {
  readonly file: number;
}

/** Positions of a file as it claims them, and where the evidence would put them. */
export async function readPreview(question: PreviewQuestion, signal: AbortSignal): Promise<DeliveryPreview> {
  const { code, id, lang, file } = question;
  const params = { path: { code, id }, query: { lang, file } };
  return answerOf(api().GET('/api/counties/{code}/intakes/{id}/preview.geojson', { params, signal, parseAs: 'json' }));
}

/** Where a file's receipt is to be had. */
export function receiptUrl({ code, id, lang }: Pick<DeliveryQuestion, 'code' | 'id' | 'lang'>, file: number): string {
  return urlOf(`api/counties/${code}/intakes/${id}/receipts/${file}?lang=${lang}`);
}

/** All versions of a county's data, the newest first. */
export async function readVersions(
  { code, lang }: { readonly code: string; readonly lang: Language },
  signal: AbortSignal,
): Promise<readonly VersionView[]> {
  const params = { path: { code }, query: { lang } };
  const { versions } = await answerOf<AnswerTo<'/api/counties/{code}/versions'>>(
    api().GET('/api/counties/{code}/versions', { params, signal }),
  );
  return versions;
}

/** Makes an older version current again. */
export async function restoreVersion(code: string, number: number, lang: Language): Promise<void> {
  const params = { path: { code, number }, query: { lang } };
  await answerOf(api().POST('/api/counties/{code}/versions/{number}/restore', { params }));
}

/** An address of the service that this page came from. */
export function urlOf(path: string): string {
  return new URL(path, document.baseURI).href;
}
