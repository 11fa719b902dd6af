import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import { openDb } from '../../../server/db/open-db.ts';
import { scratchFolder } from '../files/scratch-file.ts';

it('a store in a folder is one process at a time, and is made anew where it was never finished', async () => {
  const { cacheFolder } = readStoreConfig(process.env);
  const config = { databaseUrl: undefined, storeFolder: join(await scratchFolder(), 'store'), cacheFolder };
  const first = await openDb(config);
  await expect(openDb(config)).rejects.toMatchObject({ code: 'folder-in-use' });
  await first.query("INSERT INTO county (code) VALUES ('340121')");
  await first.close();
  await expect(first.query('SELECT 1')).rejects.toMatchObject({ code: 'connection-lost' });

  rmSync(join(config.storeFolder, 'ready'));
  const anew = await openDb(config);
  expect(await anew.query('SELECT code FROM county')).toEqual([]);
  await anew.close();
  expect(readdirSync(config.storeFolder).sort()).toEqual(['database', 'ready']);
});
