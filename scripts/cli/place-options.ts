import { extname } from 'node:path';
import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { parseTagFilter, type TagFilter } from '../../geodata/osm/tag-filter.ts';
import { type AreaFeature, readAreaFeatures } from '../../server/files/read-areas.ts';
import { readSettlements } from '../../server/files/read-settlements.ts';
import { readStations } from '../../server/files/read-stations.ts';
import { type ExtractedPlaces, extractPlaces } from '../../server/networks/extract-places.ts';
import { areaAt } from '../../server/networks/inside-areas.ts';
import type { CommandContext } from './command-context.ts';
import { UsageFailure } from './failures.ts';
import { NETWORK_OPTIONS, openRoads } from './network-options.ts';
import { text } from './option-values.ts';
import { BadValue, type OptionTable, type OptionValues } from './options.ts';
import { type County, loadStoredCounty } from './stored-county.ts';
import type { Words } from './words.ts';

/** Where places come from: a table or GeoJSON file, or tags of the OSM file. */
export type PlaceSpec = { readonly file: string } | { readonly filter: TagFilter };

/** A county's roads and places out of files: shared by every verb that sets stations against settlements. */
export const COUNTY_FILE_OPTIONS = {
  ...NETWORK_OPTIONS,
  stations: {
    value: 'SPEC',
    parse: placeSpec,
    default: 'amenity=police',
    zh: '派出所：.csv、.geojson、.json 文件，或 OSM 标签',
    en: 'police stations: a .csv, .geojson or .json file, or OSM tags',
  },
  settlements: {
    value: 'SPEC',
    parse: placeSpec,
    default: 'place=town,village,hamlet,isolated_dwelling',
    zh: '居民点：.csv、.geojson、.json 文件，或 OSM 标签',
    en: 'settlements: a .csv, .geojson or .json file, or OSM tags',
  },
  boundary: {
    value: 'FILE',
    parse: text,
    zh: '县界 GeoJSON，按标签选取的地点只保留界内的',
    en: 'GeoJSON of the county; places found by tags are kept inside it only',
  },
  townships: {
    value: 'FILE',
    parse: text,
    zh: '乡镇街道界 GeoJSON，为没有所属乡镇的地点补上',
    en: 'GeoJSON of the townships, for places that do not name theirs',
  },
} as const satisfies OptionTable;

/** The same, or a county of the store. */
export const COUNTY_OPTIONS = {
  county: {
    value: 'CODE',
    parse: text,
    zh: '数据库中的县（由 hubshed import 导入），代替上列文件',
    en: 'a county of the store (made by hubshed import), instead of files',
  },
  ...COUNTY_FILE_OPTIONS,
} as const satisfies OptionTable;

/**
 * The county that the options name: from the store where they give its code, else from files.
 * @param verb whose help a wrong choice points to
 */
export function loadCounty(
  options: OptionValues<typeof COUNTY_OPTIONS>,
  verb: string,
  context: CommandContext,
): Promise<County> {
  const { county, ...files } = options;
  if (county === undefined) return loadCountyFiles(files, verb, context);
  const given = (['pbf', 'network', 'boundary', 'townships'] as const).filter((name) => files[name] !== undefined);
  if (given.length > 0) {
    const names = given.map((name) => `--${name}`).join(', ');
    throw new UsageFailure([{ zh: `--county 与 ${names} 不能同时给`, en: `--county excludes ${names}` }], verb);
  }
  return loadStoredCounty(county, files, context);
}

/**
 * Reads what the options of a county name. Places of a file are kept wherever they lie, since a
 * county's own table outranks a boundary; places found by tags must lie inside it.
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure where tags are asked for without `--pbf`; `input-invalid` for a bad file; what `loadNetwork` throws
 */
