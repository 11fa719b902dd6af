import { held, metresBetween } from './frame.ts';
import { type Lattice, SITE_COUNT } from './lattice.ts';
import { noiseField } from './noise.ts';
import { BEYOND } from './outline.ts';
import { keepLargestParts } from './parts.ts';
import type { River } from './river.ts';
import { EAST_EXIT, type Seat } from './seats.ts';

/** How much farther land seems across the river. */
const RIVER_METRES = 3_500;
const RAGGED_METRES = 2_400;
/** Nearer to a seat than this its borders stray less, so that it lies in its own land. */
const CALM_METRES = 4_000;
/** A subdistrict reaches less far than a town: it is the town itself and its outskirts. */
const SUBDISTRICT_WEIGHT = 1.45;
/** All of the eastern exit's land lies within minutes of the motorway. */
const EAST_EXIT_WEIGHT = 2.1;

/** The index of each site's township, `BEYOND` outside the county. Every township is one piece of land. */
export function divideLand(seed: number, lattice: Lattice, river: River, seats: readonly Seat[]): Int16Array {
  const ragged = noiseField(seed, 'borders', 3_600, 3);
  const labels = new Int16Array(SITE_COUNT).fill(BEYOND);
  for (let site = 0; site < SITE_COUNT; site++) {
    if (!lattice.inside[site]) continue;
    const place = lattice.placeOf(site);
    let least = Infinity;
    seats.forEach((seat, index) => {
      const seatPlace = lattice.placeOf(seat.site);
      const weight = index === EAST_EXIT ? EAST_EXIT_WEIGHT : seat.kind === 'subdistrict' ? SUBDISTRICT_WEIGHT : 1;
      // A shift of the noise for each seat: one noise for all would cancel out.
      const ragging = RAGGED_METRES * ragged(place[0] + 50_000 * index, place[1]);
      const across = river.crosses(place, seatPlace) ? RIVER_METRES : 0;
      const straight = metresBetween(place, seatPlace);
      const apart = straight * weight + ragging * held(straight / CALM_METRES) + across;
      if (apart < least) {
        least = apart;
        labels[site] = index;
      }
    });
  }
  keepLargestParts(labels);
  return labels;
}
