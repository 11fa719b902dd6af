/** Ways to damage a file. */
export const DAMAGES = [
  'bit flip',
  'byte set',
  'truncation',
  'deletion',
  'insertion',
  'range repeated',
  'ranges swapped',
  'range zeroed',
  'blob repeated',
  'blobs swapped',
] as const;

export type Damage = (typeof DAMAGES)[number];

/**
 * Damages a file whose blob b runs over `starts[b] .. starts[b + 1]`; the last start is the length.
 * Every second place lies near the start of a blob, where no checksum guards the bytes.
 */
export function mutate(file: Uint8Array, starts: readonly number[], damage: Damage, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  const slice = (start: number, end?: number): Uint8Array => file.subarray(start, end);
  const blobCount = starts.length - 1;
  const [blob, other] = [below(blobCount), below(blobCount - 1)].sort((a, b) => a - b) as [number, number];
  const start = (index: number): number => starts[index] ?? file.length;
  const at = random() < 0.5 ? below(file.length) : Math.min(file.length - 1, start(blob) + below(40));
  const length = 1 + below(random() < 0.5 ? 4 : 2_000);
  const end = Math.min(at + length, file.length);
  switch (damage) {
    case 'bit flip':
      return join(slice(0, at), [(file[at] ?? 0) ^ (1 << below(8))], slice(at + 1));
    case 'byte set':
      return join(slice(0, at), [below(256)], slice(at + 1));
    case 'truncation':
      return slice(0, at);
    case 'deletion':
      return join(slice(0, at), slice(end));
    case 'insertion':
      return join(
        slice(0, at),
        Array.from({ length: 1 + below(60) }, () => below(256)),
        slice(at),
      );
    case 'range repeated':
      return join(slice(0, end), slice(at));
    case 'ranges swapped':
      return join(slice(0, at), slice(end, end + length), slice(at, end), slice(end + length));
    case 'range zeroed':
      return join(slice(0, at), new Uint8Array(end - at), slice(end));
    case 'blob repeated':
      return join(slice(0, start(other + 1)), slice(start(blob), start(blob + 1)), slice(start(other + 1)));
    case 'blobs swapped': {
      const later = blob === other ? other + 1 : other;
      const between = slice(start(blob + 1), start(later));
      return join(
        slice(0, start(blob)),
        slice(start(later), start(later + 1)),
        between,
        slice(start(blob), start(blob + 1)),
        slice(start(later + 1)),
      );
    }
  }
}

/** The parts one after another. */
export function join(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (part instanceof Uint8Array ? part : Uint8Array.from(part)))),
  );
}
