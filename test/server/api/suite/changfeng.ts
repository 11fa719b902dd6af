import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../../../geodata/grouping/explain.ts';
import { importCountyFiles } from '../../../../server/counties/import-files.ts';
import type { Db } from '../../../../server/db/db.ts';
import { runCommand } from '../../../scripts/run-command.ts';
import type { ApiUnderTest, OpenApi } from './api-under-test.ts';

const CODE = '340121';
const AT = `/api/counties/${CODE}`;

/** A row of the command line's JSON, or the properties of a feature. */
type Row = Readonly<Record<string, string | number | boolean | null>>;

interface CommandTable {
  readonly about: { readonly networkHash: string; readonly totals?: object };
  readonly rows: readonly Row[];
}

interface Groups {
  readonly about: { readonly networkHash: string };
  readonly settlements: readonly {
    readonly id: string;
    readonly status: string;
    readonly firstResponseSeconds: number | null;
    readonly supportSeconds: number | null;
    readonly supportMetres: number | null;
  }[];
  readonly totals: object;
}

interface Nearest {
  readonly seconds: number | null;
  readonly metres: number | null;
  readonly nextSeconds: number | null;
}

/** Brings the county in by the door of every host. */
export async function importChangfeng(db: Db, folder: string): Promise<void> {
  const file = (name: string) => ({ path: join(folder, name), name });
  await importCountyFiles(db, {
    code: CODE,
    name: '长丰县',
    note: 'OSM',
    profile: 'rural-plain',
    conditions: ['base'],
    files: {
      pbf: file('changfeng.osm.pbf'),
      stations: { tags: 'place=town' },
      settlements: { file: file('places.geojson') },
      boundary: file('county.geojson'),
      townships: file('townships.geojson'),
    },
  });
}

/**
 * The same county from the command line and over HTTP, once `importChangfeng` has brought it in.
 * @param folder of the county's files
 */
