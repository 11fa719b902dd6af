import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { checkAreas } from './check-areas.ts';
import { type CountyTables, ImportProblems, type SourceRows } from './county-tables.ts';
import type { Queryable } from './db.ts';

/** Counts are whole numbers that an SQL integer holds. */
const LARGEST_COUNT = 2_147_483_647;

/**
 * Looks a county's tables over before anything is written: codes, names, ids, counts and references here, the
 * ground in PostGIS (see `checkAreas`). Rules: county-code-malformed, name-missing, id-missing, id-twice,
 * coordinate-range, count-range, kind-unknown, station-unknown, text-unusable, and those of `checkAreas`.
 * @throws GeodataError `input-invalid` with every problem of all files, each with file, row and column
 */
export async function checkCounty(db: Queryable, county: CountyTables, signal?: AbortSignal): Promise<void> {
  const problems = new ImportProblems();
  checkCountyName(county, problems);
  checkPlaces(county.stations, ['officers', 'auxiliaries'], ['urban', 'rural'], problems);
  checkPlaces(county.settlements, ['households', 'population'], ['administrative', 'natural'], problems);
  if (county.townships) checkNamed(county.townships, problems);
  checkOwnStations(county, problems);
  // PostGIS is only asked about coordinates and rows that make sense.
  problems.throwIfAny();
  await checkAreas(db, county, problems, signal);
  problems.throwIfAny();
}

function checkCountyName({ code, name }: CountyTables, problems: ImportProblems): void {
  const source = { file: 'county' };
  if (!/^\d{6}$/.test(code)) problems.add(source, 0, 'code', 'county-code-malformed');
  if (name === '') problems.add(source, 0, 'name', 'name-missing');
  if (isUnusable(name)) problems.add(source, 0, 'name', 'text-unusable');
}

type Named = Readonly<Record<'id' | 'name', string>>;

function checkNamed(source: SourceRows<Named>, problems: ImportProblems): void {
  const seen = new Set<string>();
  source.items.forEach((item, index) => {
    if (item.id === '') problems.add(source, index, 'id', 'id-missing');
    if (seen.has(item.id)) problems.add(source, index, 'id', 'id-twice');
    seen.add(item.id);
    if (item.name === '') problems.add(source, index, 'name', 'name-missing');
    for (const column of ['id', 'name'] as const) {
      if (isUnusable(item[column])) problems.add(source, index, column, 'text-unusable');
    }
  });
}

function checkPlaces<Place extends Station | Settlement>(
  source: SourceRows<Place>,
  counts: readonly (keyof Place & string)[],
  kinds: readonly string[],
  problems: ImportProblems,
): void {
  checkNamed(source, problems);
  source.items.forEach((place, index) => {
    const [lon, lat] = place.coord;
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) problems.add(source, index, 'geometry', 'coordinate-range');
    if (!kinds.includes(place.kind)) problems.add(source, index, 'kind', 'kind-unknown');
    if (isUnusable(place.township ?? '')) problems.add(source, index, 'township', 'text-unusable');
    for (const column of counts) {
      if (place[column] !== undefined && !isCount(place[column])) problems.add(source, index, column, 'count-range');
    }
  });
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_COUNT;
}

/** PostgreSQL takes neither a zero byte in a text nor half of a surrogate pair. */
function isUnusable(text: string): boolean {
  return /[\0\p{Surrogate}]/u.test(text);
}

function checkOwnStations({ stations, settlements }: CountyTables, problems: ImportProblems): void {
  const ids = new Set(stations.items.map(({ id }) => id));
  settlements.items.forEach(({ stationId }, index) => {
    if (stationId !== undefined && !ids.has(stationId)) problems.add(settlements, index, 'station', 'station-unknown');
  });
}