export async function loadCountyFiles(
  options: OptionValues<typeof COUNTY_FILE_OPTIONS>,
  verb: string,
  context: CommandContext,
): Promise<County> {
  checkTagSource(options, verb);
  const boundary = options.boundary === undefined ? undefined : await readAreaFeatures(options.boundary);
  const townships = options.townships === undefined ? [] : await readAreaFeatures(options.townships);
  const unused: Words[] = [];
  const listed = await readListed(options, unused);
  const extracted = await extractTagged(options, boundary, townships);
  const places = {
    stations: (listed.stations ?? extracted.stations).map((place) => withTownship(place, townships)),
    settlements: (listed.settlements ?? extracted.settlements).map((place) => withTownship(place, townships)),
  };
  const network = await openRoads(options, verb, context);
  return { network, ...places, boundary, notes: [...placeNotes(places, boundary, extracted.outsideCount), ...unused] };
}

const FILE_TYPES = ['.csv', '.geojson', '.json'];

function placeSpec(given: string): PlaceSpec {
  if (FILE_TYPES.includes(extname(given).toLowerCase())) return { file: given };
  try {
    return { filter: parseTagFilter(given) };
  } catch {
    throw new BadValue({
      zh: `“${given}”应为 .csv、.geojson、.json 文件，或 place=village,hamlet 这样的 OSM 标签`,
      en: `"${given}" should be a .csv, .geojson or .json file, or OSM tags such as place=village,hamlet`,
    });
  }
}

interface PlaceChoice {
  readonly pbf: string | undefined;
  readonly stations: PlaceSpec;
  readonly settlements: PlaceSpec;
}

function checkTagSource(
  { pbf, stations, settlements, network }: PlaceChoice & { network?: string | undefined },
  verb: string,
): void {
  if (pbf !== undefined || network === undefined) return;
  const tagged = Object.entries({ stations, settlements }).filter(([, spec]) => 'filter' in spec);
  if (tagged.length === 0) return;
  const names = tagged.map(([name]) => `--${name}`).join(', ');
  throw new UsageFailure([{ zh: `${names} 按标签选取时还需要 --pbf`, en: `${names} by tags also needs --pbf` }], verb);
}

/** Stations come first: a table of settlements may refer to them. */
async function readListed({ stations, settlements }: PlaceChoice, notes: Words[]) {
  const noteUnused = (file: string) => (columns: readonly string[]) => {
    notes.push({
      zh: `${file}：未使用的列：${columns.join('、')}`,
      en: `${file}: columns not used: ${columns.join(', ')}`,
    });
  };
  const listed = 'file' in stations ? await readStations(stations.file, noteUnused(stations.file)) : undefined;
  return {
    stations: listed,
    settlements:
      'file' in settlements ? await readSettlements(settlements.file, listed, noteUnused(settlements.file)) : undefined,
  };
}

async function extractTagged(
  { pbf, stations, settlements }: PlaceChoice,
  boundary: readonly AreaFeature[] | undefined,
  townships: readonly AreaFeature[],
): Promise<ExtractedPlaces> {
  const filters = {
    stations: 'filter' in stations ? stations.filter : undefined,
    settlements: 'filter' in settlements ? settlements.filter : undefined,
  };
  const isNeeded = filters.stations !== undefined || filters.settlements !== undefined;
  if (pbf === undefined || !isNeeded) return { stations: [], settlements: [], outsideCount: 0 };
  return extractPlaces(pbf, { ...filters, boundary, townships });
}

function withTownship<Place extends Station | Settlement>(place: Place, townships: readonly AreaFeature[]): Place {
  if (place.township !== undefined) return place;
  const township = areaAt(townships, place.coord)?.name;
  return township === undefined ? place : { ...place, township };
}

function placeNotes(
  { stations, settlements }: Pick<County, 'stations' | 'settlements'>,
  boundary: County['boundary'],
  leftOut: number,
): Words[] {
  const isOutside = ({ coord }: Station | Settlement): boolean => boundary !== undefined && !areaAt(boundary, coord);
  const kept = [...stations, ...settlements].filter(isOutside).length;
  const notes: Words[] = [
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
