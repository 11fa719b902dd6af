import type { Settlement, Station } from '../../../geodata/catchment/places.ts';
import { type CountingRule, DEFAULT_COUNTING } from '../../../geodata/grouping/counting-rule.ts';
import type { ReachInput } from '../../../geodata/grouping/robustness/sampled-reach.ts';
import { ruralPlain } from '../../../geodata/roads/profiles/rural.ts';
import { DEFAULT_BANDS } from '../../../geodata/travel/uncertainty/speed-bands.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { randomScene } from '../../scenes/random-scene.ts';
import { openScene } from '../../scenes/scene.ts';
import { settlement, station } from '../county-arrays.ts';
import { placed } from '../placed-county.ts';

export interface RandomCounty extends ReachInput {
  readonly owners: readonly number[];
}

const COMBINES = ['and', 'or', 'time', 'distance'] as const;

/** Three stations and eight settlements on a random map a kilometre across, with limits amid what the roads take. */
export async function randomCounty(seed: number, sampleCount: number): Promise<RandomCounty> {
  const random = mulberry32(seed);
  const { network, at } = await openScene(randomScene(random), ruralPlain);
  const place = () => at(random() * 1300 - 50, random() * 1000 - 50);
  const stations: Station[] = ['A', 'B', 'C'].map((id) => station(id, { coord: place() }));
  const settlements: Settlement[] = Array.from({ length: 8 }, (_, i) =>
    settlement(`s${i}`, { coord: place(), population: 100 + Math.floor(random() * 900), households: 40 + i }),
  );
  const counting: CountingRule = {
    ...DEFAULT_COUNTING,
    combine: COMBINES[seed % 6] ?? 'and',
    limitDs: 500 + Math.floor(random() * 1500),
    limitDm: 5000 + Math.floor(random() * 15_000),
  };
  return {
    network,
    ...placed(network, stations, settlements),
    owners: settlements.map((_, i) => i % 3),
    counting,
    uncertainty: { bands: DEFAULT_BANDS, commonShare: 0.5, seed },
    sampleCount,
  };
}
