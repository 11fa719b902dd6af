import { expect, it } from 'vitest';
import { killImports } from '../../server/db/suite/killed-imports.ts';
import { openOwnSchema } from '../connection.ts';

/** About 1 s each. */
const KILLS = 30;

it(`a PostgreSQL server holds the old version or the new one, whole, after ${KILLS} kills of importers`, {
  timeout: 300_000,
}, async () => {
  const own = await openOwnSchema();
  try {
    const interrupted = await killImports(['server', process.env['DATABASE_URL'] ?? '', own.schema], KILLS, 32);
    expect(interrupted).toBeGreaterThan(KILLS / 3);
  } finally {
    await own.close();
  }
});
