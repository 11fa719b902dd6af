import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { NetworkReport } from '../../geodata/roads/network-report.ts';
import type { Queryable, Session } from './db.ts';
import { StoreError } from './store-error.ts';

/** Bytes a statement at a time: 256 KB take the embedded store 45 ms to write and 25 ms to read; others wait. */
const CHUNK_BYTES = 1 << 18;

/** A version's network without its buffer. */
export interface StoredNetwork {
  /** Speed profile, its condition included. */
  readonly profile: string;
  readonly condition: string;
  readonly hash: string;
  readonly byteLength: number;
  readonly report: NetworkReport;
}

/** A version's networks by profile. */
export function listNetworks(db: Queryable, versionId: number): Promise<StoredNetwork[]> {
  return db.query(
    `SELECT profile, condition, hash, byte_length AS "byteLength", report
     FROM network JOIN network_buffer USING (hash) WHERE version_id = $1 ORDER BY profile`,
    [versionId],
  );
}

/**
 * The bytes of a network, for `openNetwork`, in shared memory: all threads use them where they lie. Undefined
 * where the store has no network of this hash. Whether they are the bytes of that hash is for `verifyNetwork`.
 * @throws StoreError `unexpected` where a part is missing
 */
export async function readNetworkBuffer(
  db: Queryable,
  hash: string,
  signal?: AbortSignal,
): Promise<SharedArrayBuffer | undefined> {
  const stored = await storedBuffer(db, hash);
  if (!stored) return undefined;
  const { byteLength, chunkBytes } = stored;
  const buffer = new SharedArrayBuffer(byteLength);
  const bytes = new Uint8Array(buffer);
  for (let ordinal = 0; ordinal * chunkBytes < byteLength; ordinal++) {
    const sql = 'SELECT bytes FROM network_chunk WHERE hash = $1 AND ordinal = $2';
    const [chunk] = await db.query<{ bytes: Uint8Array }>(sql, [hash, ordinal], { signal });
    const expected = Math.min(chunkBytes, byteLength - ordinal * chunkBytes);
    if (chunk?.bytes.length !== expected) {
      throw new StoreError('unexpected', `Network ${hash} lacks part ${ordinal} of ${expected} bytes.`, { hash });
    }
    bytes.set(chunk.bytes, ordinal * chunkBytes);
  }
  return buffer;
}

interface StoredBuffer {
  readonly byteLength: number;
  readonly chunkBytes: number;
}

async function storedBuffer(db: Queryable, hash: string): Promise<StoredBuffer | undefined> {
  const sql = 'SELECT byte_length AS "byteLength", chunk_bytes AS "chunkBytes" FROM network_buffer WHERE hash = $1';
  return (await db.query<StoredBuffer>(sql, [hash]))[0];
}

/**
 * Adds a network to a draft. A buffer that is there already is not written again; one that an interrupted import
 * began is completed, since a hash names its bytes.
 */
export async function insertNetwork(
  session: Session,
  versionId: number,
  network: RoadNetwork,
  condition: string,
  signal?: AbortSignal,
): Promise<void> {
  const { hash, buffer, meta } = network;
  await session.transaction(async (tx) => {
    await tx.query(
      'INSERT INTO network_buffer (hash, byte_length, chunk_bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [hash, buffer.byteLength, CHUNK_BYTES],
    );
    await tx.query(
      'INSERT INTO network (version_id, profile, condition, hash, report) VALUES ($1, $2, $3, $4, $5::text::jsonb)',
      [versionId, meta.profile, condition, hash, JSON.stringify(meta.report)],
    );
  });
  const bytes = new Uint8Array(buffer);
  const { chunkBytes = CHUNK_BYTES } = (await storedBuffer(session, hash)) ?? {};
  const stored = await session.query<{ ordinal: number }>('SELECT ordinal FROM network_chunk WHERE hash = $1', [hash]);
  const there = new Set(stored.map(({ ordinal }) => ordinal));
  for (let ordinal = 0; ordinal * chunkBytes < bytes.length; ordinal++) {
    signal?.throwIfAborted();
    const part = bytes.slice(ordinal * chunkBytes, (ordinal + 1) * chunkBytes);
    if (!there.has(ordinal)) await insertChunk(session, hash, ordinal, part);
  }
}

async function insertChunk(session: Session, hash: string, ordinal: number, bytes: Uint8Array): Promise<void> {
  const sql = 'INSERT INTO network_chunk (hash, ordinal, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
  await session.query(sql, [hash, ordinal, bytes]);
}
