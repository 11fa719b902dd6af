import { extname } from 'node:path';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import { type CountyFiles, type PlaceSource, readCountyFiles, USUAL_TAGS } from '../../server/counties/county-files.ts';
import type { NamedFile } from '../../server/files/named-file.ts';
import type { CommandContext } from './command-context.ts';
import { UsageFailure } from './failures.ts';
import { NETWORK_OPTIONS, openRoads, requireRoads } from './network-options.ts';
import { text } from './option-values.ts';
import { BadValue, type OptionTable, type OptionValues } from './options.ts';
import { type County, loadStoredCounty } from './stored-county.ts';

/** A county's roads and places out of files: shared by every verb that sets stations against settlements. */
export const COUNTY_FILE_OPTIONS = {
  ...NETWORK_OPTIONS,
  stations: {
    value: 'SPEC',
    parse: placeSource,
    default: USUAL_TAGS.stations,
    zh: '派出所：.csv、.geojson、.json 文件，或 OSM 标签',
    en: 'police stations: a .csv, .geojson or .json file, or OSM tags',
  },
  settlements: {
    value: 'SPEC',
    parse: placeSource,
    default: USUAL_TAGS.settlements,
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
  const given = (['pbf', 'network', 'roads', 'boundary', 'townships'] as const).filter(
    (name) => files[name] !== undefined,
  );
  if (given.length > 0) {
    const names = given.map((name) => `--${name}`).join(', ');
    throw new UsageFailure([{ zh: `--county 与 ${names} 不能同时给`, en: `--county excludes ${names}` }], verb);
  }
  return loadStoredCounty(county, files, context);
}

/**
 * Reads what the options of a county name.
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure as `countyFiles` does; what `readCountyFiles` and `loadNetwork` throw
 */
export async function loadCountyFiles(
  options: OptionValues<typeof COUNTY_FILE_OPTIONS>,
  verb: string,
  context: CommandContext,
): Promise<County> {
  const { stations, settlements, boundary, notes } = await readCountyFiles(countyFiles(options, verb));
  const network = await openRoads(options, verb, context);
  return { network, stations: stations.items, settlements: settlements.items, boundary: boundary?.items, notes };
}

/**
 * The files that the options name.
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure where there are no roads, or tags are asked for without `--pbf`
 */
export function countyFiles(options: FileValues, verb: string): CountyFiles {
  requireRoads(options, verb);
  requireTagSource(options, verb);
  const { pbf, network, roads, boundary, townships, stations, settlements } = options;
  return {
    pbf: fileAt(pbf),
    network: fileAt(network),
    survey:
      roads === undefined
        ? undefined
        : {
            roads: { path: roads, name: roads },
            classes: fileAt(options['road-classes']),
            crs: options['roads-crs'],
            joinMetres: options['join-metres'],
          },
    boundary: fileAt(boundary),
    townships: fileAt(townships),
    stations,
    settlements,
  };
}

type FileValues = Omit<OptionValues<typeof COUNTY_FILE_OPTIONS>, 'condition'>;

/** On the command line a file is called by the path that was given. */
function fileAt(path: string | undefined): NamedFile | undefined {
  return path === undefined ? undefined : { path, name: path };
}

const FILE_TYPES = ['.csv', '.geojson', '.json'];

function placeSource(given: string): PlaceSource {
  if (FILE_TYPES.includes(extname(given).toLowerCase())) return { file: { path: given, name: given } };
  try {
    parseTagFilter(given);
  } catch {
    throw new BadValue({
      zh: `“${given}”应为 .csv、.geojson、.json 文件，或 place=village,hamlet 这样的 OSM 标签`,
      en: `"${given}" should be a .csv, .geojson or .json file, or OSM tags such as place=village,hamlet`,
    });
  }
  return { tags: given };
}

function requireTagSource({ pbf, stations, settlements }: FileValues, verb: string): void {
  if (pbf !== undefined) return;
  const tagged = Object.entries({ stations, settlements }).filter(([, source]) => 'tags' in source);
  if (tagged.length === 0) return;
  const names = tagged.map(([name]) => `--${name}`).join(', ');
  throw new UsageFailure([{ zh: `${names} 按标签选取时还需要 --pbf`, en: `${names} by tags also needs --pbf` }], verb);
}
