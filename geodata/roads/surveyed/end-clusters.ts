import type { Metres } from '../../units.ts';
import type { Terminal } from './line-ends.ts';
import { metresApart } from './plan-lines.ts';

/** Whole 1e-7 degrees. */
export interface Place {
  readonly lonE7: number;
  readonly latE7: number;
}

interface Cluster {
  readonly members: readonly number[];
  readonly place: Place;
  /** A line passes there, or it was put on one: it stays where it is. */
  readonly isPinned: boolean;
}

/**
 * Which ends are one place, and where that is: at one of them, chosen so that the farthest comes the least way. No end
 * is ever farther than the tolerance from where it was drawn, however many meet.
 */
export class EndClusters {
  private readonly clusterOf: Cluster[];
  private readonly terminals: readonly Terminal[];
  private readonly tolerance: Metres;

  constructor(terminals: readonly Terminal[], tolerance: Metres) {
    this.terminals = terminals;
    this.tolerance = tolerance;
    this.clusterOf = terminals.map(({ lonE7, latE7, isPassed }, terminal) => ({
      members: [terminal],
      place: { lonE7, latE7 },
      isPinned: isPassed,
    }));
  }

  placeOf(terminal: number): Place {
    return this.clusterOf[terminal]!.place;
  }

  /** The ends that are one place with an end, itself among them. */
  membersWith(terminal: number): readonly number[] {
    return this.clusterOf[terminal]!.members;
  }

  /** Metres from where an end was drawn. */
  metresFrom(terminal: number, to: Place): Metres {
    const { lonE7, latE7 } = this.terminals[terminal]!;
    return metresApart(lonE7, latE7, to.lonE7, to.latE7);
  }

  /** Where two ends with all that belongs to each would be one place; undefined where that would move one too far. */
  placeOfBoth(p: number, q: number): Place | undefined {
    const [first, second] = [this.clusterOf[p]!, this.clusterOf[q]!];
    if (first === second) return first.place;
    const pinned = [first, second].filter(({ isPinned }) => isPinned).map(({ place }) => place);
    if (pinned.length === 2 && !isSame(pinned[0]!, pinned[1]!)) return undefined;
    const members = [...first.members, ...second.members].sort((a, b) => a - b);
    return this.leastMoving(members, pinned.length > 0 ? pinned.slice(0, 1) : members.map((one) => this.drawnAt(one)));
  }

  /** Makes two ends one place, with all that belongs to each. @returns false where that would move one of them too far */
  merge(p: number, q: number): boolean {
    const [first, second] = [this.clusterOf[p]!, this.clusterOf[q]!];
    if (first === second) return true;
    const place = this.placeOfBoth(p, q);
    if (!place) return false;
    const members = [...first.members, ...second.members].sort((a, b) => a - b);
    const merged = { members, place, isPinned: first.isPinned || second.isPinned };
    for (const member of members) this.clusterOf[member] = merged;
    return true;
  }

  /** Puts an end onto a place of a line. @returns false where it is too far or the end must stay */
  pin(terminal: number, place: Place): boolean {
    const { members, isPinned } = this.clusterOf[terminal]!;
    if (isPinned || this.farthest(members, place) > this.tolerance) return false;
    const pinned = { members, place, isPinned: true };
    for (const member of members) this.clusterOf[member] = pinned;
    return true;
  }

  private leastMoving(members: readonly number[], places: readonly Place[]): Place | undefined {
    let best: Place | undefined;
    let least = this.tolerance;
    for (const place of places) {
      const metres = this.farthest(members, place);
      if (metres > least || (best && metres === least)) continue;
      [best, least] = [place, metres];
    }
    return best;
  }

  private farthest(members: readonly number[], place: Place): Metres {
    return Math.max(...members.map((member) => this.metresFrom(member, place)));
  }

  private drawnAt(terminal: number): Place {
    const { lonE7, latE7 } = this.terminals[terminal]!;
    return { lonE7, latE7 };
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.lonE7 === b.lonE7 && a.latE7 === b.latE7;
}
