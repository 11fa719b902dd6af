import type { Metres } from '../units.ts';
import { hairpinFactor } from './hairpins.ts';
import { type Lattice, metresBetweenSites, SITE_COUNT, type Site, STEPS, stepFrom } from './lattice.ts';

/** 国道, 省道, 县道, 乡道, 村道: the letters that their references begin with. */
export type RoadKind = 'G' | 'S' | 'X' | 'Y' | 'C';

/** A new piece of road, site by site. A road that follows an older one for a while has several. */
export interface PlannedRoad {
  readonly kind: RoadKind;
  readonly ref: string;
  readonly name: string;
  readonly sites: readonly Site[];
  /** Not open yet 在建: no vehicle passes. */
  readonly underConstruction: boolean;
}

export interface RoadNaming {
  readonly ref: string;
  readonly name?: string;
  readonly underConstruction?: boolean;
}

/** The roads laid so far. What an older road uses is never laid again, so the first to come names a stretch. */
export class RoadPlan {
  readonly roads: PlannedRoad[] = [];
  private readonly lattice: Lattice;
  private readonly usedSteps = new Uint16Array(SITE_COUNT);
  private readonly metres: Record<RoadKind, Metres> = { G: 0, S: 0, X: 0, Y: 0, C: 0 };

  constructor(lattice: Lattice) {
    this.lattice = lattice;
  }

  /** Whether a road runs along a step from a site. */
  isUsed = (site: Site, step: number): boolean => ((this.usedSteps[site]! >> step) & 1) === 1;

  hasRoad(site: Site): boolean {
    return this.usedSteps[site] !== 0;
  }

  /** Roads that meet at a site. */
  degree(site: Site): number {
    let count = 0;
    for (let step = 0; step < STEPS.length; step++) if (this.isUsed(site, step)) count++;
    return count;
  }

  metresOf(kind: RoadKind): Metres {
    return this.metres[kind];
  }

  /** Metres of a path that no road uses yet. */
  newMetres(path: readonly Site[]): Metres {
    let metres = 0;
    for (let at = 1; at < path.length; at++) {
      const [from, to] = [path[at - 1] as Site, path[at] as Site];
      if (!this.isUsed(from, stepBetween(from, to))) metres += roadMetres(this.lattice, from, to);
    }
    return metres;
  }

  /** Lays the parts of a path that are new. */
  lay(kind: RoadKind, path: readonly Site[], { ref, name = '', underConstruction = false }: RoadNaming): void {
    this.metres[kind] += this.newMetres(path);
    let sites: Site[] = [];
    const close = (): void => {
      if (sites.length > 1) this.roads.push({ kind, ref, name, sites, underConstruction });
      sites = [];
    };
    for (let at = 1; at < path.length; at++) {
      const [from, to] = [path[at - 1] as Site, path[at] as Site];
      const step = stepBetween(from, to);
      if (this.isUsed(from, step)) {
        close();
        continue;
      }
      if (sites.length === 0) sites.push(from);
      sites.push(to);
      this.usedSteps[from]! |= 1 << step;
      this.usedSteps[to]! |= 1 << (STEPS.length - 1 - step);
    }
    close();
  }
}

/** Length of the road between two sites, with the bends that a steep one takes. */
export function roadMetres(lattice: Lattice, from: Site, to: Site): Metres {
  const metres = metresBetweenSites(lattice, from, to);
  return metres * hairpinFactor(gradeBetween(lattice, from, to, metres));
}

/** Rise over run, without a sign. */
export function gradeBetween({ elevation }: Lattice, from: Site, to: Site, metres: Metres): number {
  return Math.abs(elevation[to]! - elevation[from]!) / metres;
}

function stepBetween(from: Site, to: Site): number {
  for (let step = 0; step < STEPS.length; step++) if (stepFrom(from, step) === to) return step;
  throw new Error(`Sites ${from} and ${to} are not one step apart.`);
}
