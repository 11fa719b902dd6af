/**
 * A file's name out of a zip: UTF-8 where it is marked or valid, else GB18030, which Chinese Windows writes without
 * any mark, else byte by byte.
 */
export function decodeName(bytes: Uint8Array, markedUtf8: boolean): string {
  for (const encoding of markedUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return new TextDecoder('latin1').decode(bytes);
}
