import type { Compound, CompoundState } from '../records/county-records.ts';

/** Some compounds, counted in every way a bulletin counts. All are whole; sums of parts equal the whole. */
export interface CompoundSum {
  readonly compounds: number;
  /** Of the compounds that say. */
  readonly households: number;
  /** Compounds that do not say their households; none of them is in `households`. */
  readonly unknownHouseholds: number;
  /** 设备数 of the compounds that say. */
  readonly devices: number;
  readonly unknownDevices: number;
  /** 在线设备数 of the compounds that say both this and 设备数. */
  readonly onlineDevices: number;
  /** 设备数 of those same compounds: what `onlineDevices` is a part of. */
  readonly comparedDevices: number;
  /** Compounds that do not say both. */
  readonly unknownOnline: number;
}

/**
 * The compounds of a place by DOMAIN.md 1.2. B0, B1, Bc and B2 are of the compounds that are due 应建 alone, so that
 * every numerator lies within its denominator: the clause asks for the compounds that should be equipped, and one that
 * is equipped without being due would hide one that is due and is not. Those are counted apart, as `notDue...`.
 */
export interface VideoCounts {
  /** 应建, B0: the sum of the four states below. */
  readonly due: CompoundSum;
  /** 验收, B1: built and accepted. */
  readonly accepted: CompoundSum;
  /** 建成, not yet accepted. */
  readonly built: CompoundSum;
  /** 在建, Bc. */
  readonly underConstruction: CompoundSum;
  /** 未建 */
  readonly notBegun: CompoundSum;
  /** 联网 of the accepted: B2. */
  readonly networkedAccepted: CompoundSum;
  /** 联网 of the built that are not yet accepted. */
  readonly networkedBuilt: CompoundSum;
  /** 联网 of those under construction. */
  readonly networkedUnderConstruction: CompoundSum;
  /** Said to be connected although nothing is built: a contradiction in the table, and part of no rate. */
  readonly networkedNotBegun: CompoundSum;
  /** Not due, in whatever state. */
  readonly notDue: CompoundSum;
  /** Not due and yet built or accepted. */
  readonly notDueEquipped: CompoundSum;
  /** Those of `notDueEquipped` that are connected. */
  readonly notDueNetworked: CompoundSum;
}

/**
 * What counts as equipped: accepted 验收 (B1, the strict reading and the default), or built 建成 as well, or under
 * construction 在建 as well, as a bulletin of Daqing counted (DOMAIN.md 0.5).
 */
export type EquippedReading = 'accepted' | 'built' | 'under-construction';

/** What a rate counts. */
export type CountedBy = 'compounds' | 'households' | 'devices';

/** Whole numbers. A denominator of 0 is no rate 无, never 100 %. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The name of a denominator: due 应建, equipped in one of the three readings, or the devices that are connected. */
export type RateDenominator = 'due' | EquippedReading | 'connected-devices';

/** A rate with its denominator named. */
export interface VideoRate {
  readonly ratio: Ratio;
  readonly denominator: RateDenominator;
  readonly by: CountedBy;
  /** Compounds of the denominator that do not say what is counted, and so are in neither number. */
  readonly unknown: number;
}

export const NO_COMPOUNDS: CompoundSum = {
  compounds: 0,
  households: 0,
  unknownHouseholds: 0,
  devices: 0,
  unknownDevices: 0,
  onlineDevices: 0,
  comparedDevices: 0,
  unknownOnline: 0,
};

/** A class of compounds: the name of its counts. */
export type VideoClass = keyof VideoCounts;

/** Classes that together are equipped, in a reading. */
export const EQUIPPED_CLASSES: Readonly<Record<EquippedReading, readonly VideoClass[]>> = {
  accepted: ['accepted'],
  built: ['accepted', 'built'],
  'under-construction': ['accepted', 'built', 'underConstruction'],
};

/** Those of them that are connected, in a reading. */
export const NETWORKED_CLASSES: Readonly<Record<EquippedReading, readonly VideoClass[]>> = {
  accepted: ['networkedAccepted'],
  built: ['networkedAccepted', 'networkedBuilt'],
  'under-construction': ['networkedAccepted', 'networkedBuilt', 'networkedUnderConstruction'],
};

const COUNTED_IN: Readonly<Record<CompoundState, readonly [state: VideoClass, networked: VideoClass]>> = {
  accepted: ['accepted', 'networkedAccepted'],
  built: ['built', 'networkedBuilt'],
  'under-construction': ['underConstruction', 'networkedUnderConstruction'],
  none: ['notBegun', 'networkedNotBegun'],
};

/** Counts the compounds of any place: a community, a station, the county, or one compound. */
export function videoCounts(compounds: readonly Compound[]): VideoCounts {
  const counts = emptyCounts();
  for (const compound of compounds) {
    const sum = sumOfOne(compound);
    for (const name of classesOf(compound)) counts[name] = addCompounds(counts[name], sum);
  }
  return counts;
}

