import { describe, expect, it } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import { scratchFolder } from '../files/scratch-file.ts';
import { killImports } from './suite/killed-imports.ts';

/** Each kill takes some 4 s here, most of it opening the store; HUBSHED_KILLS=30 is a run of two minutes. */
const KILLS = Number(process.env['HUBSHED_KILLS'] ?? 3);
const MILLISECONDS_A_KILL = 15_000;

describe.skipIf(process.platform === 'win32')('the embedded store of a process killed while it imports', () => {
  it(`holds the old version or the new one, whole: ${KILLS} kills`, {
    timeout: (KILLS + 2) * MILLISECONDS_A_KILL,
  }, async () => {
    const { cacheFolder } = readStoreConfig(process.env);
    const interrupted = await killImports(['embedded', await scratchFolder(), cacheFolder], KILLS, 31);
    expect(interrupted).toBeGreaterThan(KILLS / 3);
  });
});
