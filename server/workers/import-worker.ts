import { parentPort, workerData } from 'node:worker_threads';
import { loadCountyNetwork, readCountyFiles } from '../counties/county-files.ts';
import { countySources } from '../counties/county-sources.ts';
import { type HexagonCell, hexagonCells } from '../db/hexagons.ts';
import type { ProfileChoice } from '../networks/load-network.ts';
import { shareNetwork } from './engine-pool.ts';
import {
  type ImportFiles,
  type ImportQuestion,
  type ImportReply,
  type ImportTables,
  threadError,
} from './import-calls.ts';
import { lowerPriorityOfThread } from './lower-priority.ts';

/** The thread of one import: whatever costs time before the store is written. */
const port = parentPort;
if (!port) throw new Error('import-worker runs in a worker thread.');
lowerPriorityOfThread();
const { files, tables: given, profile, conditions } = workerData as ImportFiles;
const choices: readonly ProfileChoice[] = files.network
  ? [{ profile }]
  : conditions.map((condition) => ({ profile, condition }));

const reading = readTables();
reply(reading.then((tables) => ({ tables })));
port.on('message', (asked: ImportQuestion) =>
  reply(
    asked === 'hexagons'
      ? findHexagons().then((hexagons) => ({ hexagons }))
      : buildNetwork(asked).then((network) => ({ network })),
  ),
);

async function readTables(): Promise<ImportTables> {
  if (given) return { ...given, networkCount: choices.length };
  const { boundary, ...county } = await readCountyFiles(files);
  return {
    ...county,
    boundary: boundary && { ...boundary, items: boundary.items.map(({ polygons }) => polygons) },
    sources: await countySources(files),
    networkCount: choices.length,
  };
}

async function findHexagons(): Promise<readonly HexagonCell[]> {
  const { boundary, settlements } = await reading;
  const coords = settlements.items.map(({ coord }) => coord);
  return hexagonCells(boundary?.items.flat(), coords);
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
