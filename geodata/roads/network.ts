import { sha256 } from '@noble/hashes/sha2.js';
import { networkMalformed } from '../errors.ts';
import type { MicroDegrees } from '../units.ts';
import type { NetworkReport } from './network-report.ts';

/** 'HSRN' read as a little-endian word. */
const MAGIC = 0x4e525348;
const VERSION = 1;
const HEADER_BYTES = 16;
const HASH_BYTES = 32;
const ENTRY_WORDS = 2;
const ALIGNMENT = 8;

const COLUMN_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;
type ColumnType = keyof typeof COLUMN_TYPES;
/** Spelled out, since the constructors' own types leave shared memory out. */
interface Columns {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
  f64: Float64Array;
}

/**
 * The columns of a network in the order they lie in the buffer, with their element types.
 *
 * Roads lie between junctions; road r has the points `roadPointOffset[r] .. roadPointOffset[r + 1]`.
 * A directed road is `2 * road` (tail to head) or `2 * road + 1`. A state is a directed road as the
 * search sees it; copies of one exist only inside many-way turn restrictions.
 */
const LAYOUT = {
  /** JSON: `NetworkMeta`. */
  meta: 'u8',
  /** roads + 1 */
  roadPointOffset: 'u32',
  /** roads x 2: the plain state of a directed road, or `NO_STATE` where it is closed */
  roadState: 'u32',
  /** points: whole microdegrees */
  pointLonE6: 'i32',
  pointLatE6: 'i32',
  /** points: the road of each */
  pointRoad: 'u32',
  /** points: deciseconds from the tail, driving forward; 0 throughout where closed */
  pointForwardDs: 'u32',
  /** points: deciseconds between the tail and here, driving backward */
  pointBackwardDs: 'u32',
  /** points: decimetres from the tail */
  pointDm: 'u32',
  /** points: the way of the segment that begins here (at a head: of the last one) */
  pointWay: 'u32',
  /** ways: position in ROAD_CLASSES */
  wayClass: 'u8',
  /** ways: index into strings */
  wayName: 'u32',
  wayRef: 'u32',
  wayOsmId: 'f64',
  /** strings + 1, into `stringBytes` (UTF-8); string 0 is empty */
  stringOffset: 'u32',
  stringBytes: 'u8',
  /** states */
  stateDirected: 'u32',
  stateDs: 'u32',
  stateDm: 'u32',
  stateNextCopy: 'u32',
  /** states: strongly connected component, 0 the largest */
  stateComponent: 'u32',
  /** components: number of states */
  componentSize: 'u32',
  /** states + 1: turns out of each state */
  turnOffset: 'u32',
  turnTarget: 'u32',
  turnDs: 'u16',
  /** states + 1: the same turns by the state they lead to */
  turnInOffset: 'u32',
  turnInSource: 'u32',
  turnInDs: 'u16',
  /** grid cells + 1 */
  gridOffset: 'u32',
  /** index of the first point of each segment that passes through the cell */
  gridSegment: 'u32',
} as const satisfies Record<string, ColumnType>;

type Layout = typeof LAYOUT;
export type NetworkColumns = { readonly [Name in keyof Layout]: Columns[Layout[Name]] };

/** What the network was made of and by; part of the provenance of every result. */
export interface NetworkMeta {
  /** `SpeedProfile.id`, the condition included. */
  readonly profile: string;
  /** Straight distance x this, at this speed, joins a point off the road to the road. */
  readonly offRoad: { readonly detourFactor: number; readonly kmh: number };
  readonly grid: {
    readonly westE6: MicroDegrees;
    readonly southE6: MicroDegrees;
    readonly cellLonE6: MicroDegrees;
    readonly cellLatE6: MicroDegrees;
    readonly columns: number;
    readonly rows: number;
  };
  readonly report: NetworkReport;
}

/** An open road network: views into one buffer, nothing copied. Immutable; any number of threads may share it. */
export interface RoadNetwork extends Omit<NetworkColumns, 'meta'> {
  readonly buffer: ArrayBufferLike;
  /** SHA-256 of the content, hex. The network's name wherever a result must say what it came from. */
  readonly hash: string;
  readonly meta: NetworkMeta;
  readonly roadCount: number;
  readonly stateCount: number;
}

const NAMES = Object.keys(LAYOUT) as (keyof Layout)[];
const TABLE_BYTES = NAMES.length * ENTRY_WORDS * 4;
const CONTENT_START = align(HEADER_BYTES + HASH_BYTES + TABLE_BYTES);

/**
 * Lays columns out in one buffer: magic, version, column count, total bytes; SHA-256 of the rest; a
 * table of (offset, length) words; then the columns, each on an 8-byte boundary. Same columns, same
 * bytes.
 */
export function packNetwork(meta: NetworkMeta, columns: Omit<NetworkColumns, 'meta'>): ArrayBuffer {
  const all: NetworkColumns = { ...columns, meta: new TextEncoder().encode(JSON.stringify(meta)) };
  let end = CONTENT_START;
  const table = new Uint32Array(NAMES.length * ENTRY_WORDS);
  NAMES.forEach((name, i) => {
    table[i * ENTRY_WORDS] = end;
    table[i * ENTRY_WORDS + 1] = all[name].length;
    end = align(end + all[name].byteLength);
  });
  const buffer = new ArrayBuffer(end);
  new Uint32Array(buffer, 0, 4).set([MAGIC, VERSION, NAMES.length, end]);
  const bytes = new Uint8Array(buffer);
  bytes.set(new Uint8Array(table.buffer), HEADER_BYTES + HASH_BYTES);
  NAMES.forEach((name, i) => {
    const column = all[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), table[i * ENTRY_WORDS]!);
  });
  bytes.set(contentHash(bytes), HEADER_BYTES);
  return buffer;
}

