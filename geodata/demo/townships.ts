import { type Borders, ringLine } from './borders.ts';
import type { EastNorth } from './frame.ts';
import type { Lattice } from './lattice.ts';
import type { Namer } from './names.ts';
import type { Seats, TownshipKind } from './seats.ts';

/** No province is numbered 99 (GB/T 2260): the code is as invented as the county. */
export const COUNTY_CODE = '990321';
export const COUNTY_NAME = '澄野县';
export const RIVER_NAME = '澄河';

/** A township-level unit; its position in the list is its label on the land. */
export interface TownshipUnit {
  readonly kind: TownshipKind;
  /** With its rank: 清桥镇. */
  readonly name: string;
  /** Without it: 清桥. */
  readonly shortName: string;
  /** Nine digits: the county's six, then 001 up for 街道, 100 up for 镇, 200 up for 乡 (DOMAIN.md 1.5). */
  readonly code: string;
  readonly seat: EastNorth;
}

const RANK: Record<TownshipKind, { readonly suffix: string; readonly firstCode: number }> = {
  subdistrict: { suffix: '街道', firstCode: 1 },
  town: { suffix: '镇', firstCode: 100 },
  township: { suffix: '乡', firstCode: 200 },
};

export function nameTownships(lattice: Lattice, { seats }: Seats, namer: Namer): TownshipUnit[] {
  const counts: Record<TownshipKind, number> = { subdistrict: 0, town: 0, township: 0 };
  return seats.map(({ kind, site }) => {
    const shortName = namer.seat(kind === 'township');
    const { suffix, firstCode } = RANK[kind];
    const number = firstCode + counts[kind]++;
    const code = COUNTY_CODE + String(number).padStart(3, '0');
    return { kind, name: shortName + suffix, shortName, code, seat: lattice.placeOf(site) };
  });
}

/** Label of the township that a place lies in, by its drawn borders; undefined outside the county. */
export function townshipAt(borders: Borders, townshipCount: number, place: EastNorth): number | undefined {
  for (let label = 0; label < townshipCount; label++) {
    const rings = borders.ringsOf(label).map((ring) => ringLine(borders.borders, ring));
    // Inside an odd number of rings: in the land and in none of its holes, or the other way about.
    if (rings.filter((ring) => ringHolds(ring, place)).length % 2 === 1) return label;
  }
  return undefined;
}

function ringHolds(ring: readonly EastNorth[], [east, north]: EastNorth): boolean {
  let holds = false;
  for (let at = 1; at < ring.length; at++) {
    const [fromEast, fromNorth] = ring[at - 1] as EastNorth;
    const [toEast, toNorth] = ring[at] as EastNorth;
    if (fromNorth > north === toNorth > north) continue;
    if (east < fromEast + ((toEast - fromEast) * (north - fromNorth)) / (toNorth - fromNorth)) holds = !holds;
  }
  return holds;
}
