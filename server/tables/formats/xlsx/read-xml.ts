import { TextDecoder } from 'node:util';
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Pace } from '../../pacing.ts';
import { refusal } from '../../refusal.ts';
import type { XmlHandlers } from './xml-handlers.ts';

/** No element of a workbook runs on for longer; a text cell has at most 32,767 characters. */
const LONGEST_QUIET_BYTES = 1 << 20;

/**
 * Reads an XML part of a workbook in one pass. Entities other than XML's own five are unknown, and a document type is
 * refused, so that nothing can be multiplied by expansion.
 * @throws `input-invalid` where it is not well-formed
 */
export async function readXml(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  pace: Pace,
): Promise<void> {
  const damaged = (): never => {
    throw refusal(file, 'workbook-damaged');
  };
  let quietBytes = 0;
  const parser = startParser(handlers, damaged, () => {
    quietBytes = 0;
  });
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(hasUtf16Mark(piece) ? 'utf-16' : 'utf-8', { fatal: true });
    quietBytes += piece.length;
    if (quietBytes > LONGEST_QUIET_BYTES) damaged();
    parser.write(decoded(decoder, piece, damaged));
    await pace.rest();
  }
  parser.close();
}

function startParser(handlers: XmlHandlers, damaged: () => never, heard: () => void): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    heard();
    handlers.open(localName(name), attributes as Record<string, string> & Record<string, SaxesAttributePlain>);
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    heard();
    handlers.close(localName(name));
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  return parser;
}

function decoded(decoder: TextDecoder, piece: Uint8Array, damaged: () => never): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    return damaged();
  }
}

function hasUtf16Mark(piece: Uint8Array): boolean {
  return piece[0] === 0xff && piece[1] === 0xfe;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
