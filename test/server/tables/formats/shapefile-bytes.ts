import { type Zippable, zipSync } from 'fflate';

/** A point layer: attributes as encoded texts of 20 bytes, one point a row. */
export interface PointLayer {
  readonly names: readonly Uint8Array[];
  readonly rows: readonly (readonly Uint8Array[])[];
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly driver?: number;
  readonly deleted?: readonly number[];
}

const WIDTH = 20;

/** The `.dbf` of a layer. */
export function dbfBytes({ names, rows, driver = 0, deleted = [] }: PointLayer): Uint8Array {
  const header = 32 + names.length * 32 + 1;
  const record = 1 + names.length * WIDTH;
  const bytes = new Uint8Array(header + rows.length * record + 1).fill(0x20, header);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, record, true);
  bytes[29] = driver;
  names.forEach((name, i) => {
    bytes.set(name, 32 + i * 32);
    bytes[32 + i * 32 + 11] = 'C'.charCodeAt(0);
    bytes[32 + i * 32 + 16] = WIDTH;
  });
  bytes[header - 1] = 0x0d;
  rows.forEach((cells, r) => {
    if (deleted.includes(r)) bytes[header + r * record] = 0x2a;
    cells.forEach((cell, c) => {
      bytes.set(cell, header + r * record + 1 + c * WIDTH);
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** The `.shp` of a layer. */
export function shpBytes({ points }: Pick<PointLayer, 'points'>): Uint8Array {
  const bytes = new Uint8Array(100 + points.length * 28);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  points.forEach(([x, y], i) => {
    const at = 100 + i * 28;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, 10);
    view.setInt32(at + 8, 1, true);
    view.setFloat64(at + 12, x, true);
    view.setFloat64(at + 20, y, true);
  });
  return bytes;
}

/** A zip of those files. */
export function zipBytes(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    zippable[name] = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  return zipSync(zippable);
}
