import type { Metres } from '../../units.ts';

/** A place on a line, by metres from its start. */
export interface Spot {
  readonly line: number;
  readonly along: Metres;
}

/** Where lines are joined, to ask whether one place already leads to another near by. */
export class LocalLinks {
  private readonly links: { along: Metres; to: Spot }[][];

  constructor(lineCount: number) {
    this.links = Array.from({ length: lineCount }, () => []);
  }

  add(a: Spot, b: Spot): void {
    this.links[a.line]!.push({ along: a.along, to: b });
    this.links[b.line]!.push({ along: b.along, to: a });
  }

  /** Whether a way of at most `budget` metres along the lines joins one of some spots to one of others. */
  reaches(from: readonly Spot[], to: readonly Spot[], budget: Metres): boolean {
    const best = new Map<string, Metres>();
    const open = from.map((spot) => ({ spot, left: budget }));
    for (let next = open.pop(); next; next = open.pop()) {
      const { spot, left } = next;
      const key = `${spot.line},${spot.along}`;
      if ((best.get(key) ?? -1) >= left) continue;
      best.set(key, left);
      if (to.some(({ line, along }) => line === spot.line && Math.abs(along - spot.along) <= left)) return true;
      for (const link of this.links[spot.line]!) {
        const rest = left - Math.abs(link.along - spot.along);
        if (rest >= 0) open.push({ spot: link.to, left: rest });
      }
    }
    return false;
  }
}
