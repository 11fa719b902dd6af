import type { Metres } from '../units.ts';
import { type EastNorth, metresBetween, pointBetween } from './frame.ts';
import type { Terrain } from './terrain.ts';

/** How a straight piece of road is bent to and fro. */
interface Bending {
  /** Along the straight line, from one bend to the next. */
  readonly legMetres: Metres;
  /** Of the bends, to either side. */
  readonly swingMetres: Metres;
}

/** A straight road steeper than this climbs in hairpins (JTG D20 allows class IV roads 9 %, on short stretches). */
const STEEP_GRADE = 0.065;
const HAIRPINS: Bending = { legMetres: 115, swingMetres: 65 };
/** Where the land is hilly, a road that is not steep follows the slopes. */
const HILLY = 0.15;
const WINDING: Bending = { legMetres: 210, swingMetres: 48 };

/** How much longer a road of this grade becomes by its bends. */
export function hairpinFactor(grade: number): number {
  if (grade <= STEEP_GRADE) return 1;
  const { legMetres, swingMetres } = HAIRPINS;
  return Math.sqrt(legMetres * legMetres + 4 * swingMetres * swingMetres) / legMetres;
}

/** Bends the pieces of a line that climb or lie in the hills; points of the line stay on it. */
export function bendOverHills(line: readonly EastNorth[], terrain: Terrain): EastNorth[] {
  const bent: EastNorth[] = [line[0] as EastNorth];
  for (let at = 1; at < line.length; at++) {
    const from = line[at - 1] as EastNorth;
    const to = line[at] as EastNorth;
    const bending = bendingOf(from, to, terrain);
    if (bending) bent.push(...bends(from, to, bending));
    bent.push(to);
  }
  return bent;
}

function bendingOf(from: EastNorth, to: EastNorth, terrain: Terrain): Bending | undefined {
  const grade = Math.abs(terrain.elevationAt(to) - terrain.elevationAt(from)) / metresBetween(from, to);
  if (grade > STEEP_GRADE) return HAIRPINS;
  const hilliness = terrain.hillinessAt(from);
  return hilliness > HILLY ? { ...WINDING, swingMetres: WINDING.swingMetres * hilliness } : undefined;
}

function bends(from: EastNorth, to: EastNorth, { legMetres, swingMetres }: Bending): EastNorth[] {
  const metres = metresBetween(from, to);
  const count = Math.round(metres / legMetres);
  const aside: EastNorth = [(from[1] - to[1]) / metres, (to[0] - from[0]) / metres];
  return Array.from({ length: count }, (_, index): EastNorth => {
    const [east, north] = pointBetween(from, to, (index + 0.5) / count);
    const swing = index % 2 === 0 ? swingMetres : -swingMetres;
    return [east + aside[0] * swing, north + aside[1] * swing];
  });
}
