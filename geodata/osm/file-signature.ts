/** First bytes, as Latin-1 text, of files that people hand in by mistake. The first match counts. */
const SIGNATURES: readonly (readonly [start: string, looksLike: string])[] = [
  ['<!', 'an HTML page'],
  ['<h', 'an HTML page'],
  ['<H', 'an HTML page'],
  ['<', 'an XML file, such as .osm'],
  ['{', 'a JSON file'],
  ['[', 'a JSON file'],
  ['\x1f\x8b', 'a gzip file'],
  ['BZh', 'a bzip2 file'],
  ['PK\x03\x04', 'a zip file'],
  ['\x28\xb5\x2f\xfd', 'a zstd file'],
  ['\xff\xe0', 'an o5m file'],
  ['vers', 'a Git LFS pointer'],
];

/** What a file with these first four bytes looks like, or undefined. A byte order mark and space are passed over. */
export function looksLike(firstBytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...firstBytes)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return SIGNATURES.find(([start]) => text.startsWith(start))?.[1];
}
