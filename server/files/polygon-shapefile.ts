import type { MultiPolygonRings, Ring } from '../../geodata/hexgrid/polygon.ts';
import { encodeGbk } from './gbk-text.ts';

/** A layer of areas with text attributes. */
export interface PolygonLayer {
  readonly name: string;
  /** Each of ten bytes of GBK at most. */
  readonly attributes: readonly string[];
  /** One value an attribute. */
  readonly areas: readonly { readonly values: readonly string[]; readonly polygons: MultiPolygonRings }[];
}

const POLYGON = 5;
const HEADER_BYTES = 100;
const TEXT_BYTES = 40;
const NAME_BYTES = 10;
/** Code page 936 in the language byte of a dBASE header. */
const GBK_LANGUAGE = 0x4d;
/** dBASE keeps a date of change, which same bytes for the same areas cannot have: 2024-07-01. */
const CHANGED = [124, 7, 1] as const;
const CGCS2000_WKT =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/**
 * The files of a Shapefile (ESRI Shapefile Technical Description, 1998), by name: `.shp`, `.shx`, `.dbf` in GBK, `.cpg`
 * and `.prj`, which says CGCS2000 in degrees. Throws a plain `Error` on text that does not fit.
 */
export function polygonShapefile({ name, attributes, areas }: PolygonLayer): Record<string, Uint8Array> {
  const records = areas.map(({ polygons }) => polygonRecord(polygons));
  const box = boxOf(areas.flatMap(({ polygons }) => polygons.flat()));
  const ascii = new TextEncoder();
  return {
    [`${name}.shp`]: mainFile(records, box),
    [`${name}.shx`]: indexFile(records, box),
    [`${name}.dbf`]: attributeFile(
      attributes,
      areas.map(({ values }) => values),
    ),
    [`${name}.cpg`]: ascii.encode('GBK'),
    [`${name}.prj`]: ascii.encode(CGCS2000_WKT),
  };
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(rings: readonly Ring[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      [west, south] = [Math.min(west, lon), Math.min(south, lat)];
      [east, north] = [Math.max(east, lon), Math.max(north, lat)];
    }
  }
  return [west, south, east, north];
}

/** Content of a record. Outer rings run clockwise and holes counterclockwise, the other way about than in GeoJSON. */
function polygonRecord(polygons: MultiPolygonRings): Uint8Array {
  const rings = polygons.flatMap((polygon) => polygon.map((ring, index) => wound(ring, index > 0)));
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 4 * rings.length + 16 * points));
  view.setInt32(0, POLYGON, true);
  writeDoubles(view, 4, boxOf(rings));
  view.setInt32(36, rings.length, true);
  view.setInt32(40, points, true);
  let first = 0;
  rings.forEach((ring, index) => {
    view.setInt32(44 + 4 * index, first, true);
    writeDoubles(view, 44 + 4 * rings.length + 16 * first, ring.flat());
    first += ring.length;
  });
  return new Uint8Array(view.buffer);
}

function wound(ring: Ring, counterclockwise: boolean): Ring {
  let doubleArea = 0;
  const [originLon, originLat] = ring[0] as Ring[number];
  for (let index = 1; index < ring.length; index++) {
    const [[fromLon, fromLat], [toLon, toLat]] = [ring[index - 1], ring[index]] as [Ring[number], Ring[number]];
    doubleArea += (fromLon - originLon) * (toLat - originLat) - (toLon - originLon) * (fromLat - originLat);
  }
  return doubleArea > 0 === counterclockwise ? ring : [...ring].reverse();
}

function writeDoubles(view: DataView, at: number, values: readonly number[]): void {
  values.forEach((value, index) => {
    view.setFloat64(at + 8 * index, value, true);
  });
}

/** Lengths and offsets are in words of 16 bits, as the description wants. */
function fileHeader(bytes: number, box: Box): Uint8Array {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES));
  view.setInt32(0, 9994);
  view.setInt32(24, bytes / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, POLYGON, true);
  writeDoubles(view, 36, box);
  return new Uint8Array(view.buffer);
}

function mainFile(records: readonly Uint8Array[], box: Box): Uint8Array {
  const bytes = records.reduce((sum, { length }) => sum + 8 + length, HEADER_BYTES);
  const parts = records.flatMap((record, index) => [twoWords(index + 1, record.length / 2), record]);
  return joined([fileHeader(bytes, box), ...parts]);
}

function indexFile(records: readonly Uint8Array[], box: Box): Uint8Array {
  let offset = HEADER_BYTES;
  const entries = records.map((record) => {
    const entry = twoWords(offset / 2, record.length / 2);
    offset += 8 + record.length;
    return entry;
  });
  return joined([fileHeader(HEADER_BYTES + 8 * records.length, box), ...entries]);
}

function twoWords(first: number, second: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(0, first);
  view.setInt32(4, second);
  return new Uint8Array(view.buffer);
}

/** A dBASE III table of text columns. */
function attributeFile(attributes: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const header = new DataView(new ArrayBuffer(32));
  [3, ...CHANGED].forEach((byte, at) => {
    header.setUint8(at, byte);
  });
  header.setUint32(4, rows.length, true);
  header.setUint16(8, 32 + 32 * attributes.length + 1, true);
  header.setUint16(10, 1 + TEXT_BYTES * attributes.length, true);
  header.setUint8(29, GBK_LANGUAGE);
  const fields = attributes.map((attribute) => {
    const field = new Uint8Array(32);
    field.set(padded(attribute, NAME_BYTES, 0));
    field[11] = 'C'.charCodeAt(0);
    field[16] = TEXT_BYTES;
    return field;
  });
  const space = ' '.charCodeAt(0);
  const records = rows.map((values) =>
    joined([Uint8Array.of(space), ...values.map((value) => padded(value, TEXT_BYTES, space))]),
  );
  return joined([new Uint8Array(header.buffer), ...fields, Uint8Array.of(0x0d), ...records, Uint8Array.of(0x1a)]);
}

function padded(text: string, bytes: number, filler: number): Uint8Array {
  const encoded = encodeGbk(text);
  if (encoded.length > bytes) throw new Error(`${text} takes ${encoded.length} bytes of GBK, more than ${bytes}.`);
  const cell = new Uint8Array(bytes).fill(filler);
  cell.set(encoded);
  return cell;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