/** The classes that a compound counts in: those of its state, of those that are due or of those that are not. */
export function classesOf({ due, state, networked }: Pick<Compound, 'due' | 'state' | 'networked'>): VideoClass[] {
  const [stateClass, networkedClass] = COUNTED_IN[state];
  if (due) return networked ? ['due', stateClass, networkedClass] : ['due', stateClass];
  if (state !== 'built' && state !== 'accepted') return ['notDue'];
  return networked ? ['notDue', 'notDueEquipped', 'notDueNetworked'] : ['notDue', 'notDueEquipped'];
}

/** The counts of two places that share no compound, together. */
export function addVideoCounts(first: VideoCounts, second: VideoCounts): VideoCounts {
  const counts = emptyCounts();
  for (const name of Object.keys(counts) as VideoClass[]) {
    counts[name] = addCompounds(first[name], second[name]);
  }
  return counts;
}

/** Compounds that are due and count as equipped: B1 in the strict reading. */
export function equippedOf(counts: VideoCounts, reading: EquippedReading = 'accepted'): CompoundSum {
  return EQUIPPED_CLASSES[reading].map((name) => counts[name]).reduce(addCompounds);
}

/** B2: compounds that are due, count as equipped and are connected to the platform. */
export function networkedOf(counts: VideoCounts, reading: EquippedReading = 'accepted'): CompoundSum {
  return NETWORKED_CLASSES[reading].map((name) => counts[name]).reduce(addCompounds);
}

/** 覆盖率 B1 / B0. */
export function coverageRate(
  counts: VideoCounts,
  reading: EquippedReading = 'accepted',
  by: CountedBy = 'compounds',
): VideoRate {
  return rateOf(equippedOf(counts, reading), counts.due, 'due', by);
}

/** 联网率 B2 / B1, or, over those that are due, B2 / B0. */
export function networkedRate(
  counts: VideoCounts,
  reading: EquippedReading = 'accepted',
  by: CountedBy = 'compounds',
  over: 'equipped' | 'due' = 'equipped',
): VideoRate {
  const networked = networkedOf(counts, reading);
  if (over === 'due') return rateOf(networked, counts.due, 'due', by);
  return rateOf(networked, equippedOf(counts, reading), reading, by);
}

/** 在线率 O / D: devices online of the devices of the compounds in B2 that say both. */
export function onlineRate(counts: VideoCounts, reading: EquippedReading = 'accepted'): VideoRate {
  const { onlineDevices, comparedDevices, unknownOnline } = networkedOf(counts, reading);
  return {
    ratio: ratio(onlineDevices, comparedDevices),
    denominator: 'connected-devices',
    by: 'devices',
    unknown: unknownOnline,
  };
}

/**
 * A part of a whole.
 * @throws Error where a number is negative or not whole, or the part exceeds the whole
 */
export function ratio(numerator: number, denominator: number): Ratio {
  const isPart = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0;
  if (!isPart || numerator > denominator) {
    throw new Error(`${numerator} of ${denominator} is no part of a whole in whole numbers.`);
  }
  return { numerator, denominator };
}

/** The sums of two sets of compounds that share none, together. */
export function addCompounds(first: CompoundSum, second: CompoundSum): CompoundSum {
  return {
    compounds: first.compounds + second.compounds,
    households: first.households + second.households,
    unknownHouseholds: first.unknownHouseholds + second.unknownHouseholds,
    devices: first.devices + second.devices,
    unknownDevices: first.unknownDevices + second.unknownDevices,
    onlineDevices: first.onlineDevices + second.onlineDevices,
    comparedDevices: first.comparedDevices + second.comparedDevices,
    unknownOnline: first.unknownOnline + second.unknownOnline,
  };
}

function rateOf(part: CompoundSum, whole: CompoundSum, denominator: RateDenominator, by: CountedBy): VideoRate {
  const unknown = { compounds: 0, households: whole.unknownHouseholds, devices: whole.unknownDevices }[by];
  return { ratio: ratio(part[by], whole[by]), denominator, by, unknown };
}

function sumOfOne({ households, devices, onlineDevices }: Compound): CompoundSum {
  const isCompared = devices !== undefined && onlineDevices !== undefined;
  return {
    compounds: 1,
    households: households ?? 0,
    unknownHouseholds: households === undefined ? 1 : 0,
    devices: devices ?? 0,
    unknownDevices: devices === undefined ? 1 : 0,
    onlineDevices: isCompared ? onlineDevices : 0,
    comparedDevices: isCompared ? devices : 0,
    unknownOnline: isCompared ? 0 : 1,
  };
}

function emptyCounts(): Record<VideoClass, CompoundSum> {
  return {
    due: NO_COMPOUNDS,
    accepted: NO_COMPOUNDS,
    built: NO_COMPOUNDS,
    underConstruction: NO_COMPOUNDS,
    notBegun: NO_COMPOUNDS,
    networkedAccepted: NO_COMPOUNDS,
    networkedBuilt: NO_COMPOUNDS,
    networkedUnderConstruction: NO_COMPOUNDS,
    networkedNotBegun: NO_COMPOUNDS,
    notDue: NO_COMPOUNDS,
    notDueEquipped: NO_COMPOUNDS,
    notDueNetworked: NO_COMPOUNDS,
  };
}
