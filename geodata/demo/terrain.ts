import type { Metres } from '../units.ts';
import { type EastNorth, FRAME_EAST, FRAME_NORTH, held } from './frame.ts';
import { type Field, noiseField } from './noise.ts';

/** The lie of the land: a plain that rises into hills in its north-eastern corner. */
export interface Terrain {
  /** Metres above the sea: about 25 in the plain, up to some 500 in the hills. */
  readonly elevationAt: (place: EastNorth) => Metres;
  /** 0 in the plain, 1 in the heart of the hills. */
  readonly hillinessAt: (place: EastNorth) => number;
}

const PLAIN_METRES = 24;
const PLAIN_RELIEF_METRES = 5;
const HILL_BASE_METRES = 110;
const HILL_RIDGE_METRES = 460;

export function raiseTerrain(seed: number): Terrain {
  const plain = noiseField(seed, 'plain', 6_000, 2);
  const edge = noiseField(seed, 'hill-edge', 7_000, 2);
  const ridges = noiseField(seed, 'ridges', 4_200, 3);
  const hillinessAt = (place: EastNorth): number => hilliness(place, edge);
  return {
    hillinessAt,
    elevationAt: (place) => {
      const hill = hillinessAt(place);
      // Folded about zero, noise makes narrow crests over wide valleys.
      const crest = 1 - Math.abs(ridges(place[0], place[1]));
      const relief = hill * hill * HILL_BASE_METRES + hill * crest * crest * crest * HILL_RIDGE_METRES;
      return PLAIN_METRES + PLAIN_RELIEF_METRES * plain(place[0], place[1]) + relief;
    },
  };
}

function hilliness([east, north]: EastNorth, edge: Field): number {
  const towardsCorner = (0.95 * east) / FRAME_EAST + (0.85 * north) / FRAME_NORTH;
  const share = held((towardsCorner - 1.12 + 0.09 * edge(east, north)) / 0.4);
  return share * share * (3 - 2 * share);
}
