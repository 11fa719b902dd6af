import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultExports, longFiles, MAX_LINES, machinePaths, unrepeatable } from './architecture/file-rules.ts';
import { importCycles } from './architecture/import-cycles.ts';
import { forbiddenImports } from './architecture/import-table.ts';
import { isCode, parseSourceFile, readTextFiles } from './architecture/source-file.ts';

const files = readTextFiles(fileURLToPath(new URL('..', import.meta.url)));
const sources = files.filter(isCode).map(parseSourceFile);

describe('the repository', () => {
  it('is what these rules look at', () => {
    const paths = sources.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['geodata/units.ts', 'scripts/hubshed.mjs', 'test/architecture.test.ts']),
    );
    expect(paths.filter((path) => path.includes('node_modules'))).toEqual([]);
  });

  it('imports only what the table of the design allows', () => {
    expect(forbiddenImports(sources), 'forbidden imports').toEqual([]);
  });

  it('has no circular imports between files', () => {
    expect(importCycles(sources), 'circular imports').toEqual([]);
  });

  it('has named exports only', () => {
    expect(defaultExports(sources), 'default exports').toEqual([]);
  });

  it('keeps clock, chance and engine-dependent mathematics out of geodata', () => {
    expect(unrepeatable(sources), 'unrepeatable in geodata').toEqual([]);
  });

  it(`has no file over ${MAX_LINES} lines`, () => {
    expect(longFiles(sources), `files over ${MAX_LINES} lines`).toEqual([]);
  });

  it('names no path of a particular machine', () => {
    expect(machinePaths(files), 'paths of one machine').toEqual([]);
  });
});
