import { describe, expect, it } from 'vitest';
import { defaultExports, longFiles, MAX_LINES, machinePaths, unrepeatable } from './file-rules.ts';
import { importCycles } from './import-cycles.ts';
import { forbiddenImports } from './import-table.ts';
import { parseSourceFile } from './source-file.ts';

function source(path: string, text: string) {
  return parseSourceFile({ path, text });
}

describe('the import table', () => {
  it.each([
    ['geodata/roads/a.ts', "import { read } from '../osm/read-osm.ts';"],
    ['geodata/roads/a.ts', "import { DAY } from '../units.ts';"],
    ['geodata/roads/a.ts', "import { b } from './profiles/b.ts';"],
    ['geodata/engine/a.ts', "import { demo } from '../demo/county.ts';"],
    ['geodata/hexgrid/a.ts', "import { latLngToCell } from 'h3-js';"],
    ['geodata/roads/a.ts', "import { sha256 } from '@noble/hashes/sha2.js';"],
    ['geodata/hexgrid/a.ts', "import union from '@turf/union';"],
    ['web/a.ts', "import { serve } from '../geodata/engine/serve.ts';"],
    ['web/map/a.tsx', "import type { paths } from '../../server/api/contract.ts';"],
    ['web/map/a.tsx', "import { type paths } from '../../server/api/contract.ts';"],
    ['server/db/a.ts', "import pg from 'pg'; import { config } from '../config.ts';"],
    ['server/a.ts', "import fastify from 'fastify'; import { readFile } from 'node:fs/promises';"],
    ['scripts/a.ts', "import { b } from '../server/b.ts'; import { c } from '../geodata/units.ts';"],
    ['test/a.test.ts', "import { main } from '../scripts/cli.ts';"],
    ['vitest.config.ts', "import { defineConfig } from 'vitest/config';"],
  ])('lets %s say %s', (path, text) => {
    expect(forbiddenImports([source(path, text)])).toEqual([]);
  });

  it.each([
    ['geodata/osm/a.ts', "import { b } from '../roads/b.ts';", 'geodata/roads/b.ts'],
    ['geodata/osm/a.ts', "import type { B } from '../roads/b.ts';", 'geodata/roads/b.ts'],
    ['geodata/osm/a.ts', "export { b } from '../roads/b.ts';", 'geodata/roads/b.ts'],
    ['geodata/osm/a.ts', "export type B = import('../roads/b.ts').B;", 'geodata/roads/b.ts'],
    ['geodata/osm/a.ts', "const b = await import('../roads/b.ts');", 'geodata/roads/b.ts'],
    ['geodata/units.ts', "import { b } from './osm/b.ts';", 'geodata/osm/b.ts'],
    ['geodata/osm/a.ts', "import { readFile } from 'node:fs';", 'node:fs'],
    ['geodata/osm/a.ts', "import 'fs';", 'fs'],
    ['geodata/osm/a.ts', "import { pbfish } from 'pbf-other';", 'pbf-other'],
    ['geodata/osm/a.ts', "import { b } from '../../server/b.ts';", 'server/b.ts'],
    ['web/a.ts', "import { b } from '../geodata/osm/b.ts';", 'geodata/osm/b.ts'],
    ['web/a.ts', "import { b } from '../server/api/contract.ts';", 'server/api/contract.ts'],
    ['web/a.ts', "import type { B } from '../server/db/b.ts';", 'server/db/b.ts'],
    ['web/a.ts', "import { readFile } from 'node:fs';", 'node:fs'],
    ['server/db/a.ts', "import { b } from '../api/b.ts';", 'server/api/b.ts'],
    ['server/db/a.ts', "import fastify from 'fastify';", 'fastify'],
    ['server/db/a.ts', "import { get } from 'node:http';", 'node:http'],
    ['server/a.ts', "import { b } from '../web/b.ts';", 'web/b.ts'],
    ['server/a.ts', "import { main } from '../scripts/cli.ts';", 'scripts/cli.ts'],
    ['scripts/a.ts', "import { b } from '../test/b.ts';", 'test/b.ts'],
    ['scripts/a.ts', "import { b } from '../web/b.ts';", 'web/b.ts'],
    ['vite.config.ts', "import { b } from './test/b.ts';", 'test/b.ts'],
  ])('refuses %s saying %s', (path, text, imported) => {
    expect(forbiddenImports([source(path, text)])).toEqual([`${path} -> ${imported}`]);
  });

  it.each(['geodata/misc/a.ts', 'lib/a.ts'])('refuses %s, in a folder it does not know', (path) => {
    expect(forbiddenImports([source(path, '')])).toEqual([`${path} stands in a folder without a place in the table`]);
  });
});

describe('the search for circular imports', () => {
  it('finds a circle of three files, whichever way they are imported', () => {
    const circle = [
      source('geodata/a.ts', "import type { B } from './b.ts';"),
      source('geodata/b.ts', "export { c } from './c.ts';"),
      source('geodata/c.ts', "const a = await import('./a.ts');"),
    ];
    expect(importCycles(circle)).toEqual(['geodata/a.ts -> geodata/b.ts -> geodata/c.ts -> geodata/a.ts']);
  });

  it('finds a file that imports itself', () => {
    expect(importCycles([source('a.ts', "import './a.ts';")])).toEqual(['a.ts -> a.ts']);
  });

  it('takes two ways to the same file for what they are', () => {
    const diamond = [
      source('a.ts', "import './b.ts'; import './c.ts';"),
      source('b.ts', "import './d.ts';"),
      source('c.ts', "import './d.ts';"),
      source('d.ts', ''),
    ];
    expect(importCycles(diamond)).toEqual([]);
  });
});

describe('the rules for one file', () => {
  it.each([
    'export default 1;',
    'export default function f() {}',
    'export { a as default };',
    "export { default } from './b.ts';",
  ])('find the default export in %s', (text) => {
    expect(defaultExports([source('geodata/a.ts', text)])).toEqual(['geodata/a.ts']);
  });

  it('let a configuration file have a default export, and any file a named one', () => {
    const files = [source('vitest.config.ts', 'export default {};'), source('a.ts', 'export const a = 1;')];
    expect(defaultExports(files)).toEqual([]);
  });

  it.each(['Math.random', 'Date.now', 'performance.now', 'Math.sin', 'Math.cbrt'])(
    'find %s in geodata, and there alone',
    (name) => {
      const text = `// not in a comment: ${name}\nexport const a = ${name}();`;
      expect(unrepeatable([source('geodata/a.ts', text), source('server/a.ts', text)])).toEqual([
        `geodata/a.ts: ${name}`,
      ]);
    },
  );

  it('find a date made in geodata', () => {
    expect(unrepeatable([source('geodata/a.ts', 'const now = new Date();')])).toEqual(['geodata/a.ts: new Date']);
  });

  it('count lines up to the limit and not beyond', () => {
    const files = [source('a.ts', '\n'.repeat(MAX_LINES)), source('b.ts', '\n'.repeat(MAX_LINES + 1))];
    expect(longFiles(files)).toEqual([`b.ts: ${MAX_LINES + 1}`]);
  });

  it.each([
    ['', 'home', 'someone', 'project'],
    ['', 'Users', 'someone', 'project'],
    ['', 'root', 'project'],
  ])('find a path of one machine under %s/%s', (...parts) => {
    const path = parts.join('/');
    expect(machinePaths([{ path: 'a.md', text: `see ${path}` }])[0]).toContain(`a.md: ${parts.slice(0, 3).join('/')}`);
    expect(machinePaths([{ path: 'a.md', text: `see https://example.org${path}` }])).toEqual([]);
  });
});
