import type { CountyPlaces } from '../../geodata/catchment/county-places.ts';
import type { CallName, EngineCalls, EngineRequest, EngineResponse } from '../../geodata/engine/calls.ts';
import { GeodataError } from '../../geodata/errors.ts';
import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import { type CountingRule, DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { type NetworkMeta, openNetwork } from '../../geodata/roads/network.ts';
import type { ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import { type LonLat, MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { exactLines } from './exact-lines.ts';

/** Puts one call to an engine, on whatever host it runs. */
export type CallEngine = <Name extends CallName>(
  name: Name,
  request: EngineRequest<Name>,
) => Promise<EngineResponse<Name>>;

/** One row of the table. */
export type HostCall = {
  [Name in CallName]: { readonly title: string; readonly name: Name; readonly request: EngineCalls[Name]['request'] };
}[CallName];

const RULES: readonly (readonly [title: string, rule: ResponseRule])[] = [
  [
    'catchments within 12 km and under 15 minutes',
    { limitDm: 120_000, limitDs: 9_000, combine: 'and', metric: 'road' },
  ],
  ['catchments within 1 km and under 100 seconds', { limitDm: 10_000, limitDs: 1_000, combine: 'and', metric: 'road' }],
  [
    'catchments within 1 km or under 100 s, straight',
    { limitDm: 10_000, limitDs: 1_000, combine: 'or', metric: 'straight' },
  ],
];

const COUNTING: CountingRule = { ...DEFAULT_COUNTING, limitDm: 200_000, limitDs: 12_000 };
const SCOPES = ['settlements', 'administrative', 'station', 'share'] as const;
const GROUPS: readonly CooperationGroup[] = [
  { id: 'a', centreId: 's1', memberIds: ['s2', 's3'] },
  { id: 'b', centreId: 's5', memberIds: ['s4'] },
];

/**
 * The calls that every host of an engine is put to, the first of them opening the network, the last ones mistakes.
 * Points are strewn over the network's bounds, most of them off the road: the same ones for the same bytes. Runs in the
 * browser too.
 */
export function hostCalls(buffer: ArrayBufferLike): HostCall[] {
  const strewn = strewer(openNetwork(buffer).meta);
  const [stations, settlements, cellCentres] = [strewn(11), strewn(60), strewn(150)];
  const [origin, target] = strewn(2) as [LonLat, LonLat];
  const snap = { limitMetres: 2_000 };
  return [
    { title: 'open', name: 'open', request: { buffer, verify: true } },
    { title: 'matrix', name: 'matrix', request: { sources: stations, targets: settlements } },
    {
      title: 'matrix under 5 minutes',
      name: 'matrix',
      request: { sources: stations, targets: settlements, limitDs: 3_000, snap },
    },
    ...RULES.map(
      ([title, rule]): HostCall => ({
        title,
        name: 'catchments',
        request: { stations, settlements, cellCentres, rule, nearest: 3, snap },
      }),
    ),
    ...stations.slice(0, 3).map(
      (station, i): HostCall => ({
        title: `isochrones of station ${i}`,
        name: 'isochrones',
        request: { origin: station, minutes: [12, 3, 0.7], stepMetres: 60 },
      }),
    ),
    { title: 'route', name: 'route', request: { from: origin, to: target } },
    { title: 'no route', name: 'route', request: { from: origin, to: [origin[0] + 3, origin[1]], snap } },
    { title: 'groups of no county', name: 'groups', request: { counting: COUNTING } },
    { title: 'openCounty', name: 'openCounty', request: { ...strewnCounty(stations, settlements), resolution: 8 } },
    { title: 'shares', name: 'shares', request: { resolution: 9 } },
    { title: 'groups proposed', name: 'groups', request: { counting: COUNTING, maxGroupSize: 4 } },
    ...SCOPES.map(
      (scope): HostCall => ({
        title: `groups given, ${scope}`,
        name: 'groups',
        request: { counting: { ...COUNTING, scope, sharePercent: 60 }, groups: GROUPS },
      }),
    ),
    { title: 'explain', name: 'explain', request: { counting: COUNTING, groups: GROUPS, settlement: 7 } },
    { title: 'respond', name: 'respond', request: { counting: COUNTING, coord: origin } },
    {
      title: 'respond, own station named',
      name: 'respond',
      request: { counting: COUNTING, coord: target, stationId: 's3' },
    },
    ...liveCalls(stations, settlements, cellCentres, [origin, target]),
    { title: 'half a network', name: 'open', request: { buffer: buffer.slice(0, buffer.byteLength / 2) } },
    { title: 'minutes below none', name: 'isochrones', request: { origin, minutes: [5, -1] } },
    { title: 'a point nowhere', name: 'matrix', request: { sources: stations, targets: [[Number.NaN, 32]] } },
  ];
}

/** Stations that move, close, open and are added; and two calls that come too late. */
function liveCalls(
  stations: readonly LonLat[],
  settlements: readonly LonLat[],
  cellCentres: readonly LonLat[],
  [here, there]: readonly [LonLat, LonLat],
): HostCall[] {
  const snap = { limitMetres: 2_000 };
  const groups = { centreOf: stations.map((_, i) => i - (i % 3)) };
  const open = (title: string, rule: ResponseRule, grouped: object): HostCall => {
    return { title, name: 'liveOpen', request: { stations, settlements, cellCentres, rule, snap, ...grouped } };
  };
  const place = (title: string, station: number, coord: LonLat, generation: number): HostCall => {
    return { title, name: 'livePlace', request: { station, coord, generation } };
  };
  const close = (title: string, station: number, generation: number): HostCall => {
    return { title, name: 'liveClose', request: { station, generation } };
  };
  return RULES.flatMap(([name, rule], i) => [
    open(`live, ${name}`, rule, i === 0 ? { groups } : {}),
    place('live, a move', 2, here, 1),
    place('live, a newer move', 2, there, 3),
    place('live, a stale move', 2, here, 2),
    close('live, a station closed', 3, 4),
    close('live, a stale closing', 2, 3),
    place('live, a station opened', 3, here, 5),
    place('live, a station added', stations.length, there, 6),
  ]);
}

/** Stations and settlements at these places: households known for two of three. */
function strewnCounty(stations: readonly LonLat[], settlements: readonly LonLat[]): CountyPlaces {
  return {
    stations: stations.map((coord, i) => ({
      ...{ id: `s${i}`, name: `station ${i}`, coord, kind: i === 0 ? 'urban' : 'rural' },
      ...{ officers: i + 3 },
    })),
    settlements: settlements.map((coord, i) => ({
      ...{ id: `v${i}`, name: `settlement ${i}`, coord, kind: i % 2 === 0 ? 'natural' : 'administrative' },
      ...(i % 3 === 0 ? {} : { households: 10 * i }),
    })),
    boundary: undefined,
  };
}

/** What a host answers to the calls, one after another, as exact lines; an error as its code, message and data. */
export async function answersOf(call: CallEngine, calls: readonly HostCall[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { title, name, request } of calls) {
    const answer = await call(name, request).catch(plainError);
    lines.push(...exactLines(answer, title));
  }
  return lines;
}

function plainError(error: unknown) {
  if (error instanceof GeodataError) return { code: error.code, message: error.message, data: error.data };
  return { message: error instanceof Error ? error.message : 'thrown and no error' };
}

function strewer({ grid }: NetworkMeta): (count: number) => LonLat[] {
  const random = mulberry32(41);
  const between = (first: number, cell: number, cells: number) =>
    (first + random() * cell * cells) / MICRODEGREES_PER_DEGREE;
  return (count) =>
    Array.from({ length: count }, () => [
      between(grid.westE6, grid.cellLonE6, grid.columns),
      between(grid.southE6, grid.cellLatE6, grid.rows),
    ]);
}
