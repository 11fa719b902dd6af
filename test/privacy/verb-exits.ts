import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStoreConfig } from '../../server/config.ts';
import { importCounty } from '../../server/db/import-county.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDb } from '../../server/db/open-db.ts';
import { runCommand } from '../scripts/run-command.ts';
import { newCountyCode } from '../server/db/suite/store-under-test.ts';
import { type Form, factsOf, type Payload } from './payload.ts';
import { attackedImport } from './secret-county.ts';

/** How a verb is called for all that it tells of a county in the store, or why it tells no figures of one. */
export type VerbExit = { readonly calls: readonly string[] } | { readonly gives: string };

/** Every verb of the command line. One that is missing here fails the test: nobody has attacked it. */
export const VERB_EXITS: Readonly<Record<string, VerbExit>> = {
  start: { gives: 'addresses of the service' },
  network: { gives: 'lengths of roads' },
  roads: { gives: 'lengths of roads, and how far settlements are from them' },
  areas: { gives: 'boundaries out of an OSM file' },
  matrix: { gives: 'times between points' },
  route: { gives: 'one drive' },
  isochrone: { gives: 'outlines' },
  catchments: {
    calls: ['catchments --table settlements --json', 'catchments --table cells --format csv'],
  },
  groups: { calls: ['groups --table settlements --format csv', 'groups --scope share --share 90'] },
  optimise: { calls: ['optimise --goal people-time,worst-share --json', 'optimise --max-group 2'] },
  explain: { calls: ['explain --settlement 微一'] },
  coverage: {
    calls: [
      'coverage --of video --by compound --json',
      'coverage --of volunteers --by unit --format csv',
      'coverage --of hexagons --json',
    ],
  },
  scorecard: { calls: ['scorecard --table units --format csv'] },
  gaps: { calls: ['gaps --json'] },
  batch: { gives: 'the tables of catchments, made by the same functions: see its own test' },
  template: { gives: 'forms to fill in' },
  check: { gives: 'findings about a file to who has it' },
  import: { gives: 'the new version’s number' },
  'import-table': { gives: 'findings about a file to who has it, and the new version’s number' },
  versions: { gives: 'versions by number, date and note' },
  serve: { gives: 'the address of the service' },
  doctor: { gives: 'the state of the machine' },
  bench: { gives: 'timings' },
  load: { gives: 'timings' },
};

/** Everything that verbs tell of the attacked county, out of a store of its own. @param verbs by default all of them */
export async function askVerbs(verbs = Object.keys(VERB_EXITS)): Promise<Payload[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hubshed-privacy-'));
  try {
    const env = { HUBSHED_LANG: 'en', HUBSHED_STORE: join(folder, 'store') };
    const code = newCountyCode();
    const db = await openDb(readStoreConfig(env));
    await migrate(db);
    await importCounty(db, await attackedImport(code, 'first'));
    await db.close();
    const payloads: Payload[] = [];
    for (const [verb, how] of Object.entries(VERB_EXITS)) {
      if (!('calls' in how) || !verbs.includes(verb)) continue;
      for (const call of how.calls) payloads.push(...(await answersTo(verb, `${call} --county ${code}`, env)));
    }
    return payloads;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a verb says, and what it notes on standard error: both leave. */
async function answersTo(verb: string, call: string, env: Record<string, string>): Promise<Payload[]> {
  const { code, out, err } = await runCommand(call.split(' '), { env });
  if (code !== 0) throw new Error(`${call}: ${code} ${err}`);
  const form: Form = call.includes('--json') ? 'json' : call.includes('csv') ? 'csv' : 'text';
  const said = { exit: verb, asked: call, version: 'first' } as const;
  return [
    { ...said, form, text: out, facts: await factsOf(form, Buffer.from(out)) },
    { ...said, form: 'text', text: err, facts: [] },
  ];
}
