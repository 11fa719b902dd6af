import { PbfWriter } from 'pbf';
import { TILE_EXTENT, type TilePosition } from './tile-address.ts';

/** Of the Vector Tile Specification. */
const VERSION = 2;

/** Its geometry types. */
const GEOMETRY_TYPE = { point: 1, lines: 2, polygons: 3 } as const;

/** Its commands. */
const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

/** A feature in whole units of the tile. */
export interface TileFeature {
  readonly type: keyof typeof GEOMETRY_TYPE;
  readonly properties: Readonly<Record<string, string>>;
  /** One point, or lines, or rings that are not closed: outer ones, each followed by its holes. Never empty. */
  readonly parts: readonly (readonly TilePosition[])[];
}

/**
 * Writes features by layer as a Mapbox Vector Tile, version 2.1 of the specification: the same bytes as
 * `@maplibre/vt-pbf` 4.3.3 but for its texts. `pbf` 5.1.2, which writes them, turns every character of U+20000 and
 * beyond (𠮷, and other rare ones in the names of Chinese villages) into another one; hence `TextEncoder`.
 */
export function writeTile(layers: readonly (readonly [name: string, features: readonly TileFeature[]])[]): Uint8Array {
  const pbf = new PbfWriter();
  for (const [name, features] of layers) {
    pbf.writeMessage(3, writeLayer, { name, features });
  }
  return pbf.finish();
}

function writeLayer({ name, features }: { name: string; features: readonly TileFeature[] }, pbf: PbfWriter): void {
  const keys = new IndexedTexts();
  const values = new IndexedTexts();
  pbf.writeVarintField(15, VERSION);
  pbf.writeBytesField(1, utf8(name));
  pbf.writeVarintField(5, TILE_EXTENT);
  for (const { type, properties, parts } of features) {
    const tags = Object.entries(properties).flatMap(([key, value]) => [keys.indexOf(key), values.indexOf(value)]);
    pbf.writeMessage(2, writeFeature, { type: GEOMETRY_TYPE[type], tags, geometry: commandsOf(type, parts) });
  }
  for (const key of keys.texts()) pbf.writeBytesField(3, utf8(key));
  for (const value of values.texts()) pbf.writeMessage(4, writeText, value);
}

interface FeatureFields {
  readonly type: number;
  readonly tags: number[];
  readonly geometry: number[];
}

function writeFeature({ type, tags, geometry }: FeatureFields, pbf: PbfWriter): void {
  pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, type);
  pbf.writePackedVarint(4, geometry);
}

function writeText(text: string, pbf: PbfWriter): void {
  pbf.writeBytesField(1, utf8(text));
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Texts by the order in which they first came. */
class IndexedTexts {
  private readonly indexes = new Map<string, number>();

  indexOf(text: string): number {
    const index = this.indexes.get(text) ?? this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }

  texts(): Iterable<string> {
    return this.indexes.keys();
  }
}

/** Specification 4.3: commands with their counts, and steps from point to point. */
function commandsOf(type: TileFeature['type'], parts: TileFeature['parts']): number[] {
  const commands: number[] = [];
  let [x, y] = [0, 0];
  for (const part of parts) {
    part.forEach(([nextX, nextY], index) => {
      if (index === 0) commands.push(command(MOVE_TO, 1));
      if (index === 1) commands.push(command(LINE_TO, part.length - 1));
      commands.push(zigzag(nextX - x), zigzag(nextY - y));
      [x, y] = [nextX, nextY];
    });
    if (type === 'polygons') commands.push(command(CLOSE_PATH, 1));
  }
  return commands;
}

function command(id: number, count: number): number {
  return (count << 3) | id;
}

/** 0, -1, 1, -2 ... become 0, 1, 2, 3 ... */
function zigzag(step: number): number {
  return (step << 1) ^ (step >> 31);
}
