import { ApiProblem, problemOf } from './problem.ts';

/** Forms in which an answer can be saved: what to ask for, and the end of the file's name. */
export const FILE_FORMS = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
} as const;
export type FileForm = keyof typeof FILE_FORMS;

/**
 * Saves what an address answers as a file. A link cannot ask for a form, hence the fetch.
 * @param url of this service
 * @throws ApiProblem
 */
export async function saveAnswer(url: string, form: FileForm, name: string): Promise<void> {
  const response = await fetch(url, { headers: { Accept: FILE_FORMS[form] } }).catch(() => {
    throw new ApiProblem(0);
  });
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${name}.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
