import { PbfReader } from 'pbf';

type Position = readonly [x: number, y: number];

/** A feature with its geometry in units of the tile. Rings end where they began, as in GeoJSON. */
export interface DecodedFeature {
  readonly type: 'point' | 'lines' | 'polygons';
  readonly properties: Readonly<Record<string, string>>;
  readonly parts: readonly (readonly Position[])[];
}

export interface DecodedLayer {
  readonly version: number;
  readonly extent: number;
  readonly features: readonly DecodedFeature[];
}

/**
 * Reads a vector tile word for word by its specification (Mapbox Vector Tile 2.1, section 4): layers by name. Refuses
 * what the specification does not allow and what our tiles do not use.
 */
export function decodeTile(bytes: Uint8Array): Record<string, DecodedLayer> {
  const layers: Record<string, DecodedLayer> = {};
  eachField(bytes, (tag, pbf) => {
    if (tag !== 3) throw new Error(`A tile has no field ${tag}.`);
    const [name, layer] = decodeLayer(pbf.readBytes());
    if (layers[name]) throw new Error(`Layer ${name} comes twice.`);
    layers[name] = layer;
  });
  return layers;
}

function eachField(bytes: Uint8Array, read: (tag: number, pbf: PbfReader) => void): void {
  new PbfReader(bytes).readFields((tag: number, _: undefined, pbf: PbfReader) => read(tag, pbf), undefined);
}

function decodeLayer(bytes: Uint8Array): [name: string, layer: DecodedLayer] {
  let [name, version, extent] = ['', 0, 0];
  const keys: string[] = [];
  const values: string[] = [];
  const features: Uint8Array[] = [];
  eachField(bytes, (tag, pbf) => {
    if (tag === 1) name = pbf.readString();
    else if (tag === 2) features.push(pbf.readBytes().slice());
    else if (tag === 3) keys.push(pbf.readString());
    else if (tag === 4) values.push(decodeText(pbf.readBytes()));
    else if (tag === 5) extent = pbf.readVarint();
    else if (tag === 15) version = pbf.readVarint();
    else throw new Error(`A layer has no field ${tag}.`);
  });
  return [name, { version, extent, features: features.map((feature) => decodeFeature(feature, keys, values)) }];
}

function decodeText(bytes: Uint8Array): string {
  let text = '';
  eachField(bytes, (tag, pbf) => {
    if (tag !== 1) throw new Error(`A value of type ${tag} is not a text.`);
    text = pbf.readString();
  });
  return text;
}

const TYPES = [undefined, 'point', 'lines', 'polygons'] as const;

function decodeFeature(bytes: Uint8Array, keys: readonly string[], values: readonly string[]): DecodedFeature {
  let type: (typeof TYPES)[number];
  let tags: number[] = [];
  let commands: number[] = [];
  eachField(bytes, (tag, pbf) => {
    if (tag === 2) tags = pbf.readPackedVarint();
    else if (tag === 3) type = TYPES[pbf.readVarint()];
    else if (tag === 4) commands = pbf.readPackedVarint();
    else throw new Error(`A feature has no field ${tag}.`);
  });
  if (!type) throw new Error('A feature has no type.');
  const properties: Record<string, string> = {};
  for (let i = 0; i < tags.length; i += 2) properties[keys[tags[i]!]!] = values[tags[i + 1]!]!;
  return { type, properties, parts: decodeGeometry(commands) };
}

function decodeGeometry(commands: readonly number[]): Position[][] {
  const parts: Position[][] = [];
  let [x, y, at] = [0, 0, 0];
  const next = (): number => commands[at++] ?? Number.NaN;
  const step = (value: number): number => (value >> 1) ^ -(value & 1);
  while (at < commands.length) {
    const command = next();
    const count = command >> 3;
    const part = parts.at(-1);
    switch (command & 7) {
      case 1:
        if (count !== 1) throw new Error(`A part begins ${count} times.`);
        parts.push([]);
        break;
      case 2:
        break;
      case 7:
        if (!part?.[0] || part.length < 3) throw new Error('A ring has fewer than three corners.');
        part.push(part[0]);
        continue;
      default:
        throw new Error(`Geometry has no command ${command & 7}.`);
    }
    for (let i = 0; i < count; i++) {
      x += step(next());
      y += step(next());
      parts.at(-1)?.push([x, y]);
    }
  }
  return parts;
}
