import { straightMetres } from '../../geodata/catchment/catchments.ts';
import type { LonLat } from '../../geodata/units.ts';
import { tilesOver } from '../oracles/mercator.ts';
import { at } from '../server/db/suite/small-county.ts';
import type { Outsider, Question } from './outsider.ts';
import type { Form } from './payload.ts';
import { ATTACKED_STATIONS, attackedVersion, VERSIONS } from './secret-county.ts';

/** How a route is asked for all that it gives, or why it gives no figures of the county. */
export type RouteExit =
  | { readonly questions: () => readonly Question[] }
  | { readonly address: (code: string) => readonly string[] }
  | { readonly gives: string };

const THREE: readonly Form[] = ['json', 'geojson', 'csv'];
const FOUR: readonly Form[] = ['json', 'geojson', 'csv', 'xlsx'];

/** Plans of groups: none, and two that differ by one station. */
export const PLANS = [
  [],
  [{ centreId: 'S1', memberIds: ['S2'] }],
  [{ centreId: 'S1', memberIds: ['S3'] }],
  [{ centreId: 'S1', memberIds: ['S2', 'S3'] }],
] as const;

/** Every route of the OpenAPI document. One that is missing here fails the test: nobody has attacked it. */
export const ROUTE_EXITS: Readonly<Record<string, RouteExit>> = {
  'GET /api/health': { gives: 'the program’s version and whether its store answers' },
  'GET /api/counties': { address: () => ['/api/counties'] },
  'GET /api/counties/{code}': asked(['']),
  'GET /api/counties/{code}/versions': { address: (code) => [`/api/counties/${code}/versions`] },
  'POST /api/counties/{code}/versions': { gives: 'the new version’s number to who brings its files' },
  'POST /api/counties/{code}/versions/{number}/restore': { gives: 'numbers of versions' },
  'POST /api/counties/{code}/intakes': { gives: 'the delivery’s id to who brings it' },
  'PUT /api/counties/{code}/intakes/{id}/choices': { gives: 'the delivery’s id to who brought it' },
  'GET /api/counties/{code}/intakes/{id}': { gives: 'the findings of a delivery, to who has its unguessable id' },
  'DELETE /api/counties/{code}/intakes/{id}': { gives: 'nothing' },
  'GET /api/counties/{code}/intakes/{id}/receipts/{file}': { gives: 'the very file that was brought, marked' },
  'GET /api/counties/{code}/intakes/{id}/preview.geojson': { gives: 'places of the delivery’s rows, never of devices' },
  'POST /api/counties/{code}/intakes/{id}/commit': { gives: 'the new version’s number' },
  'GET /api/counties/{code}/townships': asked(['/townships'], THREE),
  'GET /api/counties/{code}/stations': asked(['/stations'], THREE),
  'GET /api/counties/{code}/settlements': asked(['/settlements'], THREE),
  'GET /api/counties/{code}/rooms': asked(['/rooms'], THREE),
  'GET /api/counties/{code}/boundary': asked(['/boundary'], ['geojson']),
  'GET /api/counties/{code}/networks/{hash}': { gives: 'roads alone; the bytes are those of the file' },
  'GET /api/counties/{code}/roads/report': asked(['/roads/report']),
  'POST /api/counties/{code}/matrix': {
    questions: () => [
      { path: '/matrix', body: { sources: ATTACKED_STATIONS.map(({ coord }) => coord), targets: coordsOfAll() } },
    ],
  },
  'POST /api/counties/{code}/nearest': {
    questions: () => [{ path: '/nearest', body: { points: coordsOfAll() } }],
  },
  'GET /api/counties/{code}/route': asked([`/route?from=${at(2000, 2000)}&to=${at(9000, 2000)}`]),
  'GET /api/counties/{code}/isochrone': asked([`/isochrone?at=${at(5100, 2030)}&minutes=5,10`], ['geojson']),
  'GET /api/counties/{code}/catchments': {
    questions: () => [
      ...cross(['/catchments'], ['json']),
      ...cross(['/catchments?table=settlements', '/catchments?table=stations'], ['geojson', 'csv']),
      ...radii().map((km) => ({ path: `/catchments?table=stations&${straightRule(km)}`, form: 'csv' as const })),
    ],
  },
  'GET /api/counties/{code}/hexagons': asked(
    [7, 8, 9].map((size) => `/hexagons?resolution=${size}&horizonMinutes=60`),
    THREE,
  ),
  'GET /api/counties/{code}/groups': {
    questions: () => [
      ...cross(['/groups', '/groups?scope=station', '/groups?scope=share&share=90', '/groups?maxGroup=2'], ['json']),
      ...cross(['/groups?table=groups', '/groups?table=settlements'], ['geojson', 'csv']),
    ],
  },
  'POST /api/counties/{code}/groups/evaluation': {
    questions: () =>
      PLANS.flatMap((groups) => [
        { path: '/groups/evaluation', body: { groups } },
        { path: '/groups/evaluation?table=groups', body: { groups }, form: 'csv' as const },
        { path: '/groups/evaluation?table=settlements', body: { groups }, form: 'geojson' as const },
        ...radii().map((km) => ({
          path: '/groups/evaluation',
          body: { groups, rule: { metric: 'straight', combine: 'distance', maxKilometres: km } },
        })),
      ]),
  },
  'GET /api/counties/{code}/explain': {
    questions: () => idsOfAll().map((id) => ({ path: `/explain?settlement=${encodeURIComponent(id)}` })),
  },
  'POST /api/counties/{code}/explain': {
    questions: () => idsOfAll().map((settlement) => ({ path: '/explain', body: { settlement, groups: [] } })),
  },
  'GET /api/counties/{code}/coverage/video': {
    questions: () =>
      cross(
        ['county', 'township', 'station', 'unit', 'compound'].flatMap((by) =>
          ['accepted', 'built', 'under-construction'].map((reading) => `/coverage/video?by=${by}&reading=${reading}`),
        ),
        FOUR,
      ),
  },
  'GET /api/counties/{code}/coverage/volunteers': {
    questions: () =>
      cross(
        ['county', 'township', 'station', 'unit'].flatMap((by) =>
          ['urban-rural-code', 'unit-kind'].map((rule) => `/coverage/volunteers?by=${by}&urbanRural=${rule}`),
        ),
        FOUR,
      ),
  },
  'GET /api/counties/{code}/coverage/hexagons': asked(
    [7, 8, 9].map((size) => `/coverage/hexagons?resolution=${size}`),
    FOUR,
  ),
  'GET /api/counties/{code}/scorecard': {
    questions: () => [
      ...cross(['/scorecard?table=clauses', '/scorecard?table=units'], ['csv', 'xlsx']),
      ...cross(
        ['', '?clause=c5', '?clause=c12', '?clause=c15', '?clause=c21'].map((by) => `/scorecard${by}`),
        ['json'],
      ),
    ],
  },
  'GET /api/counties/{code}/standard-rules': { gives: 'rules and their edits' },
  'PUT /api/counties/{code}/standard-rules': { gives: 'the edits that were sent' },
  'GET /api/counties/{code}/gaps': asked(['/gaps', '/gaps?kind=volunteers', '/gaps?householdsWeight=5'], FOUR),
  'GET /api/templates': { gives: 'forms to fill in' },
  'GET /api/templates/all.xlsx': { gives: 'forms to fill in' },
  'GET /api/templates/{kind}': { gives: 'forms to fill in' },
  'GET /api/counties/{code}/dispatch': {
    questions: () => idsOfAll().map((id) => ({ path: `/dispatch?settlement=${encodeURIComponent(id)}` })),
  },
  'GET /api/counties/{code}/rules': { gives: 'rules of counting' },
  'POST /api/counties/{code}/rules': { gives: 'the rule that was sent' },
  'GET /api/counties/{code}/plans': { gives: 'which stations form a group' },
  'POST /api/counties/{code}/plans': { gives: 'the plan that was sent' },
  'GET /api/counties/{code}/results/{inputHash}': { gives: 'an answer of another route, byte for byte' },
  'GET /api/counties/{code}/tiles/{layer}.json': asked(
    ['roads', 'areas', 'settlements', 'hexagons'].map((layer) => `/tiles/${layer}.json`),
  ),
  'GET /api/counties/{code}/tiles/{layer}/{z}/{x}/{y}.mvt': {
    questions: () =>
      tilesOver(10, at(0, 12_000), at(20_000, 0)).flatMap(({ z, x, y }) =>
        ['roads', 'areas', 'settlements', 'hexagons'].map((layer) => ({
          path: `/tiles/${layer}/${z}/${x}/${y}.mvt`,
          form: 'tile' as const,
        })),
      ),
  },
};

