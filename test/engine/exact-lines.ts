/**
 * A value as lines of `path: content`, so that two values have equal lines exactly where they are equal byte for byte:
 * typed arrays as hexadecimal bytes, numbers as the shortest decimal that reads back as the same double. Runs in the
 * browser too.
 */
export function exactLines(value: unknown, path = ''): string[] {
  if (ArrayBuffer.isView(value)) return [`${path}: ${typeName(value)} ${hexadecimal(value)}`];
  if (isNumbers(value)) return [`${path}: ${exactNumbers(value)}`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value} ${String(value)}`];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${path}: empty ${typeName(value)}`];
  return entries.flatMap(([key, item]) => exactLines(item, `${path}/${key}`));
}

/** The first few lines in which two lists differ, cut to where they begin to. Empty where they are equal. */
export function firstDifferences(expected: readonly string[], found: readonly string[]): string[] {
  const differences: string[] = [];
  for (let i = 0; i < Math.max(expected.length, found.length) && differences.length < 10; i++) {
    const [a, b] = [expected[i] ?? 'no line', found[i] ?? 'no line'];
    if (a === b) continue;
    let same = 0;
    while (a[same] === b[same]) same++;
    const from = Math.max(0, same - 20);
    const name = a.slice(0, Math.max(0, a.indexOf(': ')));
    differences.push(`${name} at ${same}: ${a.slice(from, same + 40)} | ${b.slice(from, same + 40)}`);
  }
  return differences;
}

/** Numbers, or arrays of numbers however deep, as coordinates are. */
type Numbers = number | readonly Numbers[];

function isNumbers(value: unknown): value is Numbers {
  return typeof value === 'number' || (Array.isArray(value) && value.every(isNumbers));
}

function exactNumbers(value: Numbers): string {
  if (typeof value !== 'number') return `[${value.map(exactNumbers).join()}]`;
  return Object.is(value, -0) ? '-0' : String(value);
}

function hexadecimal({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Array.from(new Uint8Array(buffer, byteOffset, byteLength), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

function typeName(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
