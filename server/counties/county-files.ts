import { basename } from 'node:path';
import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { SourceRows } from '../db/county-tables.ts';
import { callingByName, type NamedFile } from '../files/named-file.ts';
import type { TableListener } from '../files/place-table.ts';
import { type AreaFeature, readAreaFeatures } from '../files/read-areas.ts';
import { readSettlements } from '../files/read-settlements.ts';
import { readStations } from '../files/read-stations.ts';
import type { Language } from '../language.ts';
import { type ExtractedPlaces, extractPlaces } from '../networks/extract-places.ts';
import { areaAt } from '../networks/inside-areas.ts';
import { loadNetwork, type ProfileChoice } from '../networks/load-network.ts';

/** Where places come from: a table or GeoJSON file, or tags of the OSM file, as `parseTagFilter` takes them. */
export type PlaceSource = { readonly file: NamedFile } | { readonly tags: string };

/** How stations and settlements are usually tagged in OSM. */
export const USUAL_TAGS = {
  stations: 'amenity=police',
  settlements: 'place=town,village,hamlet,isolated_dwelling',
} as const;

/** Surveyed roads and how to understand them, as `SurveySource` has it. */
export interface SurveyFiles {
  readonly roads: NamedFile;
  readonly classes?: NamedFile | undefined;
  readonly crs?: string | undefined;
  readonly joinMetres?: number | undefined;
}

/** The files of a county. Plain values: they cross to a thread as they are. */
export interface CountyFiles {
  /** OSM PBF: the roads where there is no saved network, and the places that tags name. */
  readonly pbf?: NamedFile | undefined;
  /** A saved network. It outranks all other roads. */
  readonly network?: NamedFile | undefined;
  /** Surveyed roads. They outrank the roads of `pbf`. */
  readonly survey?: SurveyFiles | undefined;
  readonly stations: PlaceSource;
  readonly settlements: PlaceSource;
  readonly boundary?: NamedFile | undefined;
  readonly townships?: NamedFile | undefined;
}

/** What a reader of the result should know of it, a sentence in each language. */
export type CountyNote = Readonly<Record<Language, string>>;

/** A county's places and areas, read and checked file by file, each with its rows. */
export interface CountyFromFiles {
  readonly stations: SourceRows<Station>;
  readonly settlements: SourceRows<Settlement>;
  readonly boundary: SourceRows<AreaFeature> | undefined;
  readonly townships: SourceRows<AreaFeature> | undefined;
  readonly notes: readonly CountyNote[];
}

/**
 * Reads a county's files, but for the roads. Places of a table are kept wherever they lie, since a county's own
 * table outranks a boundary; places found by tags must lie inside it.
 * @throws GeodataError `input-invalid` for the first bad file with all of its problems, `osm-malformed`,
 * `osm-unsupported`; Node's own error for a file that is not there; Error for a bad tag filter or one without a PBF
 */
export async function readCountyFiles(files: CountyFiles): Promise<CountyFromFiles> {
  const notes: CountyNote[] = [];
  const boundary = await readAreas(files.boundary);
  const townships = await readAreas(files.townships);
  // Stations come first: a table of settlements may refer to them.
  const listedStations = await readTable(files.stations, readStations, notes);
  const listedSettlements = await readTable(
    files.settlements,
    (path, onTable) => readSettlements(path, listedStations?.items, onTable),
    notes,
  );
  const tagged = await readTagged(files, boundary?.items, townships?.items);
  const areas = townships?.items ?? [];
  const stations = withTownships(listedStations ?? { file: OSM, items: tagged.stations }, areas);
  const settlements = withTownships(listedSettlements ?? { file: OSM, items: tagged.settlements }, areas);
  const counted = placeNotes(stations.items, settlements.items, boundary?.items, tagged.outsideCount);
  return { stations, settlements, boundary, townships, notes: [...counted, ...notes] };
}

/** Stands for the file in messages about places that tags named. */
const OSM = 'OSM';

async function readAreas(file: NamedFile | undefined): Promise<SourceRows<AreaFeature> | undefined> {
  if (!file) return undefined;
  return { file: basename(file.name), items: await callingByName(file, readAreaFeatures(file.path)) };
}

type Reader<Place> = (path: string, onTable: TableListener) => Promise<Place[]>;

