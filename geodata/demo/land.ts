import { type Borders, traceBorders } from './borders.ts';
import { type CutOff, chooseCutOff } from './cut-off.ts';
import type { EastNorth } from './frame.ts';
import { type Lattice, layLattice, metresBetweenSites, type Site } from './lattice.ts';
import { isBesideCourse, layMotorwayCourse } from './motorway-course.ts';
import { drawOutline } from './outline.ts';
import { layRiver, type River } from './river.ts';
import { chooseCentre, chooseSeats, type Seats } from './seats.ts';
import { raiseTerrain, type Terrain } from './terrain.ts';
import { divideLand } from './township-land.ts';
import { RIVER_NAME } from './townships.ts';
import { chooseVillageSites, type VillageSites } from './village-sites.ts';

/** The county before its roads: the ground, the water, who governs where, and where people settled. */
export interface CountyLand {
  readonly terrain: Terrain;
  readonly river: River;
  readonly lattice: Lattice;
  readonly seats: Seats;
  /** Index of each site's township, `BEYOND` outside the county. */
  readonly labels: Int16Array;
  readonly borders: Borders;
  readonly motorwayCourse: readonly EastNorth[];
  readonly sites: VillageSites;
  readonly cutOff: CutOff;
}

/** With some 34 urban communities these make 400 villages and communities; DOMAIN.md section 7, county A. */
const VILLAGE_COUNTS = { administrative: 366, natural: 850 };
/** Where no village stands: from the river, from the motorway, from the county town, from any other seat. */
const CLEAR_METRES = { river: 350, motorway: 420, town: 1_700, seat: 700 };

export function layLand(seed: number): CountyLand {
  const terrain = raiseTerrain(seed);
  const river = layRiver(seed, RIVER_NAME);
  const centre = chooseCentre(seed, river);
  const lattice = layLattice(seed, terrain, drawOutline(seed), centre);
  const motorwayCourse = layMotorwayCourse(seed, lattice, river, lattice.placeOf(centre));
  const seats = chooseSeats(seed, lattice, river, { centre, motorwayCourse });
  const labels = divideLand(seed, lattice, river, seats.seats);
  const isTaken = (site: Site): boolean => {
    const place = lattice.placeOf(site);
    return (
      river.distanceTo(place) < CLEAR_METRES.river ||
      isBesideCourse(motorwayCourse, place, CLEAR_METRES.motorway) ||
      metresBetweenSites(lattice, site, centre) < CLEAR_METRES.town ||
      seats.seats.some((seat) => metresBetweenSites(lattice, site, seat.site) < CLEAR_METRES.seat)
    );
  };
  const sites = chooseVillageSites(seed, { lattice, townships: labels, isTaken }, VILLAGE_COUNTS);
  const cutOff = chooseCutOff(lattice, sites);
  return { terrain, river, lattice, seats, labels, borders: traceBorders(labels), motorwayCourse, sites, cutOff };
}