/**
 * Opens a network without copying it. Checks magic, version, size and that every column lies inside
 * the buffer and agrees in length with its neighbours; the content itself is checked by
 * `verifyNetwork`, which reads every byte.
 * @throws GeodataError `network-malformed`
 */
export function openNetwork(buffer: ArrayBufferLike): RoadNetwork {
  if (buffer.byteLength < CONTENT_START) throw networkMalformed(`${buffer.byteLength} bytes are too few`);
  const [magic, version, count, byteLength] = new Uint32Array(buffer, 0, 4);
  if (magic !== MAGIC) throw networkMalformed('the magic word is not HSRN');
  if (version !== VERSION) throw networkMalformed(`version ${version}, expected ${VERSION}`);
  if (count !== NAMES.length) throw networkMalformed(`${count} columns, expected ${NAMES.length}`);
  if (byteLength !== buffer.byteLength) {
    throw networkMalformed(`${buffer.byteLength} bytes, the header says ${byteLength}`);
  }
  const columns = openColumns(buffer);
  checkCounts(columns);
  const hash = new Uint8Array(buffer, HEADER_BYTES, HASH_BYTES);
  return {
    ...columns,
    buffer,
    hash: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    meta: parseMeta(columns.meta),
    roadCount: columns.roadPointOffset.length - 1,
    stateCount: columns.stateDirected.length,
  };
}

/** Reads every byte and compares the content with its hash. @throws GeodataError `network-malformed` */
export function verifyNetwork(network: RoadNetwork): void {
  const bytes = new Uint8Array(network.buffer);
  const stored = bytes.subarray(HEADER_BYTES, HEADER_BYTES + HASH_BYTES);
  const actual = contentHash(bytes);
  if (actual.some((byte, i) => byte !== stored[i])) throw networkMalformed('the content does not match its hash');
}

/** String `index` of the network's table: names and references of ways. */
export function networkString(network: RoadNetwork, index: number): string {
  return decodeUtf8(network.stringBytes.subarray(network.stringOffset[index]!, network.stringOffset[index + 1]!));
}

function openColumns(buffer: ArrayBufferLike): NetworkColumns {
  const table = new Uint32Array(buffer, HEADER_BYTES + HASH_BYTES, NAMES.length * ENTRY_WORDS);
  const columns: Record<string, unknown> = {};
  NAMES.forEach((name, i) => {
    const offset = table[i * ENTRY_WORDS]!;
    const length = table[i * ENTRY_WORDS + 1]!;
    const Type = COLUMN_TYPES[LAYOUT[name]];
    const inside = offset >= CONTENT_START && offset + length * Type.BYTES_PER_ELEMENT <= buffer.byteLength;
    if (offset % ALIGNMENT !== 0 || !inside) throw networkMalformed(`column ${name} lies outside the buffer`);
    columns[name] = new Type(buffer as ArrayBuffer, offset, length);
  });
  return columns as unknown as NetworkColumns;
}

function parseMeta(bytes: Uint8Array): NetworkMeta {
  try {
    return JSON.parse(decodeUtf8(bytes)) as NetworkMeta;
  } catch {
    throw networkMalformed('its description is not JSON');
  }
}

function checkCounts(c: NetworkColumns): void {
  const same = (name: string, ...lengths: number[]): void => {
    if (lengths.some((length) => length !== lengths[0])) throw networkMalformed(`${name} columns differ in length`);
  };
  const { pointLonE6: points, stateDirected: states } = c;
  same('point', points.length, c.pointLatE6.length, c.pointRoad.length, c.pointForwardDs.length);
  same('point', points.length, c.pointBackwardDs.length, c.pointDm.length, c.pointWay.length);
  same('road', (c.roadPointOffset.length - 1) * 2, c.roadState.length);
  same('way', c.wayClass.length, c.wayName.length, c.wayRef.length, c.wayOsmId.length);
  same('state', states.length, c.stateDs.length, c.stateDm.length, c.stateNextCopy.length, c.stateComponent.length);
  same('state', states.length + 1, c.turnOffset.length, c.turnInOffset.length);
  same('turn', c.turnTarget.length, c.turnDs.length, c.turnInSource.length, c.turnInDs.length);
  const ends: [string, Uint32Array, number][] = [
    ['roadPointOffset', c.roadPointOffset, points.length],
    ['stringOffset', c.stringOffset, c.stringBytes.length],
    ['turnOffset', c.turnOffset, c.turnTarget.length],
    ['turnInOffset', c.turnInOffset, c.turnInSource.length],
    ['gridOffset', c.gridOffset, c.gridSegment.length],
  ];
  for (const [name, offset, end] of ends) {
    if (offset[0] !== 0 || offset[offset.length - 1] !== end)
      throw networkMalformed(`${name} does not end at its data`);
  }
}

function contentHash(bytes: Uint8Array): Uint8Array {
  return sha256(bytes.subarray(HEADER_BYTES + HASH_BYTES));
}

/** Shared memory cannot be decoded in place by a browser, hence the copy. */
function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.slice());
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
