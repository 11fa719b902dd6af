import { parentPort, workerData } from 'node:worker_threads';
import { loadCountyNetwork, readCountyFiles } from '../counties/county-files.ts';
import { countySources } from '../counties/county-sources.ts';
import type { ProfileChoice } from '../networks/load-network.ts';
import { shareNetwork } from './engine-pool.ts';
import { type ImportFiles, type ImportReply, type ImportTables, threadError } from './import-calls.ts';
import { lowerPriorityOfThread } from './lower-priority.ts';

/** The thread of one import: whatever costs time before the store is written. */
const port = parentPort;
if (!port) throw new Error('import-worker runs in a worker thread.');
lowerPriorityOfThread();
const { files, profile, conditions } = workerData as ImportFiles;
const choices: readonly ProfileChoice[] = files.network
  ? [{ profile }]
  : conditions.map((condition) => ({ profile, condition }));

reply(readTables().then((tables) => ({ tables })));
port.on('message', (index: number) => reply(buildNetwork(index).then((network) => ({ network }))));

async function readTables(): Promise<ImportTables> {
  const { boundary, ...county } = await readCountyFiles(files);
  return {
    ...county,
    boundary: boundary && { ...boundary, items: boundary.items.map(({ polygons }) => polygons) },
    sources: await countySources(files),
    networkCount: choices.length,
  };
}

async function buildNetwork(index: number): Promise<SharedArrayBuffer> {
  const choice = choices[index];
  if (!choice) throw new Error(`Network ${index} of ${choices.length}.`);
  return shareNetwork((await loadCountyNetwork(files, choice)).buffer);
}

function reply(work: Promise<ImportReply>): void {
  void work
    .catch((error: unknown): ImportReply => ({ error: threadError(error) }))
    .then((message) => port?.postMessage(message));
}
