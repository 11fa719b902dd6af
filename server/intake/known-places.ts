import type { Settlement } from '../../geodata/catchment/places.ts';
import { matchUnits } from '../../geodata/matching/match-units.ts';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import type { LonLat } from '../../geodata/units.ts';
import { USUAL_TAGS } from '../counties/county-files.ts';
import type { AreaFeature } from '../files/read-areas.ts';
import { extractPlaces } from '../networks/extract-places.ts';
import type { TableKind } from '../tables/table-kind.ts';
import type { CountyAreas, IntakeBase, IntakeFile } from './intake.ts';
import type { PlacedRow, PlacedTable } from './placed-table.ts';

/** Where the rows of a table are known to be, from elsewhere than the table: by row. */
export type KnownPlaces = (placed: PlacedTable, wanted: ReadonlySet<number>) => ReadonlyMap<number, LonLat>;

/** What may say where places are. */
export interface PlaceSources {
  readonly placed: readonly PlacedTable[];
  readonly areas: CountyAreas;
  readonly base: IntakeBase;
  readonly roads: IntakeFile | undefined;
}

/**
 * Known places are those of the county's current version, by id, and of the delivery's roads, whose file names villages
 * too, by name within the township. A compound is known by the village or community that it belongs to, roughly. Positions
 * of one delivery are not held against each other: of two that differ, neither says which is right.
 */
export async function knownPlaces({ placed: tables, areas, base, roads }: PlaceSources): Promise<KnownPlaces> {
  const boundary = areas.boundary?.items.map((polygons) => ({ id: '', name: '', polygons }));
  const townships = areas.townships?.items ?? [];
  const mapped = roads && 'path' in roads ? await mappedPlaces(roads.path, boundary, townships) : [];
  const places = [...base.settlements, ...mapped];
  const byId = new Map([...base.settlements, ...base.stations].map(({ id, coord }) => [id, coord]));
  const find = (rows: readonly NamedRow[]): Map<string, LonLat> => {
    const known = byName(
      rows.filter(({ id }) => !byId.has(id)),
      places,
    );
    for (const { key, id } of rows) {
      const coord = byId.get(id);
      if (coord) known.set(key, coord);
    }
    return known;
  };
  const unitTables = tables.filter(({ table }) => table.kind === 'units');
  const units = unitTables.flatMap((table) => namedRows(table, townships).map((row) => ({ ...row, key: row.id })));
  const knownUnits = find(units);
  const unitOf = (code: string): LonLat | undefined => knownUnits.get(code) ?? byId.get(code);
  return (placed, wanted) => {
    if (placed.table.kind === 'compounds') return placesOfUnits(placed as PlacedTable<'compounds'>, unitOf);
    const found = find(namedRows(placed, townships).filter(({ row }) => wanted.has(row)));
    return new Map([...found].map(([key, coord]) => [Number(key), coord]));
  };
}

function placesOfUnits(
  { rows }: PlacedTable<'compounds'>,
  unitOf: (code: string) => LonLat | undefined,
): ReadonlyMap<number, LonLat> {
  return new Map(
    rows.flatMap(({ row, item }) => {
      const coord = unitOf(item.unitCode);
      return coord ? [[row, coord] as const] : [];
    }),
  );
}

async function mappedPlaces(
  path: string,
  boundary: readonly AreaFeature[] | undefined,
  townships: readonly AreaFeature[],
): Promise<readonly Settlement[]> {
  const settlements = parseTagFilter(USUAL_TAGS.settlements);
  return (await extractPlaces(path, { settlements, boundary, townships })).settlements;
}

interface NamedRow {
  /** What it is found by: the row's number, or a unit's code. */
  readonly key: string;
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly township: string | undefined;
}

/** Rows that are villages or stations; others have no place of their own that somebody else would know. */
function namedRows({ table, rows }: PlacedTable, townships: readonly AreaFeature[]): NamedRow[] {
  const reader = NAMING[table.kind];
  return reader ? rows.map(({ row, item }) => ({ key: String(row), row, ...reader(item as never, townships) })) : [];
}

type Naming<Kind extends TableKind> = (
  item: PlacedRow<Kind>['item'],
  townships: readonly AreaFeature[],
) => Omit<NamedRow, 'row' | 'key'>;

const NAMING: { readonly [Kind in TableKind]?: Naming<Kind> } = {
  units: ({ code, name, township }, townships) => ({
    id: code,
    name,
    township: township ?? townshipOfCode(code, townships),
  }),
  settlements: ({ id, name, unitCode }, townships) => ({ id, name, township: townshipOfCode(unitCode, townships) }),
  stations: ({ stationId, name, township }) => ({ id: stationId, name, township }),
};

/** The township that a code's first digits name; undefined where none does. */
export function townshipOfCode(code: string, townships: readonly AreaFeature[]): string | undefined {
  return townships.find(({ id }) => id !== '' && code.startsWith(id))?.name;
}

function byName(rows: readonly NamedRow[], places: readonly Settlement[]): Map<string, LonLat> {
  if (rows.length === 0 || places.length === 0) return new Map();
  const unique = new Map(places.map((place) => [place.id, place]));
  const matching = matchUnits({
    // Rows stand in for units: a key is no code of any place.
    units: rows.map(({ key, name, township }) => ({
      code: key,
      name,
      ...(township === undefined ? {} : { township }),
    })),
    places: [...unique.values()].map(({ id, name, township, coord }) => ({
      ...{ id, name, coord },
      ...(township === undefined ? {} : { township }),
    })),
  });
  return new Map(
    matching.units.flatMap((match) => {
      const place = match.status === 'matched' ? unique.get(match.placeId) : undefined;
      return place ? [[match.unit.code, place.coord] as const] : [];
    }),
  );
}