export function describeChangfeng(api: ApiUnderTest, folder: string): void {
  describe('changfeng imported with its townships and settlements', () => {
    let scratch = '';
    beforeAll(async () => {
      scratch = await mkdtemp(join(tmpdir(), 'hubshed-changfeng-'));
      // Built once; the other commands open it.
      const built = await run('network', [
        '--pbf',
        path('changfeng.osm.pbf'),
        '--profile',
        'rural-plain',
        '--out',
        saved(),
      ]);
      expect(built.code).toBe(0);
    });
    afterAll(() => rm(scratch, { recursive: true, force: true }));

    const path = (name: string) => join(folder, name);
    const saved = () => join(scratch, 'roads.hsn');
    const run = (verb: string, options: readonly string[]) => runCommand([verb, '--lang', 'en', ...options]);
    const FILES = [
      ...['--pbf', path('changfeng.osm.pbf'), '--stations', 'place=town', '--settlements', path('places.geojson')],
      ...['--boundary', path('county.geojson'), '--townships', path('townships.geojson')],
    ];
    /** A verb's JSON on the county's files. */
    const commandJson = async <Answer>(verb: string, options: readonly string[]): Promise<Answer> => {
      const { code, out, err } = await run(verb, [...FILES, '--network', saved(), ...options]);
      expect({ verb, code, err: code === 0 ? '' : err }).toEqual({ verb, code: 0, err: '' });
      return JSON.parse(out) as Answer;
    };
    const featureRows = async (question: string): Promise<Row[]> => {
      const { text } = await api().ask(`${AT}/${question}`, { headers: { accept: 'application/geo+json' } });
      return (JSON.parse(text) as FeatureCollection).features.map(({ properties }) => ({ ...properties }));
    };

    it('has the same numbers of groups from the command line and the API', async () => {
      const answer = await api().json<Groups>(`${AT}/groups`);
      const commanded = await commandJson<CommandTable>('groups', ['--json', '--table', 'settlements']);
      expect(commanded.about.networkHash).toBe(answer.about.networkHash);
      expect(commanded.about.totals).toEqual(answer.totals);
      expect(answer.settlements).toHaveLength(220);
      const byId = new Map(commanded.rows.map((row) => [row['id'], row]));
      for (const { id, status, firstResponseSeconds, supportSeconds, supportMetres } of answer.settlements) {
        expect(byId.get(id)).toMatchObject({
          statusCode: status,
          firstResponseMinutes: thousandths(firstResponseSeconds),
          supportMinutes: thousandths(supportSeconds),
          supportKilometres: supportMetres === null ? null : Math.round(supportMetres * 10) / 10_000,
        });
      }
    });

    it.each(['groups', 'settlements'])('has the same table of %s from the command line and the API', async (table) => {
      const commanded = await commandJson<CommandTable>('groups', ['--json', '--table', table]);
      expect(await featureRows(`groups?table=${table}&lang=en`)).toEqual(commanded.rows);
    });

    it.each([0, 70, 140, 219])('explains settlement %d alike from the command line and the API', async (index) => {
      const { settlements } = await api().json<Groups>(`${AT}/groups`);
      const id = settlements[index]?.id ?? '';
      const commanded = await commandJson<Explanation>('explain', ['--json', '--settlement', id]);
      const answer = await api().json<Record<'own' | 'centre', ExplainedResponse | null>>(
        `${AT}/explain?settlement=${encodeURIComponent(id)}`,
      );
      for (const who of ['own', 'centre'] as const) {
        expect(answer[who] === null).toBe(commanded[who] === undefined);
        if (answer[who] && commanded[who]) expect(tenthsOf(answer[who])).toEqual(exactOf(commanded[who]));
      }
    });

    it.each(['stations', 'settlements'])('has the same catchments of %s from both', async (table) => {
      const commanded = await commandJson<CommandTable>('catchments', ['--format', 'json', '--table', table]);
      expect(await featureRows(`catchments?table=${table}`)).toEqual(commanded.rows);
    });

    it('has the same hexagons from both, in the table and in JSON', async () => {
      const { rows } = await commandJson<CommandTable>('catchments', ['--format', 'json', '--table', 'cells']);
      expect(await featureRows('hexagons')).toEqual(rows);
      const { hexagons } = await api().json<{ hexagons: (Nearest & { cell: string })[] }>(`${AT}/hexagons`);
      expect(hexagons.map(({ cell }) => cell)).toEqual(rows.map((row) => row['cell']));
      hexagons.forEach(({ seconds, metres, nextSeconds }, i) => {
        expect([rounded(seconds, 60, 2), rounded(metres, 1000, 3), rounded(nextSeconds, 60, 2)]).toEqual([
          ...[rows[i]?.['minutes'], rows[i]?.['kilometres'], rows[i]?.['nextMinutes']],
        ]);
      });
    });

    it('has the catchments in JSON that its tables have', async () => {
      const { settlements } = await api().json<{ settlements: (Nearest & { id: string })[] }>(`${AT}/catchments`);
      const rows = await featureRows('catchments?table=settlements');
      settlements.forEach(({ id, seconds, metres }, i) => {
        expect([id, rounded(seconds, 60, 2), rounded(metres, 1000, 3)]).toEqual([
          ...[rows[i]?.['id'], rows[i]?.['minutes'], rows[i]?.['kilometres']],
        ]);
      });
    });
  });
}

interface ExplainedResponse {
  readonly station: { readonly id: string };
  readonly status: string;
  readonly proof: string;
  readonly stationLeg: Leg;
  readonly settlementLeg: Leg;
  readonly fastest: (Leg & { readonly turnSeconds: number; readonly byClass: readonly Leg[] }) | null;
}

interface Leg {
  readonly seconds: number;
  readonly metres: number;
}

/** Deciseconds and decimetres of the API's answer. */
function tenthsOf({ station, status, proof, stationLeg, settlementLeg, fastest }: ExplainedResponse) {
  const tenths = ({ seconds, metres }: Leg) => [Math.round(seconds * 10), Math.round(metres * 10)];
  return {
    ...{ id: station.id, status, proof, legs: [tenths(stationLeg), tenths(settlementLeg)] },
    cost: fastest && tenths(fastest),
    turns: fastest && Math.round(fastest.turnSeconds * 10),
    classes: fastest?.byClass.map(tenths),
  };
}

