import { defineConfig } from 'vitest/config';

/** Where continuous integration wants this run's results as JSON; on a developer's machine nowhere. */
const reportFile = process.env['HUBSHED_TEST_REPORT'];

const WEB = 'test/web/**/*.test.ts';
const POSTGIS = 'test/postgis/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: reportFile ? ['default', 'json'] : ['default'],
    ...(reportFile ? { outputFile: { json: reportFile } } : {}),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [WEB, POSTGIS],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'postgis', include: [POSTGIS], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'web', include: [WEB], testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
});
