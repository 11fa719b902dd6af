import { assignOwnStations, type OwnStation } from '../catchment/own-station.ts';
import type { Settlement, Station } from '../catchment/places.ts';
import type { RouteCost } from '../travel/route-cost.ts';

/** A place of a call that is no settlement of the tables; what is known of it is used as a settlement's row would be. */
export type CalledPoint = Pick<Settlement, 'coord' | 'township' | 'stationId'>;

/**
 * The own station 属地派出所 of any point, by the same rules as a settlement's: see `assignOwnStations`.
 * @param drives one a station: the fastest drive to the point, off-road legs included; undefined where none leads there
 * @returns undefined where there is no station at all
 * @throws GeodataError `unknown-id` where the point names a station that is not in the list
 */
export function ownStationOfPoint(
  stations: readonly Station[],
  point: CalledPoint,
  drives: readonly (RouteCost | undefined)[],
): OwnStation | undefined {
  if (stations.length === 0) return undefined;
  const place: Settlement = { ...point, id: '', name: '', kind: 'natural' };
  return assignOwnStations(stations, [place], (station) => drives[station]?.ds)[0];
}
