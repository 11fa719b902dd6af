import { GeodataError } from '../../../geodata/errors.ts';
import { EnginePool } from '../../../server/workers/engine-pool.ts';

/** A program of its own: a pool that cannot start. It prints the code of the error and has nothing else to do. */
await EnginePool.start(new ArrayBuffer(3), 2).catch((error: unknown) => {
  process.stdout.write(error instanceof GeodataError ? error.code : String(error));
});
