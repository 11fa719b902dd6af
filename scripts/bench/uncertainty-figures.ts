import { straightMetres } from '../../geodata/catchment/catchments.ts';
import { COUNTY_SNAP } from '../../geodata/catchment/county-places.ts';
import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import {
  ALWAYS,
  NEVER,
  OPEN,
  type SampledReach,
  sampleReach,
} from '../../geodata/grouping/robustness/sampled-reach.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { sampledNetwork } from '../../geodata/travel/uncertainty/sampled-network.ts';
import { DEFAULT_BANDS } from '../../geodata/travel/uncertainty/speed-bands.ts';
import { DEFAULT_COMMON_SHARE, sampledFactors } from '../../geodata/travel/uncertainty/speed-factors.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { Figure } from './figure.ts';
import { measure } from './measure.ts';

const SAMPLES = 200;

/** What speeds in bands make of a county with a station at each town: how much is certain, and how long samples take. */
export async function uncertaintyFigures(
  name: string,
  network: RoadNetwork,
  places: { readonly stations: readonly LonLat[]; readonly settlements: readonly LonLat[] },
): Promise<Figure[]> {
  const stations = places.stations.map((coord, i): Station => ({ id: `s${i}`, name: `s${i}`, coord, kind: 'rural' }));
  const settlements = places.settlements.map(
    (coord, i): Settlement => ({ id: `v${i}`, name: `v${i}`, coord, kind: 'natural' }),
  );
  const uncertainty = { bands: DEFAULT_BANDS, commonShare: DEFAULT_COMMON_SHARE, seed: 1 };
  const input = {
    network,
    stations,
    settlements,
    stationPlacements: snapPoints(network, places.stations, COUNTY_SNAP),
    settlementPlacements: snapPoints(network, places.settlements, COUNTY_SNAP),
    counting: DEFAULT_COUNTING,
    uncertainty,
    sampleCount: SAMPLES,
  };
  const factors = sampledFactors(uncertainty, 0);
  const speeds = await measure(60, 20, () => sampledNetwork(network, factors));
  let reach = sampleReach(input);
  const sampling = await measure(3, 0, () => {
    reach = sampleReach(input);
  });
  return [
    { name: `${name}: the network at the speeds of one sample`, value: `median ${speeds.median.toFixed(2)} ms` },
    {
      name: `${name}: ${SAMPLES} samples, ${stations.length} stations x ${settlements.length} settlements`,
      value: `median ${sampling.median.toFixed(0)} ms`,
    },
    { name: `${name}: pairs certain and open, settlements from the nearest station`, value: countsText(reach, places) },
  ];
}

function countsText(
  { certainty, stationCount, settlementCount }: SampledReach,
  { stations, settlements }: { readonly stations: readonly LonLat[]; readonly settlements: readonly LonLat[] },
): string {
  const columns = stationCount + settlementCount;
  const pairs = [0, 0, 0, 0];
  certainty.forEach((code, pair) => {
    if (pair % columns < settlementCount) pairs[code]!++;
  });
  const nearest = [0, 0, 0, 0];
  settlements.forEach((coord, index) => {
    const metres = stations.map((station) => straightMetres(station, coord));
    nearest[certainty[metres.indexOf(Math.min(...metres)) * columns + index]!]!++;
  });
  const text = (counts: readonly number[]) => `${counts[ALWAYS]} pass, ${counts[NEVER]} fail, ${counts[OPEN]} open`;
  return `pairs ${text(pairs)}; nearest ${text(nearest)}`;
}