/** Fetches all that the routes give, of every version. */
export async function askAllRoutes(outsider: Outsider, code: string): Promise<void> {
  for (const [exit, how] of Object.entries(ROUTE_EXITS)) {
    if ('address' in how) for (const url of how.address(code)) await outsider.askAt(exit, url);
    if (!('questions' in how)) continue;
    for (const version of VERSIONS) for (const question of how.questions()) await outsider.ask(exit, version, question);
  }
}

/** A rule by distance in a straight line, whose members anybody can tell from the map. */
export function straightRule(kilometres: number): string {
  return `metric=straight&combine=distance&maxKilometres=${kilometres}`;
}

/** Kilometres between which each settlement comes into reach of each station, none of them at a settlement itself. */
export function radii(): number[] {
  const all = ATTACKED_STATIONS.flatMap(({ coord }) => coordsOfAll().map((other) => straightMetres(coord, other)));
  const sorted = all.filter((metres) => metres > 100).sort((a, b) => a - b);
  return sorted.map((metres, index) => Math.round(metres + (sorted[index + 1] ?? metres + 100)) / 2000);
}

function asked(paths: readonly string[], forms: readonly Form[] = ['json']): RouteExit {
  return { questions: () => cross(paths, forms) };
}

function cross(paths: readonly string[], forms: readonly Form[]): Question[] {
  return paths.flatMap((path) => forms.map((form) => ({ path, form })));
}

function coordsOfAll(): LonLat[] {
  return attackedVersion('first').settlements.map(({ coord }) => coord);
}

/** Settlements that every version has. */
function idsOfAll(): string[] {
  return attackedVersion('without-one').settlements.map(({ id }) => id);
}