async function readTable<Place>(
  source: PlaceSource,
  read: Reader<Place>,
  notes: CountyNote[],
): Promise<SourceRows<Place> | undefined> {
  if ('tags' in source) return undefined;
  const { path, name } = source.file;
  let rows: readonly number[] = [];
  const onTable: TableListener = (facts) => {
    rows = facts.rows;
    if (facts.unusedColumns.length > 0) notes.push(unusedNote(name, facts.unusedColumns));
  };
  const items = await callingByName(source.file, read(path, onTable));
  return { file: basename(name), items, rows };
}

function unusedNote(file: string, columns: readonly string[]): CountyNote {
  return {
    zh: `${file}：未使用的列：${columns.join('、')}`,
    en: `${file}: columns not used: ${columns.join(', ')}`,
  };
}

async function readTagged(
  { pbf, stations, settlements }: CountyFiles,
  boundary: readonly AreaFeature[] | undefined,
  townships: readonly AreaFeature[] | undefined,
): Promise<ExtractedPlaces> {
  const filters = {
    stations: 'tags' in stations ? parseTagFilter(stations.tags) : undefined,
    settlements: 'tags' in settlements ? parseTagFilter(settlements.tags) : undefined,
  };
  if (!filters.stations && !filters.settlements) return { stations: [], settlements: [], outsideCount: 0 };
  if (!pbf) throw new Error('Places by tags without an OSM file.');
  return callingByName(pbf, extractPlaces(pbf.path, { ...filters, boundary, townships }));
}

function withTownships<Place extends Station | Settlement>(
  places: SourceRows<Place>,
  townships: readonly AreaFeature[],
): SourceRows<Place> {
  return { ...places, items: places.items.map((place) => withTownship(place, townships)) };
}

function withTownship<Place extends Station | Settlement>(place: Place, townships: readonly AreaFeature[]): Place {
  if (place.township !== undefined) return place;
  const township = areaAt(townships, place.coord)?.name;
  return township === undefined ? place : { ...place, township };
}

function placeNotes(
  stations: readonly Station[],
  settlements: readonly Settlement[],
  boundary: readonly AreaFeature[] | undefined,
  leftOut: number,
): CountyNote[] {
  const isOutside = ({ coord }: Station | Settlement): boolean => boundary !== undefined && !areaAt(boundary, coord);
  const kept = [...stations, ...settlements].filter(isOutside).length;
  const notes: CountyNote[] = [
    {
      zh: `派出所 ${stations.length} 个，居民点 ${settlements.length} 个`,
      en: `${stations.length} station(s), ${settlements.length} settlement(s)`,
    },
  ];
  if (leftOut > 0) {
    notes.push({
      zh: `县界外的 ${leftOut} 个地点未计入`,
      en: `${leftOut} place(s) outside the boundary were left out`,
    });
  }
  if (kept > 0) {
    notes.push({
      zh: `文件中有 ${kept} 个地点在县界外，仍按文件计入`,
      en: `${kept} place(s) of the files lie outside the boundary and were kept`,
    });
  }
  return notes;
}

/** Builds the network of a choice from the county's OSM file or surveyed roads, or opens its saved one. @throws what `loadNetwork` throws */
export async function loadCountyNetwork(
  { network, survey, pbf }: CountyFiles,
  choice: ProfileChoice,
  signal?: AbortSignal,
): Promise<RoadNetwork> {
  if (network) return callingByName(network, loadNetwork({ network: network.path, ...choice }, signal));
  if (survey) return loadSurveyed(survey, choice, signal);
  if (!pbf) throw new Error('A county without an OSM file or a saved network or surveyed roads.');
  return callingByName(pbf, loadNetwork({ pbf: pbf.path, ...choice }, signal));
}

/** A table of classes that is wrong is called by its own name too. */
function loadSurveyed(
  { roads, classes, crs, joinMetres }: SurveyFiles,
  choice: ProfileChoice,
  signal?: AbortSignal,
): Promise<RoadNetwork> {
  const source = { roads: roads.path, roadClasses: classes?.path, roadsCrs: crs, joinMetres };
  const loading = callingByName(roads, loadNetwork({ ...source, ...choice }, signal));
  return classes ? callingByName(classes, loading) : loading;
}
