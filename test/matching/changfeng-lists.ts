import { readFileSync } from 'node:fs';
import type { PlaceToMatch, UnitToMatch } from '../../geodata/matching/rows-to-match.ts';
import type { LonLat } from '../../geodata/units.ts';
import { readFeatures } from '../catchment/changfeng.ts';

/** The official list and the map of Changfeng, neither changed. */
export interface ChangfengLists {
  /** 282 units with codes and names; the list names no townships. */
  readonly units: readonly UnitToMatch[];
  /** 220 places of OSM with the township they lie in, without codes. Three have no name, which is then empty. */
  readonly places: readonly PlaceToMatch[];
  /** The official code that 123 of the places carry, by id: the truth to match against. */
  readonly codeOfPlace: ReadonlyMap<string, string>;
}

/** @param folder of the county's real data */
export function readChangfengLists(folder: string): ChangfengLists {
  const features = readFeatures<{ readonly coordinates: LonLat }>(`${folder}/places.geojson`);
  const [, ...rows] = readFileSync(`${folder}/official_villages.csv`, 'utf8').trim().split(/\r?\n/);
  return {
    units: rows.map((row) => {
      const [code = '', name = ''] = row.split(',');
      return { code, name };
    }),
    places: features.map(({ properties, geometry }) => ({
      id: String(properties['osm_node']),
      name: String(properties['name'] ?? ''),
      township: String(properties['township']),
      coord: geometry.coordinates,
    })),
    codeOfPlace: new Map(
      features.flatMap(({ properties }) =>
        properties['official_code'] ? [[String(properties['osm_node']), String(properties['official_code'])]] : [],
      ),
    ),
  };
}
