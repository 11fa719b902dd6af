import type { Metres } from '../units.ts';
import { type Lattice, metresBetweenSites, type Site } from './lattice.ts';
import type { RoadCosts } from './least-cost.ts';
import { noiseField } from './noise.ts';
import type { River } from './river.ts';
import { gradeBetween, type RoadKind } from './road-plan.ts';

/** What a new bridge costs, in metres of easy ground. No village road gets one. */
const BRIDGE_METRES: Record<RoadKind, Metres> = { G: 2_000, S: 3_000, X: 7_000, Y: 14_000, C: Infinity };
/** New roads join old ones rather than run beside them. */
const SHARED_SHARE: Record<RoadKind, number> = { G: 0.9, S: 0.6, X: 0.6, Y: 0.55, C: 0.6 };
/** A grade of this much doubles the cost. */
const HARD_GRADE = 0.065;
/** Farms, ponds and soft ground make the ground between 1 and 1 + this as dear. */
const ROUGHNESS = 0.55;
/** Roads keep off the river's banks. */
const BANK_METRES = 160;
const BANK_FACTOR = 12;
const TOWN_METRES = 1_450;
/** Only the main roads go through the town. */
const TOWN_FACTOR: Record<RoadKind, number> = { G: 1, S: 1, X: 5, Y: 5, C: 5 };

/** Costs of laying each kind of road over the county's land. */
export function roadCosts(seed: number, lattice: Lattice, river: River, centre: Site): (kind: RoadKind) => RoadCosts {
  const soft = noiseField(seed, 'soft-ground', 1_500, 2);
  return (kind) => ({
    sharedStep: SHARED_SHARE[kind],
    newStep: (from, to, metres) => {
      const place = lattice.placeOf(from);
      const grade = gradeBetween(lattice, from, to, metres) / HARD_GRADE;
      const rough = 1 + ROUGHNESS * (0.5 + 0.5 * soft(place[0], place[1]));
      const crowded = metresBetweenSites(lattice, from, centre) < TOWN_METRES ? TOWN_FACTOR[kind] : 1;
      const wet = river.distanceTo(lattice.placeOf(to)) < BANK_METRES ? BANK_FACTOR : 1;
      const bridge = river.crosses(place, lattice.placeOf(to)) ? BRIDGE_METRES[kind] : 0;
      return metres * rough * crowded * wet * (1 + grade * grade) + bridge;
    },
  });
}
