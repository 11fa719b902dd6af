/**
 * The two encoders that Node and every browser share but that no ECMAScript library file declares.
 * Nothing else from outside the language may be used in this folder.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes?: ArrayBufferView): string;
}
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
