import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { mulberry32 } from '../../../oracles/random.ts';

const CHILD = fileURLToPath(new URL('importing-child.ts', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url));

/** Longer than two imports take on either store, so that the moments fall all over one. */
const LATEST_KILL_MS = 700;

/** What one child said before it was killed. */
interface LastWords {
  /** The version it found, whole. */
  readonly found: number;
  /** The last version it was told is complete; that found where it completed none. */
  readonly published: number;
}

/**
 * Kills (SIGKILL) `kills` importing processes at random moments. Each next one must find the last version that
 * was reported complete, or the one after it, whole; and how often it was found that the moment fell inside an
 * import is returned, so that a test can tell that it tested something.
 * @param storeArguments of `importing-child.ts`
 */
export async function killImports(storeArguments: readonly string[], kills: number, seed: number): Promise<number> {
  const random = mulberry32(seed);
  let before: LastWords = { found: 0, published: 0 };
  let interrupted = 0;
  for (let kill = 0; kill <= kills; kill++) {
    const { words, isInside } = await killAfter(storeArguments, LATEST_KILL_MS * random());
    expect([before.published, before.published + 1], `found after kill ${kill}`).toContain(words.found);
    if (isInside) interrupted++;
    before = words;
  }
  return interrupted;
}

async function killAfter(
  storeArguments: readonly string[],
  delayMs: number,
): Promise<{ readonly words: LastWords; readonly isInside: boolean }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...storeArguments], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const lines: string[] = [];
  await firstImport(child, lines);
  await setTimeout(delayMs);
  child.kill('SIGKILL');
  await ended;
  const broken = lines.find((line) => line.startsWith('broken'));
  expect(broken, 'what the store says').toBeUndefined();
  const numberAfter = (word: string): number[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.slice(word.length + 1)));
  const [found = Number.NaN] = numberAfter('found');
  const published = Math.max(found, ...numberAfter('published'));
  return { words: { found, published }, isInside: Math.max(...numberAfter('importing')) > published };
}

/** Waits until the child imports, or has ended without. */
function firstImport(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The child has no standard output.');
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('importing') || line.startsWith('broken')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
