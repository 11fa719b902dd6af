import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { RawConnection } from './raw-connections.ts';

/** Everything that came back on a connection, until it was closed. */
export interface RawAnswer {
  readonly text: string;
  /** Of each answer in it, in order. */
  readonly statuses: readonly number[];
  /** False where the connection was still open in the end. */
  readonly isClosed: boolean;
}

/** Plays a connection against a server. Never throws: a connection that the server breaks off is an answer too. */
export async function sendRaw(
  port: number,
  { pieces, pauseMs, leaves }: RawConnection,
  mostMs: number,
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) await pause(pauseMs);
    if (socket.destroyed) break;
    socket.write(piece);
  }
  if (leaves === 'answered') await Promise.race([closed, quiet(socket, mostMs)]);
  await leave(socket, leaves);
  const isClosed = await Promise.race([closed, pause(mostMs, false, { ref: false })]);
  socket.destroy();
  const text = Buffer.concat(chunks).toString();
  const statuses = Array.from(text.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status]) => Number(status));
  return { text, statuses, isClosed };
}

/** When nothing has come for a while. */
async function quiet(socket: Socket, mostMs: number): Promise<void> {
  const end = performance.now() + mostMs;
  for (let before = -1; before !== socket.bytesRead && performance.now() < end; ) {
    before = socket.bytesRead;
    await pause(QUIET_MS);
  }
}

/** Longer than an answer takes after the one before it. */
const QUIET_MS = 150;

async function leave(socket: Socket, how: RawConnection['leaves']): Promise<void> {
  if (how !== 'broken off') {
    socket.end();
    return;
  }
  // So that the server has begun.
  await pause(5);
  socket.destroy();
}
