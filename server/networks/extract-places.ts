import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { type OsmPlace, readPlaces } from '../../geodata/osm/places.ts';
import type { TagFilter } from '../../geodata/osm/tag-filter.ts';
import { inflateZlib, openOsmFile } from '../files/osm-file.ts';
import { OSM_PLACE_KINDS } from '../files/place-columns.ts';
import type { AreaFeature } from '../files/read-areas.ts';
import { areaAt } from './inside-areas.ts';
import { namingFile } from './naming-file.ts';

/** What to take out of an OSM file. A kind without a filter is not looked for. */
export interface PlaceExtraction {
  readonly stations?: TagFilter | undefined;
  readonly settlements?: TagFilter | undefined;
  /** Only places inside one of these are kept. Default: all. */
  readonly boundary?: readonly AreaFeature[] | undefined;
  /** A place takes the name of the one it lies in for its township. */
  readonly townships?: readonly AreaFeature[] | undefined;
}

export interface ExtractedPlaces {
  readonly stations: Station[];
  readonly settlements: Settlement[];
  /** Places that match a filter and lie outside the boundary. */
  readonly outsideCount: number;
}

/**
 * Stations and settlements by their OSM tags, in the order of OSM type and id. Ids are `node/123`.
 * A name is `name:zh`, else `name`; without either a station is called 派出所 and its number, a
 * settlement by its id. A station is rural, since OSM does not say. A settlement's kind follows its
 * `place` tag (village and above administrative, hamlet and below natural; natural without the tag),
 * and `population` counts where it is a plain whole number.
 * @throws GeodataError `osm-malformed`, `osm-unsupported`; a file that is not there is Node's own error
 */
export async function extractPlaces(pbf: string, extraction: PlaceExtraction): Promise<ExtractedPlaces> {
  const { stations = matchesNothing, settlements = matchesNothing, boundary, townships = [] } = extraction;
  const found = await namingFile(pbf, readPlaces(openOsmFile(pbf), inflateZlib, { stations, settlements }));
  const isKept = ({ lon, lat }: OsmPlace): boolean => boundary === undefined || !!areaAt(boundary, [lon, lat]);
  const kept = { stations: found.stations.filter(isKept), settlements: found.settlements.filter(isKept) };
  return {
    stations: kept.stations.map((place) => stationOf(place, townships)),
    settlements: kept.settlements.map((place) => settlementOf(place, townships)),
    outsideCount: found.stations.length + found.settlements.length - kept.stations.length - kept.settlements.length,
  };
}

function matchesNothing(): boolean {
  return false;
}

function stationOf(place: OsmPlace, townships: readonly AreaFeature[]): Station {
  return { ...baseOf(place, `派出所 ${place.osmId}`, townships), kind: 'rural' };
}

function settlementOf(place: OsmPlace, townships: readonly AreaFeature[]): Settlement {
  const { place: kind, population } = place.tags;
  return {
    ...baseOf(place, idOf(place), townships),
    kind: OSM_PLACE_KINDS.get(kind ?? '') ?? 'natural',
    ...(population !== undefined && /^\d{1,15}$/.test(population) ? { population: Number(population) } : {}),
  };
}

function baseOf(place: OsmPlace, fallbackName: string, townships: readonly AreaFeature[]) {
  const { tags, lon, lat } = place;
  const township = areaAt(townships, [lon, lat])?.name;
  return {
    id: idOf(place),
    name: tags['name:zh'] || tags['name'] || fallbackName,
    coord: [lon, lat] as const,
    ...(township === undefined ? {} : { township }),
  };
}

function idOf({ osmType, osmId }: OsmPlace): string {
  return `${osmType}/${osmId}`;
}
