import { readFileSync } from 'node:fs';
import type { FeatureCollection, Point } from 'geojson';
import { assignOwnStations, drivingTimesOf } from '../../geodata/catchment/own-station.ts';
import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { PlacedCounty } from '../../geodata/grouping/responses.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork } from '../../geodata/roads/network.ts';
import { ruralPlain } from '../../geodata/roads/profiles/rural.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { TwoLimitRule } from '../../geodata/travel/two-limit-rule.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';

/** A real county on its real roads. It has no station in OSM: one is set at each place=town node, all of them rural. */
export interface RealCounty extends PlacedCounty {
  readonly rule: TwoLimitRule;
}

interface PlaceProperties {
  readonly place: string;
  readonly name: string | null;
  readonly township: string | null;
  readonly osm_node: number;
}

/** @param folder holds changfeng.osm.pbf and places.geojson */
export async function openChangfeng(folder: string): Promise<RealCounty> {
  const pbf = openOsmFile(`${folder}/changfeng.osm.pbf`);
  const network = openNetwork(await buildNetwork(pbf, inflateZlib, ruralPlain));
  const places = JSON.parse(readFileSync(`${folder}/places.geojson`, 'utf8')) as FeatureCollection<
    Point,
    PlaceProperties
  >;
  const settlements = places.features.map(({ properties, geometry }): Settlement => {
    const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates;
    const { osm_node, name, township } = properties;
    return {
      id: String(osm_node),
      name: name ?? `未命名 ${osm_node}`,
      coord: [lon, lat],
      kind: 'natural',
      ...(township ? { township } : {}),
    };
  });
  const towns = places.features.flatMap(({ properties }, i) => (properties.place === 'town' ? [settlements[i]!] : []));
  const stations = towns.map(({ id, name, coord, township }): Station => {
    return { id: `station-${id}`, name: `${name}派出所`, coord, kind: 'rural', ...(township ? { township } : {}) };
  });
  const stationPlacements = snapPoints(
    network,
    stations.map(({ coord }) => coord),
  );
  const settlementPlacements = snapPoints(
    network,
    settlements.map(({ coord }) => coord),
  );
  const times = drivingTimesOf(network, stationPlacements, settlementPlacements);
  const ownStation = assignOwnStations(stations, settlements, times);
  return {
    rule: new TwoLimitRule(network),
    stations,
    settlements,
    stationPlacements,
    settlementPlacements,
    ownStation,
  };
}
