/** The OpenStreetMap element model as the reader hands it out, and the handlers that receive it. */

/** Tags of one element. A null-prototype object: any key is safe to look up. */
export type Tags = Readonly<Record<string, string>>;

export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

/**
 * Receives elements in file order. An absent handler lets the reader skip that kind of element
 * without decoding its tags. Objects and arrays passed in are fresh: a handler may keep them.
 * Coordinates are whole 1e-7 degrees, as OSM stores them.
 */
export interface OsmHandlers {
  /** `tags` is undefined for a node without tags, which is nearly all of them. */
  node?(id: number, lonE7: number, latE7: number, tags: Tags | undefined): void;
  way?(id: number, nodeIds: Float64Array, tags: Tags): void;
  relation?(id: number, members: readonly OsmMember[], tags: Tags): void;
}

/** What the header block says of the file. */
export interface OsmHeader {
  readonly requiredFeatures: readonly string[];
  readonly optionalFeatures: readonly string[];
  readonly writingProgram: string;
}

/** The file, in chunks of any size, in order. Asked for once per pass. */
export type OpenByteStream = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * zlib (RFC 1950) decompression, injected because the engine has no Node. Must throw on any damage
 * and must report how many input bytes the stream took, so that trailing bytes are not overlooked.
 */
export type Inflate = (
  compressed: Uint8Array,
  rawSize: number,
) => { readonly bytes: Uint8Array; readonly consumedBytes: number };
