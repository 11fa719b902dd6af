import type { CutOff } from './cut-off.ts';
import { randomStream } from './random.ts';
import type { PlacedSettlement } from './settlements.ts';
import type { TownshipUnit } from './townships.ts';

/**
 * The difficulties that the county was given on purpose (DOMAIN.md section 7), so that a guide or a
 * test can point at them. Settlements by id, stations by id, townships by name.
 */
export interface DemoTraps {
  /** A hamlet of 8 households: too small for its figures to be shown. */
  readonly tinyHamlet: string;
  /** In the raw tables only: rows without coordinates. */
  readonly withoutCoordinates: readonly string[];
  /** In the raw tables only: a row whose coordinates are GCJ-02 under another label. */
  readonly gcjShifted: string;
  /** Names that villages of two or more townships share. */
  readonly sharedNames: readonly string[];
  /** Settlements that only a road under construction leads to. */
  readonly cutOff: readonly string[];
  readonly stationlessTownship: string;
  /** A station with officers on its rolls who serve elsewhere 借调. */
  readonly lendingStation: string;
}

/** How many hamlets the raw tables leave without coordinates, beside one village. */
const HAMLETS_WITHOUT_COORDINATES = 3;

/** Picks the settlements that the traps are set at. */
export function chooseTrapSettlements(seed: number, settlements: readonly PlacedSettlement[], cutOff: CutOff) {
  const random = randomStream(seed, 'traps');
  const isCutOff = ({ site }: PlacedSettlement): boolean =>
    site !== undefined && (site === cutOff.village || cutOff.hamlets.includes(site));
  const open = random.shuffled(settlements.filter((settlement) => !isCutOff(settlement)));
  const hamlets = open.filter(({ rank }) => rank === 'hamlet').map(({ id }) => id);
  const villages = open.filter(({ rank }) => rank === 'village').map(({ id }) => id);
  return {
    tinyHamlet: hamlets[0] as string,
    withoutCoordinates: [villages[0] as string, ...hamlets.slice(1, 1 + HAMLETS_WITHOUT_COORDINATES)],
    gcjShifted: villages[1] as string,
    sharedNames: sharedNames(settlements),
    cutOff: settlements.filter(isCutOff).map(({ id }) => id),
  };
}

/** The 乡 in the hills has no station of its own; the first station outside the town lends officers out. */
export function stationTraps(townships: readonly TownshipUnit[]) {
  return {
    stationless: townships.findIndex(({ kind }) => kind === 'township'),
    lender: townships.findIndex(({ kind }) => kind === 'town'),
  };
}

function sharedNames(settlements: readonly PlacedSettlement[]): string[] {
  const townshipsOf = new Map<string, Set<number>>();
  for (const { name, township } of settlements) {
    townshipsOf.set(name, (townshipsOf.get(name) ?? new Set()).add(township));
  }
  return Array.from(townshipsOf).flatMap(([name, townships]) => (townships.size > 1 ? [name] : []));
}
