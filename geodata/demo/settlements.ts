import type { Metres } from '../units.ts';
import type { Borders } from './borders.ts';
import { type EastNorth, metresBetween } from './frame.ts';
import type { Lattice, Site } from './lattice.ts';
import type { Namer } from './names.ts';
import { type Random, randomStream } from './random.ts';
import { type TownshipUnit, townshipAt } from './townships.ts';
import type { VillageSites } from './village-sites.ts';

/** 社区, 行政村 and its other 自然村. */
export type SettlementRank = 'community' | 'village' | 'hamlet';

/** A cluster of houses. Each household of the county lives in exactly one. */
export interface PlacedSettlement {
  /** Twelve digits; of a hamlet, its village's and a number. */
  readonly id: string;
  readonly name: string;
  readonly rank: SettlementRank;
  /** Index of the township-level unit. */
  readonly township: number;
  /** Id of the administrative village or community; its own, where it is one. */
  readonly villageId: string;
  readonly place: EastNorth;
  /** The site it grew from; a community stands in a town and has none. */
  readonly site: Site | undefined;
  readonly hilliness: number;
  /** Whether it is the community at the offices of its township. */
  readonly isSeat: boolean;
}

/** Village numbers within a township: communities from 001, villages from 201 (DOMAIN.md 1.5). */
const FIRST_COMMUNITY = 1;
const FIRST_VILLAGE = 201;

/** Blocks of the county town's grid: where communities lie, from its centre. */
const BLOCKS: readonly Metres[] = [-1_120, -810, -475, -155, 155, 475, 810, 1_120];
const TOWN_COMMUNITIES = 26;
/** Houses stand beside the road rather than on it. */
const ASIDE_METRES = 55;

interface Land {
  readonly lattice: Lattice;
  readonly labels: Int16Array;
  readonly borders: Borders;
  readonly townships: readonly TownshipUnit[];
  readonly centre: EastNorth;
}

/** Names, numbers and places every settlement: township by township, communities, villages, then hamlets. */
export function placeSettlements(seed: number, land: Land, sites: VillageSites, namer: Namer): PlacedSettlement[] {
  const random = randomStream(seed, 'settlements');
  const { lattice, labels, townships } = land;
  const blocks = chooseBlocks(random, land);
  const inTownship = (label: number) => (site: Site) => labels[site] === label;
  return townships.flatMap((unit, label) => {
    const communities = nameCommunities(random, unit, label, { blocks, namer });
    const villages = sites.administrative.filter(inTownship(label)).map((site, index): PlacedSettlement => {
      const id = unit.code + (FIRST_VILLAGE + index);
      const name = namer.village(unit.name, isHilly(lattice, site));
      return { ...standAt(random, lattice, site), id, name, rank: 'village', township: label, villageId: id };
    });
    const hamlets = sites.natural.filter(inTownship(label)).map((site): Omit<PlacedSettlement, 'id'> => {
      const villageId = nearestTo(lattice.placeOf(site), villages).id;
      const name = namer.village(unit.name, isHilly(lattice, site));
      return { ...standAt(random, lattice, site), name, rank: 'hamlet', township: label, villageId };
    });
    return [...communities, ...villages, ...numberHamlets(hamlets)];
  });
}

function nameCommunities(
  random: Random,
  unit: TownshipUnit,
  label: number,
  { blocks, namer }: { readonly blocks: readonly { label: number; place: EastNorth }[]; readonly namer: Namer },
): PlacedSettlement[] {
  const places = [
    beside(random, unit.seat),
    ...(unit.kind === 'subdistrict' ? blocks.filter((block) => block.label === label).map(({ place }) => place) : []),
  ];
  return places.map((place, index): PlacedSettlement => {
    const id = unit.code + String(FIRST_COMMUNITY + index).padStart(3, '0');
    const isSeat = index === 0;
    const name = isSeat ? `${unit.shortName}社区` : namer.community();
    const common = { rank: 'community', township: label, villageId: id, site: undefined, hilliness: 0 } as const;
    return { ...common, id, name, place, isSeat };
  });
}

function chooseBlocks(random: Random, { borders, townships, centre }: Land) {
  const places = BLOCKS.flatMap((east) =>
    BLOCKS.map(
      (north): EastNorth => [centre[0] + east + random.between(-40, 40), centre[1] + north + random.between(-40, 40)],
    ),
  );
  const open = random
    .shuffled(places)
    .filter((place) => townships.every(({ seat }) => metresBetween(seat, place) > 260))
    .map((place) => ({ place, label: townshipAt(borders, townships.length, place) }))
    .filter((block): block is { place: EastNorth; label: number } => {
      return block.label !== undefined && townships[block.label]?.kind === 'subdistrict';
    });
  return open.slice(0, TOWN_COMMUNITIES);
}

function numberHamlets(hamlets: readonly Omit<PlacedSettlement, 'id'>[]): PlacedSettlement[] {
  const counts = new Map<string, number>();
  return hamlets.map((hamlet) => {
    const number = (counts.get(hamlet.villageId) ?? 0) + 1;
    counts.set(hamlet.villageId, number);
    return { ...hamlet, id: `${hamlet.villageId}-${String(number).padStart(2, '0')}` };
  });
}

function standAt(random: Random, lattice: Lattice, site: Site) {
  const place = beside(random, lattice.placeOf(site));
  return { site, place, hilliness: lattice.hilliness[site]!, isSeat: false };
}

function beside(random: Random, [east, north]: EastNorth): EastNorth {
  const aside = (): Metres => random.between(-ASIDE_METRES, ASIDE_METRES);
  return [east + aside(), north + aside()];
}

function isHilly(lattice: Lattice, site: Site): boolean {
  return lattice.hilliness[site]! > 0.3;
}

function nearestTo(place: EastNorth, villages: readonly PlacedSettlement[]): PlacedSettlement {
  return villages.reduce((best, village) =>
    metresBetween(place, village.place) < metresBetween(place, best.place) ? village : best,
  );
}
