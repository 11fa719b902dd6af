import type { OpenByteStream } from './elements.ts';

/**
 * Cuts a stream of chunks of any size into pieces of the sizes asked for. Holds one chunk, and
 * copies only what straddles a chunk boundary. A piece is valid until the next call of `take`.
 */
export class ByteCursor {
  /** Bytes handed out so far, which is the position in the file. */
  position = 0;
  private readonly iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  private chunk: Uint8Array = new Uint8Array(0);
  private used = 0;

  constructor(open: OpenByteStream) {
    const stream = open();
    this.iterator = Symbol.asyncIterator in stream ? stream[Symbol.asyncIterator]() : stream[Symbol.iterator]();
  }

  /** The next `count` bytes; fewer only where the stream ends first, none where it has ended. */
  async take(count: number): Promise<Uint8Array> {
    if (this.used === this.chunk.length) await this.pull();
    if (this.chunk.length - this.used >= count) return this.consume(count);
    const pieces: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      const piece = this.consume(Math.min(missing, this.chunk.length - this.used));
      pieces.push(piece);
      missing -= piece.length;
      if (missing > 0 && !(await this.pull())) break;
    }
    return concatenate(pieces, count - missing);
  }

  /** Tells the stream that no more is wanted, so that it can close its file. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }

  private consume(count: number): Uint8Array {
    const piece = this.chunk.subarray(this.used, this.used + count);
    this.used += count;
    this.position += count;
    return piece;
  }

  /** Replaces the spent chunk; false at the end of the stream. */
  private async pull(): Promise<boolean> {
    for (;;) {
      const next = await this.iterator.next();
      if (next.done) return false;
      if (next.value.length === 0) continue;
      this.chunk = next.value;
      this.used = 0;
      return true;
    }
  }
}

function concatenate(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
