import type { ApiUnderTest, Reply } from './api-under-test.ts';

/** A part of a form: a file by its name, or a text. */
export type FormPart =
  | { readonly name: string; readonly bytes: Uint8Array; readonly field?: string }
  | { readonly field: string; readonly text: string };

const BOUNDARY = 'hubshed-test';

/** Bytes of a multipart form with the parts in their order. */
export function formBytes(parts: readonly FormPart[]): Buffer {
  const chunks = parts.flatMap((part) => {
    const [head, content] =
      'bytes' in part
        ? [`name="${part.field ?? 'files'}"; filename="${part.name}"`, Buffer.from(part.bytes)]
        : [`name="${part.field}"`, Buffer.from(part.text)];
    return [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ];
  });
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** Sends a delivery. */
export async function deliver(api: ApiUnderTest, code: string, parts: readonly FormPart[]): Promise<Reply> {
  const { app } = api();
  const { statusCode, headers, rawPayload } = await app.inject({
    method: 'POST',
    url: `/api/counties/${code}/intakes?lang=zh`,
    headers: { host: 'localhost', 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: formBytes(parts),
  });
  return { status: statusCode, headers, bytes: rawPayload, text: rawPayload.toString('utf8') };
}