/** The same of the command line's. */
function exactOf({ station, verdict, stationLeg, settlementLeg, fastest }: Explanation['own']) {
  const costs = ({ ds, dm }: { readonly ds: number; readonly dm: number }) => [ds, dm];
  return {
    ...{ id: station.id, status: verdict.status, proof: verdict.proof },
    legs: [costs(stationLeg.cost), costs(settlementLeg.cost)],
    cost: fastest ? costs(fastest.cost) : null,
    turns: fastest ? fastest.route.turnDs : null,
    classes: fastest?.classes.map(costs),
  };
}

function thousandths(seconds: number | null): number | null {
  return seconds === null ? null : Math.round((Math.round(seconds * 10) / 600) * 1000) / 1000;
}

function rounded(value: number | null, unit: number, decimals: number): number | null {
  return value === null ? null : Number((Math.round(value * 10) / (unit * 10)).toFixed(decimals));
}

const FORMS = ['application/json', 'application/geo+json', 'text/csv'];

/**
 * Answers to every kind of question about the county in every form, by question; without the moments at which its
 * version and the answers were made.
 */
export async function changfengAnswers(api: OpenApi): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const ask = async (question: string, accept?: string, body?: object): Promise<string> => {
    const reply = await api.ask(`${AT}/${question}`, {
      ...(accept ? { headers: { accept } } : {}),
      ...(body ? { body } : {}),
    });
    expect({ question, status: reply.status < 300 }).toEqual({ question, status: true });
    const text = accept === undefined ? reply.bytes.toString('base64') : reply.text;
    answers.set(`${question} ${accept ?? ''}`, text.replace(/"createdAt":"[^"]*"/g, '"createdAt":""'));
    return reply.text;
  };
  for (const lang of ['zh', 'en']) {
    for (const question of TABLES) for (const form of FORMS) await ask(`${question}lang=${lang}`, form);
  }
  const { settlements } = JSON.parse(await ask('settlements', FORMS[0])) as { settlements: Place[] };
  const { stations } = JSON.parse(await ask('stations', FORMS[0])) as { stations: Place[] };
  const coords = (places: readonly Place[]) => places.map(({ coord }) => coord);
  for (const { id, coord } of settlements.filter((_, i) => i % 44 === 0)) {
    for (const question of ['explain?', 'dispatch?time=2026-11-24T22:30&'])
      await ask(`${question}settlement=${id}`, FORMS[0]);
    await ask(`dispatch?time=2026-11-24T10:00&at=${coord.join()}`, FORMS[0]);
    await ask(`route?from=${stations[0]?.coord.join()}&to=${coord.join()}`, FORMS[0]);
  }
  await ask('matrix', FORMS[0], { sources: coords(stations), targets: coords(settlements) });
  await ask('nearest', FORMS[0], { points: coords(settlements) });
  await ask('boundary', FORMS[1]);
  await ask(`isochrone?at=${stations[0]?.coord.join()}`, FORMS[1]);
  for (const layer of ['roads', 'areas', 'settlements', 'hexagons']) {
    await ask(`tiles/${layer}.json`, FORMS[0]);
    for (const tile of ['9/422/207', '11/1690/830', '12/3381/1660']) {
      expect({ layer, tile, hasContent: (await ask(`tiles/${layer}/${tile}.mvt`)) !== '' }).toMatchObject({
        hasContent: true,
      });
    }
  }
  return answers;
}

interface Place {
  readonly id: string;
  readonly coord: readonly [number, number];
}

const TABLES = [
  ...['townships?', 'stations?', 'settlements?', 'groups?', 'groups?table=settlements&', 'groups?maxMinutes=20&'],
  ...['catchments?', 'catchments?table=stations&', 'hexagons?', 'hexagons?resolution=7&'],
];
