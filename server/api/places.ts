import type { Geometry } from 'geojson';
import { Type } from 'typebox';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import { rfc7946Geometry } from '../files/geojson-geometry.ts';
import type { Language } from '../language.ts';
import type { Table, TableColumn, TableValue } from '../reports/table.ts';
import { tableFileText } from '../reports/table-file.ts';
import { type AnswerContext, answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { About } from './contract/about.ts';
import { RoomView, SettlementView, StationView, TownshipView } from './contract/counties.ts';
import {
  asGeojson,
  CountyParams,
  CountyQuery,
  inThreeForms,
  OrNull,
  PROBLEM_RESPONSES,
  Strict,
} from './contract/shared.ts';
import type { TextMedia } from './negotiate.ts';
import type { Services } from './services.ts';
import { roomView, settlementView, stationView, townshipView } from './views/county-views.ts';

const TABLE_MEDIA: readonly TextMedia[] = ['json', 'geojson', 'csv'];

/** A list of places in every form: its JSON, and the table of the others. */
interface PlaceList {
  readonly path: string;
  readonly summary: string;
  readonly item: typeof StationView | typeof SettlementView | typeof RoomView | typeof TownshipView;
  readonly columns: readonly TableColumn[];
  readonly rows: (county: LoadedCounty, language: Language) => readonly PlaceRow[];
}

interface PlaceRow {
  readonly view: Readonly<Record<string, unknown>>;
  /** None of a place whose position is not known. */
  readonly geometry: Geometry | undefined;
}

const NAME_COLUMNS: readonly TableColumn[] = [
  { key: 'id', zh: '编号', en: 'id' },
  { key: 'name', zh: '名称', en: 'name' },
];
const PLACE_COLUMNS: readonly TableColumn[] = [
  ...NAME_COLUMNS,
  { key: 'kind', zh: '类别', en: 'kind' },
  { key: 'township', zh: '所属乡镇街道', en: 'township' },
];

const LISTS: readonly PlaceList[] = [
  {
    path: 'townships',
    summary: 'Townships with area and contents',
    item: TownshipView,
    columns: [
      ...NAME_COLUMNS,
      { key: 'squareKilometres', zh: '面积', en: 'area', unit: 'km²' },
      { key: 'stations', zh: '派出所数', en: 'stations' },
      { key: 'settlements', zh: '居民点数', en: 'settlements' },
      { key: 'households', zh: '户数', en: 'households' },
      { key: 'withheldSettlements', zh: '未计入的居民点数（样本过小）', en: 'settlements left out (too small)' },
    ],
    rows: (county) =>
      county.townships.map(({ polygons }, i) => ({
        view: townshipView(county, county.townshipFigures[i]!),
        geometry: multiPolygon(polygons),
      })),
  },
  {
    path: 'stations',
    summary: 'Police stations with headcounts',
    item: StationView,
    columns: [
      ...PLACE_COLUMNS,
      { key: 'officers', zh: '在岗民警数', en: 'officers on duty' },
      { key: 'auxiliaries', zh: '辅警数', en: 'auxiliaries' },
    ],
    rows: ({ places }) =>
      places.stations.map((station) => ({ view: stationView(station), geometry: point(station.coord) })),
  },
  {
    path: 'settlements',
    summary: 'Settlements; figures of few households are withheld',
    item: SettlementView,
    columns: [
      ...PLACE_COLUMNS,
      { key: 'stationId', zh: '所属派出所编号', en: 'own station id' },
      { key: 'households', zh: '户数', en: 'households' },
      { key: 'population', zh: '人口', en: 'population' },
      { key: 'sampleTooSmall', zh: '样本过小', en: 'sample too small' },
    ],
    rows: ({ places, withheld }) =>
      places.settlements.map((settlement, i) => ({
        view: settlementView(settlement, withheld[i] ?? false),
        geometry: point(settlement.coord),
      })),
  },
  {
    path: 'rooms',
    summary: 'Police rooms 警务室 by kind, with their hours; one of unknown place has no position',
    item: RoomView,
    columns: [
      ...NAME_COLUMNS,
      { key: 'kinds', zh: '类别代码', en: 'kinds' },
      { key: 'kindsText', zh: '类别', en: 'kinds in words' },
      { key: 'stationId', zh: '所属派出所编号', en: 'own station id' },
      { key: 'hours', zh: '值守时段', en: 'hours' },
      { key: 'asOf', zh: '截止日期', en: 'as of' },
    ],
    rows: ({ records }, language) =>
      records.rooms.map((room) => ({
        view: roomView(room, language),
        geometry: room.coord && point(room.coord),
      })),
  },
];

/** Townships, stations, settlements, police rooms and the boundary of a county, as JSON, GeoJSON or CSV by Accept. */
export function placeRoutes(app: ApiApp, services: Services): void {
  for (const list of LISTS) listRoute(app, services, list);
  boundaryRoute(app, services);
}

function listRoute(app: ApiApp, services: Services, list: PlaceList): void {
  const { path, summary, item } = list;
  app.get(
    `/counties/:code/${path}`,
    {
      schema: {
        tags: ['places'],
        summary,
        params: CountyParams,
        querystring: Strict(CountyQuery),
        response: { 200: inThreeForms(Strict({ about: About, [path]: Type.Array(item) })), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const county = await services.library.open(request.params.code, request.query.version);
      const network = county.networks[0]!;
      const compute = async (context: AnswerContext) => listContent(list, county, context);
      return answerCounty(services, request, reply, { kind: path, county, network, media: TABLE_MEDIA, compute });
    },
  );
}

function listContent(
  list: PlaceList,
  county: LoadedCounty,
  { about, media, language }: AnswerContext,
): object | string {
  const rows = list.rows(county, language);
  if (media === 'json') return { about, [list.path]: rows.map(({ view }) => view) };
  const { columns } = list;
  const values = (view: Readonly<Record<string, unknown>>) => columns.map(({ key }) => cellOf(view[key]));
  const coordinates = media === 'csv' ? COORDINATE_COLUMNS : [];
  const table: Table = {
    columns: [...columns, ...coordinates],
    rows: rows.map(({ view, geometry }) => ({
      values: [...values(view), ...(media === 'csv' ? coordinatesOf(geometry) : [])],
      ...(geometry ? { geometry } : {}),
    })),
    about: { ...about },
  };
  return tableFileText(media, table, language);
}

/** A list in one cell, null as none. */
function cellOf(value: unknown): TableValue {
  return Array.isArray(value) ? value.join(',') : ((value ?? undefined) as TableValue);
}

const COORDINATE_COLUMNS: readonly TableColumn[] = [
  { key: 'lon', zh: '经度', en: 'longitude' },
  { key: 'lat', zh: '纬度', en: 'latitude' },
];

function coordinatesOf(geometry: Geometry | undefined): TableValue[] {
  return geometry?.type === 'Point' ? [geometry.coordinates[0], geometry.coordinates[1]] : [undefined, undefined];
}

const Boundary = Type.Object({
  type: Type.Literal('Feature'),
  properties: Strict({ about: About }),
  geometry: OrNull(Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Type.Unknown()) })),
});

function boundaryRoute(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/boundary',
    {
      schema: {
        tags: ['places'],
        summary: 'The county’s boundary as a GeoJSON feature; its geometry is null where the version has none',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        response: { 200: asGeojson(Boundary), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const county = await services.library.open(request.params.code, request.query.version);
      const network = county.networks[0]!;
      const { boundary } = county.places;
      const compute = async ({ about }: AnswerContext) => ({
        type: 'Feature',
        properties: { about },
        geometry: boundary ? rfc7946Geometry(multiPolygon(boundary)) : null,
      });
      return answerCounty(services, request, reply, { kind: 'boundary', county, network, media: ['geojson'], compute });
    },
  );
}

function point([lon, lat]: readonly [number, number]): Geometry {
  return { type: 'Point', coordinates: [lon, lat] };
}

function multiPolygon(polygons: MultiPolygonRings): Geometry {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
  };
}
