import { describe, expect, it } from 'vitest';
import { describeApi } from '../../server/app.ts';
import { runCommand } from '../scripts/run-command.ts';
import { ROUTE_EXITS } from './route-exits.ts';
import { VERB_EXITS } from './verb-exits.ts';

describe('the list of exits', () => {
  it('has every route of the OpenAPI document and no other', async () => {
    const { paths } = (await describeApi()) as { readonly paths: Readonly<Record<string, object>> };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(ROUTE_EXITS).sort()).toEqual(routes.sort());
  });

  it('has every verb of the command line and no other', async () => {
    const { out } = await runCommand(['help']);
    const verbs = [...out.matchAll(/^ {2}([a-z][a-z-]*)(?: [a-z]+)? {2,}\S/gm)].map(([, verb]) => verb);
    expect(verbs).not.toEqual([]);
    expect(Object.keys(VERB_EXITS).sort()).toEqual([...new Set(verbs)].filter((verb) => verb !== 'help').sort());
  });

  it.each([...Object.entries(ROUTE_EXITS), ...Object.entries(VERB_EXITS)])(
    'says how %s is asked, or why it tells no figures',
    (_, how) => {
      if ('gives' in how) expect(how.gives).not.toBe('');
      else if ('questions' in how) expect(how.questions()).not.toEqual([]);
      else if ('calls' in how) expect(how.calls).not.toEqual([]);
      else expect(how.address('340121')).not.toEqual([]);
    },
  );

  it('asks for every form that a route offers', async () => {
    const { paths } = (await describeApi()) as { readonly paths: Readonly<Record<string, Described>> };
    for (const [exit, how] of Object.entries(ROUTE_EXITS)) {
      if (!('questions' in how)) continue;
      const [method = '', path = ''] = exit.split(' ');
      const offered = Object.keys(paths[path]?.[method.toLowerCase()]?.responses?.['200']?.content ?? {});
      const asked = new Set(how.questions().map(({ form = 'json' }) => MEDIA[form]));
      expect({ exit, asked: [...asked].sort() }).toEqual({ exit, asked: offered.sort() });
    }
  });
});

interface Described {
  readonly [method: string]: { readonly responses?: Readonly<Record<string, { readonly content?: object }>> };
}

const MEDIA: Readonly<Record<string, string>> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  tile: 'application/vnd.mapbox-vector-tile',
};
