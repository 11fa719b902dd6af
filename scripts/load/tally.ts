/** What readers ask for, one line each of the report. `not-modified`: an answer that the reader has, asked for again. */
export const KINDS = [
  'health',
  'counties',
  'stations',
  'settlements',
  'groups',
  'hexagons',
  'explain',
  'dispatch',
  'tilejson',
  'tile roads',
  'tile areas',
  'tile settlements',
  'tile hexagons',
  'not-modified',
] as const;
export type Kind = (typeof KINDS)[number];

/** How long answers took, milliseconds; the times are undefined where none was answered. */
export interface LatencyFigures {
  readonly count: number;
  readonly errors: number;
  readonly min: number | undefined;
  readonly median: number | undefined;
  readonly p95: number | undefined;
  readonly p99: number | undefined;
  readonly max: number | undefined;
}

const LISTED_FAILURES = 5;

/** Counts answers and their times by kind. */
export class Tally {
  /** The first few requests that failed, in words. */
  readonly failures: string[] = [];
  private readonly times = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
  private readonly errors = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));

  answered(kind: Kind, ms: number): void {
    this.times.get(kind)?.push(ms);
  }

  failed(kind: Kind, what: string): void {
    this.errors.set(kind, (this.errors.get(kind) ?? 0) + 1);
    if (this.failures.length < LISTED_FAILURES) this.failures.push(what);
  }

  of(kind: Kind): LatencyFigures {
    return figuresOf(this.times.get(kind) ?? [], this.errors.get(kind) ?? 0);
  }

  all(): LatencyFigures {
    const errors = [...this.errors.values()].reduce((sum, count) => sum + count, 0);
    return figuresOf([...this.times.values()].flat(), errors);
  }
}

function figuresOf(times: readonly number[], errors: number): LatencyFigures {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number | undefined => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return { count: times.length, errors, min: at(0), median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
