import { osrmUntrustworthy } from './osrm-error.ts';

/**
 * Reads an answer's text, at most `mostBytes` of it: a longer one is dropped as soon as that shows,
 * by its announced length or by what has come, unpacked.
 * @throws OsrmError `too-large`, `not-json` for bytes that are not UTF-8
 */
export async function readBody(response: Response, mostBytes: number): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > mostBytes) {
    await response.body?.cancel();
    throw tooLarge(response.status, mostBytes);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an error cancels the body and closes the connection.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLarge(response.status, mostBytes);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), response.status);
}

function tooLarge(status: number, mostBytes: number): Error {
  return osrmUntrustworthy('too-large', `more than ${mostBytes} bytes`, status);
}

function decode(bytes: Uint8Array, status: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw osrmUntrustworthy('not-json', 'it is not UTF-8', status);
  }
}
