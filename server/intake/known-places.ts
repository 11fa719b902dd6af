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

/** Where the villages of a table are known to be, from elsewhere than the table: by row. */
export type KnownPlaces = (placed: PlacedTable, wanted: ReadonlySet<number>) => ReadonlyMap<number, LonLat>;

/**
 * Known places are those of the county's current version, by id, and of the delivery's roads, whose file names villages
 * too, by name within the township. Tables of one delivery are not held against each other: of two that differ, neither
 * says which is right.
 */
export async function knownPlaces(
  areas: CountyAreas,
  base: IntakeBase,
  roads: IntakeFile | undefined,
): Promise<KnownPlaces> {
  const boundary = areas.boundary?.items.map((polygons) => ({ id: '', name: '', polygons }));
  const townships = areas.townships?.items ?? [];
  const mapped = roads && 'path' in roads ? await mappedPlaces(roads.path, boundary, townships) : [];
  const byId = new Map([...base.settlements, ...base.stations].map(({ id, coord }) => [id, coord]));
  return (placed, wanted) => {
    const rows = namedRows(placed, townships).filter(({ row }) => wanted.has(row));
    const known = new Map<number, LonLat>();
    for (const { row, id } of rows) {
      const coord = byId.get(id);
      if (coord) known.set(row, coord);
    }
    for (const [row, coord] of byName(
      rows.filter(({ row }) => !known.has(row)),
      [...base.settlements, ...mapped],
    ))
      known.set(row, coord);
    return known;
  };
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
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly township: string | undefined;
}

/** Rows that are villages or stations; others have no place of their own that somebody else would know. */
function namedRows({ table, rows }: PlacedTable, townships: readonly AreaFeature[]): NamedRow[] {
  const reader = NAMING[table.kind];
  return reader ? rows.map(({ row, item }) => ({ row, ...reader(item as never, townships) })) : [];
}

type Naming<Kind extends TableKind> = (
  item: PlacedRow<Kind>['item'],
  townships: readonly AreaFeature[],
) => Omit<NamedRow, 'row'>;

const NAMING: { readonly [Kind in TableKind]?: Naming<Kind> } = {
  units: ({ code, name, township }, townships) => ({
    id: code,
    name,
    township: township ?? townshipOfCode(code, townships),
  }),
  settlements: ({ id, name, unitCode }, townships) => ({ id, name, township: townshipOfCode(unitCode, townships) }),
  stations: ({ stationId, name, township }) => ({ id: stationId, name, township }),
};

function townshipOfCode(code: string, townships: readonly AreaFeature[]): string | undefined {
  return townships.find(({ id }) => id !== '' && code.startsWith(id))?.name;
}

function byName(rows: readonly NamedRow[], places: readonly Settlement[]): Map<number, LonLat> {
  if (rows.length === 0 || places.length === 0) return new Map();
  const unique = new Map(places.map((place) => [place.id, place]));
  const matching = matchUnits({
    // Rows stand in for units: a row's number is its code, which no place has.
    units: rows.map(({ row, name, township }) => ({
      code: `row ${row}`,
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
      return place ? [[Number(match.unit.code.slice('row '.length)), place.coord] as const] : [];
    }),
  );
}
