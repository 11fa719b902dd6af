import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { PlacedCounty } from '../../geodata/grouping/responses.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';

/** Stations and settlements with their places on a network, joined without a limit. */
export function placed(
  network: RoadNetwork,
  stations: readonly Station[],
  settlements: readonly Settlement[],
): Omit<PlacedCounty, 'ownStation'> {
  const placementsOf = (places: readonly { readonly coord: Station['coord'] }[]) =>
    snapPoints(
      network,
      places.map(({ coord }) => coord),
    );
  return {
    stations,
    settlements,
    stationPlacements: placementsOf(stations),
    settlementPlacements: placementsOf(settlements),
  };
}
