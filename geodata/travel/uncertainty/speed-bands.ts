import type { RoadClass } from '../../roads/road-class.ts';

/** What is drawn as one: roads of a class with its slip roads, all turns, all off-road legs. Append only: the position is part of the seed. */
export const SPEED_GROUPS = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'service',
  'track',
  'other',
  'carried',
  'turns',
  'off-road',
] as const;
export type SpeedGroup = (typeof SPEED_GROUPS)[number];

/** Group of each road class. A class is wholly dependent within itself: its default is wrong everywhere or nowhere. */
export const GROUP_OF_CLASS: Readonly<Record<RoadClass, SpeedGroup>> = {
  motorway: 'motorway',
  motorway_link: 'motorway',
  trunk: 'trunk',
  trunk_link: 'trunk',
  primary: 'primary',
  primary_link: 'primary',
  secondary: 'secondary',
  secondary_link: 'secondary',
  tertiary: 'tertiary',
  tertiary_link: 'tertiary',
  unclassified: 'unclassified',
  residential: 'residential',
  living_street: 'residential',
  service: 'service',
  track: 'track',
  other: 'other',
  ferry: 'carried',
  shuttle_train: 'carried',
};

/** Factors on the profile's own speed (of turns: on how quickly they are made), with the profile's speed as the likeliest. */
export interface SpeedBand {
  /** 0 < low <= 1 <= high. */
  readonly low: number;
  readonly high: number;
  /** `bracket`: from the bracketing speeds of DOMAIN.md section 6. `estimate`: no source. */
  readonly mark: 'bracket' | 'estimate';
  readonly source: string;
}
export type SpeedBands = Readonly<Record<SpeedGroup, SpeedBand>>;

/**
 * Bands in the form km/h over the default of the plain: below, the World Bank's rural access model or the limit of a
 * road without a centre line; above, the legal limit or the design speed. None was measured. As factors they hold
 * for every profile and condition, whose own speeds they stand around.
 */
export const DEFAULT_BANDS: SpeedBands = {
  motorway: bracket(80 / 100, 120 / 100, 'design speeds of motorways, JTG B01-2014: 80 to 120'),
  trunk: bracket(40 / 65, 80 / 65, 'limit without a centre line 40, art. 45; rural access model, national road 80'),
  primary: bracket(40 / 60, 70 / 60, 'limit without a centre line 40, one lane each way 70, art. 45'),
  secondary: bracket(20 / 45, 70 / 45, 'rural access model, county road 20; limit of one lane each way 70, art. 45'),
  tertiary: bracket(20 / 35, 40 / 35, 'rural access model, township road 20; limit without a centre line 40, art. 45'),
  unclassified: bracket(20 / 28, 40 / 28, 'rural access model, rural road 20; limit without a centre line 40, art. 45'),
  residential: bracket(10 / 25, 30 / 25, 'rural access model, narrow road 10; urban limit without a centre line 30'),
  service: bracket(10 / 15, 20 / 15, 'rural access model, narrow road 10, rural road 20'),
  track: bracket(8 / 12, 20 / 12, 'default of the mountains 8; rural access model, rural road 20'),
  other: estimate(0.6, 1.5, 'no source'),
  carried: estimate(0.5, 1, 'no source: waiting can double a crossing, nothing shortens it'),
  turns: estimate(0.5, 2, 'no source: turn costs are those of the car profile, halved or doubled'),
  'off-road': estimate(8 / 15, 20 / 15, 'default of a mountain track 8; rural access model, rural road 20'),
};

/**
 * The same bands, each end moved from or to 1 by a share: 0 takes all doubt away, 1 changes nothing, 2 doubles each
 * way of the band as a time (below) and as a speed (above), so that no speed falls to nothing.
 * @param share >= 0
 */
export function scaledBands(bands: SpeedBands, share: number): SpeedBands {
  if (!(share >= 0 && share < Infinity)) throw new Error(`Bands scaled by ${share}, which is not 0 or more.`);
  const scaled = SPEED_GROUPS.map((group): [SpeedGroup, SpeedBand] => {
    const band = bands[group];
    const low = 1 / (1 + share * (1 / band.low - 1));
    return [group, { ...band, low, high: 1 + share * (band.high - 1) }];
  });
  return Object.fromEntries(scaled) as unknown as SpeedBands;
}

/** @throws Error naming the first band that does not hold 1 or whose low end is not above 0 */
export function checkBands(bands: SpeedBands): void {
  for (const group of SPEED_GROUPS) {
    const { low, high } = bands[group];
    if (!(low > 0 && low <= 1 && high >= 1 && high < Infinity)) {
      throw new Error(`The band of ${group} is ${low} to ${high}, expected 0 < low <= 1 <= high.`);
    }
  }
}

function bracket(low: number, high: number, source: string): SpeedBand {
  return { low, high, mark: 'bracket', source };
}

function estimate(low: number, high: number, source: string): SpeedBand {
  return { low, high, mark: 'estimate', source };
}
