import { Worker } from 'node:worker_threads';
import { mergeNearest } from '../../geodata/catchment/nearest-stations.ts';
import type { CallName, EngineReply, EngineRequest, EngineResponse } from '../../geodata/engine/calls.ts';
import { EngineClient } from '../../geodata/engine/client.ts';

/** The network's memory, shared: a worker opens it where it lies. */
export function shareNetwork(buffer: ArrayBufferLike): SharedArrayBuffer {
  if (buffer instanceof SharedArrayBuffer) return buffer;
  const shared = new SharedArrayBuffer(buffer.byteLength);
  new Uint8Array(shared).set(new Uint8Array(buffer));
  return shared;
}

interface Member {
  readonly worker: Worker;
  readonly client: EngineClient;
}

/** Worker threads with one network open in all of them. Close it when done. */
export class EnginePool {
  private readonly members: Member[];
  private next = 0;

  private constructor(members: Member[]) {
    this.members = members;
  }

  /** Starts `size` threads and opens the network in each. @throws GeodataError where it is no network; no thread is left then */
  static async start(buffer: ArrayBufferLike, size: number): Promise<EnginePool> {
    const shared = shareNetwork(buffer);
    const members = Array.from({ length: size }, startMember);
    const pool = new EnginePool(members);
    try {
      await Promise.all(members.map(({ client }) => client.call('open', { buffer: shared })));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** Calls the next thread in turn. */
  call<Name extends CallName>(name: Name, request: EngineRequest<Name>): Promise<EngineResponse<Name>> {
    const member = this.members[this.next++ % this.members.length];
    if (!member) throw new Error('The pool has no thread.');
    return member.client.call(name, request);
  }

  /** The catchment job with its stations dealt out to all threads: the same bytes as on one. */
  async catchments(request: Omit<EngineRequest<'catchments'>, 'stationRange'>): Promise<EngineResponse<'catchments'>> {
    const ranges = evenRanges(request.stations.length, this.members.length);
    const [first, ...rest] = await Promise.all(
      ranges.map((stationRange) => this.call('catchments', { ...request, stationRange })),
    );
    if (!first) throw new Error('The pool has no thread.');
    const status = new Uint8Array(request.stations.length * request.settlements.length);
    const stations = new Float64Array(request.stations.length);
    [first, ...rest].forEach((part, i) => {
      const firstStation = ranges[i]?.[0] ?? 0;
      status.set(part.status, firstStation * request.settlements.length);
      stations.set(part.snapMetres.stations, firstStation);
    });
    for (const part of rest) {
      mergeNearest(first.settlements, part.settlements);
      mergeNearest(first.cells, part.cells);
    }
    const snapMetres = { ...first.snapMetres, stations };
    return { status, settlements: first.settlements, cells: first.cells, snapMetres };
  }

  /** The matrix with its sources dealt out to all threads: the same bytes as on one. */
  async matrix(request: EngineRequest<'matrix'>): Promise<EngineResponse<'matrix'>> {
    const ranges = evenRanges(request.sources.length, this.members.length);
    const parts = await Promise.all(
      ranges.map(([from, to]) => this.call('matrix', { ...request, sources: request.sources.slice(from, to) })),
    );
    const cells = request.sources.length * request.targets.length;
    const ds = new Uint32Array(cells);
    const dm = new Uint32Array(cells);
    parts.forEach((part, i) => {
      const offset = (ranges[i]?.[0] ?? 0) * request.targets.length;
      ds.set(part.ds, offset);
      dm.set(part.dm, offset);
    });
    return { ds, dm };
  }

  /** Ends all threads. Calls that wait, and later ones, fail. */
  async close(): Promise<void> {
    for (const { client } of this.members) client.fail(new Error('The pool of engine threads is closed.'));
    await Promise.all(this.members.map(({ worker }) => worker.terminate()));
  }
}

function startMember(): Member {
  const worker = new Worker(new URL('./engine-worker.mjs', import.meta.url), { execArgv: [] });
  const client = new EngineClient((message) => worker.postMessage(message));
  worker.on('message', (reply: EngineReply) => client.receive(reply));
  worker.on('error', (error: Error) => client.fail(error));
  worker.on('exit', (code) => client.fail(new Error(`An engine thread ended with code ${code}.`)));
  return { worker, client };
}

/** `parts` runs of neighbouring indexes that cover `count`, as even as can be. */
function evenRanges(count: number, parts: number): [first: number, end: number][] {
  return Array.from({ length: parts }, (_, i) => [
    Math.floor((count * i) / parts),
    Math.floor((count * (i + 1)) / parts),
  ]);
}
